"""The best k accessions, by integer programming, with the bound that proves it.

Accessions that cannot be among the best k are put aside first, by a bound that holds for every choice. For the rest,
one variable says whether an accession is chosen, one whether two States both join, one whether a group of cells with
the same ways of being closed is closed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import floor, isfinite
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from accede.core.cooperation.groups import provisions_gained
from accede.core.cooperation.planning import Accession, Choice, CoverageProblem, closes, greedy

_OUT_OF_TIME = 1
"""The solver's word for it (scipy.optimize.milp)."""
_ROUNDING = 1e-6
_MOST_IN_SECONDS = 180
"""With more accessions to weigh, the solver's first relaxation alone takes longer than a reader waits."""
Way = frozenset[int]
"""Accessions (by number) that together close a cell."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The best choice with its certificate.

    Attributes:
        choice: with the bound that the solver proved.
        considered: how many accessions remained after those were put aside that cannot be among the best.
        put_aside: how many these were.
        was_sought: whether the solver was asked; without it, the choice is that of the greedy way.
    """

    choice: Choice
    considered: int
    put_aside: int
    was_sought: bool = True


def optimum(
    problem: CoverageProblem, count: int, *, most_seconds: float | None = None, start: Choice | None = None
) -> Proof:
    """Return the best choice of at most `count` accessions; `start` is the greedy choice, where it is at hand.

    With `most_seconds` the solver may end before it has proven one, and is not asked where even its first step would
    take longer: then the best choice found comes with the bound proven so far, and its gap says how far it may be off.

    Raises:
        RuntimeError: the solver ended without an answer and without having run out of time.
    """
    start = start or greedy(problem, count)
    kept = _may_be_best(problem, count, start.closes)
    if not kept or (most_seconds is not None and len(kept) > _MOST_IN_SECONDS):
        return Proof(start, len(kept), len(problem.accessions) - len(kept), was_sought=False)
    model = _Model(problem, kept)
    chosen, bound = model.solve(count, most_seconds)
    bound = start.upper_bound if bound is None else min(bound, start.upper_bound)
    found = closes(problem, chosen)
    best = (found, chosen) if found > start.closes else (start.closes, start.accessions)
    choice = Choice(_in_order(best[1]), best[0], max(best[0], bound))
    return Proof(choice, len(kept), len(problem.accessions) - len(kept))


def _in_order(accessions: Sequence[Accession]) -> tuple[Accession, ...]:
    """Put parents before the protocols that need them."""
    return tuple(sorted(accessions, key=lambda a: (a.state, a.needs is not None, a.instrument)))


def _may_be_best(problem: CoverageProblem, count: int, reached: int) -> tuple[Accession, ...]:
    """Keep the accessions with which a choice could still reach what greedy choice reached, and their parents.

    A choice that holds accession `a` closes at most what `a` closes alone, the best of the others alone, and the
    heaviest pair for every two of them.
    """
    others = sum(sorted(problem.alone, reverse=True)[: count - 1])
    pairs = count * (count - 1) // 2 * problem.heaviest_pair
    kept = {a for a, alone in zip(problem.accessions, problem.alone, strict=True) if alone + others + pairs >= reached}
    by_pair = {(a.state, a.instrument): a for a in problem.accessions}
    waiting = list(kept)
    while waiting:
        accession = waiting.pop()
        parent = by_pair.get((accession.state, accession.needs or ""))
        if parent is not None and parent not in kept:
            kept.add(parent)
            waiting.append(parent)
    return tuple(a for a in problem.accessions if a in kept)


