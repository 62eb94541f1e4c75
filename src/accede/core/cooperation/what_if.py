"""What one accession would open, from the network of the day, without computing the world again.

Whether a pair has a sure basis is symmetric: every text binds both or neither, and so does every treaty. So the States
that one State reaches for a group of offences are one set, kept as the bits of a number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from accede.core.cooperation.groups import Group, provisions_gained
from accede.core.cooperation.network import SURE, Network
from accede.core.cooperation.tables import AS_BYTE, Tables
from accede.core.cooperation.world import Held


@dataclass(frozen=True)
class Reach:
    """Who reaches whom on a day.

    Attributes:
        reached: by group and State, the States with which it has a sure basis, as bits.
        holders: by provision, the States that hold it, as bits.
        present: the States that exist on that day, as bits.
        weights: how many offences each group has.
    """

    tables: Tables
    reached: tuple[tuple[int, ...], ...]
    holders: Mapping[str, int]
    present: int
    weights: tuple[int, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of offences."""
        return self.tables.grouping.groups

    @cached_property
    def steps(self) -> Mapping[str, tuple[tuple[int, tuple[int, ...], int], ...]]:
        """By instrument, for each group in which it counts: its parties, who reaches whom, the number of offences."""
        instruments = dict.fromkeys(provision.partition("/")[0] for provision in self.holders)
        return {key: tuple(self._steps_of(key)) for key in instruments}

    def _steps_of(self, instrument: str) -> Iterable[tuple[int, tuple[int, ...], int]]:
        parties: dict[int, int] = {}
        for provision in provisions_gained(self.tables.world.catalogue, instrument):
            for group in self.tables.grouping.with_provision.get(provision, ()):
                parties[group] = parties.get(group, 0) | self.holders[provision]
        for group, holders in parties.items():
            yield holders, self.reached[group], self.weights[group]


@dataclass(frozen=True, slots=True)
class Opened:
    """What joining would open: ordered pairs of States, and ordered pairs × offences."""

    pairs: int
    cells: int


def reach_of(network: Network, present: Iterable[str]) -> Reach:
    """Return who reaches whom in a network; only States of `present` count."""
    tables = network.tables
    there = sum(1 << tables.world.place[state] for state in present)
    first = [group.offences[0] for group in tables.grouping.groups]
    packed = np.packbits(network.cells[first] >= SURE, axis=2, bitorder="little")
    reached = tuple(tuple(int.from_bytes(row.tobytes(), "little") & there for row in plane) for plane in packed)
    number = network.day.toordinal()
    yes = AS_BYTE[Held.YES]
    holders = {
        provision: bits_of(held == yes) & there for provision, held in tables.changes.on(number, tables.size).items()
    }
    weights = tuple(len(group.offences) for group in tables.grouping.groups)
    return Reach(tables, reached, holders, there, weights)


def bits_of(flags: "np.typing.NDArray[np.bool_]") -> int:
    """Return flags as the bits of a number, the first as the lowest."""
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def what_if(reach: Reach, state: str, instrument: str) -> Opened:
    """Return what the accession of one State to one instrument would open towards its present parties.

    Both directions count: each State gains a basis towards the other.
    """
    place = reach.tables.world.place[state]
    others = ~(1 << place)
    partners = cells = 0
    for holders, reached, weight in reach.steps.get(instrument, ()):
        found = holders & others & ~reached[place]
        if found:
            partners |= found
            cells += found.bit_count() * weight
    return Opened(2 * partners.bit_count(), 2 * cells)
