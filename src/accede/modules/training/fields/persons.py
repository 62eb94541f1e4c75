"""The words of pairs of nominations that may be of one official, and the fields of the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.exports import Kind
from accede.foundation.fields import Field, Words
from accede.modules.training.fields.people import ParticipantFacts

BANDS: Mapping[str, Words] = {
    "sure": pgettext_lazy("pair", "Very likely one official"),
    "to look at": pgettext_lazy("pair", "To be looked at"),
}
REASONS: Mapping[str, Words] = {
    "same_part": _("The same name: %(a)s, %(b)s"),
    "like_part": _("Names that may be one, written otherwise: %(a)s, %(b)s"),
    "other_part": _("Other names: %(a)s, %(b)s"),
    "missing_part": _("A name that stands on one side only: %(a)s%(b)s"),
    "initial": _("An initial and a name: %(a)s, %(b)s"),
    "same_birth_year": _("The same year of birth: %(a)s"),
    "near_birth_year": _("Years of birth that differ by a slip: %(a)s, %(b)s"),
    "other_birth_year": _("Other years of birth: %(a)s, %(b)s"),
    "same_organisation": _("The same authority: %(a)s"),
    "other_organisation": _("Other authorities: %(a)s, %(b)s"),
    "same_post": _("The same post: %(a)s"),
    "other_post": _("Other posts: %(a)s, %(b)s"),
    "same_sex": _("The same sex"),
    "namesakes": _("How many in this State are called so"),
}


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """One term of what speaks for or against one official, and its weight in bits."""

    words: str
    weight: float

    @property
    def signed(self) -> str:
        """The weight with its sign."""
        return f"{self.weight:+.1f}"


@dataclass(frozen=True, slots=True)
class PairFacts:
    """Two nominations that may be of one official, and why; the reader may see both names."""

    one: ParticipantFacts
    other: ParticipantFacts
    band: str
    reasons: tuple[ReasonFacts, ...]

    @property
    def both(self) -> tuple[ParticipantFacts, ParticipantFacts]:
        """Both of them, one below the other."""
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What somebody decided of two nominations."""

    id: UUID
    one: ParticipantFacts
    other: ParticipantFacts
    is_same: bool
    decided_on: date


WAYS: Mapping[str, Words] = {
    "all": _("All"),
    "state": _("By State"),
    "sex": _("By sex"),
    "function": _("By function"),
    "language": _("By language"),
    "theme": _("By theme"),
}


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """How many were trained, in one way to look at them."""

    way: str
    of: str
    attendances: int
    least: int
    most: int


WAY = Field[FigureFacts]("by", _("Looked at"), lambda one: one.way, choices=WAYS, order=lambda one: one.way)
OF = Field[FigureFacts]("of", _("Who"), lambda one: one.of, order=lambda one: one.of)
ATTENDANCES = Field[FigureFacts](
    "attendances", _("Attendances"), lambda one: one.attendances, Kind.NUMBER, order=lambda one: one.attendances
)
LEAST = Field[FigureFacts](
    "persons_least", _("Persons, at least"), lambda one: one.least, Kind.NUMBER, order=lambda one: one.least
)
MOST = Field[FigureFacts](
    "persons_most", _("Persons, at most"), lambda one: one.most, Kind.NUMBER, order=lambda one: one.most
)
SHOWN = (WAY, OF, ATTENDANCES, LEAST, MOST)