class _Model:
    """The integer programme over the accessions that remain."""

    def __init__(self, problem: CoverageProblem, accessions: Sequence[Accession]) -> None:
        self.problem, self.accessions = problem, accessions
        self.number = {a: n for n, a in enumerate(accessions)}
        self.by_pair = {(a.state, a.instrument): a for a in accessions}

    def cells(self) -> Mapping[frozenset[Way], int]:
        """Return how many blind cells have each set of ways of being closed."""
        reach = self.problem.reach
        place, catalogue = reach.tables.world.place, reach.tables.world.catalogue
        states = {a.state for a in self.accessions}
        found: dict[frozenset[Way], int] = {}
        for group, part in enumerate(reach.groups):
            gives: dict[str, dict[str, set[int]]] = {}
            for a in self.accessions:
                for provision in provisions_gained(catalogue, a.instrument):
                    if any(text.provision == provision for text in part.texts):
                        gives.setdefault(provision, {}).setdefault(a.state, set()).add(self.number[a])
            if not gives:
                continue
            self._towards_parties(group, gives, states, place, found)
        return found

    def _towards_parties(
        self,
        group: int,
        gives: Mapping[str, Mapping[str, set[int]]],
        states: set[str],
        place: Mapping[str, int],
        found: dict[frozenset[Way], int],
    ) -> None:
        reach = self.problem.reach
        weight = 2 * reach.weights[group]
        inside = sum(1 << place[s] for s in states)
        for state in states:
            blind = reach.present & ~reach.reached[group][place[state]] & ~(1 << place[state])
            outside = blind & ~inside
            # Cells towards States that join nothing are alike when the same accessions close them.
            classes: list[tuple[int, frozenset[Way]]] = [(outside, frozenset())]
            for provision, by_state in gives.items():
                ways = frozenset(frozenset({n}) for n in by_state.get(state, ()))
                holders = reach.holders[provision]
                classes = [
                    part
                    for bits, known in classes
                    for part in ((bits & holders, known | ways), (bits & ~holders, known))
                    if part[0]
                ]
            for bits, ways in classes:
                if ways:
                    found[ways] = found.get(ways, 0) + weight * bits.bit_count()
        for first, second in combinations(sorted(states), 2):
            if reach.reached[group][place[first]] >> place[second] & 1:
                continue
            ways = self._between(first, second, gives, place)
            if ways:
                found[ways] = found.get(ways, 0) + weight

    def _between(
        self, first: str, second: str, gives: Mapping[str, Mapping[str, set[int]]], place: Mapping[str, int]
    ) -> frozenset[Way]:
        ways: set[Way] = set()
        for provision, by_state in gives.items():
            holders = self.problem.reach.holders[provision]
            has = {s: bool(holders >> place[s] & 1) for s in (first, second)}
            mine, theirs = by_state.get(first, set()), by_state.get(second, set())
            if has[second]:
                ways |= {frozenset({n}) for n in mine}
            if has[first]:
                ways |= {frozenset({n}) for n in theirs}
            if not has[first] and not has[second]:
                ways |= {frozenset({n, m}) for n in mine for m in theirs}
        return frozenset(ways)

    def solve(self, count: int, most_seconds: float | None) -> tuple[tuple[Accession, ...], int | None]:
        """Return the accessions chosen and the bound that the solver proved; None where it proved none in time."""
        rows = _Rows(len(self.accessions))
        rows.at_most(float(count), dict.fromkeys(range(len(self.accessions)), 1.0))
        upper = np.ones(len(self.accessions))
        for accession, number in self.number.items():
            if accession.needs is None:
                continue
            parent = self.by_pair.get((accession.state, accession.needs))
            if parent is None:
                upper[number] = 0.0
            else:
                rows.at_most(0.0, {number: 1.0, self.number[parent]: -1.0})
        both: dict[Way, int] = {}
        for ways, weight in self.cells().items():
            self._close(rows, ways, float(weight), both)
        answer = rows.solve(upper, most_seconds)
        if answer.status not in {0, _OUT_OF_TIME}:
            raise RuntimeError(f"the solver ended without an optimum: {answer.message}")
        bound = answer.mip_dual_bound
        proven = floor(-bound + _ROUNDING) if bound is not None and isfinite(bound) else None
        if answer.x is None:
            return (), proven
        return tuple(a for a, n in self.number.items() if answer.x[n] > 0.5), proven

    @staticmethod
    def _close(rows: "_Rows", ways: frozenset[Way], weight: float, both: dict[Way, int]) -> None:
        """A group of cells is closed at most as much as the accessions that close it are chosen."""
        columns: list[int] = []
        for way in sorted(ways, key=sorted):
            if len(way) == 1:
                columns.extend(way)
                continue
            if way not in both:
                both[way] = rows.column(0.0)
                for number in way:
                    rows.at_most(0.0, {both[way]: 1.0, number: -1.0})
            columns.append(both[way])
        closed = rows.column(weight)
        rows.at_most(0.0, {closed: 1.0} | dict.fromkeys(columns, -1.0))


class _Rows:
    """An integer programme as it is written down, row by row."""

    def __init__(self, choices: int) -> None:
        self.choices = choices
        self.gains = [0.0] * choices
        self.limits: list[float] = []
        self.entries: list[tuple[int, int, float]] = []

    def column(self, gain: float) -> int:
        """Add a variable between 0 and 1 and return its number."""
        self.gains.append(gain)
        return len(self.gains) - 1

    def at_most(self, limit: float, terms: Mapping[int, float]) -> None:
        """Demand that a sum of variables stays below a limit."""
        self.entries += [(len(self.limits), column, factor) for column, factor in terms.items()]
        self.limits.append(limit)

    def solve(self, upper: "np.typing.NDArray[np.float64]", most_seconds: float | None) -> Any:
        """Return the solver's answer; the choices are whole, the rest follows from them."""
        total = len(self.gains)
        places, columns, factors = zip(*self.entries, strict=True)
        matrix = csr_array((factors, (places, columns)), shape=(len(self.limits), total))
        integrality = np.zeros(total)
        integrality[: self.choices] = 1
        bounds = Bounds(np.zeros(total), np.concatenate((upper, np.ones(total - self.choices))))
        return milp(
            -np.array(self.gains),
            integrality=integrality,
            bounds=bounds,
            constraints=LinearConstraint(matrix, -np.inf, np.array(self.limits)),
            options={"mip_rel_gap": 0.0} | ({} if most_seconds is None else {"time_limit": most_seconds}),
        )
