"""A State's nominating authority nominates officials, confirms their seats, withdraws them."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from uuid_utils.compat import uuid7

from accede.core.training.events import EventState
from accede.core.training.nominations import Standing, birth_year, is_possible_year, key_of_name, problem_of_name
from accede.foundation.access import SYSTEM, Actor, Level, can, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.training import events
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP
from accede.modules.training.fields.people import STATED, Nomination
from accede.modules.training.models import Call, Official, Participant, TrainingEvent
from accede.modules.training.queries.events import call_rows
from accede.modules.training.queries.people import participant_rows


@transaction.atomic
def nominate(call: UUID, new: Nomination, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Nominate an official for an event, in the name of the State that was called; return the key of the nomination.

    Raises:
        Refused: there is no such call for the actor, or they may not nominate for its State.
        UnableTo: all that is wrong, by field; the time is over; or the official is nominated already.
    """
    row = held_call(call, by=by)
    problems = problems_of(STATED, new) | problems_with(new, first_day=row.first_day)
    if not is_open(row, on=at.date()):
        problems[EVERYWHERE] = _("Nominations for this event are closed.")
    if names_there(row.event_id, row.state_code) & {(key_of_name(new.given, new.family), birth_year(new.birth_year))}:
        problems["family_name"] = _("This official is nominated for the event already.")
    if problems:
        raise UnableTo(problems)
    made = write_nomination(row, new, by=by, at=at)
    _tell(events.NOMINATED, made, row.title, by=by, at=at, face=face)
    return made.pk


