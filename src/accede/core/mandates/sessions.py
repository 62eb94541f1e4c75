"""When sessions of United Nations bodies take place: known dates with sources, and the Assembly's rule on its opening.

Rule 1 of the Assembly's rules of procedure: a session opens on the Tuesday of the second week in September (General
Assembly resolution 75/325), counting from the first week that contains at least one working day. So it was on the days
on record from the seventy-eighth session on. From the fifty-eighth to the seventy-seventh it was the third week
(resolution 57/301); before, sessions opened on the third Tuesday of September. A session lasts until the next one
opens. A date on record goes before the rule; a session of which neither is known stays unknown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Certainty(StrEnum):
    """How sure a date of the calendar is."""

    RECORDED = "recorded"
    BY_RULE = "by_rule"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class SessionKey:
    """Names a session: the body, its number or its year, and its kind ("regular", "special", "reconvened" …)."""

    body: str
    number: int | None
    year: int | None = None
    kind: str = "regular"


@dataclass(frozen=True, slots=True)
class SessionDates:
    """When a session takes place: first and last day, both included, and where this is known from.

    `is_exact` is false where the record tells only the month or year in which the days given lie.
    """

    key: SessionKey
    opens_on: date
    closes_on: date
    source: str
    certainty: Certainty = Certainty.RECORDED
    is_exact: bool = True


_FIRST_UNDER_57_301 = 58
_FIRST_UNDER_75_325 = 78
_RULE = "General Assembly, rule 1 of the rules of procedure"


def opening_by_rule(session: int) -> date | None:
    """Return the day on which a regular session of the Assembly opens by rule 1; None where no rule reaches."""
    year = 1945 + session
    if session < 2:
        return None
    first = date(year, 9, 1)
    if session < _FIRST_UNDER_57_301:
        first_tuesday = first + timedelta(days=(1 - first.weekday()) % 7)
        return first_tuesday + timedelta(days=14)
    # A week runs from Monday; the first one with a working day holds 1 September unless that is a Saturday or Sunday.
    monday = (
        first - timedelta(days=first.weekday()) if first.weekday() < 5 else first + timedelta(days=7 - first.weekday())
    )
    return monday + timedelta(days=8 if session >= _FIRST_UNDER_75_325 else 15)


class Calendar:
    """Sessions of bodies, by what a resolution says of them."""

    def __init__(self, recorded: Iterable[SessionDates]) -> None:
        self._recorded: Mapping[SessionKey, SessionDates] = {dates.key: dates for dates in recorded}

    def find(self, key: SessionKey) -> SessionDates | None:
        """Return the days of a session, or None when they are unknown."""
        if key in self._recorded:
            return self._recorded[key]
        if key.number is not None:
            named = next((d for k, d in self._recorded.items() if _same_session(k, key)), None)
            if named is not None:
                return named
        if key.body == "GA" and key.number is not None and key.kind == "regular":
            return self._assembly(key.number)
        if key.kind == "year" and key.year is not None:
            return _within_year(key)
        return None

    def _assembly(self, session: int) -> SessionDates | None:
        opens = self._opening(session)
        following = self._opening(session + 1)
        if opens is None or following is None:
            return None
        key = SessionKey("GA", session)
        return SessionDates(key, opens, following - timedelta(days=1), _RULE, Certainty.BY_RULE)

    def _opening(self, session: int) -> date | None:
        known = self._recorded.get(SessionKey("GA", session))
        return known.opens_on if known is not None else opening_by_rule(session)

    def assembly_session_on(self, day: date) -> int | None:
        """Return the number of the regular session of the Assembly during which a day falls."""
        for session in (day.year - 1945, day.year - 1946):
            opens = self._opening(session)
            if opens is not None and opens <= day:
                return session
        return None


def _same_session(known: SessionKey, asked: SessionKey) -> bool:
    return (known.body, known.number, known.kind) == (asked.body, asked.number, asked.kind)


def _within_year(key: SessionKey) -> SessionDates | None:
    """A session that is named by its year lies within that year; its days are unknown."""
    if key.year is None:
        return None
    return SessionDates(key, date(key.year, 1, 1), date(key.year, 12, 31), "", Certainty.BY_RULE, is_exact=False)
