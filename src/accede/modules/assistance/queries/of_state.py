"""Requests and activities of one State, for its file, as far as the reader may see them."""

from accede.foundation.access import Actor
from accede.modules.assistance.queries.activities import activity_rows
from accede.modules.assistance.queries.requests import rows_visible_to
from accede.modules.reference.queries.of_state import MOST, Line


def requests_of_state(actor: Actor, state: str) -> list[Line]:
    """Return the requests of a State that were received, the latest first. One query."""
    rows = rows_visible_to(actor).filter(state_code=state).exclude(reference="").order_by("-received_on", "-id")
    found = rows.values_list("id", "received_on", "reference", "subject", "state")[:MOST]
    return [Line(str(key), on, None, f"{number} – {subject}", state) for key, on, number, subject, state in found]


def activities_of_state(actor: Actor, state: str) -> list[Line]:
    """Return the activities for a State, alone or with others, the latest first. One query."""
    rows = activity_rows(actor).filter(states__contains=[state]).order_by("-first_day", "-id")
    found = rows.values_list("id", "first_day", "last_day", "title", "state")[:MOST]
    return [Line(str(key), first, last, title, state) for key, first, last, title, state in found]
