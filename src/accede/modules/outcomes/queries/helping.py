"""Assistance that can have contributed: activities, requests and visits, by keys such as "activity:12"."""

from collections.abc import Iterable
from datetime import date

from accede.foundation.access import Actor
from accede.modules.assessments.queries.made import assessments_made, assessments_named
from accede.modules.assistance.queries.helping import activities_named, given_to, requests_named
from accede.modules.outcomes.fields.outcomes import HelpFacts

_FIGURES = 18
"""Figures of the numbers that a table holds."""


def helped_by(actor: Actor, keys: Iterable[str]) -> dict[str, tuple[HelpFacts, frozenset[str]]]:
    """Return assistance by its keys, as far as the actor may see it, and the States that it helped. Four queries."""
    numbers: dict[str, set[int]] = {"activity": set(), "request": set(), "visit": set()}
    for key in keys:
        kind, _colon, number = key.partition(":")
        if kind in numbers and number.isascii() and number.isdecimal() and len(number) <= _FIGURES:
            numbers[kind].add(int(number))
    given = [*activities_named(actor, numbers["activity"]), *requests_named(actor, numbers["request"])]
    found = {
        f"{one.kind}:{one.number}": (_help(one.kind, one.number, one.called, one.began_on), frozenset(one.states))
        for one in given
    }
    for visit in assessments_named(actor, numbers["visit"]):
        fact = _help("visit", visit.number, visit.called, visit.began_on)
        found[f"visit:{visit.number}"] = fact, frozenset({visit.state})
    return found


def help_to_choose(actor: Actor, state: str) -> list[HelpFacts]:
    """Return the assistance that has begun for a State, as far as the actor may see it. Four queries."""
    given = [_help(one.kind, one.number, one.called, one.began_on) for one in given_to(actor, state)]
    return given + [_help("visit", one.number, one.called, one.began_on) for one in assessments_made(actor, state)]


def _help(kind: str, number: int, called: str, began_on: date | None) -> HelpFacts:
    return HelpFacts(kind=kind, key=str(number), called=called, began_on=began_on)
