"""By when something is to be done for a request. The days are the programme's own measure; no resolution sets them."""

from collections.abc import Mapping
from datetime import date, timedelta

from accede.core.assistance.requests import RequestState

DAYS: Mapping[RequestState, int] = {
    RequestState.RECEIVED: 7,
    RequestState.ACKNOWLEDGED: 30,
    RequestState.SCREENED: 14,
    RequestState.DEFERRED: 90,
    RequestState.COMPLETED: 180,
    RequestState.FOLLOWED_UP: 30,
}
"""Days from the step that led to a state until the next one: to acknowledge, to screen, to decide, to look again at
what was deferred, to follow up, to close. What waits for an activity or for nobody has no day."""
ANSWER_DAYS = 30
"""Days within which a State is asked to answer a question."""


def due_on(state: RequestState, since: date) -> date | None:
    """Return by when the next step is due for a request that came into a state on a day; None where none is."""
    days = DAYS.get(state)
    return since + timedelta(days=days) if days is not None else None


def answer_due_on(asked_on: date) -> date:
    """Return by when an answer to a question is due."""
    return asked_on + timedelta(days=ANSWER_DAYS)
