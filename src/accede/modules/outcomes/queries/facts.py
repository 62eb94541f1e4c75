"""The facts of the record to which outcomes point, whoever may see them: an outcome counts for all or for nobody."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accede.core.assistance.outcomes import Fact, OutcomeKind
from accede.core.treaties.acts import CONSENT_KINDS
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.cooperation.queries.found import signatures_between
from accede.modules.identity.queries.organisations import authorities_of
from accede.modules.legislation.queries.laws import laws_known_as
from accede.modules.treaties.queries.register import current_register


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where an outcome points: the part of the record, the State, and what names the fact there."""

    kind: str
    state: str
    reference: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two States of a treaty in the order of their codes."""
        first, second = sorted((self.state, self.reference.upper()))
        return first, second


def facts_at(pointers: Collection[Pointer]) -> Mapping[Pointer, Sequence[Fact]]:
    """Return the facts to which some pointers lead. At most one query for each kind."""
    found: defaultdict[Pointer, list[Fact]] = defaultdict(list)
    by_kind: defaultdict[str, list[Pointer]] = defaultdict(list)
    for one in set(pointers):
        by_kind[one.kind].append(one)
    with acting(SYSTEM):
        for kind, finding in _FINDING.items():
            if by_kind[kind]:
                for pointer, fact in finding(by_kind[kind]):
                    found[pointer].append(fact)
    return found


def _acts(pointers: Sequence[Pointer]) -> Iterable[tuple[Pointer, Fact]]:
    register = current_register()
    for one in pointers:
        for act in register.acts.get((one.reference, one.state), ()):
            if act.kind in CONSENT_KINDS:
                yield one, Fact(f"act:{act.key}", act.on, act.known_on)


def _laws(pointers: Sequence[Pointer]) -> Iterable[tuple[Pointer, Fact]]:
    laws = laws_known_as(SYSTEM, {one.state for one in pointers}, {one.reference for one in pointers})
    for one in pointers:
        for state, key, title, since, known in laws:
            if (state, title.lower()) == (one.state, one.reference.lower()):
                yield one, Fact(f"law:{key}", since, known)


def _authorities(pointers: Sequence[Pointer]) -> Iterable[tuple[Pointer, Fact]]:
    found = authorities_of({one.state for one in pointers}, {one.reference for one in pointers})
    for one in pointers:
        for state, key, name, since, known in found:
            if (state, name.lower()) == (one.state, one.reference.lower()):
                yield one, Fact(f"organisation:{key}", since, known)


def _treaties(pointers: Sequence[Pointer]) -> Iterable[tuple[Pointer, Fact]]:
    signed = signatures_between({one.pair for one in pointers})
    for one in pointers:
        for pair, key, day, known in signed:
            if pair == one.pair:
                yield one, Fact(f"treaty:{key}", day, known)


_FINDING = {
    OutcomeKind.ACT.value: _acts,
    OutcomeKind.LAW.value: _laws,
    OutcomeKind.AUTHORITY.value: _authorities,
    OutcomeKind.TREATY.value: _treaties,
}