@transaction.atomic
def confirm_seat(key: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Confirm that a selected official comes, once the States were told the selection.

    Raises:
        Refused: there is no such nomination for the actor, or they may not.
        UnableTo: the official is not selected, or the States were not told yet.
    """
    row, call = _held_nomination(key, by=by)
    if _stage_of(row.event_id) != EventState.CONFIRMED or row.standing != Standing.SELECTED:
        raise UnableTo({EVERYWHERE: _("Those who are selected are confirmed, once the States were told.")})
    row.standing = Standing.CONFIRMED.value
    row.save(update_fields=["standing"])
    _tell(events.SEAT_CONFIRMED, row, call.title, by=by, at=at, face=face)


@transaction.atomic
def withdraw(key: UUID, reason: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Withdraw a nomination before the event is held.

    Raises:
        Refused: there is no such nomination for the actor, or they may not.
        UnableTo: no reason is given, or it is withdrawn already, or the event is over.
    """
    row, call = _held_nomination(key, by=by)
    if not reason.strip():
        raise UnableTo({"reason": _("Say why. Whoever is concerned reads it.")})
    if row.standing == Standing.WITHDRAWN or _stage_of(row.event_id) in {EventState.HELD, EventState.CANCELLED}:
        raise UnableTo({EVERYWHERE: _("This nomination cannot be withdrawn any more.")})
    row.standing, row.reason = Standing.WITHDRAWN.value, reason.strip()[:1000]
    row.save(update_fields=["standing", "reason"])
    _tell(events.SEAT_WITHDRAWN, row, call.title, by=by, at=at, face=face)


def problems_with(new: Nomination, *, first_day: date) -> dict[str, str]:
    """Return what is wrong with a nomination beside empty fields: names that are none, impossible years."""
    problems: dict[str, str] = {}
    said = {
        "two": _("Two persons seem to stand here. Nominate each on their own."),
        "figures": _("A name has no figures."),
        "no_letters": _("A name has letters."),
    }
    for field, name, is_given in (("given_name", new.given, True), ("family_name", new.family, False)):
        if name and (wrong := problem_of_name(name, is_given=is_given)):
            problems[field] = said[wrong]
    if new.birth_year:
        year = birth_year(new.birth_year)
        if year is None or not is_possible_year(year, in_year=first_day.year):
            told = {"first": first_day.year - 100, "last": first_day.year - 18}
            problems["birth_year"] = (
                _("Write the year alone, in the Gregorian calendar, from %(first)s to %(last)s.") % told
            )
    if not new.has_notice:
        problems["has_notice"] = _("Give the notice to the official first.")
    if new.email and not is_email(new.email):
        problems["email"] = _("This is no e-mail address.")
    return problems


def is_email(text: str) -> bool:
    """Return whether a text is one e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def names_there(event: int, state: str) -> set[tuple[str, int | None]]:
    """Return the names and years by which the nominations of a State for an event are known again.

    The product compares, protected names too: whoever nominates learns that their own State has nominated, no more.
    """
    with acting(SYSTEM):
        rows = Official.objects.filter(participant__event=event, participant__state_code=state)
        return set(rows.exclude(participant__standing="withdrawn").values_list("name_key", "birth_year"))


def is_open(call: Call, *, on: date) -> bool:
    """Return whether a State can still nominate."""
    return call.is_open and on <= call.nominate_until


def held_call(key: UUID, *, by: Actor) -> Call:
    """Return a call for which the actor may nominate, locked, so that numbers are given once.

    Raises:
        Refused: there is none.
    """
    with acting(SYSTEM):
        Call.objects.select_for_update().filter(pk=key).first()
    row: Call = or_refuse(call_rows(by).filter(pk=key).first())
    if not can(by, TRAINING_KEEP, on=row):
        require(by, OFFICIALS_NOMINATE, on=row)
    return row


def write_nomination(call: Call, new: Nomination, *, by: Actor, at: datetime) -> Participant:
    """Write a nomination that nothing is wrong with: what is counted, and the name in a row of its own."""
    last = Participant.objects.filter(event=call.event_id, state_code=call.state_code).aggregate(Max("running"))
    key = uuid7()
    row = Participant(
        id=key,
        group=key,
        level=Level.PROGRAMME.value,
        owner=call.owner,
        event_id=call.event_id,
        running=(last["running__max"] or 0) + 1,
        state_code=call.state_code,
        sex=new.sex,
        function=new.function,
        language=new.language,
        is_protected=new.is_protected,
        nominated_at=at,
        nominated_by=by.person,
    )
    row.save(force_insert=True)
    official = Official(
        participant=row,
        owner=call.owner,
        level=Level.PROGRAMME.value,
        given=new.given,
        family=new.family,
        birth_year=birth_year(new.birth_year) if new.birth_year else None,
        organisation=new.organisation,
        post=new.post,
        email=new.email,
        name_key=key_of_name(new.given, new.family),
    )
    if new.is_protected:
        official.level, official.readers = Level.RESTRICTED.value, _two_readers(call.event_id, by)
    official.save(force_insert=True)
    return row


def _two_readers(event: int, by: Actor) -> list[UUID]:
    """Return who may see a protected name: whoever nominates, and the officer of the event."""
    with acting(SYSTEM):
        officer = TrainingEvent.objects.filter(pk=event).values_list("officer", flat=True).first()
    return list(dict.fromkeys(one for one in (by.person, officer) if one is not None))


def _stage_of(event: int) -> str:
    with acting(SYSTEM):
        return TrainingEvent.objects.values_list("state", flat=True).get(pk=event)


def _held_nomination(key: UUID, *, by: Actor) -> tuple[Participant, Call]:
    row = or_refuse(participant_rows(by).select_for_update().filter(pk=key).first())
    if not can(by, TRAINING_KEEP, on=row):
        require(by, OFFICIALS_NOMINATE, on=row)
    return row, Call.objects.get(event=row.event_id, state_code=row.state_code)


def _tell(event: EventType, row: Participant, title: str, *, by: Actor, at: datetime, face: Face) -> None:
    about = events.event_subject(row.event_id, row.belongs_to)
    number = f"{row.state_code}-{row.running}"
    record(event, about=about, by=by, at=at, face=face, training=title, number=number)
