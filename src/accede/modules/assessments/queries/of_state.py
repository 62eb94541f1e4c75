"""Consents, visits and needs of one State, for its file, as far as the reader may see them."""

from datetime import date

from accede.foundation.access import Actor
from accede.modules.assessments.models import Assessment, Consent, Need
from accede.modules.assessments.queries.consents import standing_of
from accede.modules.reference.queries.of_state import MOST, Line


def consents_of_state(actor: Actor, state: str, *, on: date) -> list[Line]:
    """Return the consents of a State as they stand on a day, the latest first. One query."""
    rows = Consent.objects.visible_to(actor).filter(state_code=state).order_by("-given_on", "id")[:MOST]
    return [Line(str(row.id), row.given_on, None, row.reference, standing_of(row, on=on)) for row in rows]


def assessments_of_state(actor: Actor, state: str) -> list[Line]:
    """Return the visits and desk reviews of a State, the latest first. One query."""
    rows = Assessment.objects.visible_to(actor).filter(state_code=state).order_by("-first_day", "-id")
    found = rows.values_list("id", "first_day", "last_day", "title", "state")[:MOST]
    return [Line(str(key), first, last, title, stage) for key, first, last, title, stage in found]


def needs_of_state(actor: Actor, state: str) -> list[Line]:
    """Return the needs of a State; their day is that on which the State agreed how urgent they are. One query."""
    rows = Need.objects.visible_to(actor).filter(state_code=state).order_by("-recorded_at", "id")
    found = rows.values_list("id", "priority_agreed_on", "recorded_at", "title", "priority")[:MOST]
    return [Line(str(key), agreed or at.date(), None, title, priority) for key, agreed, at, title, priority in found]
