"""Which accessions would close most blind pairs of the world: greedily with a proven bound, and exactly.

A *blind cell* is an ordered pair of States and an offence without a sure basis on the day. An accession of a State to
an instrument closes cells towards the present parties; two States that both join close the cells between them as
well. For that reason the count is not submodular, and the well-known bound of 1 − 1/e does not hold for greedy
choice: instead each answer carries an upper bound that holds for every choice of the same size (`upper_bound`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from accede.core.cooperation.groups import provisions_gained
from accede.core.cooperation.what_if import Reach
from accede.core.treaties.instruments import Instrument, ParentLink

MUST_COME_FIRST = frozenset({ParentLink.MUST_BE_PARTY, ParentLink.JOIN_TOGETHER})


@dataclass(frozen=True, slots=True, order=True)
class Accession:
    """One State joining one instrument; `needs` is the parent that it must join first or together (Airports V(2))."""

    state: str
    instrument: str
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Accessions chosen, how many blind cells they close together, and an upper bound for every choice of that size."""

    accessions: tuple[Accession, ...]
    closes: int
    upper_bound: int

    @property
    def gap(self) -> float:
        """How far the choice may be from the best one, as a share of the bound; 0 when it is proven to be the best."""
        return 0.0 if self.upper_bound == 0 else (self.upper_bound - self.closes) / self.upper_bound


def candidates(reach: Reach, instruments: Iterable[Instrument], states: Sequence[str]) -> tuple[Accession, ...]:
    """Return every accession that would bind a State to an instrument that it is not known to be bound by."""
    by_key = {instrument.key: instrument for instrument in instruments}
    found: list[Accession] = []
    for key, instrument in by_key.items():
        provisions = [p for p in provisions_gained(reach.tables.world.catalogue, key) if p in reach.holders]
        if not provisions:
            continue
        for state in states:
            place = reach.tables.world.place[state]
            if not all(reach.holders[p] >> place & 1 for p in provisions):
                found.append(Accession(state, key, _first(reach, by_key, instrument, place)))
    return tuple(found)


def _first(reach: Reach, by_key: dict[str, Instrument], instrument: Instrument, place: int) -> str | None:
    parent = instrument.parent
    if parent is None or instrument.parent_link not in MUST_COME_FIRST or parent not in by_key:
        return None
    return None if reach.holders.get(parent, 0) >> place & 1 else parent


class Plan:
    """A set of accessions on top of a reach: what each further one would close. It grows; it is not shared."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.catalogue = reach.tables.world.catalogue
        self.reached = [list(group) for group in reach.reached]
        self.holders = dict(reach.holders)
        self.closes = 0

    def gain(self, accession: Accession) -> int:
        """Return how many further cells an accession would close."""
        return self.gain_together((accession,))

    def gain_together(self, accessions: Sequence[Accession]) -> int:
        """Return how many further cells several accessions of one State would close."""
        place = self.reach.tables.world.place[accessions[0].state]
        new = self._new(place, *(accession.instrument for accession in accessions))
        return 2 * sum(found.bit_count() * self.reach.weights[group] for group, found in new.items())

    def add(self, accession: Accession) -> int:
        """Add an accession and return how many cells it closes."""
        place = self.reach.tables.world.place[accession.state]
        new = self._new(place, accession.instrument)
        closed = 2 * sum(found.bit_count() * self.reach.weights[group] for group, found in new.items())
        for group, found in new.items():
            self.reached[group][place] |= found
            for other in _places(found):
                self.reached[group][other] |= 1 << place
        for provision in provisions_gained(self.catalogue, accession.instrument):
            if provision in self.holders:
                self.holders[provision] |= 1 << place
        self.closes += closed
        return closed

    def _new(self, place: int, *instruments: str) -> dict[int, int]:
        found: dict[int, int] = {}
        itself = ~(1 << place)
        grouping = self.reach.tables.grouping
        # A State does not reach itself, so what it joins first changes nothing for what it joins next.
        for provision in {provision for key in instruments for provision in provisions_gained(self.catalogue, key)}:
            holders = self.holders.get(provision)
            if not holders:
                continue
            for group in grouping.with_provision[provision]:
                gained = holders & itself & ~self.reached[group][place]
                if gained:
                    found[group] = found.get(group, 0) | gained
        return found


def _places(bits: int) -> Iterable[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


@dataclass(frozen=True)
class CoverageProblem:
    """A maximum coverage problem: which accessions, how many of them, from where; pairs of States are covered."""

    reach: Reach
    accessions: tuple[Accession, ...]

    @cached_property
    def alone(self) -> tuple[int, ...]:
        """What each accession closes by itself, without its parent."""
        plan = Plan(self.reach)
        return tuple(plan.gain(a) for a in self.accessions)

    @cached_property
    def heaviest_pair(self) -> int:
        """The most that one pair of accessions can close between the two States beyond what each closes alone."""
        grouping, catalogue = self.reach.tables.grouping, self.reach.tables.world.catalogue
        weights = [
            sum(
                self.reach.weights[g]
                for p in provisions_gained(catalogue, key)
                for g in grouping.with_provision.get(p, ())
            )
            for key in {a.instrument for a in self.accessions}
        ]
        return 2 * max(weights, default=0)


def closes(problem: CoverageProblem, accessions: Iterable[Accession]) -> int:
    """Return how many cells some accessions close together."""
    plan = Plan(problem.reach)
    for accession in accessions:
        plan.add(accession)
    return plan.closes


def upper_bound(problem: CoverageProblem, count: int) -> int:
    """Return a number that no `count` accessions can exceed.

    Each closes at most what it closes alone, and two of them at most the heaviest pair between each other.
    """
    best = sorted(problem.alone, reverse=True)[:count]
    return sum(best) + count * (count - 1) // 2 * problem.heaviest_pair


def greedy(problem: CoverageProblem, count: int) -> Choice:
    """Choose accessions one by one, each time what closes most per accession; a parent is joined with its protocol."""
    plan = Plan(problem.reach)
    chosen: list[Accession] = []
    left = list(problem.accessions)
    while len(chosen) < count and left:
        step = _best_step(plan, left, chosen, count - len(chosen))
        if not step:
            break
        for accession in step:
            plan.add(accession)
            left.remove(accession)
            chosen.append(accession)
    return Choice(tuple(chosen), plan.closes, upper_bound(problem, count))


def _best_step(
    plan: Plan, left: Sequence[Accession], chosen: Sequence[Accession], budget: int
) -> tuple[Accession, ...]:
    best: tuple[float, tuple[Accession, ...]] = (0.0, ())
    joined = {(a.state, a.instrument) for a in chosen}
    by_pair = {(a.state, a.instrument): a for a in left}
    for accession in left:
        needed = with_parents(accession, joined, by_pair)
        if needed is None or len(needed) > budget:
            continue
        gain = plan.gain_together(needed)
        if gain / len(needed) > best[0]:
            best = (gain / len(needed), needed)
    return best[1]


def with_parents(
    accession: Accession, joined: set[tuple[str, str]], by_pair: dict[tuple[str, str], Accession]
) -> tuple[Accession, ...] | None:
    """Return an accession after those that must come first; None when one of these cannot be made."""
    steps = [accession]
    while (parent := steps[0].needs) is not None and (accession.state, parent) not in joined:
        first = by_pair.get((accession.state, parent))
        if first is None:
            return None
        steps.insert(0, first)
    return tuple(steps)
