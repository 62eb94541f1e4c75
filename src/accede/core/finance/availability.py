"""Which contributions may pay for a purpose on a day, in which order, and what would still be needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accede.core.explain import Finding, Reason
from accede.core.finance.earmarks import Earmark, Purpose, covers, tightness_of
from accede.core.finance.support_cost import STANDARD, split_of, support_upon


@dataclass(frozen=True, slots=True)
class Source:
    """A contribution as money: what is free of it in cents, what it is for, and the support cost upon what it pays."""

    key: str
    fund: str
    earmark: Earmark
    free: int
    received: date
    rate: Decimal = STANDARD


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn from one contribution, in cents."""

    source: Source
    direct: int
    support: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """How a direct cost would be paid; `gap` in cents is what no contribution pays, `gap_support` the cost upon it."""

    draws: tuple[Draw, ...]
    gap: int
    gap_support: int

    @property
    def is_whole(self) -> bool:
        """Whether all of it is paid."""
        return self.gap == 0


def in_turn(purpose: Purpose, on: date, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the contributions that may pay for a purpose on a day, in the order in which they are drawn.

    What lapses first goes first, so that no money is lost; then what is earmarked more tightly, since it pays for less
    else; then what came first; at last the key, so that the order is always the same.
    """
    covered = [one for one in sources if one.free > 0 and covers(one.earmark, purpose, on).answer]
    return tuple(sorted(covered, key=_turn))


def allocate(direct: int, purpose: Purpose, on: date, sources: Iterable[Source]) -> Finding[Allocation]:
    """Return how a direct cost in cents would be paid, each contribution with its own support cost upon its part.

    The reasons say of each contribution that pays nothing why not. The gap is priced with the standard support cost.
    """
    known = sorted(sources, key=_turn)
    draws: list[Draw] = []
    because: list[Reason] = []
    left = direct
    for source in known:
        covering = covers(source.earmark, purpose, on)
        most = split_of(source.free, source.rate).direct if source.free > 0 else 0
        if not covering.answer:
            because += [Reason(one.code, {**one.facts, "source": source.key}) for one in covering.because]
        elif most <= 0:
            because.append(Reason("available.nothing_free", {"source": source.key}))
        elif left > 0:
            part = min(left, most)
            draws.append(Draw(source, part, support_upon(part, source.rate).support))
            left -= part
    gap_support = support_upon(left).support
    if left:
        because.append(Reason("available.gap", {"direct": left, "support": gap_support}))
    return Finding(Allocation(tuple(draws), left, gap_support), tuple(because))


def _turn(source: Source) -> tuple[date, int, date, str]:
    lapses = source.earmark.period.end or date.max
    return (lapses, -tightness_of(source.earmark).answer, source.received, source.key)
