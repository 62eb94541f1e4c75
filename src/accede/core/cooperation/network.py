"""The network on a day: for every ordered pair of States and every offence the strongest basis, computed whole.

A cell is one byte: how much the strongest basis gives (the upper half) and which text or treaty gives it (the lower
half, counted from the end so that among equals the first text is the greatest number). The strongest of several is then
the greatest byte, and whole planes of States × States are combined at the speed of memory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.clauses import CLAUSES
from accede.core.cooperation.effects import FIRST_SURE, Effect, Purpose, effects_of
from accede.core.cooperation.groups import Text
from accede.core.cooperation.opinions import SLOT_OF_ETS_90, SLOT_OF_TREATY, SLOT_OF_UNREAD
from accede.core.cooperation.tables import Bytes, Tables, byte
from accede.core.cooperation.topics import Topic

SURE = np.uint8(FIRST_SURE << 4)
"""The least byte of a cell with a basis that the record can vouch for."""


@dataclass(frozen=True)
class Network:
    """The strongest basis of every cell on a day; `cells` is [offence, requesting, requested]."""

    tables: Tables
    day: date
    cells: Bytes

    def effect(self, requesting: str, requested: str, offence: str) -> Effect:
        """Return what the strongest basis gives."""
        return effects_of(self.tables.purpose)[self._cell(requesting, requested, offence) >> 4]

    def treaty(self, requesting: str, requested: str, offence: str) -> str | None:
        """Return which instrument gives it; "treaty" for a treaty between the two, None for nothing."""
        cell = self._cell(requesting, requested, offence)
        return source_of(cell, self.tables, offence) if cell >> 4 else None

    def _cell(self, requesting: str, requested: str, offence: str) -> int:
        place = self.tables.world.place
        return int(self.cells[self.number_of[offence], place[requesting], place[requested]])

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """The number of each offence."""
        return {offence.code: number for number, offence in enumerate(self.tables.world.catalogue.offences)}

    @cached_property
    def sure(self) -> NDArray[np.bool_]:
        """Where a basis is sure, as [offence, requesting, requested]."""
        return np.greater_equal(self.cells, SURE)

    def counts(self) -> Mapping[Effect, int]:
        """Return how many cells have each effect, pairs of a State with itself left out."""
        numbers = np.bincount(self.cells.ravel() >> 4, minlength=16)
        numbers[0] -= self.cells.shape[0] * self.cells.shape[1]
        return {effect: int(numbers[strength]) for strength, effect in sorted(effects_of(self.tables.purpose).items())}


def source_of(cell: int, tables: Tables, offence: str) -> str:
    """Return which text gives it: an instrument, "ETS-090", or "treaty" for a treaty between the two."""
    slot = 15 - (cell & 15)
    if slot == SLOT_OF_ETS_90:
        return "ETS-090"
    if slot in {SLOT_OF_TREATY, SLOT_OF_UNREAD}:
        return "treaty"
    return tables.world.catalogue.by_code[offence].definitions[slot].instrument


def network_on(tables: Tables, day: date) -> Network:
    """Return the network on a day, computed whole."""
    return Network(tables, day, cells_of(Layers(tables, day)))


class Layers:
    """What the planes are made of on one day."""

    def __init__(self, tables: Tables, day: date) -> None:
        number, size = day.toordinal(), tables.size
        self.tables = tables
        self.held: Mapping[str, Bytes] = tables.changes.on(number, size)
        self.treaty = tables.treaties.plane_on(number, size)
        self.unread = tables.unread.plane_on(number, size)

    def both(self) -> "Both":
        """Return what both States of every pair hold, by provision."""
        return Both(self.held)

    def given(self) -> "Given":
        """Return what each kind of text gives to each pair, before asking whom it binds."""
        return Given(self.tables, self.tables.needs, self.treaty, self.unread)


class Both(dict[str, Bytes]):
    """What both States of every pair hold, by provision: made when asked for, so that it is still at hand when used."""

    def __init__(self, held: Mapping[str, Bytes]) -> None:
        super().__init__()
        self._held = held
        self._planes: dict[bytes, Bytes] = {}

    def __missing__(self, provision: str) -> Bytes:
        vector = self._held[provision]
        # Most treaties of the Financing Convention's annex are held by the same States: one plane serves for them.
        key = vector.tobytes()
        plane = self._planes.get(key)
        if plane is None:
            plane = self._planes[key] = vector[:, None] & vector[None, :]
        self[provision] = plane
        return plane


class Given:
    """What a text gives to each pair that it binds.

    `ages` says how old the treaty between a pair is (`tables.LinkTable`), 0 where there is none.
    """

    def __init__(self, tables: Tables, needs: Bytes, ages: Bytes, unread: Bytes) -> None:
        self._purpose = tables.purpose
        self._slotted: dict[tuple[str, int], Bytes] = {}
        treaty = _mask(ages > 0)
        beside = byte(Effect.TREATY_TERMS, SLOT_OF_TREATY), byte(Effect.TEXT_NOT_READ, SLOT_OF_UNREAD)
        self.base: Bytes = np.maximum(treaty & beside[0], _mask(unread > 0) & beside[1])
        self._kinds: dict[str, Bytes] = {}
        if tables.purpose is Purpose.EXTRADITION:
            self._for_extradition(tables, needs, ages, treaty)
        elif tables.purpose is Purpose.MLA:
            self._kinds["any"] = np.maximum(treaty & byte(Effect.ASSISTANCE_BY_TREATY), byte(Effect.ASSISTANCE))
        else:
            self._kinds["any"] = np.full_like(treaty, byte(Effect.SUBMISSION))

    def _for_extradition(self, tables: Tables, needs: Bytes, ages: Bytes, treaty: Bytes) -> None:
        included, undertaken = byte(Effect.INCLUDED), byte(Effect.INCLUSION_UNDERTAKEN)
        without = ~treaty & needs
        self._kinds["any"] = np.maximum(treaty & included, without)
        self._kinds["listed"] = treaty & included
        self._kinds["no_duty"] = np.full_like(treaty, byte(Effect.NO_DUTY))
        later = np.maximum(treaty & undertaken, without)
        for key, age in tables.least_age.items():
            self._kinds[key] = np.maximum(_mask(ages >= age) & included, later)

    def by(self, text: Text) -> Bytes:
        """Return what a text gives, with its place in the lower half."""
        kind = self._kind_of(text)
        found = self._slotted.get((kind, text.slot))
        if found is None:
            plane = self._kinds[kind]
            mark = np.uint8(15 - text.slot)
            # What gives nothing keeps an empty lower half.
            found = self._slotted[kind, text.slot] = plane | (_mask(plane > 0) & mark if kind == "listed" else mark)
        return found

    def _kind_of(self, text: Text) -> str:
        if self._purpose is not Purpose.EXTRADITION:
            return "any"
        clauses = CLAUSES[text.instrument]
        if clauses.on(Topic.NO_DUTY) is not None:
            return "no_duty"
        if clauses.existing_only:
            return text.instrument
        return "any" if clauses.on(Topic.OPTION) is not None else "listed"


def combined(texts: Sequence[Text], given: Given, both: Mapping[str, Bytes], out: Bytes | None = None) -> Bytes:
    """Return the cells of a group, written to `out` if one is there.

    `both` says by provision what both States of a pair hold, as bytes of AS_BYTE.
    """
    result = given.base
    for number, text in enumerate(texts, start=1):
        gives = np.bitwise_and(both[text.provision], given.by(text))
        result = np.maximum(result, gives, out=out if out is not None and number == len(texts) else gives)
    if out is not None and not texts:
        out[...] = result
    return result


def _mask(condition: NDArray[np.bool_]) -> Bytes:
    """Return 255 where the condition holds, 0 elsewhere."""
    return np.negative(condition.view(np.uint8))


def cells_of(layers: Layers) -> Bytes:
    """Return the whole network as [offence, requesting, requested]."""
    size, grouping = layers.tables.size, layers.tables.grouping
    cells = np.empty((grouping.number_of_offences, size, size), np.uint8)
    given, both = layers.given(), layers.both()
    made: dict[tuple[tuple[int, int], ...], int] = {}
    for part in grouping.groups:
        first, *others = part.offences
        alike = tuple((id(both[text.provision]), id(given.by(text))) for text in part.texts)
        same = made.setdefault(alike, first)
        if same == first:
            combined(part.texts, given, both, out=cells[first])
        else:
            cells[first] = cells[same]
        for offence in others:
            cells[offence] = cells[first]
    np.einsum("oii->oi", cells)[:] = 0
    return cells
