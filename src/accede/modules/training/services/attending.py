"""Record who was present at a session: ticked on its sheet, sent late from a phone, or brought in as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.training.events import DELIVERING, EventState
from accede.core.training.nominations import Standing
from accede.foundation.access import SYSTEM, Actor, or_refuse
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.assistance.queries.activities import activity_visible_to
from accede.modules.training import events
from accede.modules.training.models import Attendance, Participant, Session, TrainingEvent
from accede.modules.training.queries.events import event_rows
from accede.modules.training.services.planning import held_event


@dataclass(frozen=True, slots=True)
class Tick:
    """What a sheet says of one official: present or not, and the mark of what stood there when it was opened."""

    is_present: bool
    seen: str = ""


class Conflicts(UnableTo):
    """Somebody else recorded something else since the sheet was opened; `of`: for whom, by key."""

    def __init__(self, of: Sequence[UUID]) -> None:
        super().__init__({EVERYWHERE: _("Somebody else recorded these differently since you opened the sheet.")})
        self.of = of


@transaction.atomic
def record_attendance(
    session: UUID, ticks: Mapping[UUID, Tick], *, by: Actor, at: datetime, face: Face = Face.WEB
) -> int:
    """Record who was present at a session, which by that took place; return how many entries changed.

    A sheet that was kept on a phone comes late: what somebody else recorded since it was opened is not overwritten
    unseen. Where both say the same there is no conflict.

    Raises:
        Refused: there is no such session for the actor, or they may not.
        UnableTo: the day has not come, the activity is not in delivery, or somebody was not admitted.
        Conflicts: for whom others recorded something else.
    """
    row, event = _held_session(session, by=by)
    problems = _problems(row, event, at=at)
    admitted = set(
        Participant.objects.filter(event=event, standing=Standing.CONFIRMED.value).values_list("pk", flat=True)
    )
    if ticks.keys() - admitted:
        problems[EVERYWHERE] = _(
            "Somebody on this list was not admitted to the event. Their State confirms them first."
        )
    if problems:
        raise UnableTo(problems)
    there = {one.participant_id: one for one in Attendance.objects.select_for_update().filter(session=row)}
    changed = {key: tick for key, tick in ticks.items() if key not in there or there[key].is_present != tick.is_present}
    late = [key for key, tick in changed.items() if key in there and there[key].recorded_at.isoformat() != tick.seen]
    if late:
        raise Conflicts(late)
    owners = dict(Participant.objects.filter(pk__in=changed).values_list("pk", "owner"))
    for key, tick in changed.items():
        told = {"is_present": tick.is_present, "recorded_at": at, "level": row.level, "owner": owners[key]}
        Attendance.objects.update_or_create(session=row, participant_id=key, defaults=told)
    if row.took_place is not True:
        row.took_place = True
        row.save(update_fields=["took_place"])
    if changed:
        _tell(events.SESSION_TOLD, row, event, by=by, at=at, face=face)
    return len(changed)


@transaction.atomic
def drop_session(session: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record that a session did not take place.

    Raises:
        Refused: there is no such session for the actor, or they may not.
        UnableTo: attendance is recorded for it.
    """
    row, event = _held_session(session, by=by)
    if Attendance.objects.filter(session=row, is_present=True).exists():
        raise UnableTo({EVERYWHERE: _("Somebody is recorded as present. Correct the sheet first.")})
    row.took_place = False
    row.save(update_fields=["took_place"])
    _tell(events.SESSION_DROPPED, row, event, by=by, at=at, face=face)


def _held_session(key: UUID, *, by: Actor) -> tuple[Session, TrainingEvent]:
    found: Session = or_refuse(Session.objects.visible_to(by).filter(pk=key, event__in=event_rows(by)).first())
    event = held_event(found.event_id, by=by)
    return Session.objects.select_for_update().get(pk=key), event


def _problems(row: Session, event: TrainingEvent, *, at: datetime) -> dict[str, str]:
    with acting(SYSTEM):
        activity = activity_visible_to(SYSTEM, event.activity_id)
    if row.took_place is False:
        return {EVERYWHERE: _("This session did not take place.")}
    if event.state not in {EventState.CONFIRMED, EventState.HELD}:
        return {EVERYWHERE: _("Attendance is recorded once the States were told the selection.")}
    if row.on > at.date():
        return {EVERYWHERE: _("The day of this session has not come yet.")}
    if activity is None or activity.state not in DELIVERING:
        return {EVERYWHERE: _("The activity is not in delivery. Its gates stand on its page.")}
    return {}


def _tell(what: EventType, row: Session, event: TrainingEvent, *, by: Actor, at: datetime, face: Face) -> None:
    about = events.event_subject(event.pk, event.belongs_to)
    record(what, about=about, by=by, at=at, face=face, training=event.title, session=row.title)
