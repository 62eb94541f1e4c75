"""Who was nominated, as far as the reader may see it: the rows by their State, protected names by their two readers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from accede.core.training.nominations import Standing
from accede.foundation.access import ALL, Actor, Level, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.reference.queries.states import short_names
from accede.modules.training.access import TRAINING_READ
from accede.modules.training.fields.people import ParticipantFacts
from accede.modules.training.models import Assessment, Attendance, Official, Participant, Session
from accede.modules.training.queries.events import nominated_for


def participant_rows(actor: Actor) -> "QuerySet[Participant]":
    """Return the nominations that the actor may see: the programme's all, an authority's those of its State."""
    rows: QuerySet[Participant] = Participant.objects.visible_to(actor)
    return rows if can(actor, TRAINING_READ, on=ALL) else rows.filter(owner__in=nominated_for(actor))


def participants_of(actor: Actor, event: int, *, state: str = "") -> RowsOfTable[ParticipantFacts]:
    """Return the nominations for an event that the actor may see, by State and number; of one State where said."""
    rows = participant_rows(actor).filter(event=event)
    rows = rows.filter(state_code=state) if state else rows
    return RowsOfTable(rows.order_by("state_code", "running"), lambda found: facts_of(found, actor))


def participant_visible_to(actor: Actor, key: UUID) -> ParticipantFacts | None:
    """Return one nomination, None if there is none for this actor."""
    return next(iter(facts_of(list(participant_rows(actor).filter(pk=key)), actor)), None)


def admitted_to(actor: Actor, event: int) -> list[ParticipantFacts]:
    """Return the officials whose seats are confirmed, as the actor may see them."""
    rows = participant_rows(actor).filter(event=event, standing=Standing.CONFIRMED.value)
    return facts_of(list(rows.order_by("state_code", "running")), actor)


def officials_seen(actor: Actor, keys: Iterable[UUID]) -> Mapping[UUID, Official]:
    """Return the names behind nominations; a protected one for the two people who may see it, and for nobody else."""
    rows = Official.objects.visible_to(actor).filter(participant__in=list(keys))
    return {row.pk: row for row in rows if row.level != Level.RESTRICTED or actor.person in row.readers}


@dataclass(frozen=True, slots=True)
class Presence:
    """What the sheet of a session says of one official, and when that was recorded; empty where nothing is."""

    is_present: bool
    seen: str


def sheet_of(actor: Actor, session: UUID) -> dict[UUID, Presence]:
    """Return what is recorded of the officials at a session, with the mark by which a later change is known."""
    rows = Attendance.objects.visible_to(actor).filter(session=session)
    return {row.participant_id: Presence(row.is_present, row.recorded_at.isoformat()) for row in rows}


def facts_of(rows: Sequence[Participant], reader: Actor) -> list[ParticipantFacts]:
    """Return nominations as plain facts; a constant number of queries."""
    if not rows:
        return []
    keys = [row.pk for row in rows]
    names = officials_seen(reader, keys)
    states = short_names({row.state_code for row in rows}, language=readers_language())
    held = Q(session__took_place=True)
    ticks = Attendance.objects.visible_to(reader).filter(held, participant__in=keys, is_present=True)
    present = dict(ticks.values_list("participant").annotate(Count("id")))
    sessions = Session.objects.visible_to(reader).filter(took_place=True, event__in={row.event_id for row in rows})
    held_of = dict(sessions.values_list("event").annotate(Count("id")))
    results = {
        (key, moment): result
        for key, moment, result in Assessment.objects.visible_to(reader)
        .filter(participant__in=keys)
        .values_list("participant", "moment", "result")
    }
    return [
        _fact(
            row,
            names.get(row.pk),
            states.get(row.state_code, row.state_code),
            (present.get(row.pk, 0), held_of.get(row.event_id, 0)),
            (results.get((row.pk, "before")), results.get((row.pk, "after"))),
        )
        for row in rows
    ]


def _fact(
    row: Participant,
    official: Official | None,
    state_name: str,
    sessions: tuple[int, int],
    results: tuple[int | None, int | None],
) -> ParticipantFacts:
    return ParticipantFacts(
        id=row.pk,
        event=row.event_id,
        owner=row.belongs_to,
        running=row.running,
        given=official.given if official else "",
        family=official.family if official else "",
        birth_year=official.birth_year if official else None,
        organisation=official.organisation if official else "",
        post=official.post if official else "",
        email=official.email if official else "",
        state=row.state_code,
        state_name=state_name,
        sex=row.sex,
        function=row.function,
        language=row.language,
        standing=row.standing,
        reason=row.reason,
        is_protected=row.is_protected,
        is_named=official is not None,
        nominated_on=row.nominated_at.date(),
        present=sessions[0],
        sessions=sessions[1],
        before=results[0],
        after=results[1],
    )
