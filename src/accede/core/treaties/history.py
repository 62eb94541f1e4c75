"""Standing of many States on one day and on every day of a period, as arrays, from timelines.

A timeline says when a standing changes; an array of days is filled slice by slice from these changes, so its cost is
that of writing it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from accede.core.treaties.positions import BOUND, Change, Standing

CODE_TABLE: tuple[Standing, ...] = tuple(Standing)
"""The standing that each number of an array stands for."""
CODES: dict[Standing, int] = {standing: code for code, standing in enumerate(CODE_TABLE)}

Codes = NDArray[np.uint8]
Counts = NDArray[np.int32]


def codes_on(timelines: Iterable[Sequence[Change]], day: date) -> Codes:
    """Return one code for each timeline: the standing on `day`."""
    held = (changes[bisect_right(changes, day, key=_starts_on) - 1] for changes in timelines)
    return np.fromiter((CODES[change.position.standing] for change in held), dtype=np.uint8)


def codes_between(timelines: Sequence[Sequence[Change]], first: date, last: date) -> Codes:
    """Return an array [timeline, day] of codes for every day from `first` to `last`, both included.

    Raises:
        ValueError: `last` is before `first`.
    """
    days = number_of_days(first, last)
    table = np.empty((len(timelines), days), dtype=np.uint8)
    origin = first.toordinal()
    for row, changes in zip(table, timelines, strict=True):
        end = days
        for change in reversed(changes):
            start = change.starts_on.toordinal() - origin
            if start < end:
                row[max(start, 0) : end] = CODES[change.position.standing]
                end = start
            if end <= 0:
                break
    return table


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


def _starts_on(change: Change) -> date:
    return change.starts_on
