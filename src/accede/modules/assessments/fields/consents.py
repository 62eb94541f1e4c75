"""The fields of a State's consent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.assessments.fields.codes import SHARED, STANDINGS, TOPICS
from accede.modules.assessments.models import Consent


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """A consent as somebody records it; organisations by key."""

    state: str
    authority: str
    reference: str
    given_on: date | None
    valid_from: date | None
    valid_until: date | None
    topics: tuple[str, ...]
    participants: tuple[str, ...] = ()
    may_share: tuple[str, ...] = ()
    share_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawalDetails:
    """The withdrawal of a consent: its day, and by what the State withdrew it."""

    withdrawn_on: date | None
    withdrawal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts(ConsentDetails):
    """A consent as the product shows it on a day; names of organisations beside their keys."""

    id: UUID
    state_name: str
    standing: str
    participant_names: tuple[str, ...]
    share_with_names: tuple[str, ...]
    document: UUID
    withdrawn_on: date | None
    withdrawal: str
    withdrawal_document: UUID | None


STATE = Field[ConsentDetails]("state", _("State"), lambda one: one.state, entry=Entry(needed=_("Choose the State.")))
STATE_NAME = Field[ConsentFacts]("state_name", _("State"), lambda one: one.state_name)
STATE_CODE = Field[ConsentFacts](
    "state",
    _("Code of the State"),
    lambda one: one.state,
    column=Consent.state_code,
    is_filter=True,
    in_files_only=True,
)
AUTHORITY = Field[ConsentDetails](
    "authority",
    _("Who gave it"),
    lambda one: one.authority,
    column=Consent.authority,
    entry=Entry(
        needed=_("Write which authority gave the consent."),
        hint=_("The authority, not the name of a person."),
        most=200,
    ),
)
REFERENCE = Field[ConsentDetails](
    "reference",
    _("By what"),
    lambda one: one.reference,
    column=Consent.reference,
    is_filter=True,
    entry=Entry(
        needed=_("Write by which note or letter it was given."), most=120, example="Note verbale 12/2010 (sample)"
    ),
)
GIVEN_ON = Field[ConsentDetails](
    "given_on",
    _("Given on"),
    lambda one: one.given_on,
    Kind.DAY,
    column=Consent.given_on,
    entry=Entry(needed=_("Write the day on which it was given.")),
)
VALID_FROM = Field[ConsentDetails](
    "valid_from",
    _("Counts from"),
    lambda one: one.valid_from,
    Kind.DAY,
    column=Consent.valid_from,
    entry=Entry(needed=_("Write the first day for which it counts.")),
)
VALID_UNTIL = Field[ConsentDetails](
    "valid_until",
    _("Counts until"),
    lambda one: one.valid_until,
    Kind.DAY,
    column=Consent.valid_until,
    entry=Entry(
        needed=_("Write the last day for which it counts."),
        hint=_("The last day of a visit, and of what is shared with others."),
    ),
)
TOPIC = Field[ConsentDetails](
    "topics",
    _("Topics"),
    lambda one: one.topics,
    choices=TOPICS,
    several=True,
    entry=Entry(needed=_("Choose what may be looked at.")),
)
PARTICIPANTS = Field[ConsentDetails](
    "participants",
    _("Who may take part"),
    lambda one: one.participants,
    several=True,
    entry=Entry(hint=_("Organisations that may send somebody.")),
)
MAY_SHARE = Field[ConsentDetails](
    "may_share",
    _("What may be shared"),
    lambda one: one.may_share,
    choices=SHARED,
    several=True,
    entry=Entry(hint=_("Leave it empty where the State wants nothing to be shared.")),
)
SHARE_WITH = Field[ConsentDetails](
    "share_with",
    _("With whom it may be shared"),
    lambda one: one.share_with,
    several=True,
    entry=Entry(hint=_("Donors and partners that may be shown it; nobody else is.")),
)
STANDING = Field[ConsentFacts]("standing", _("Where it stands"), lambda one: one.standing, choices=STANDINGS)
PARTICIPANT_NAMES = Field[ConsentFacts](
    "participants", _("Who may take part"), lambda one: one.participant_names, several=True, in_files_only=True
)
SHARE_WITH_NAMES = Field[ConsentFacts](
    "share_with", _("With whom it may be shared"), lambda one: one.share_with_names, several=True, in_files_only=True
)
WITHDRAWN_ON = Field[WithdrawalDetails | ConsentFacts](
    "withdrawn_on",
    _("Withdrawn on"),
    lambda one: one.withdrawn_on,
    Kind.DAY,
    column=Consent.withdrawn_on,
    in_files_only=True,
    entry=Entry(needed=_("Write the day on which the State withdrew it.")),
)
WITHDRAWAL = Field[WithdrawalDetails | ConsentFacts](
    "withdrawal",
    _("Withdrawn by what"),
    lambda one: one.withdrawal,
    in_files_only=True,
    entry=Entry(needed=_("Write by which note or letter it was withdrawn."), most=120),
)
KEY = Field[ConsentFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
STATED = (
    STATE, AUTHORITY, REFERENCE, GIVEN_ON, VALID_FROM, VALID_UNTIL, TOPIC, PARTICIPANTS, MAY_SHARE, SHARE_WITH
)  # fmt: skip
"""What people state of a consent."""
WITHDRAWN = (WITHDRAWN_ON, WITHDRAWAL)
SHOWN = (
    REFERENCE, STATE_NAME, AUTHORITY, STANDING, GIVEN_ON, VALID_FROM, VALID_UNTIL, TOPIC, PARTICIPANT_NAMES, MAY_SHARE,
    SHARE_WITH_NAMES, WITHDRAWN_ON, WITHDRAWAL, STATE_CODE, KEY,
)  # fmt: skip
"""What lists and files show."""


def consent_of(given: Given) -> ConsentDetails:
    """Return a consent as somebody recorded it."""
    return ConsentDetails(
        state=given.text(STATE),
        authority=given.text(AUTHORITY),
        reference=given.text(REFERENCE),
        given_on=given.day(GIVEN_ON),
        valid_from=given.day(VALID_FROM),
        valid_until=given.day(VALID_UNTIL),
        topics=given.texts(TOPIC),
        participants=given.texts(PARTICIPANTS),
        may_share=given.texts(MAY_SHARE),
        share_with=given.texts(SHARE_WITH),
    )


def withdrawal_of(given: Given) -> WithdrawalDetails:
    """Return a withdrawal as somebody recorded it."""
    return WithdrawalDetails(given.day(WITHDRAWN_ON), given.text(WITHDRAWAL))
