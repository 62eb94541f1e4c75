"""What the finder looks at besides the outline of the world: acts, statements, treaties, laws, with their sources."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from accede.core.cooperation.agreements import Agreement, Membership, Regional
from accede.core.cooperation.national_rules import NationalRule, not_known
from accede.core.cooperation.world import World
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.positions import Change


@dataclass(frozen=True, slots=True)
class Flag:
    """A reservation, declaration or objection of a State that a source names; `effect` as it stands on the day."""

    subject: str
    effect: str
    acts: tuple[str, ...]


def _no_flags(_instrument: str, _state: str, _day: date) -> Sequence[Flag]:
    return ()


@dataclass(frozen=True)
class Facts:
    """Everything that an opinion rests on.

    Attributes:
        change_on: where a State stands under one of the nineteen on a day, and why.
        flags_on: what is recorded of its reservations, declarations and objections.
        agreements: bilateral treaties by key, also those that do not count as in force.
        memberships: by regional treaty and State.
        predecessors: the States from which each one came, without those whose legal personality it continues.
    """

    world: World
    instruments: Mapping[str, Instrument]
    change_on: Callable[[str, str, date], Change]
    flags_on: Callable[[str, str, date], Sequence[Flag]] = _no_flags
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    regionals: Mapping[str, Regional] = field(default_factory=dict)
    memberships: Mapping[tuple[str, str], Membership] = field(default_factory=dict)
    rules: Mapping[str, NationalRule] = field(default_factory=dict)
    predecessors: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def rule_of(self, state: str) -> NationalRule:
        """Return what is known of a State's own law, as far as an opinion may rely on it."""
        rule = self.rules.get(state)
        return rule.as_relied_on if rule else not_known(state)

    def agreements_between(self, first: str, second: str) -> tuple[Agreement, ...]:
        """Return all bilateral treaties of two States that the record has, whatever their status."""
        pair = (min(first, second), max(first, second))
        return tuple(a for a in self.agreements.values() if a.states == pair)
