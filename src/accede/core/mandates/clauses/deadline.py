"""A deadline as written and the days it means, and what it is resolved against."""

from dataclasses import dataclass
from datetime import date

from accede.core.mandates.sessions import Calendar, Certainty, SessionKey
from accede.core.mandates.tongues.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Setting:
    """What a deadline is resolved against: who speaks, when, in which session, and which bodies the text names."""

    calendar: Calendar
    organ: str = "GA"
    adopted_on: date | None = None
    session: int | None = None
    mentioned: str = ""
    year: int | None = None
    tongue: Tongue | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written and the days it means, both included.

    Attributes:
        kind: session, period, date, within, periodic or soon.
        due_from, due_until: the days; None when unknown, with `reason`.
        source, certainty: where the days are known from.
        session: the session meant, as ("CCPCJ", 18, "reconvened").
    """

    text: str
    kind: str
    start: int
    end: int
    due_from: date | None = None
    due_until: date | None = None
    is_exact: bool = True
    source: str = ""
    certainty: Certainty | None = None
    reason: str = ""
    session: SessionKey | None = None
    every_months: int | None = None


_DECISIVE = ("session", "date", "within", "period", "periodic", "soon")


def decisive_kind(kind: str) -> int:
    """Return how near the front a kind of deadline stands when it is asked when a duty is due."""
    return _DECISIVE.index(kind)


def decisive(due: tuple[Deadline, ...]) -> Deadline | None:
    """Return the deadline that says when a duty is due: a session before a day, a day before a period."""
    return min(due, key=lambda one: decisive_kind(one.kind), default=None)


def further(due: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """Return the other deadlines of a duty that set a time of their own, in the order of the text."""
    others = (one for one in due if one is not decisive(due) and one.kind != "period")
    return tuple(one for one in others if one.due_until is not None or one.every_months is not None)
