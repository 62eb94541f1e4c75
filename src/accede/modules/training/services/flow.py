"""The way of training events as it is run: what the gates ask, and what a step does."""

from collections.abc import Mapping
from datetime import datetime

from accede.core.training.events import EVENT, EventFacts
from accede.core.training.nominations import Standing
from accede.foundation.access import SYSTEM, Actor, Level, Scope
from accede.foundation.access.acting import acting
from accede.foundation.outbox.notices import notify
from accede.foundation.texts import isolated
from accede.foundation.workflow.flow import Flow, Move
from accede.modules.assistance.queries.activities import activity_visible_to
from accede.modules.identity.queries.holders import holders_of
from accede.modules.training import events
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP
from accede.modules.training.fields.workflow import EVENT_WORDS
from accede.modules.training.models import Call, Participant, Session, TrainingEvent
from accede.modules.training.queries.events import STATE, event_rows


def facts_of(row: TrainingEvent, by: Actor, at: datetime) -> EventFacts:
    """Return what the gates ask."""
    del by
    with acting(SYSTEM):
        activity = activity_visible_to(SYSTEM, row.activity_id)
        sessions = list(Session.objects.filter(event=row).values_list("took_place", flat=True))
        taken = (Standing.SELECTED, Standing.CONFIRMED)
        selected = Participant.objects.filter(event=row, standing__in=taken).count()
    return EventFacts(
        today=at.date(),
        nominate_until=row.nominate_until,
        last_day=row.last_day,
        activity=activity.state if activity else "",
        sessions=len(sessions),
        states=len(row.states),
        selected=selected,
        open_sessions=sessions.count(None),
    )


def told_to_state(row: TrainingEvent) -> dict[str, object]:
    """Return what a State is told of an event."""
    return {
        "title": row.title,
        "form": row.form,
        "place": row.place,
        "languages": row.languages,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "nominate_until": row.nominate_until,
        "criteria": row.criteria,
    }


def _call(row: TrainingEvent, move: Move) -> Mapping[str, object]:
    """Tell each State what it may nominate for, and whoever nominates for it here."""
    for code in row.states:
        owner = Scope(STATE, code)
        told = {**told_to_state(row), "is_open": True, "level": Level.PROGRAMME.value, "owner": str(owner)}
        call, _made = Call.objects.update_or_create(
            event=row, state_code=code, defaults=told, create_defaults={**told, "called_on": move.at.date()}
        )
        with acting(SYSTEM):
            found = holders_of(OFFICIALS_NOMINATE, over=owner, on=move.at.date(), reader=SYSTEM)
        people = [one.person for one in found if one.person != move.by.person]
        notify(events.CALLED, people, at=move.at, about=str(call.pk), training=isolated(row.title))
    return {}


def _shut(row: TrainingEvent, move: Move) -> Mapping[str, object]:
    del move
    Call.objects.filter(event=row).update(is_open=False)
    return {}


EVENTS: Flow[TrainingEvent] = Flow(
    table=EVENT,
    words=EVENT_WORDS,
    permissions=(TRAINING_KEEP,),
    events=events.STEPS,
    rows=event_rows,
    facts=facts_of,
    subject=lambda row: events.event_subject(row.pk, row.belongs_to),
    told=lambda row: {"training": row.title},
    effects={"call": _call, "reopen": _call, "close": _shut, "cancel": _shut},
)
