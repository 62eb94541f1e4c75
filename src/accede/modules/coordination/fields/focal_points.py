"""The fields of focal points of bodies."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.coordination.fields.codes import LANGUAGES, WEEK_WORDS
from accede.modules.coordination.models import BodyFocalPoint


@dataclass(frozen=True, slots=True)
class FocalPointDetails:
    """The office that answers for a body; `closed`: days as they were written, one a line."""

    body: str
    organisation: UUID | None
    office: str
    email: str
    language: str
    week: str
    valid_from: date | None
    closed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FocalPointFacts(FocalPointDetails):
    """A focal point as the product shows it."""

    id: UUID
    body_name: str
    organisation_name: str
    valid_until: date | None


BODY = Field[FocalPointDetails](
    "body",
    _("Body"),
    lambda one: one.body,
    column=BodyFocalPoint.body,
    is_filter=True,
    entry=Entry(needed=_("Choose the body.")),
)
ORGANISATION = Field[FocalPointDetails](
    "organisation",
    _("Recorded here as the organisation"),
    lambda one: one.organisation,
    entry=Entry(
        needed=_("Choose the organisation under which the body’s people act here."),
        hint=_("An administrator records organisations."),
    ),
    in_files_only=True,
)
OFFICE = Field[FocalPointDetails](
    "office",
    _("Office"),
    lambda one: one.office,
    column=BodyFocalPoint.office,
    is_filter=True,
    entry=Entry(needed=_("Name the office or unit that answers."), hint=_("The office, not a person."), most=200),
)
EMAIL = Field[FocalPointDetails](
    "email",
    _("E-mail address"),
    lambda one: one.email,
    entry=Entry(needed=_("Write the address to which letters go."), most=254),
    may_break=True,
)
LANGUAGE = Field[FocalPointDetails](
    "letters_in",
    _("Language of letters"),
    lambda one: one.language,
    choices=LANGUAGES,
    entry=Entry(needed=_("Choose the language in which it is written to.")),
)
WEEK = Field[FocalPointDetails](
    "week",
    _("Working week"),
    lambda one: one.week,
    choices=WEEK_WORDS,
    entry=Entry(needed=_("Choose on which days the office works."), hint=_("The time to answer counts these days.")),
)
CLOSED = Field[FocalPointDetails](
    "closed",
    _("Days on which it is closed"),
    lambda one: one.closed,
    entry=Entry(hint=_("Holidays, one day a line, such as 2026-12-25."), most=2000, lines=4),
    in_files_only=True,
)
VALID_FROM = Field[FocalPointDetails](
    "valid_from",
    _("Counts from"),
    lambda one: one.valid_from,
    Kind.DAY,
    column=BodyFocalPoint.valid_from,
    entry=Entry(needed=_("Write the first day on which it counts.")),
)
STATED = (BODY, ORGANISATION, OFFICE, EMAIL, LANGUAGE, WEEK, CLOSED, VALID_FROM)
"""What is stated of a focal point."""
BODY_NAME = Field[FocalPointFacts]("body_name", _("Body"), lambda one: one.body_name)
ORGANISATION_NAME = Field[FocalPointFacts]("organisation_name", _("Organisation"), lambda one: one.organisation_name)
VALID_UNTIL = Field[FocalPointFacts](
    "valid_until", _("Counts until"), lambda one: one.valid_until, Kind.DAY, column=BodyFocalPoint.valid_until
)
ID = Field[FocalPointFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
BODY_CODE = Field[FocalPointFacts](
    "body", _("Key of the body"), lambda one: one.body, column=BodyFocalPoint.body, is_filter=True, in_files_only=True
)
SHOWN = (
    OFFICE,
    BODY_NAME,
    ORGANISATION_NAME,
    EMAIL,
    LANGUAGE,
    WEEK,
    VALID_FROM,
    VALID_UNTIL,
    CLOSED,
    BODY_CODE,
    ID,
)
"""What lists and files show."""


def focal_point_of(given: Given) -> FocalPointDetails:
    """Return a focal point as somebody stated it."""
    return FocalPointDetails(
        body=given.text(BODY),
        organisation=given.key_of_thing(ORGANISATION),
        office=given.text(OFFICE),
        email=given.text(EMAIL).lower(),
        language=given.text(LANGUAGE),
        week=given.text(WEEK),
        valid_from=given.day(VALID_FROM),
        closed=given.text(CLOSED),
    )
