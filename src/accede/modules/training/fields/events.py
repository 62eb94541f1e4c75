"""The fields of training events, of their sessions, and of calls for nominations."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Named
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.training.fields.codes import EVENT_STATES, FORMS, LANGUAGES
from accede.modules.training.models import Call, Session, TrainingEvent


@dataclass(frozen=True, slots=True)
class EventDetails:
    """An event as an officer prepares it; `seats` as it was written."""

    title: str
    form: str
    place: str
    first_day: date | None
    last_day: date | None
    nominate_until: date | None
    seats: str
    criteria: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventListed:
    """An event as the product shows it."""

    number: int
    owner: Scope
    activity: int
    title: str
    form: str
    place: str
    states: tuple[str, ...]
    state_names: tuple[str, ...]
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    first_day: date
    last_day: date
    nominate_until: date
    seats: int
    criteria: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """A session as an officer writes it; `hours` as they were written."""

    title: str
    on: date | None
    hours: str


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session; `took_place`: None until somebody has said."""

    id: UUID
    title: str
    on: date
    hours: Decimal
    took_place: bool | None


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What a State is told of an event to which it may nominate."""

    id: UUID
    event: int
    owner: Scope
    state: str
    state_name: str
    title: str
    form: str
    place: str
    languages: tuple[str, ...]
    first_day: date
    last_day: date
    nominate_until: date
    criteria: str
    is_open: bool


TITLE = Field[EventDetails | EventListed](
    "title",
    _("Title"),
    lambda one: one.title,
    column=TrainingEvent.title,
    is_filter=True,
    entry=Entry(needed=_("Write a title by which it can be told from others."), most=200),
)
FORM = Field[EventDetails | EventListed](
    "form",
    _("Form"),
    lambda one: one.form,
    column=TrainingEvent.form,
    choices=FORMS,
    is_filter=True,
    entry=Entry(needed=_("Choose the form.")),
)
PLACE = Field[EventDetails | EventListed](
    "place", _("Place"), lambda one: one.place, in_files_only=True, entry=Entry(most=200)
)
FIRST_DAY = Field[EventDetails | EventListed](
    "first_day",
    _("First day"),
    lambda one: one.first_day,
    Kind.DAY,
    column=TrainingEvent.first_day,
    entry=Entry(needed=_("Write its first day.")),
)
LAST_DAY = Field[EventDetails | EventListed](
    "last_day",
    _("Last day"),
    lambda one: one.last_day,
    Kind.DAY,
    column=TrainingEvent.last_day,
    entry=Entry(needed=_("Write its last day.")),
)
NOMINATE_UNTIL = Field[EventDetails | EventListed](
    "nominate_until",
    _("Nominate until"),
    lambda one: one.nominate_until,
    Kind.DAY,
    column=TrainingEvent.nominate_until,
    entry=Entry(needed=_("Write until when States can nominate.")),
)
SEATS = Field[EventDetails | EventListed](
    "seats", _("Seats"), lambda one: str(one.seats), entry=Entry(needed=_("Write how many can take part."), most=4)
)
CRITERIA = Field[EventDetails | EventListed](
    "criteria",
    _("Criteria of selection"),
    lambda one: one.criteria,
    in_files_only=True,
    entry=Entry(
        needed=_("Write by what participants are selected."),
        hint=_("Every State that may nominate reads them. No State stands before another."),
        most=2000,
        lines=4,
    ),
)
STATED = (TITLE, FORM, PLACE, FIRST_DAY, LAST_DAY, NOMINATE_UNTIL, SEATS, CRITERIA)
"""What an officer states of an event."""
STATE_NAMES = Field[EventListed]("states", _("States"), lambda one: one.state_names, several=True)
SPOKEN = Field[EventListed](
    "languages", _("Languages"), lambda one: one.languages, choices=LANGUAGES, several=True, in_files_only=True
)
TOPIC = Field[EventListed](
    "topics", _("Topics"), lambda one: one.topics, choices=TOPICS, several=True, in_files_only=True
)
STAGE = Field[EventListed](
    "stage",
    _("Where it is"),
    lambda one: one.stage,
    column=TrainingEvent.state,
    choices=EVENT_STATES,
    is_filter=True,
)
REASON = Field[EventListed]("reason", _("Reason"), lambda one: one.reason, in_files_only=True)
NUMBER = Field[EventListed]("number", _("Number"), lambda one: str(one.number), in_files_only=True)
SHOWN: tuple[Field[EventListed], ...] = (
    TITLE, FORM, STATE_NAMES, FIRST_DAY, LAST_DAY, STAGE, NOMINATE_UNTIL, SEATS, PLACE, SPOKEN, TOPIC, CRITERIA,
    REASON, NUMBER,
)  # fmt: skip
READ = tuple(one for one in SHOWN if one not in (TITLE, NUMBER))
"""What the page of one shows below its title."""
STAGE_IN_RECORD = Named("state", STAGE.label, EVENT_STATES)

SESSION_TITLE = Field[SessionDetails | SessionFacts](
    "title",
    _("Session"),
    lambda one: one.title,
    column=Session.title,
    entry=Entry(needed=_("Write what the session is about."), most=200),
)
SESSION_DAY = Field[SessionDetails | SessionFacts](
    "on", _("Day"), lambda one: one.on, Kind.DAY, column=Session.on, entry=Entry(needed=_("Write its day."))
)
HOURS = Field[SessionDetails | SessionFacts](
    "hours",
    _("Hours"),
    lambda one: str(one.hours),
    entry=Entry(needed=_("Write how many hours it takes."), example="1.5", most=5),
)
SESSION_STATED = (SESSION_TITLE, SESSION_DAY, HOURS)

CALL_TITLE = Field[CallFacts]("title", _("Title"), lambda one: one.title, column=Call.title, is_filter=True)
CALL_FORM = Field[CallFacts]("form", _("Form"), lambda one: one.form, column=Call.form, choices=FORMS)
CALL_STATE = Field[CallFacts]("state", _("State"), lambda one: one.state_name)
CALL_PLACE = Field[CallFacts]("place", _("Place"), lambda one: one.place, in_files_only=True)
CALL_LANGUAGES = Field[CallFacts](
    "languages", _("Languages"), lambda one: one.languages, choices=LANGUAGES, several=True, in_files_only=True
)
CALL_FIRST = Field[CallFacts]("first_day", _("First day"), lambda one: one.first_day, Kind.DAY, column=Call.first_day)
CALL_LAST = Field[CallFacts]("last_day", _("Last day"), lambda one: one.last_day, Kind.DAY, column=Call.last_day)
CALL_UNTIL = Field[CallFacts](
    "nominate_until", _("Nominate until"), lambda one: one.nominate_until, Kind.DAY, column=Call.nominate_until
)
CALL_OPEN = Field[CallFacts]("is_open", _("Open for nominations"), lambda one: one.is_open, Kind.YES_OR_NO)
CALL_CRITERIA = Field[CallFacts]("criteria", _("Criteria of selection"), lambda one: one.criteria, in_files_only=True)
CALL_KEY = Field[CallFacts]("key", _("Key"), lambda one: str(one.id), in_files_only=True)
CALL_SHOWN = (
    CALL_TITLE, CALL_STATE, CALL_FORM, CALL_FIRST, CALL_LAST, CALL_UNTIL, CALL_OPEN, CALL_PLACE, CALL_LANGUAGES,
    CALL_CRITERIA,
)  # fmt: skip


def event_of(given: Given) -> EventDetails:
    """Return an event as somebody prepared it."""
    return EventDetails(
        title=given.text(TITLE),
        form=given.text(FORM),
        place=given.text(PLACE),
        first_day=given.day(FIRST_DAY),
        last_day=given.day(LAST_DAY),
        nominate_until=given.day(NOMINATE_UNTIL),
        seats=given.text(SEATS),
        criteria=given.text(CRITERIA),
    )


def session_of(given: Given) -> SessionDetails:
    """Return a session as somebody wrote it."""
    return SessionDetails(given.text(SESSION_TITLE), given.day(SESSION_DAY), given.text(HOURS))
