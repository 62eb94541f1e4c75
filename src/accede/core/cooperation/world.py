"""What every State holds on every day, in the few words that the network and the finder share.

A State holds a *provision*: an instrument, or, for the financing of offences under one treaty of the annex, the
Financing Convention without a declaration that excludes that treaty (art. 2(2)(a)).
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from functools import cached_property

from accede.core.cooperation.agreements import Link, Membership
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.offences import FINANCING, Catalogue, annex_provision
from accede.core.treaties.declarations import ANNEX_EXCLUSION, Effect, Statement, excluded_treaty
from accede.core.treaties.positions import Change, Position, Standing
from accede.core.treaties.standing import at
from accede.core.values import Period


class Held(IntEnum):
    """Whether a State holds a provision."""

    NO = 0
    PERHAPS = 1
    YES = 2


Holding = tuple[tuple[date, Held], ...]
"""From each day, what is held; the first day is `date.min`."""
NOTHING: Holding = ((date.min, Held.NO),)

TERRORISM_ETS = "ETS-090"
LISTED_IN_ETS_90: Mapping[str, str] = {
    "aircraft-seizure": "1(a)",
    "aircraft-violence": "1(b)",
    "aircraft-destruction": "1(b)",
    "aircraft-device": "1(b)",
    "air-navigation-facilities": "1(b)",
    "aircraft-false-information": "1(b)",
    "protected-person-attack": "1(c)",
    "hostage-taking": "1(d)",
    "terrorist-bombing": "1(e)",
}
"""Offences in the list of the European Convention of 1977, which deems them included in treaties (art. 4)."""


@dataclass(frozen=True)
class World:
    """States, what they hold, and the treaties between them; the input of the network, and of the finder's outline.

    Attributes:
        states: codes, in the order of the arrays.
        holdings: by provision and State; a State that is not there holds nothing.
        in_force_on: the general entry into force of each instrument.
        needs: whether a State makes extradition conditional on a treaty; a State that is not there: not known.
    """

    states: tuple[str, ...]
    catalogue: Catalogue = field(repr=False)
    holdings: Mapping[str, Mapping[str, Holding]]
    links: tuple[Link, ...] = ()
    in_force_on: Mapping[str, date | None] = field(default_factory=dict, repr=False)
    needs: Mapping[str, Needs] = field(default_factory=dict)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each State stands in the arrays."""
        return {code: number for number, code in enumerate(self.states)}

    @cached_property
    def links_by_pair(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        """The links between two States, by their codes in order."""
        found: dict[tuple[str, str], list[Link]] = {}
        for link in self.links:
            found.setdefault(link.states, []).append(link)
        return {pair: tuple(links) for pair, links in found.items()}

    def held_on(self, state: str, provision: str, day: date) -> Held:
        """Return whether a State holds a provision on `day`."""
        return held_on(self.holdings.get(provision, {}).get(state, NOTHING), day)

    def links_on(self, first: str, second: str, day: date) -> tuple[Link, ...]:
        """Return the links in force between two States on `day`."""
        pair = (min(first, second), max(first, second))
        return tuple(link for link in self.links_by_pair.get(pair, ()) if link.holds_on(day))

    def needs_of(self, state: str) -> Needs:
        """Return whether a State makes extradition conditional on a treaty."""
        return self.needs.get(state, Needs.NOT_KNOWN)


def held_on(holding: Holding, day: date) -> Held:
    """Return what a holding says about `day`."""
    return holding[bisect_right(holding, day, key=lambda change: change[0]) - 1][1]


def holding_of(changes: Iterable[Change]) -> Holding:
    """Return a timeline of the register as a holding: party, perhaps party, or not."""
    return _condensed((c.starts_on, _held(c.position)) for c in changes)


def holding_of_member(member: Membership) -> Holding:
    """Return the membership of a regional treaty as a holding."""
    days = [(date.min, Held.NO), (member.since, Held.YES)]
    if member.until is not None:
        days.append((member.until, Held.NO))
    return tuple(days)


def annex_holdings(
    financing: Sequence[Change],
    annex: Mapping[str, Holding],
    *,
    statements_on: Callable[[date], Sequence[Statement]] | None = None,
    declared_on: Iterable[date] = (),
) -> Mapping[str, Holding]:
    """Return what a State holds of the Financing Convention for each treaty of its annex.

    `annex` says of each of these treaties when it binds the State: a declaration excludes only a treaty that does not,
    and ceases when it does (art. 2(2)(a)). A declaration that names no treaty leaves in doubt every one that does not
    bind it. Without `statements_on` no declaration is recorded.
    """
    days = {c.starts_on for c in financing} | set(declared_on)
    days |= {day for holding in annex.values() for day, _ in holding} if statements_on else set()
    found: dict[str, list[tuple[date, Held]]] = {key: [] for key in annex}
    for day in sorted(days):
        statements = statements_on(day) if statements_on and day != date.min else ()
        held = _held(at(financing, day).position)
        for key, changes in found.items():
            is_bound = held_on(annex[key], day) is Held.YES
            changes.append((day, held if is_bound else min(held, _not_excluded(key, statements, annex))))
    return {annex_provision(key): _condensed(changes) for key, changes in found.items()}


def _not_excluded(treaty: str, statements: Sequence[Statement], annex: Iterable[str]) -> Held:
    answer = Held.YES
    for statement in statements:
        if statement.act.instrument != FINANCING or not statement.act.subject.startswith(ANNEX_EXCLUSION):
            continue
        named = excluded_treaty(statement.act.subject, annex)
        if named not in {None, treaty}:
            continue
        if statement.effect is Effect.IN_EFFECT and named is not None:
            return Held.NO
        if statement.effect in {Effect.IN_EFFECT, Effect.NOT_KNOWN}:
            answer = Held.PERHAPS
    return answer


def _held(position: Position) -> Held:
    """Return what a position gives two States: nothing while its operation is suspended (VCSST art. 23(2))."""
    if position.is_operating:
        return Held.YES
    return Held.PERHAPS if position.standing is Standing.NOT_KNOWN else Held.NO


def _condensed(changes: Iterable[tuple[date, Held]]) -> Holding:
    kept: list[tuple[date, Held]] = []
    for day, held in changes:
        if not kept or kept[-1][1] is not held:
            kept.append((day, held))
    return tuple(kept) or NOTHING


def clipped(links: Iterable[Link], lives: Mapping[str, Sequence[Period]]) -> tuple[Link, ...]:
    """Return the links within the days on which both States exist.

    Whether a new State takes over a treaty of its predecessor is for the source to say: only links that a source gives
    under the name of the State itself come here.
    """
    kept: list[Link] = []
    for link in links:
        starts = [_existence(lives, state, link)[0] for state in link.states]
        ends = [_existence(lives, state, link)[1] for state in link.states]
        since = max([link.since, *(s for s in starts if s is not None)])
        until = min([u for u in (link.until, *ends) if u is not None], default=None)
        if until is None or since < until:
            kept.append(replace(link, since=since, until=until))
    return tuple(kept)


def _existence(lives: Mapping[str, Sequence[Period]], state: str, link: Link) -> tuple[date | None, date | None]:
    """Return the first and last bound of the existence in which a link can hold: the period that ends after its day."""
    for period in lives.get(state, ()):
        if period.end is None or period.end > link.since:
            return period.start, period.end
    return None, None
