"""The fields of the questions that participants are asked some months later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.fields import Entry, Field, Given, Words

USES: Mapping[str, Words] = {
    "often": pgettext_lazy("use", "Often"),
    "sometimes": pgettext_lazy("use", "Sometimes"),
    "never": pgettext_lazy("use", "Not yet"),
}


@dataclass(frozen=True, slots=True)
class FollowUpDetails:
    """What a participant answers; `trained` as it was written."""

    use: str
    trained: str
    words: str


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What a participant was asked; `called`: their number, since the link shows no name."""

    id: UUID
    event: int
    title: str
    months: int
    language: str
    until: date
    answered_on: date | None
    use: str
    trained: int | None
    words: str

    @property
    def use_words(self) -> str:
        """How often it is used, in the reader's language."""
        return str(USES.get(self.use, self.use))


USE = Field[FollowUpDetails](
    "use",
    _("How often do you use in your work what you learnt?"),
    lambda one: one.use,
    choices=USES,
    entry=Entry(needed=_("Choose an answer.")),
)
TRAINED = Field[FollowUpDetails](
    "trained", _("How many colleagues did you teach it?"), lambda one: one.trained, entry=Entry(most=5)
)
WORDS = Field[FollowUpDetails](
    "words",
    _("For what, and what was missing?"),
    lambda one: one.words,
    entry=Entry(hint=_("Name no case and no person."), most=2000, lines=5),
)
STATED = (USE, TRAINED, WORDS)


def follow_up_of(given: Given) -> FollowUpDetails:
    """Return an answer as somebody wrote it."""
    return FollowUpDetails(given.text(USE), given.text(TRAINED), given.text(WORDS))
