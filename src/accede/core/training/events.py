"""The way of a training event: planned, open for nominations, selected, confirmed, held.

A session is part of an activity, so the gates of the mandate are the activity's: nobody is invited before the activity
is approved, and no session takes place before it is in delivery.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

KEEP = "training.keep"
PRACTICE = Authority("docs/domain/rules.md", "Training")
PASSED = frozenset({"approved", "in_delivery", "delivered"})
"""States of an activity in which its people may be invited."""
DELIVERING = frozenset({"in_delivery", "delivered"})
"""States of an activity in which its sessions take place."""


class EventState(StrEnum):
    """Where an event is."""

    PLANNED = "planned"
    NOMINATING = "nominating"
    SELECTING = "selecting"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the gates ask of an event; `open_sessions`: of which nobody has said whether they took place."""

    today: date
    nominate_until: date
    last_day: date
    activity: str
    sessions: int
    states: int
    selected: int
    open_sessions: int


def _sessions(event: EventFacts) -> Mapping[str, object] | None:
    return None if event.sessions and event.states else {"sessions": event.sessions, "states": event.states}


def _time(event: EventFacts) -> Mapping[str, object] | None:
    return None if event.today <= event.nominate_until else {"day": event.nominate_until}


def _passed(event: EventFacts) -> Mapping[str, object] | None:
    return None if event.activity in PASSED else {}


def _selected(event: EventFacts) -> Mapping[str, object] | None:
    return None if event.selected else {}


def _over(event: EventFacts) -> Mapping[str, object] | None:
    return None if event.last_day <= event.today else {"last": event.last_day}


def _told(event: EventFacts) -> Mapping[str, object] | None:
    return {"count": event.open_sessions} if event.open_sessions else None


HAS_SESSIONS: Gate[EventFacts] = Gate("training.sessions", PRACTICE, _sessions)
IN_TIME: Gate[EventFacts] = Gate("training.time", PRACTICE, _time)
ACTIVITY_PASSED: Gate[EventFacts] = Gate("training.activity", PRACTICE, _passed)
HAS_SELECTED: Gate[EventFacts] = Gate("training.selected", PRACTICE, _selected)
IS_OVER: Gate[EventFacts] = Gate("training.over", PRACTICE, _over)
IS_TOLD: Gate[EventFacts] = Gate("training.told", PRACTICE, _told)

_S = EventState
EVENT: Workflow[EventState, EventFacts] = Workflow(
    key="training-event",
    states=EventState,
    start=_S.PLANNED,
    steps=(
        Step("call", (_S.PLANNED,), _S.NOMINATING, KEEP, (HAS_SESSIONS, IN_TIME)),
        Step("close", (_S.NOMINATING,), _S.SELECTING, KEEP),
        Step("reopen", (_S.SELECTING,), _S.NOMINATING, KEEP, (IN_TIME,), with_reason=True),
        Step("confirm", (_S.SELECTING,), _S.CONFIRMED, KEEP, (ACTIVITY_PASSED, HAS_SELECTED)),
        Step("hold", (_S.CONFIRMED,), _S.HELD, KEEP, (IS_OVER, IS_TOLD)),
        Step("cancel", (_S.PLANNED, _S.NOMINATING, _S.SELECTING, _S.CONFIRMED), _S.CANCELLED, KEEP, with_reason=True),
    ),
)
