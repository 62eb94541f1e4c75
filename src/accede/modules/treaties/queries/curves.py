"""How many States were bound by an instrument, day by day, from their timelines."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from accede.core.treaties.standing import BOUND, Change, Standing


@dataclass(frozen=True, slots=True)
class CurveStep:
    """From `on` until the next step so many States are bound, and of so many the record cannot say."""

    on: date
    bound: int
    not_known: int


def curve_of(timelines: Iterable[Sequence[Change]]) -> tuple[CurveStep, ...]:
    """Return the steps of one instrument's curve, one for each day on which a number changes."""
    moves: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for changes in timelines:
        before = None
        for change in changes:
            now = _counted_in(change.position.standing)
            if now != before:
                if before is not None:
                    moves[change.starts_on][before] -= 1
                if now is not None:
                    moves[change.starts_on][now] += 1
            before = now
    steps: list[CurveStep] = []
    bound = not_known = 0
    for on in sorted(moves):
        bound, not_known = bound + moves[on][0], not_known + moves[on][1]
        steps.append(CurveStep(on, bound, not_known))
    return (*steps[:1], *(step for before, step in pairwise(steps) if _differs(before, step)))


def step_on(steps: Sequence[CurveStep], day: date) -> CurveStep:
    """Return the numbers that hold on `day`."""
    return next((step for step in reversed(steps) if step.on <= day), CurveStep(day, 0, 0))


def by_year(steps: Sequence[CurveStep], *, until: date) -> tuple[CurveStep, ...]:
    """Return the numbers at the end of each year from the first step on, and on `until`, the last of them first."""
    if not steps or steps[0].on > until:
        return ()
    ends = [date(year, 12, 31) for year in range(steps[0].on.year, until.year)]
    found = (step_on(steps, day) for day in (*ends, until))
    lines = [CurveStep(day, step.bound, step.not_known) for day, step in zip((*ends, until), found, strict=True)]
    return tuple(reversed(lines))


def _counted_in(standing: Standing) -> int | None:
    if standing in BOUND:
        return 0
    return 1 if standing is Standing.NOT_KNOWN else None


def _differs(before: CurveStep, step: CurveStep) -> bool:
    return (before.bound, before.not_known) != (step.bound, step.not_known)
