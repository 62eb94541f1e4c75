"""What changed in the network between two days, and what caused it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.effects import FIRST_SURE, Purpose
from accede.core.cooperation.network import Network
from accede.core.cooperation.world import Held
from accede.modules.cooperation.queries.snapshot import Cooperation


class CauseKind(StrEnum):
    """What can change the network."""

    BOUND = "bound"
    """A State became bound by a text."""
    NO_LONGER_BOUND = "no_longer_bound"
    NOT_KNOWN = "not_known"
    """From this day the record does not know whether it is bound."""
    TREATY_BEGAN = "treaty_began"
    TREATY_ENDED = "treaty_ended"
    STATE_BEGAN = "state_began"
    STATE_ENDED = "state_ended"


@dataclass(frozen=True, slots=True)
class Cause:
    """One event, and how many cells that changed lie where it can have had an effect.

    Attributes:
        treaty: the instrument, or one of its provisions ("FINANCING-1999/HAGUE-1970"), or a treaty; empty for none.
        cells: ordered pairs × offences. A cell with several causes counts with each of them.
    """

    kind: CauseKind
    on: date
    states: tuple[str, ...]
    treaty: str
    cells: int


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """How many ordered pairs gained or lost a sure basis for the offences of a group, or have another one."""

    number: int
    gained: int
    lost: int
    other: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed from one day to a later one."""

    first: date
    second: date
    groups: tuple[GroupDifference, ...]
    causes: tuple[Cause, ...]


def difference(snapshot: Cooperation, first: date, second: date, purpose: Purpose) -> Difference:
    """Return what changed between two days, the earlier one first."""
    return snapshot.kept.get(
        ("difference", first, second, purpose), lambda: _difference(snapshot, first, second, purpose)
    )


def _difference(snapshot: Cooperation, first: date, second: date, purpose: Purpose) -> Difference:
    before, after = snapshot.network(first, purpose), snapshot.network(second, purpose)
    changed: list[NDArray[np.bool_]] = []
    groups = []
    for number, group in enumerate(before.tables.grouping.groups):
        was, now = (network.cells[group.offences[0]] >> 4 for network in (before, after))
        differs = was != now
        changed.append(differs)
        gained = (was < FIRST_SURE) & (now >= FIRST_SURE)
        lost = (was >= FIRST_SURE) & (now < FIRST_SURE)
        counts = (int(gained.sum()), int(lost.sum()), int((differs & ~gained & ~lost).sum()))
        groups.append(GroupDifference(number, *counts))
    causes = [
        cause
        for found in (_of_holdings, _of_links, _of_lives)
        for cause in found(snapshot, before, changed, (first, second))
    ]
    causes.sort(key=lambda cause: (cause.on, cause.kind, cause.states, cause.treaty))
    return Difference(first, second, tuple(groups), tuple(causes))


Days = tuple[date, date]


def _of_holdings(
    snapshot: Cooperation, network: Network, changed: list[NDArray[np.bool_]], days: Days
) -> Iterator[Cause]:
    tables = network.tables
    kinds = {
        Held.YES: CauseKind.BOUND,
        Held.NO: CauseKind.NO_LONGER_BOUND,
        Held.PERHAPS: CauseKind.NOT_KNOWN,
    }
    for provision, by_state in snapshot.facts.world.holdings.items():
        groups = tables.grouping.with_provision.get(provision, ())
        if not groups:
            continue
        for state, holding in by_state.items():
            if state not in tables.world.place:
                continue
            for on, held in holding:
                if days[0] < on <= days[1]:
                    cells = _cells(network, changed, groups, (state,))
                    yield Cause(kinds[held], on, (state,), provision, cells)


def _of_links(snapshot: Cooperation, network: Network, changed: list[NDArray[np.bool_]], days: Days) -> Iterator[Cause]:
    everything = range(len(changed))
    for link in snapshot.facts.world.links:
        if not all(state in network.tables.world.place for state in link.states):
            continue
        for kind, on in ((CauseKind.TREATY_BEGAN, link.since), (CauseKind.TREATY_ENDED, link.until)):
            if on is not None and days[0] < on <= days[1]:
                cells = _cells(network, changed, everything, link.states)
                if cells:
                    yield Cause(kind, on, link.states, link.treaty, cells)


def _of_lives(snapshot: Cooperation, network: Network, changed: list[NDArray[np.bool_]], days: Days) -> Iterator[Cause]:
    everything = range(len(changed))
    for state in network.tables.world.states:
        for period in snapshot.lives[state]:
            for kind, on in ((CauseKind.STATE_BEGAN, period.start), (CauseKind.STATE_ENDED, period.end)):
                if on is not None and days[0] < on <= days[1]:
                    yield Cause(kind, on, (state,), "", _cells(network, changed, everything, (state,)))


def _cells(
    network: Network, changed: list[NDArray[np.bool_]], groups: "range | tuple[int, ...]", states: tuple[str, ...]
) -> int:
    place, parts = network.tables.world.place, network.tables.grouping.groups
    total = 0
    for number in groups:
        differs = changed[number]
        if len(states) == 1:
            at = place[states[0]]
            found = int(differs[at, :].sum()) + int(differs[:, at].sum())
        else:
            one, other = (place[state] for state in states)
            found = int(differs[one, other]) + int(differs[other, one])
        total += found * len(parts[number].offences)
    return total
