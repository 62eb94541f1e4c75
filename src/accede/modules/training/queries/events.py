"""Training events, their sessions, and calls for nominations, as far as the reader may see them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import QuerySet

from accede.foundation import clock
from accede.foundation.access import ALL, Actor, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.reference.queries.states import short_names
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_READ
from accede.modules.training.fields.events import CallFacts, EventListed, SessionFacts
from accede.modules.training.models import Call, Session, TrainingEvent

STATE = "state"
"""The kind of scope that a State is."""


def event_rows(actor: Actor) -> "QuerySet[TrainingEvent]":
    """Return the events that the actor may see."""
    rows: QuerySet[TrainingEvent] = TrainingEvent.objects.visible_to(actor)
    if can(actor, TRAINING_READ, on=ALL):
        return rows
    return rows.filter(owner__in=[str(one.scope) for one in actor.grants if can(actor, TRAINING_READ, on=one.scope)])


def events_visible_to(actor: Actor) -> RowsOfTable[EventListed]:
    """Return the events that the actor may see, the latest first."""
    return RowsOfTable(event_rows(actor).order_by("-first_day", "id"), _facts)


def event_visible_to(actor: Actor, number: int) -> EventListed | None:
    """Return one event, None if there is none for this actor."""
    return next(iter(_facts(list(event_rows(actor).filter(pk=number)))), None)


def sessions_of(actor: Actor, number: int) -> list[SessionFacts]:
    """Return the sessions of an event that the actor may see, in the order of their days."""
    rows = Session.objects.visible_to(actor).filter(event__in=event_rows(actor).filter(pk=number)).order_by("on", "id")
    return [SessionFacts(row.pk, row.title, row.on, row.hours, row.took_place) for row in rows]


def session_visible_to(actor: Actor, key: UUID) -> tuple[int, SessionFacts] | None:
    """Return a session and the number of its event, None if there is none for this actor."""
    row = Session.objects.visible_to(actor).filter(event__in=event_rows(actor), pk=key).first()
    return None if row is None else (row.event_id, SessionFacts(row.pk, row.title, row.on, row.hours, row.took_place))


def call_rows(actor: Actor) -> "QuerySet[Call]":
    """Return the calls that the actor may see: the programme's all, an authority's those to its State."""
    rows: QuerySet[Call] = Call.objects.visible_to(actor)
    if can(actor, TRAINING_READ, on=ALL):
        return rows
    return rows.filter(owner__in=nominated_for(actor))


def nominated_for(actor: Actor) -> list[str]:
    """Return the scopes for which the actor nominates, or whose nominations they read."""
    wanted = (OFFICIALS_NOMINATE, TRAINING_READ)
    return [str(one.scope) for one in actor.grants if any(can(actor, each, on=one.scope) for each in wanted)]


def calls_visible_to(actor: Actor) -> RowsOfTable[CallFacts]:
    """Return the calls for nominations that the actor may see, the latest first."""
    return RowsOfTable(call_rows(actor).order_by("-nominate_until", "id"), _calls)


def call_visible_to(actor: Actor, key: UUID) -> CallFacts | None:
    """Return one call, None if there is none for this actor."""
    return next(iter(_calls(list(call_rows(actor).filter(pk=key)))), None)


def calls_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which calls the actor may see, by their keys; for what notices are about."""
    return {str(key) for key in call_rows(actor).filter(pk__in=list(keys)).values_list("pk", flat=True)}


def calls_to_answer(actor: Actor) -> int:
    """Return to how many calls the actor can still nominate today."""
    if not can(actor, OFFICIALS_NOMINATE):
        return 0
    return call_rows(actor).filter(is_open=True, nominate_until__gte=clock.today()).count()


def _facts(rows: Sequence[TrainingEvent]) -> list[EventListed]:
    states = short_names({code for row in rows for code in row.states}, language=readers_language()) if rows else {}
    return [
        EventListed(
            number=row.pk,
            owner=row.belongs_to,
            activity=row.activity_id,
            title=row.title,
            form=row.form,
            place=row.place,
            states=tuple(row.states),
            state_names=tuple(states.get(code, code) for code in row.states),
            languages=tuple(row.languages),
            topics=tuple(row.topics),
            first_day=row.first_day,
            last_day=row.last_day,
            nominate_until=row.nominate_until,
            seats=row.seats,
            criteria=row.criteria,
            stage=row.state,
            reason=row.reason,
        )
        for row in rows
    ]


def _calls(rows: Sequence[Call]) -> list[CallFacts]:
    states = short_names({row.state_code for row in rows}, language=readers_language()) if rows else {}
    return [
        CallFacts(
            id=row.pk,
            event=row.event_id,
            owner=row.belongs_to,
            state=row.state_code,
            state_name=states.get(row.state_code, row.state_code),
            title=row.title,
            form=row.form,
            place=row.place,
            languages=tuple(row.languages),
            first_day=row.first_day,
            last_day=row.last_day,
            nominate_until=row.nominate_until,
            criteria=row.criteria,
            is_open=row.is_open,
        )
        for row in rows
    ]


def call_of(actor: Actor, event: int, state: str) -> UUID | None:
    """Return the key of the call to a State, None if there is none for this actor."""
    return call_rows(actor).filter(event=event, state_code=state).values_list("pk", flat=True).first()
