"""The fields of a law."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.legislation.fields.codes import LANGUAGES, STANDINGS
from accede.modules.legislation.models import Law


@dataclass(frozen=True, slots=True)
class LawDetails:
    """A law as somebody brings it in; its language is told by its text."""

    state: str
    title: str
    source: str
    checked_on: date | None
    in_force_from: date | None = None
    in_force_until: date | None = None
    is_translation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFacts(LawDetails):
    """A law as the product shows it."""

    id: UUID
    state_name: str
    language: str
    standing: str
    format: str
    file: UUID
    sha256: str
    notes: tuple[str, ...]


STATE = Field[LawDetails]("state", _("State"), lambda one: one.state, entry=Entry(needed=_("Choose the State.")))
STATE_NAME = Field[LawFacts]("state_name", _("State"), lambda one: one.state_name)
STATE_CODE = Field[LawFacts](
    "state", _("Code of the State"), lambda one: one.state, column=Law.state_code, is_filter=True, in_files_only=True
)
TITLE = Field[LawDetails](
    "title",
    _("Title"),
    lambda one: one.title,
    column=Law.title,
    is_filter=True,
    entry=Entry(needed=_("Write what the law is called, in its own language."), most=400),
)
SOURCE = Field[LawDetails](
    "source",
    _("Source"),
    lambda one: one.source,
    column=Law.source,
    entry=Entry(
        needed=_("Write where the text was taken from."), most=500, example="Official Gazette No. 12 of 2012 (sample)"
    ),
)
CHECKED_ON = Field[LawDetails](
    "checked_on",
    _("Checked on"),
    lambda one: one.checked_on,
    Kind.DAY,
    column=Law.checked_on,
    entry=Entry(needed=_("Write the day on which the source was looked at.")),
)
IN_FORCE_FROM = Field[LawDetails](
    "in_force_from",
    _("In force from"),
    lambda one: one.in_force_from,
    Kind.DAY,
    column=Law.in_force_from,
    entry=Entry(hint=_("Of this wording. Leave it empty where it is not known.")),
)
IN_FORCE_UNTIL = Field[LawDetails](
    "in_force_until",
    _("In force until"),
    lambda one: one.in_force_until,
    Kind.DAY,
    column=Law.in_force_until,
    entry=Entry(hint=_("The last day of this wording. Leave it empty while it is in force.")),
)
IS_TRANSLATION = Field[LawDetails](
    "is_translation", _("A translation"), lambda one: one.is_translation, Kind.YES_OR_NO, entry=Entry()
)
LANGUAGE = Field[LawFacts](
    "language", _("Language"), lambda one: one.language, column=Law.language, choices=LANGUAGES, is_filter=True
)
STANDING = Field[LawFacts]("standing", _("Where it stands"), lambda one: one.standing, choices=STANDINGS)
DIGEST = Field[LawFacts]("sha256", _("SHA-256 of the file"), lambda one: one.sha256, in_files_only=True)
KEY = Field[LawFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
STATED = (STATE, TITLE, SOURCE, CHECKED_ON, IN_FORCE_FROM, IN_FORCE_UNTIL, IS_TRANSLATION)
"""What people state of a law."""
SHOWN = (
    TITLE, STATE_NAME, LANGUAGE, STANDING, IN_FORCE_FROM, IN_FORCE_UNTIL, SOURCE, CHECKED_ON, STATE_CODE, DIGEST, KEY
)  # fmt: skip
"""What lists and files show."""


def law_of(given: Given) -> LawDetails:
    """Return a law as somebody brought it in."""
    return LawDetails(
        state=given.text(STATE),
        title=given.text(TITLE),
        source=given.text(SOURCE),
        checked_on=given.day(CHECKED_ON),
        in_force_from=given.day(IN_FORCE_FROM),
        in_force_until=given.day(IN_FORCE_UNTIL),
        is_translation=given.yes(IS_TRANSLATION),
    )
