"""A world made ready for the network: its holdings and treaties as arrays, ordered by their days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.agreements import Link
from accede.core.cooperation.clauses import Clauses
from accede.core.cooperation.effects import STRENGTH, Effect, Purpose
from accede.core.cooperation.groups import Grouping, Text, group
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.rules import treaties_for, unread_for, without_treaty
from accede.core.cooperation.topics import Topic
from accede.core.cooperation.world import Held, World

Bytes = NDArray[np.uint8]
KEPT_EACH = 256
"""How many changes lie between two tables that are kept."""
Texts = tuple[tuple[int, int], ...]
"""The texts of a group: of each the number of its provision and of its kind."""
NEVER = date.max.toordinal()
AS_BYTE: Mapping[Held, int] = {Held.NO: 0, Held.PERHAPS: 31, Held.YES: 255}
"""What a State holds as a byte: of two such bytes, `&` says what both hold.

`&` of that with what a convention gives leaves all of it where both surely hold the convention, and where one of them
perhaps does, five bits: the place of the text, and NOT_KNOWN, the lowest bit of every (odd) strength.
"""


class Step(NamedTuple):
    """One step of writing the network: a text is added to a plane that an earlier step has made.

    Attributes:
        before: which plane; the first is that of the treaties beside.
        text: the number of a provision and of a kind; None to take the plane as it is.
        first: the offence to whose cells it is written; None if it only serves others.
        runs: the other offences with the same cells, as runs.
    """

    before: int
    text: tuple[int, int] | None
    first: int | None
    runs: tuple[tuple[int, int], ...]


def byte(effect: Effect, slot: int = 15) -> np.uint8:
    """Return the cell of the network for an effect given by the text at a place."""
    return np.uint8(STRENGTH[effect] << 4 | (15 - slot))


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of what States hold, in order of their days; `cells` are places in a table [provision, State].

    `kept` holds that table at every so many changes, so that a day needs only those that follow.
    """

    provisions: tuple[str, ...]
    days: NDArray[np.int32]
    cells: NDArray[np.intp]
    values: Bytes
    kept: list[Bytes] = field(default_factory=list)

    def on(self, day: int, size: int) -> Mapping[str, Bytes]:
        """Return what every State holds on a day, by provision."""
        return dict(zip(self.provisions, self.table_on(day, size), strict=True))

    def table_on(self, day: int, size: int) -> Bytes:
        """Return what every State holds on a day, as [provision, State]."""
        count = int(np.searchsorted(self.days, day, side="right"))
        kept = count // KEPT_EACH
        held = self._kept(size)[kept].copy()
        # Of several changes of one State the last one stays, since they are in order.
        since = slice(kept * KEPT_EACH, count)
        held[self.cells[since]] = self.values[since]
        return held.reshape(-1, size)

    def _kept(self, size: int) -> list[Bytes]:
        """Return the table before all changes, after KEPT_EACH of them, twice as many and so on, made once."""
        if not self.kept:
            self.kept.append(np.zeros(len(self.provisions) * size, np.uint8))
            for stop in range(KEPT_EACH, len(self.days) + 1, KEPT_EACH):
                since = slice(stop - KEPT_EACH, stop)
                held = self.kept[-1].copy()
                held[self.cells[since]] = self.values[since]
                self.kept.append(held)
        return self.kept


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

    @cached_property
    def texts(self) -> tuple[Texts, ...]:
        """By group, its texts."""
        provisions = {provision: number for number, provision in enumerate(self.changes.provisions)}
        kinds = {kind: number for number, kind in enumerate(self.kinds)}
        return tuple(
            tuple((provisions[text.provision], kinds[self.kind_of(text), text.slot]) for text in group.texts)
            for group in self.grouping.groups
        )

    @cached_property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """The kinds of texts, each with a place among the texts of an offence."""
        texts = (text for group in self.grouping.groups for text in group.texts)
        return tuple(dict.fromkeys((self.kind_of(text), text.slot) for text in texts))

    @cached_property
    def steps(self) -> dict[tuple[int, ...], tuple[Step, ...]]:
        """In which order the network is written, by which provisions the same States hold."""
        return {}

    @cached_property
    def to_included(self) -> Bytes:
        """What turns the effect without a treaty into INCLUDED, for each ordered pair."""
        return self.needs ^ byte(Effect.INCLUDED)

    def kind_of(self, text: Text) -> str:
        """Return by which rule a text gives what it gives; an instrument where the age of treaties counts."""
        if self.purpose is not Purpose.EXTRADITION:
            return self.purpose.value
        return _kind_of(text.instrument, self.world.catalogue.clauses[text.instrument])

    def without_treaty(self, slot: int) -> Bytes:
        """Return what a convention at a place gives without a treaty, for each ordered pair."""
        return self._constant(None, slot)

    def everywhere(self, effect: Effect, slot: int) -> Bytes:
        """Return the same effect for each ordered pair."""
        return self._constant(effect, slot)

    def _constant(self, effect: Effect | None, slot: int) -> Bytes:
        """Return a plane that is the same on every day, made on first use."""
        found = self._constants.get((effect, slot))
        if found is None:
            strengths = self.needs if effect is None else byte(effect)
            pairs = ~np.eye(self.size, dtype=np.bool_)
            found = self._constants[effect, slot] = np.where(pairs, strengths | np.uint8(15 - slot), np.uint8(0))
        return found

    @cached_property
    def _constants(self) -> dict[tuple[Effect | None, int], Bytes]:
        return {}


def _kind_of(instrument: str, clauses: Clauses) -> str:
    if clauses.on(Topic.NO_DUTY) is not None:
        return "no_duty"
    if clauses.existing_only:
        return instrument
    return "any" if clauses.on(Topic.OPTION) is not None else "listed"


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
    asking = (key for key in instruments if world.catalogue.clauses[key].existing_only)
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
