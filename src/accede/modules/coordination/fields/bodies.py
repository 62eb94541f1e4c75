"""The fields of bodies."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Field
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.coordination.fields.codes import KINDS


@dataclass(frozen=True, slots=True)
class MembershipFacts:
    """A membership as it is shown; `day_known`: since or by when, as the source gives it."""

    group: str
    group_name: str
    standing: str
    since: date | None
    by: date | None
    until: date | None
    source: str
    locator: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """A body as the product shows it on a day; `names` of the other languages too, for looking up."""

    key: str
    name: str
    kind: str
    since: str
    until: date | None
    exists: bool
    themes: tuple[str, ...]
    recommendations: tuple[str, ...]
    member_of: tuple[str, ...]
    memberships: tuple[MembershipFacts, ...]
    source: str
    locator: str
    is_verified: bool
    follows: str
    followed_by: str


KEY = Field[BodyFacts]("key", _("Key"), lambda one: one.key, order=lambda one: one.key)
NAME = Field[BodyFacts]("name", _("Name"), lambda one: one.name, order=lambda one: one.name.casefold(), is_filter=True)
KIND = Field[BodyFacts]("kind", _("Kind"), lambda one: one.kind, choices=KINDS, is_filter=True)
MEMBER_OF = Field[BodyFacts]("member_of", _("Member of, on the day"), lambda one: one.member_of, several=True)
THEMES = Field[BodyFacts](
    "themes", _("Helps with"), lambda one: one.themes, choices=TOPICS, several=True, in_files_only=True
)
RECOMMENDATIONS = Field[BodyFacts](
    "recommendations",
    _("Recommendations of the Financial Action Task Force"),
    lambda one: one.recommendations,
    several=True,
    in_files_only=True,
)
SINCE = Field[BodyFacts]("since", _("Since"), lambda one: one.since)
UNTIL = Field[BodyFacts]("until", _("Ended"), lambda one: one.until, Kind.DAY)
SOURCE = Field[BodyFacts]("source", _("Source"), lambda one: one.source)
LOCATOR = Field[BodyFacts](
    "locator", _("Where the source is found"), lambda one: one.locator, in_files_only=True, may_break=True
)
READ = Field[BodyFacts]("is_verified", _("A document was read"), lambda one: one.is_verified, Kind.YES_OR_NO)
SHOWN = (KEY, NAME, KIND, SINCE, UNTIL, MEMBER_OF, THEMES, RECOMMENDATIONS, SOURCE, LOCATOR, READ)
"""What lists and files show."""
