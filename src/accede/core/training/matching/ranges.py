"""How many persons rows are of, as a range: by what is sure, and as if all that is to be looked at were true."""

from collections.abc import Iterable, Sequence

from accede.core.training.matching.proposing import propose
from accede.core.training.matching.rows import Decision, PersonName, Proposal
from accede.core.training.matching.weighing import SLIPS_OF_YEARS


class _Groups:
    """Rows joined step by step; never two that were decided to differ, nor two that one person cannot be."""

    def __init__(self, rows: Sequence[PersonName]) -> None:
        self._leader = {row.key: row.key for row in rows}
        self._events = {row.key: {row.event} if row.event else set[str]() for row in rows}
        self._years = {row.key: {row.birth_year} if row.birth_year else set[int]() for row in rows}
        self._sexes = {row.key: {row.sex.casefold()} if row.sex else set[str]() for row in rows}
        self._apart: dict[str, set[str]] = {row.key: set() for row in rows}

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        for a, b in pairs:
            one, other = self.leader(a), self.leader(b)
            if one != other:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def leader(self, key: str) -> str:
        while self._leader[key] != key:
            self._leader[key] = key = self._leader[self._leader[key]]
        return key

    def join(self, a: str, b: str, *, decided: bool = False) -> None:
        one, other = self.leader(a), self.leader(b)
        if one == other:
            return
        if not decided and (other in self._apart[one] or self._cannot_be_one(one, other)):
            return
        self._leader[other] = one
        self._events[one] |= self._events.pop(other)
        self._years[one] |= self._years.pop(other)
        self._sexes[one] |= self._sexes.pop(other)
        for third in self._apart.pop(other):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)

    def _cannot_be_one(self, one: str, other: str) -> bool:
        years = (abs(a - b) for a in self._years[one] for b in self._years[other])
        return (
            bool(self._events[one] & self._events[other])
            or any(apart not in {0, *SLIPS_OF_YEARS} for apart in years)
            or len(self._sexes[one] | self._sexes[other]) > 1
        )

    def firsts(self) -> dict[str, str]:
        first: dict[str, str] = {}
        for key in sorted(self._leader):
            first.setdefault(self.leader(key), key)
        return {key: first[self.leader(key)] for key in self._leader}


def persons_of(
    rows: Sequence[PersonName],
    proposals: Iterable[Proposal],
    decisions: Iterable[Decision] = (),
    *,
    sure_only: bool = True,
) -> dict[str, str]:
    """Return for each row the key of the first row of its person.

    Decisions come first: two rows decided *same* are one person, with all that is joined to them; two decided
    *different* stay two, whatever is proposed. Proposals then join, the strongest first, unless that would put two rows
    into one person that were decided to differ, are of one event, or name two sexes or birth years that no slip
    explains. The last of several decisions on two rows counts.
    """
    known = {row.key for row in rows}
    last = {frozenset((one.a, one.b)): one for one in decisions if one.a != one.b and {one.a, one.b} <= known}
    groups = _Groups(rows)
    for one in sorted((one for one in last.values() if one.same), key=lambda one: (one.a, one.b)):
        groups.join(one.a, one.b, decided=True)
    groups.keep_apart((one.a, one.b) for one in last.values() if not one.same)
    for proposal in sorted(proposals, key=lambda one: (-one.weight, one.a, one.b)):
        if (proposal.band == "sure" or not sure_only) and {proposal.a, proposal.b} <= known:
            groups.join(proposal.a, proposal.b)
    return groups.firsts()


def persons_range(
    rows: Sequence[PersonName], decisions: Iterable[Decision] = (), *, proposals: Iterable[Proposal] | None = None
) -> tuple[int, int]:
    """Return how many persons the rows are of: by what is sure, and with all that is to be looked at (never more).

    `proposals` saves the comparing where it was done before.
    """
    from_rows = list(propose(rows) if proposals is None else proposals)
    made = list(decisions)
    sure = persons_of(rows, from_rows, made)
    widest = persons_of(rows, from_rows, made, sure_only=False)
    return len(set(sure.values())), len(set(widest.values()))
