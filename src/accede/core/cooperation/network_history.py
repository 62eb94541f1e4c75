"""The network through time: the changes that open or close bases, each with its cause.

No day is computed anew: the network of the first day is moved on change by change. A change of what one State holds
touches one row and one column of the planes in which it counts; a treaty that begins or ends touches one pair.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from accede.core.cooperation.network import SURE, Layers, combined
from accede.core.cooperation.tables import NEVER, Bytes, LinkTable, Tables


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
    """The planes of one day, one for each group of offences, moved on change by change."""

    def __init__(self, tables: Tables, day: date) -> None:
        self.tables, self.day = tables, day
        self.layers = Layers(tables, day)
        self.groups = tables.grouping.groups
        self.weights = [len(group.offences) for group in self.groups]
        self.planes = self._planes()

    def _planes(self) -> list[Bytes]:
        self.given = given = self.layers.given()
        both = self.layers.both()
        planes = [combined(group.texts, given, both).copy() for group in self.groups]
        for plane in planes:
            np.fill_diagonal(plane, 0)
        return planes

    def sure(self) -> int:
        """Return how many cells have a sure basis."""
        return sum(int((p >= SURE).sum()) * w for p, w in zip(self.planes, self.weights, strict=True))

    def until(self, last: date) -> Iterator[ChangePoint]:
        """Yield the change-points until a day, treaties of a day before what States hold."""
        holdings = _events_of_holdings(self.tables, self.day, last)
        treaties = _events_of_treaties(self.tables, self.day, last)
        for number in sorted({*holdings, *treaties}):
            day = date.fromordinal(number)
            if number in treaties:
                yield from self._treaties_on(day, sorted(treaties[number]))
            for provision, state, value in holdings.get(number, ()):
                if self.layers.held[provision][state] == value:
                    continue
                self.layers.held[provision][state] = value
                yield self._held(day, provision, state)

    def _treaties_on(self, day: date, pairs: list[tuple[int, int]]) -> Iterator[ChangePoint]:
        number, size = day.toordinal(), self.tables.size
        self.layers.treaty = self.tables.treaties.plane_on(number, size)
        self.layers.unread = self.tables.unread.plane_on(number, size)
        self.given = self.layers.given()
        one, other = np.array(pairs, np.intp).T
        first, second = np.concatenate((one, other)), np.concatenate((other, one))
        cells, held = self.given.cells(first, second), self.layers.held
        opened, closed = np.zeros(len(pairs), np.int64), np.zeros(len(pairs), np.int64)
        for group, plane, weight in zip(self.groups, self.planes, self.weights, strict=True):
            both = {t.provision: held[t.provision][first] & held[t.provision][second] for t in group.texts}
            new = combined(group.texts, cells, both)
            was, now = plane[one, other] >= SURE, new[: len(pairs)] >= SURE
            opened += 2 * weight * (now & ~was)
            closed += 2 * weight * (was & ~now)
            plane[first, second] = new
        states = self.tables.world.states
        for place, (a, b) in enumerate(pairs):
            yield ChangePoint(day, Cause((states[a], states[b])), int(opened[place]), int(closed[place]))

    def _held(self, day: date, provision: str, state: int) -> ChangePoint:
        opened = closed = 0
        row = self.given.rows(slice(state, state + 1), slice(None))
        column = self.given.rows(slice(None), slice(state, state + 1))
        held = self.layers.held
        for number in self.tables.grouping.with_provision[provision]:
            texts, plane, weight = self.groups[number].texts, self.planes[number], self.weights[number]
            both = {t.provision: held[t.provision][state] & held[t.provision] for t in texts}
            new_row = combined(texts, row, {key: vector[None, :] for key, vector in both.items()})[0].copy()
            new_column = combined(texts, column, {key: vector[:, None] for key, vector in both.items()})[:, 0].copy()
            new_row[state] = new_column[state] = 0
            was, now = plane[state] >= SURE, new_row >= SURE
            # A sure basis holds in both directions, so one row counts for both.
            differs = np.flatnonzero(was != now)
            gained = int(np.count_nonzero(now[differs]))
            opened += 2 * weight * gained
            closed += 2 * weight * (len(differs) - gained)
            plane[state], plane[:, state] = new_row, new_column
        return ChangePoint(day, Cause((self.tables.world.states[state],), provision), opened, closed)


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


def _events_of_treaties(tables: Tables, first: date, last: date) -> dict[int, set[tuple[int, int]]]:
    found: dict[int, set[tuple[int, int]]] = {}
    low, high = first.toordinal(), last.toordinal()
    for links in (tables.treaties, tables.unread):
        for day, pair in _days_of(links, tables.size):
            if low < day <= high and day != NEVER:
                found.setdefault(day, set()).add(pair)
    return found


def _days_of(links: LinkTable, size: int) -> Iterator[tuple[int, tuple[int, int]]]:
    for since, until, cell in zip(links.since.tolist(), links.until.tolist(), links.cells[0].tolist(), strict=True):
        pair = divmod(cell, size)
        yield since, pair
        yield until, pair
