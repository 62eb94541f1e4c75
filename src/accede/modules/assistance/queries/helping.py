"""Assistance that has been given: activities and requests with the day on which it began, for what came of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from accede.foundation.access import Actor
from accede.modules.assistance.queries.activities import activity_rows
from accede.modules.assistance.queries.requests import rows_visible_to

_GIVEN = ("in_delivery", "delivered")


@dataclass(frozen=True, slots=True)
class Given:
    """An activity or a request. `began_on`: the first day of the activity, or of the first one for a request."""

    kind: str
    number: int
    called: str
    states: tuple[str, ...]
    began_on: date | None
    instruments: tuple[str, ...] = ()


def activities_named(actor: Actor, numbers: Collection[int]) -> list[Given]:
    """Return activities by their numbers, as far as the actor may see them. One query."""
    rows = activity_rows(actor).filter(pk__in=numbers)
    return [_activity(*row) for row in rows.values_list("id", "title", "states", "state", "first_day")]


def requests_named(actor: Actor, numbers: Collection[int]) -> list[Given]:
    """Return requests by their numbers, as far as the actor may see them. Two queries."""
    return _requests(actor, rows_visible_to(actor).filter(pk__in=numbers).exclude(reference=""))


def given_to(actor: Actor, state: str) -> list[Given]:
    """Return the assistance that has begun for a State, as far as the actor may see it, the latest first."""
    rows = activity_rows(actor).filter(states__contains=[state], state__in=_GIVEN).order_by("-first_day", "id")
    activities = [_activity(*row) for row in rows.values_list("id", "title", "states", "state", "first_day")]
    asked = rows_visible_to(actor).filter(state_code=state).exclude(reference="").order_by("-received_on", "id")
    return activities + [one for one in _requests(actor, asked) if one.began_on is not None]


def _activity(number: int, title: str, states: list[str], state: str, first_day: date) -> Given:
    return Given("activity", number, title, tuple(states), first_day if state in _GIVEN else None)


def _requests(actor: Actor, rows: Iterable[object]) -> list[Given]:
    found = list(rows.values_list("id", "reference", "subject", "state_code", "instruments"))  # type: ignore[attr-defined]
    began: dict[int, date] = {}
    given = activity_rows(actor).filter(requests__overlap=[row[0] for row in found], state__in=_GIVEN)
    for requests, first_day in given.order_by("-first_day").values_list("requests", "first_day") if found else ():
        began.update(dict.fromkeys(requests, first_day))
    return [
        Given("request", key, f"{reference} – {subject}", (state,), began.get(key), tuple(instruments))
        for key, reference, subject, state, instruments in found
    ]
