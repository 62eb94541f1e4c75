"""Where two bodies plan the same for the same State at the same time, somebody should tell them.

The rule: the same topic, a State in common, the same quarter of a year, by two different bodies (ECOSOC resolution
2007/18, paragraph 6, which asks for work in coordination). It is an alert and keeps nobody from anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Planned:
    """What a body plans: for which States, about what, on which days."""

    key: str
    body: str
    states: frozenset[str]
    topic: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two plans that meet, and in what."""

    first: str
    second: str
    states: tuple[str, ...]
    topic: str


def overlaps(planned: Iterable[Planned]) -> list[Overlap]:
    """Return every two plans that meet, in the order in which they are given."""
    return [
        Overlap(one.key, other.key, tuple(sorted(one.states & other.states)), one.topic)
        for one, other in combinations(planned, 2)
        if one.body != other.body
        and one.topic == other.topic
        and one.states & other.states
        and _quarters(one) & _quarters(other)
    ]


def _quarters(one: Planned) -> set[int]:
    return set(range(_quarter(one.first_day), _quarter(one.last_day) + 1))


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3
