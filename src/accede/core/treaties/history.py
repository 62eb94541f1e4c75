"""Standing of many States on one day and on every day of a period, as arrays, from timelines.

A timeline says when a standing changes; an array of days is filled slice by slice from these changes, so its cost is
that of writing it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from accede.core.treaties.positions import BOUND, Change, Standing

CODE_TABLE: tuple[Standing, ...] = tuple(Standing)
"""The standing that each number of an array stands for."""
CODES: dict[Standing, int] = {standing: code for code, standing in enumerate(CODE_TABLE)}

_SPAN = 1 << 22
"""More than any day's ordinal."""

Codes = NDArray[np.uint8]
Counts = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Histories:
    """The timelines of many States, laid end to end so that a day is looked up in all of them at once.

    `keys` grow: the number of the timeline first, then the day on which a standing begins; `codes` lie beside them.
    """

    count: int
    keys: NDArray[np.int64]
    codes: Codes

    @classmethod
    def of(cls, timelines: Sequence[Sequence[Change]]) -> "Histories":
        """Lay out these timelines, in their order."""
        keys = [number * _SPAN + change.starts_on.toordinal() for number, ch in enumerate(timelines) for change in ch]
        codes = [CODES[change.position.standing] for changes in timelines for change in changes]
        return cls(len(timelines), np.array(keys, dtype=np.int64), np.array(codes, dtype=np.uint8))

    def on(self, day: date) -> Codes:
        """Return one code for each timeline: the standing on `day`."""
        asked = np.arange(self.count, dtype=np.int64) * _SPAN + day.toordinal()
        held: Codes = self.codes[np.searchsorted(self.keys, asked, side="right") - 1]
        return held

    def between(self, first: date, last: date) -> Codes:
        """Return an array [timeline, day] of codes for every day from `first` to `last`, both included.

        Raises:
            ValueError: `last` is before `first`.
        """
        days = number_of_days(first, last)
        row, ordinal = np.divmod(self.keys, _SPAN)
        starts = row * days + np.clip(ordinal - first.toordinal(), 0, days)
        ends = np.append(starts[1:], self.count * days)
        lasting = starts < ends
        table = np.empty(self.count * days, dtype=np.uint8)
        # A slice is filled at the speed of memory; `np.repeat` would copy byte by byte.
        for start, end, code in zip(
            starts[lasting].tolist(), ends[lasting].tolist(), self.codes[lasting].tolist(), strict=True
        ):
            table[start:end] = code
        return table.reshape(self.count, days)


def number_of_days(first: date, last: date) -> int:
    """Return how many days a period has, both ends included.

    Raises:
        ValueError: `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"the period cannot end on {last}, before its first day {first}")
    return (last - first).days + 1


@dataclass(frozen=True, slots=True)
class Curve:
    """How many States were bound on each day, and of how many the record cannot say; `first` is the first day.

    A State whose day of joining is not known counts as not known until the first source that names it.
    """

    first: date
    bound: Counts
    not_known: Counts

    def on(self, day: date) -> int:
        """Return how many States were bound on `day`."""
        return int(self.bound[(day - self.first).days])

    def by_month(self) -> tuple[tuple[date, int, int], ...]:
        """Return (last day, bound, not known) of each month, and of the last day."""
        found: list[tuple[date, int, int]] = []
        for index in range(len(self.bound)):
            day = self.first + timedelta(days=index)
            if (day + timedelta(days=1)).day == 1 or index == len(self.bound) - 1:
                found.append((day, int(self.bound[index]), int(self.not_known[index])))
        return tuple(found)


def accession_curve(timelines: Iterable[Sequence[Change]], first: date, last: date) -> Curve:
    """Return the curve of one instrument from the timelines of all States under it.

    Raises:
        ValueError: `last` is before `first`.
    """
    days = number_of_days(first, last)
    bound, not_known = np.zeros(days + 1, dtype=np.int32), np.zeros(days + 1, dtype=np.int32)
    origin = first.toordinal()
    for changes in timelines:
        for index, change in enumerate(changes):
            steps = _counted_in(change.position.standing, bound, not_known)
            if steps is None:
                continue
            end = changes[index + 1].starts_on.toordinal() - origin if index + 1 < len(changes) else days
            steps[min(max(change.starts_on.toordinal() - origin, 0), days)] += 1
            steps[min(max(end, 0), days)] -= 1
    return Curve(first, _summed(bound), _summed(not_known))


def _counted_in(standing: Standing, bound: Counts, not_known: Counts) -> Counts | None:
    if standing in BOUND:
        return bound
    return not_known if standing is Standing.NOT_KNOWN else None


def _summed(steps: Counts) -> Counts:
    return np.cumsum(steps[:-1], dtype=np.int32)
