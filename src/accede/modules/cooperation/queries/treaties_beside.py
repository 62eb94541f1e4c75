"""Bilateral and regional treaties and the rules of States, as lists for every face."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accede.core.cooperation.agreements import Agreement, Membership, Regional, Status
from accede.core.cooperation.national_rules import NationalRule
from accede.modules.cooperation.queries.snapshot import Cooperation


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which bilateral treaties are asked for; empty: all."""

    states: tuple[str, ...] = ()
    serves: str = ""
    status: str = ""
    in_force_only: bool = False


@dataclass(frozen=True, slots=True)
class RegionalLine:
    """A regional treaty with those bound by it on a day."""

    regional: Regional
    members: tuple[Membership, ...]

    def bound_on(self, on: date) -> tuple[Membership, ...]:
        """Return those bound on a day."""
        return tuple(m for m in self.members if m.since <= on and (m.until is None or on < m.until))


def agreements_listed(
    snapshot: Cooperation, wanted: AgreementFilter, *, on: date, language: str
) -> tuple[Agreement, ...]:
    """Return the bilateral treaties asked for, in alphabetical order of their States, then by their days."""
    states = snapshot.register.states
    found = [
        agreement
        for agreement in snapshot.facts.agreements.values()
        if all(state in agreement.states for state in wanted.states)
        and (not wanted.serves or wanted.serves in {serves.value for serves in agreement.serves})
        and (not wanted.status or agreement.status is Status(wanted.status))
        and (not wanted.in_force_only or agreement.is_in_force_on(on))
    ]

    def order(agreement: Agreement) -> tuple[object, ...]:
        names = sorted(states[state].order(language) for state in agreement.states)
        return (*names, agreement.signed_on or agreement.since or date.max, agreement.key)

    return tuple(sorted(found, key=order))


def regionals_listed(snapshot: Cooperation) -> tuple[RegionalLine, ...]:
    """Return the regional treaties in the order of the record, each with its members."""
    members: dict[str, list[Membership]] = {}
    for membership in snapshot.facts.memberships.values():
        members.setdefault(membership.instrument, []).append(membership)
    return tuple(
        RegionalLine(regional, tuple(members.get(key, ()))) for key, regional in snapshot.facts.regionals.items()
    )


def rules_listed(snapshot: Cooperation, *, language: str) -> tuple[NationalRule, ...]:
    """Return what is known of the laws of States, in alphabetical order."""
    states = snapshot.register.states
    return tuple(sorted(snapshot.facts.rules.values(), key=lambda rule: states[rule.state].order(language)))


def treaty_sources(snapshot: Cooperation, key: str, states: Iterable[str]) -> tuple[str, ...]:
    """Return the sources of a treaty beside the nineteen: of a bilateral one, or of the acts of some States."""
    agreement = snapshot.facts.agreements.get(key)
    if agreement is not None:
        return agreement.sources
    members = snapshot.facts.memberships
    found = (members[key, state].sources for state in states if (key, state) in members)
    return tuple(dict.fromkeys(source for sources in found for source in sources))


def reports_noted(snapshot: Cooperation, agreement: Agreement) -> tuple[str, ...]:
    """Return the notes of the sources on a bilateral treaty."""
    return tuple(dict.fromkeys(snapshot.notes[key] for key in agreement.reports if key in snapshot.notes))
