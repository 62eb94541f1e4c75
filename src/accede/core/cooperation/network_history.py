"""The network through time: the changes that open or close bases, each with its cause.

No day is computed anew: who reaches whom on the first day is moved on change by change. Whether a basis is sure is the
same in both directions, so the States that one State reaches for a group of offences are one set, kept as the bits of a
number: a change of what a State holds touches its own set and the bit of that State in the sets of others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from accede.core.cooperation.groups import gives_without_treaty
from accede.core.cooperation.tables import AS_BYTE, NEVER, LinkTable, Tables
from accede.core.cooperation.what_if import bits_of
from accede.core.cooperation.world import Held


@dataclass(frozen=True, slots=True)
class Cause:
    """What changed: what a State holds of a provision, or a treaty between two States."""

    states: tuple[str, ...]
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A change on a day: ordered pairs × offences with a sure basis that it opened and closed."""

    day: date
    cause: Cause
    opened: int
    closed: int


@dataclass(frozen=True)
class History:
    """All change-points from the first day, and how many cells had a sure basis at its end."""

    first: date
    last: date
    sure_at_first: int
    points: tuple[ChangePoint, ...]

    @property
    def sure_at_last(self) -> int:
        """How many cells have a sure basis on the last day."""
        return self.sure_at_first + sum(p.opened - p.closed for p in self.points)

    def by_year(self) -> tuple[tuple[int, int], ...]:
        """Return how many cells had a sure basis at the end of each year."""
        found: dict[int, int] = {}
        sure = self.sure_at_first
        for year in range(self.first.year, self.last.year + 1):
            found[year] = sure
        for point in self.points:
            sure += point.opened - point.closed
            found[point.day.year] = sure
        running = self.sure_at_first
        series: list[tuple[int, int]] = []
        changed = {point.day.year for point in self.points}
        for year, value in found.items():
            running = value if year in changed else running
            series.append((year, running))
        return tuple(series)


def history(tables: Tables, first: date, last: date) -> History:
    """Return the change-points after `first` until `last`.

    Raises:
        ValueError: `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"the period cannot end on {last}, before its first day {first}")
    moving = _Moving(tables, first)
    at_first = moving.sure()
    return History(first, last, at_first, tuple(moving.until(last)))


class _Moving:
    """Who reaches whom for each group of offences, on one day after another."""

    def __init__(self, tables: Tables, day: date) -> None:
        self.tables, self.day = tables, day
        self.size = tables.size
        self.weights = [len(group.offences) for group in tables.grouping.groups]
        clauses = tables.world.catalogue.clauses
        self.texts = [
            tuple(t.provision for t in group.texts if gives_without_treaty(clauses[t.instrument], tables.purpose))
            for group in tables.grouping.groups
        ]
        self.groups_of = {
            provision: tuple(number for number, texts in enumerate(self.texts) if provision in texts)
            for provision in tables.changes.provisions
        }
        number = day.toordinal()
        yes = AS_BYTE[Held.YES]
        held = tables.changes.on(number, self.size)
        self.holders = {provision: bits_of(vector == yes) for provision, vector in held.items()}
        self.treaties: Counter[tuple[int, int]] = Counter()
        self.linked = [bits_of(row > 0) for row in tables.treaties.plane_on(number, self.size)]
        for since, until, pair in _days_of(tables.treaties, self.size):
            if since <= number < until:
                self.treaties[pair] += 1
        self.reached = [[self._reaches(group, state) for state in range(self.size)] for group in range(len(self.texts))]

    def _reaches(self, group: int, state: int) -> int:
        own = 1 << state
        found = self.linked[state]
        for provision in self.texts[group]:
            holders = self.holders[provision]
            if holders & own:
                found |= holders
        return found & ~own

    def sure(self) -> int:
        """Return how many cells have a sure basis."""
        return sum(
            weight * sum(bits.bit_count() for bits in reached)
            for reached, weight in zip(self.reached, self.weights, strict=True)
        )

    def until(self, last: date) -> Iterator[ChangePoint]:
        """Yield the change-points until a day, treaties of a day before what States hold."""
        holdings = _events_of_holdings(self.tables, self.day, last)
        treaties = _events_of_treaties(self.tables, self.day, last)
        for number in sorted({*holdings, *treaties}):
            day = date.fromordinal(number)
            for pair, step in treaties.get(number, ()):
                if (point := self._treaty(day, pair, step)) is not None:
                    yield point
            for provision, state, value in holdings.get(number, ()):
                if (point := self._holding(day, provision, state, value)) is not None:
                    yield point

    def _treaty(self, day: date, pair: tuple[int, int], step: int) -> ChangePoint | None:
        was = self.treaties[pair] > 0
        self.treaties[pair] += step
        now = self.treaties[pair] > 0
        if was == now:
            return None
        first, second = pair
        self.linked[first] ^= 1 << second
        self.linked[second] ^= 1 << first
        opened, closed = self._renew(range(len(self.texts)), first)
        states = self.tables.world.states
        return ChangePoint(day, Cause((states[first], states[second])), opened, closed)

    def _holding(self, day: date, provision: str, state: int, value: int) -> ChangePoint | None:
        bit = 1 << state
        was, now = bool(self.holders[provision] & bit), value == AS_BYTE[Held.YES]
        if was == now:
            # Whether it is perhaps held makes no basis sure.
            return None
        self.holders[provision] ^= bit
        opened, closed = self._renew(self.groups_of[provision], state)
        return ChangePoint(day, Cause((self.tables.world.states[state],), provision), opened, closed)

    def _renew(self, groups: Iterable[int], state: int) -> tuple[int, int]:
        """Work out anew whom a State reaches; return how many cells that opens and closes, in both directions."""
        opened = closed = 0
        bit = 1 << state
        for group in groups:
            reached = self.reached[group]
            old, new = reached[state], self._reaches(group, state)
            changed = old ^ new
            if not changed:
                continue
            gained = (changed & new).bit_count()
            opened += 2 * self.weights[group] * gained
            closed += 2 * self.weights[group] * (changed.bit_count() - gained)
            reached[state] = new
            while changed:
                low = changed & -changed
                reached[low.bit_length() - 1] ^= bit
                changed ^= low
        return opened, closed


def _events_of_holdings(tables: Tables, first: date, last: date) -> dict[int, list[tuple[str, int, int]]]:
    found: dict[int, list[tuple[str, int, int]]] = {}
    low, high = first.toordinal(), last.toordinal()
    changes, size = tables.changes, tables.size
    start, end = np.searchsorted(changes.days, [low, high], side="right")
    rows = (changes.days[start:end], changes.cells[start:end], changes.values[start:end])
    for day, cell, value in zip(*(row.tolist() for row in rows), strict=True):
        provision, state = divmod(cell, size)
        found.setdefault(day, []).append((changes.provisions[provision], state, value))
    return found


def _events_of_treaties(tables: Tables, first: date, last: date) -> dict[int, list[tuple[tuple[int, int], int]]]:
    found: dict[int, list[tuple[tuple[int, int], int]]] = {}
    low, high = first.toordinal(), last.toordinal()
    for since, until, pair in _days_of(tables.treaties, tables.size):
        for day, step in ((since, 1), (until, -1)):
            if low < day <= high and day != NEVER:
                found.setdefault(day, []).append((pair, step))
    return {day: sorted(events, key=lambda event: (-event[1], event[0])) for day, events in found.items()}


def _days_of(links: LinkTable, size: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    for since, until, cell in zip(links.since.tolist(), links.until.tolist(), links.cells[0].tolist(), strict=True):
        yield since, until, divmod(cell, size)
