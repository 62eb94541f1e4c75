"""Prepare training events for activities, and their sessions."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.core.training.events import EventState
from accede.foundation.access import Actor, Level, or_refuse, require
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.assistance.queries.activities import activity_visible_to
from accede.modules.training import events
from accede.modules.training.access import TRAINING_KEEP
from accede.modules.training.fields.events import SESSION_STATED, STATED, EventDetails, SessionDetails
from accede.modules.training.models import Call, Session, TrainingEvent
from accede.modules.training.queries.events import event_rows
from accede.modules.training.services.flow import told_to_state

_MOST_SEATS = 2000
_DAY = 24
_BEFORE_IT_BEGINS = frozenset({EventState.PLANNED, EventState.NOMINATING, EventState.SELECTING})


@transaction.atomic
def prepare_event(activity: int, new: EventDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Prepare an event of an activity, for its States, in its languages, on its topics; return its number.

    Raises:
        Refused: there is no such activity for the actor, or they may not.
        UnableTo: all that is wrong, by field.
    """
    found = or_refuse(activity_visible_to(by, activity))
    require(by, TRAINING_KEEP, on=found.owner)
    row = TrainingEvent(
        level=Level.PROGRAMME.value,
        owner=str(found.owner),
        activity_id=activity,
        state=EventState.PLANNED.value,
        states=[*found.states],
        languages=[*found.languages],
        topics=[*found.topics],
        officer=by.person,
        recorded_at=at,
    )
    problems = _problems(new)
    if _lies_outside(new, found.first_day, found.last_day):
        problems.setdefault("first_day", _("The event lies within the days of its activity."))
    if not found.states:
        problems[EVERYWHERE] = _("The activity is for no State. States nominate officials.")
    if problems:
        raise UnableTo(problems)
    _write(row, new)
    row.save(force_insert=True)
    _record(events.EVENT_PLANNED, row, {}, new, by=by, at=at, face=face)
    return row.pk


@transaction.atomic
def change_event(number: int, wanted: EventDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Change an event before it is confirmed; the States that were called are told what it is now.

    Raises:
        Refused: there is no such event for the actor, or they may not.
        UnableTo: all that is wrong, by field, or it is confirmed already.
    """
    row = held_event(number, by=by)
    if row.state not in _BEFORE_IT_BEGINS:
        raise UnableTo({EVERYWHERE: _("This is confirmed, and stays as it was told to the States.")})
    if problems := _problems(wanted):
        raise UnableTo(problems)
    before = details_of(row)
    _write(row, wanted)
    row.save()
    Call.objects.filter(event=row).update(**told_to_state(row))
    _record(events.EVENT_CHANGED, row, values_of(STATED, before), wanted, by=by, at=at, face=face)


@transaction.atomic
def add_session(number: int, new: SessionDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Add a session to an event, on one of its days.

    Raises:
        Refused: there is no such event for the actor, or they may not.
        UnableTo: all that is wrong, by field, or the event is over.
    """
    row = held_event(number, by=by)
    problems = problems_of(SESSION_STATED, new)
    if row.state in {EventState.HELD, EventState.CANCELLED}:
        problems[EVERYWHERE] = _("The event is over.")
    if new.on is not None and not row.first_day <= new.on <= row.last_day:
        problems["on"] = _("This is no day of the event.")
    hours = _hours(new.hours)
    if new.hours and hours is None:
        problems["hours"] = _("Write hours as a number up to 24, such as 1.5.")
    if problems or hours is None or new.on is None:
        raise UnableTo(problems)
    try:
        with transaction.atomic():
            Session.objects.create(level=row.level, owner=row.owner, event=row, title=new.title, on=new.on, hours=hours)
    except IntegrityError as error:
        raise UnableTo({"title": _("This session is there already on that day.")}) from error
    about = events.event_subject(row.pk, row.belongs_to)
    record(events.SESSION_ADDED, about=about, by=by, at=at, face=face, training=row.title, session=new.title)


def held_event(number: int, *, by: Actor) -> TrainingEvent:
    """Return an event that the actor may write, locked.

    Raises:
        Refused: there is none.
    """
    row: TrainingEvent = or_refuse(event_rows(by).select_for_update().filter(pk=number).first())
    require(by, TRAINING_KEEP, on=row)
    return row


def details_of(row: TrainingEvent) -> EventDetails:
    """Return an event as an officer prepared it."""
    return EventDetails(
        row.title, row.form, row.place, row.first_day, row.last_day, row.nominate_until, str(row.seats), row.criteria
    )


def _problems(new: EventDetails) -> dict[str, str]:
    problems = problems_of(STATED, new)
    if new.seats and not (new.seats.isdecimal() and 0 < int(new.seats) <= _MOST_SEATS):
        problems["seats"] = _("Write how many can take part, from 1 to 2000.")
    if new.first_day and new.last_day and new.last_day < new.first_day:
        problems["last_day"] = _("This day lies before the first one.")
    if new.first_day and new.nominate_until and new.nominate_until > new.first_day:
        problems["nominate_until"] = _("The time to nominate ends before the event begins.")
    return problems


def _lies_outside(new: EventDetails, first: date | None, last: date | None) -> bool:
    days = [one for one in (new.first_day, new.last_day) if one is not None]
    return any((first is not None and one < first) or (last is not None and one > last) for one in days)


def _hours(text: str) -> Decimal | None:
    try:
        hours = Decimal(text.replace(",", ".")).quantize(Decimal("0.1"))
        is_possible = 0 < hours <= _DAY
    except InvalidOperation:
        return None
    return hours if is_possible else None


def _write(row: TrainingEvent, new: EventDetails) -> None:
    if new.first_day is None or new.last_day is None or new.nominate_until is None:
        raise UnableTo(_problems(new))
    row.title, row.form, row.place, row.criteria = new.title, new.form, new.place, new.criteria
    row.first_day, row.last_day, row.nominate_until = new.first_day, new.last_day, new.nominate_until
    row.seats = int(new.seats)


def _record(
    event: EventType,
    row: TrainingEvent,
    before: dict[str, object],
    after: EventDetails,
    *,
    by: Actor,
    at: datetime,
    face: Face,
) -> None:
    about = events.event_subject(row.pk, row.belongs_to)
    stated = values_of(STATED, after)
    record(event, about=about, by=by, at=at, face=face, before=before, after=stated, training=row.title)
