"""How many States were bound by an instrument, day by day, from their timelines."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from accede.core.treaties.positions import Change, Position, Standing


@dataclass(frozen=True, slots=True)
class CurveStep:
    """From `on` until the next step so many States are bound, and of so many the record cannot say.

    `not_party_then`: how many of the latter are known not to have been a party on an earlier day.
    """

    on: date
    bound: int
    not_known: int
    not_party_then: int = 0


def curve_of(timelines: Iterable[Sequence[Change]]) -> tuple[CurveStep, ...]:
    """Return the steps of one instrument's curve, one for each day on which a number changes."""
    moves: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0])
    for changes in timelines:
        before = None
        for change in changes:
            now = _counted_in(change.position)
            if now != before:
                if before is not None:
                    moves[change.starts_on][before] -= 1
                if now is not None:
                    moves[change.starts_on][now] += 1
            before = now
    steps: list[CurveStep] = []
    bound = unheard = then = 0
    for on in sorted(moves):
        bound, unheard, then = bound + moves[on][0], unheard + moves[on][1], then + moves[on][2]
        steps.append(CurveStep(on, bound, unheard + then, then))
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
    lines = [replace(step, on=day) for day, step in zip((*ends, until), found, strict=True)]
    return tuple(reversed(lines))


def _counted_in(position: Position) -> int | None:
    if position.is_bound:
        return 0
    if position.standing is not Standing.NOT_KNOWN:
        return None
    return 1 if position.not_party_on is None else 2


def _differs(before: CurveStep, step: CurveStep) -> bool:
    return replace(before, on=step.on) != step
