"""The fields of requests: what is asked, what an officer states of a paper, and what the product says of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.assistance.fields.codes import (
    CHANNELS,
    KINDS,
    LANGUAGES,
    PAPERS,
    RECOMMENDATIONS,
    STATES,
    WAITS_FOR,
)
from accede.modules.assistance.models import AssistanceRequest


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """What is asked, as somebody states it."""

    subject: str
    kinds: tuple[str, ...]
    beneficiary: str
    language: str
    text: str
    instruments: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    wished_from: date | None = None
    wished_until: date | None = None
    paper: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """What an officer states of a request that came as a paper: whose it is, and how it came."""

    state_code: str
    organisation: UUID | None
    channel: str
    received_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts(RequestDetails):
    """A request as the product shows it; `requester` and `officer_name` are names, `estimate` is in dollars."""

    id: int
    reference: str
    owner: Scope
    state_code: str
    requester: str
    channel: str
    received_on: date | None
    state: str
    since: date
    reason: str
    waits_for: str
    due_on: date | None
    officer: UUID | None
    officer_name: str
    clauses: tuple[str, ...]
    screening: str
    estimate: Decimal | None
    joined_to: int | None

    @property
    def called(self) -> str:
        """What it is called: its number, and, before it has one, its subject."""
        return self.reference or self.subject


SUBJECT = Field[RequestDetails](
    "subject",
    _("Subject"),
    lambda one: one.subject,
    column=AssistanceRequest.subject,
    is_filter=True,
    entry=Entry(needed=_("Say in a few words what is asked."), most=200),
)
KIND = Field[RequestDetails](
    "kinds",
    _("Kinds of assistance"),
    lambda one: one.kinds,
    choices=KINDS,
    several=True,
    is_filter=True,
    where=lambda code: Q(kinds__contains=[code]),
    entry=Entry(needed=_("Choose at least one kind of assistance."), hint=_("Several may stand in one request.")),
)
INSTRUMENTS = Field[RequestDetails](
    "instruments",
    _("Instruments concerned"),
    lambda one: one.instruments,
    several=True,
    entry=Entry(hint=_("Where the request is about particular instruments.")),
    in_files_only=True,
)
RECOMMENDATION = Field[RequestDetails](
    "recommendations",
    _("Recommendations of the Financial Action Task Force"),
    lambda one: one.recommendations,
    choices=RECOMMENDATIONS,
    several=True,
    entry=Entry(hint=_("Where the request is about laundering or the financing of terrorism.")),
    in_files_only=True,
)
BENEFICIARY = Field[RequestDetails](
    "beneficiary",
    _("Who is to be helped"),
    lambda one: one.beneficiary,
    entry=Entry(
        needed=_("Name the authority or the regional organisation that is to be helped."),
        hint=_("A ministry, a court, a central authority, or a regional organisation."),
        most=300,
    ),
    in_files_only=True,
)
WISHED_FROM = Field[RequestDetails](
    "wished_from",
    _("Wished from"),
    lambda one: one.wished_from,
    Kind.DAY,
    column=AssistanceRequest.wished_from,
    entry=Entry(hint=_("If there is a day.")),
    in_files_only=True,
)
WISHED_UNTIL = Field[RequestDetails](
    "wished_until",
    _("Wished until"),
    lambda one: one.wished_until,
    Kind.DAY,
    column=AssistanceRequest.wished_until,
    entry=Entry(hint=_("If there is a day.")),
    in_files_only=True,
)
LANGUAGE = Field[RequestDetails](
    "written_in",
    _("Language of the request"),
    lambda one: one.language,
    column=AssistanceRequest.language,
    choices=LANGUAGES,
    is_filter=True,
    entry=Entry(needed=_("Choose the language."), hint=_("The answer is written in it.")),
    in_files_only=True,
)
TEXT = Field[RequestDetails](
    "text",
    _("What is asked, in full"),
    lambda one: one.text,
    entry=Entry(
        needed=_("Write what is asked."),
        hint=_("In your own words, in any of the six languages."),
        most=20_000,
        lines=8,
    ),
    in_files_only=True,
)
PAPER = Field[RequestDetails](
    "paper",
    _("Reference of the letter"),
    lambda one: one.paper,
    entry=Entry(hint=_("The number that its sender gave it, if there is a letter."), most=100),
    in_files_only=True,
)
DATED_ON = Field[RequestDetails](
    "dated_on", _("Date of the letter"), lambda one: one.dated_on, Kind.DAY, entry=Entry(), in_files_only=True
)
WHAT = (SUBJECT, KIND, INSTRUMENTS, RECOMMENDATION)
WHOM = (BENEFICIARY, WISHED_FROM, WISHED_UNTIL)
WORDS = (LANGUAGE, TEXT)
LETTER = (PAPER, DATED_ON)
STATED = (*WHAT, *WHOM, *WORDS, *LETTER)
"""What is stated of every request."""

STATE_CODE = Field[PaperDetails | RequestFacts](
    "state_code",
    _("State (code)"),
    lambda one: one.state_code,
    column=AssistanceRequest.state_code,
    is_filter=True,
    entry=Entry(hint=_("The State’s code, such as MLI; or else choose an organisation below."), most=3),
    in_files_only=True,
)
ORGANISATION = Field[PaperDetails](
    "organisation",
    _("Regional organisation"),
    lambda one: one.organisation,
    entry=Entry(hint=_("Where an organisation asks, and no State.")),
)
PAPER_CHANNEL = Field[PaperDetails](
    "channel",
    _("How it came"),
    lambda one: one.channel,
    choices=PAPERS,
    entry=Entry(needed=_("Choose how the request came.")),
)
RECEIVED_ON = Field[PaperDetails | RequestFacts](
    "received_on",
    _("Received on"),
    lambda one: one.received_on,
    Kind.DAY,
    column=AssistanceRequest.received_on,
    entry=Entry(needed=_("Write the day on which it came.")),
)
OF_PAPER = (STATE_CODE, ORGANISATION, PAPER_CHANNEL, RECEIVED_ON)
REGISTERED = (*OF_PAPER, *STATED)
"""What an officer states of a request that came as a paper."""

REFERENCE = Field[RequestFacts]("reference", _("Number"), lambda one: one.called, column=AssistanceRequest.reference)
REQUESTER = Field[RequestFacts]("requester", _("Who asks"), lambda one: one.requester)
CHANNEL = Field[RequestFacts](
    "channel",
    PAPER_CHANNEL.label,
    lambda one: one.channel,
    column=AssistanceRequest.channel,
    choices=CHANNELS,
    is_filter=True,
    in_files_only=True,
)
STATE = Field[RequestFacts](
    "state",
    _("Where it is"),
    lambda one: one.state,
    column=AssistanceRequest.state,
    choices=STATES,
    is_filter=True,
)
SINCE = Field[RequestFacts]("since", _("Since"), lambda one: one.since, Kind.DAY, in_files_only=True)
REASON = Field[RequestFacts]("reason", _("Reason"), lambda one: one.reason, in_files_only=True)
WAITS = Field[RequestFacts](
    "waits_for",
    _("Waits for"),
    lambda one: one.waits_for,
    column=AssistanceRequest.waits_for,
    choices=WAITS_FOR,
    is_filter=True,
)
DUE = Field[RequestFacts](
    "due_on", _("Next step due on"), lambda one: one.due_on, Kind.DAY, column=AssistanceRequest.due_on
)
OFFICER = Field[RequestFacts]("officer", _("Officer"), lambda one: one.officer_name)
CLAUSES = Field[RequestFacts](
    "clauses", _("Clauses of the mandate"), lambda one: one.clauses, several=True, in_files_only=True
)
KEY = Field[RequestFacts]("id", _("Key"), lambda one: str(one.id), in_files_only=True)
SHOWN: tuple[Field[RequestFacts], ...] = (
    REFERENCE,
    REQUESTER,
    SUBJECT,
    KIND,
    STATE,
    WAITS,
    DUE,
    OFFICER,
    RECEIVED_ON,
    STATE_CODE,
    CHANNEL,
    INSTRUMENTS,
    RECOMMENDATION,
    BENEFICIARY,
    WISHED_FROM,
    WISHED_UNTIL,
    LANGUAGE,
    TEXT,
    PAPER,
    DATED_ON,
    SINCE,
    REASON,
    CLAUSES,
    KEY,
)
"""What lists and files show."""
ON_ITS_PAGE = tuple(
    field for field in SHOWN if field.key not in {"reference", "subject", "text", "instruments", "id", "clauses"}
)
"""What the page of a request shows beside its words."""


def request_of(given: Given) -> RequestDetails:
    """Return what is asked, as somebody stated it."""
    return RequestDetails(
        subject=given.text(SUBJECT),
        kinds=given.texts(KIND),
        beneficiary=given.text(BENEFICIARY),
        language=given.text(LANGUAGE),
        text=given.text(TEXT),
        instruments=given.texts(INSTRUMENTS),
        recommendations=given.texts(RECOMMENDATION),
        wished_from=given.day(WISHED_FROM),
        wished_until=given.day(WISHED_UNTIL),
        paper=given.text(PAPER),
        dated_on=given.day(DATED_ON),
    )


def paper_of(given: Given) -> PaperDetails:
    """Return how a request came, as an officer stated it."""
    return PaperDetails(
        state_code=given.text(STATE_CODE).upper(),
        organisation=given.key_of_thing(ORGANISATION),
        channel=given.text(PAPER_CHANNEL),
        received_on=given.day(RECEIVED_ON),
    )
