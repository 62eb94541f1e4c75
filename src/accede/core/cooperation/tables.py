"""A world made ready for the network: its holdings and treaties as arrays, ordered by their days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.agreements import Link
from accede.core.cooperation.clauses import CLAUSES
from accede.core.cooperation.effects import STRENGTH, Effect, Purpose
from accede.core.cooperation.groups import Grouping, group
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.rules import treaties_for, unread_for, without_treaty
from accede.core.cooperation.world import Held, World

Bytes = NDArray[np.uint8]
ALL = np.uint8(255)
NEVER = date.max.toordinal()
AS_BYTE: Mapping[Held, int] = {Held.NO: 0, Held.PERHAPS: 31, Held.YES: 255}
"""What a State holds as a byte: of two such bytes, `&` says what both hold.

`&` of that with what a convention gives leaves all of it where both surely hold the convention, and where one of them
perhaps does, five bits: the place of the text, and NOT_KNOWN, the lowest bit of every (odd) strength.
"""


def byte(effect: Effect, slot: int = 15) -> np.uint8:
    """Return the cell of the network for an effect given by the text at a place."""
    return np.uint8(STRENGTH[effect] << 4 | (15 - slot))


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of what States hold, in order of their days; `cells` are places in a table [provision, State]."""

    provisions: tuple[str, ...]
    days: NDArray[np.int32]
    cells: NDArray[np.intp]
    values: Bytes

    def on(self, day: int, size: int) -> Mapping[str, Bytes]:
        """Return what every State holds on a day, by provision."""
        held = np.zeros(len(self.provisions) * size, np.uint8)
        count = int(np.searchsorted(self.days, day, side="right"))
        # Of several changes of one State the last one stays, since they are in order.
        held[self.cells[:count]] = self.values[:count]
        return dict(zip(self.provisions, held.reshape(-1, size), strict=True))


@dataclass(frozen=True, slots=True)
class LinkTable:
    """Treaties between two States in order of their days; `cells` are the two places of a pair in a flattened plane.

    `ages` says before how many of the conventions that ask for it a treaty was in force; the plane of a day shows the
    greatest age of the treaties in force between a pair, plus one.
    """

    since: NDArray[np.int32]
    until: NDArray[np.int32]
    cells: NDArray[np.intp]
    ages: Bytes

    def plane_on(self, day: int, size: int) -> Bytes:
        """Return the age plus one of the oldest treaty in force between each pair; 0 where none is."""
        count = int(np.searchsorted(self.since, day, side="right"))
        holds = np.flatnonzero(self.until[:count] > day)[::-1]
        plane = np.zeros(size * size, np.uint8)
        # The oldest come last and stay.
        plane[self.cells[0][holds]] = self.ages[holds]
        plane[self.cells[1][holds]] = self.ages[holds]
        return plane.reshape(size, size)


@dataclass(frozen=True)
class Tables:
    """A world and a purpose as arrays."""

    world: World
    purpose: Purpose
    grouping: Grouping
    changes: Changes
    treaties: LinkTable
    unread: LinkTable
    needs: Bytes
    least_age: Mapping[str, int]
    """Instruments that count only treaties in force before their own entry into force, with the age that shows it."""

    @property
    def size(self) -> int:
        """How many States there are."""
        return len(self.world.states)


def tables_of(world: World, purpose: Purpose = Purpose.EXTRADITION) -> Tables:
    """Return the world as arrays for a purpose."""
    grouping = group(world.catalogue, purpose)
    read = [link for link in world.links if treaties_for(purpose, (link,))]
    unread = [link for link in world.links if unread_for(purpose, (link,))]
    instruments = dict.fromkeys(t.instrument for g in grouping.groups for t in g.texts)
    before = _before(world, instruments) if purpose is Purpose.EXTRADITION else {}
    days = sorted(set(before.values()), reverse=True)
    return Tables(
        world=world,
        purpose=purpose,
        grouping=grouping,
        changes=_changes(world, tuple(grouping.with_provision)),
        treaties=_link_table(world, read, days),
        unread=_link_table(world, unread, ()),
        needs=_needs_plane(world),
        least_age={key: days.index(day) + 2 for key, day in before.items()},
    )


def _changes(world: World, provisions: tuple[str, ...]) -> Changes:
    size = len(world.states)
    rows = sorted(
        (day.toordinal(), number * size + world.place[state], AS_BYTE[held])
        for number, provision in enumerate(provisions)
        for state, holding in world.holdings.get(provision, {}).items()
        if state in world.place
        for day, held in holding
    )
    days, cells, values = zip(*rows, strict=True) if rows else ((), (), ())
    return Changes(provisions, np.array(days, np.int32), np.array(cells, np.intp), np.array(values, np.uint8))


def _before(world: World, instruments: Iterable[str]) -> dict[str, int]:
    """Return the day before which a treaty must have been in force, for each instrument that asks for it."""
    asking = (key for key in instruments if CLAUSES[key].existing_only)
    return {key: general.toordinal() if (general := world.in_force_on.get(key)) else 1 for key in asking}


def _link_table(world: World, links: list[Link], days: Sequence[int]) -> LinkTable:
    place, size = world.place, len(world.states)
    kept = [link for link in links if all(state in place for state in link.states)]
    kept.sort(key=lambda link: (link.since, link.states, link.treaty))
    first = np.array([place[link.states[0]] for link in kept], np.intp)
    second = np.array([place[link.states[1]] for link in kept], np.intp)
    since = np.array([link.since.toordinal() for link in kept], np.int32)
    ages = np.ones(len(kept), np.uint8)
    for day in days:
        ages += since < day
    return LinkTable(
        since=since,
        until=np.array([link.until.toordinal() if link.until else NEVER for link in kept], np.int32),
        cells=np.stack((first * size + second, second * size + first)),
        ages=ages,
    )


def _needs_plane(world: World) -> Bytes:
    """Return what a convention gives without a treaty, for each ordered pair."""
    kinds = list(Needs)
    table = np.array([[byte(without_treaty(asking, asked)) for asked in kinds] for asking in kinds], np.uint8)
    numbers = np.array([kinds.index(world.needs_of(state)) for state in world.states], np.intp)
    plane: Bytes = table[numbers[:, None], numbers[None, :]]
    return plane
