"""Visits and desk reviews that were made, for what came of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from accede.foundation.access import Actor
from accede.modules.assessments.models import Assessment

_MADE = ("made", "commenting", "reported", "closed")


@dataclass(frozen=True, slots=True)
class Made:
    """A visit or desk review. `began_on`: its first day, None where it has not been made."""

    number: int
    called: str
    state: str
    began_on: date | None


def assessments_named(actor: Actor, numbers: Collection[int]) -> list[Made]:
    """Return visits and desk reviews by their numbers, as far as the actor may see them. One query."""
    rows = Assessment.objects.visible_to(actor).filter(pk__in=numbers)
    found = rows.values_list("id", "title", "state_code", "state", "first_day")
    return [Made(number, title, code, day if state in _MADE else None) for number, title, code, state, day in found]


def assessments_made(actor: Actor, state: str) -> list[Made]:
    """Return the visits and desk reviews that were made of a State, as far as the actor may see them, latest first."""
    rows = Assessment.objects.visible_to(actor).filter(state_code=state, state__in=_MADE).order_by("-first_day", "-id")
    return [Made(number, title, state, day) for number, title, day in rows.values_list("id", "title", "first_day")]
