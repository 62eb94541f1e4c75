"""The network on a day: for every ordered pair of States and every offence the strongest basis, computed whole.

A cell is one byte: how much the strongest basis gives (the upper half) and which text or treaty gives it (the lower
half, counted from the end so that among equals the first text is the greatest number). The strongest of several is then
the greatest byte, and whole planes of States × States are combined at the speed of memory.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.effects import FIRST_SURE, Effect, effects_of
from accede.core.cooperation.opinions import SLOT_OF_ETS_90, SLOT_OF_TREATY, SLOT_OF_UNREAD
from accede.core.cooperation.planes import Layers, fill_cells
from accede.core.cooperation.tables import Bytes, Tables

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
    grouping, size = tables.grouping, tables.size
    cells = np.empty((grouping.number_of_offences, size, size), np.uint8)
    fill_cells(cells, Layers(tables, day))
    return Network(tables, day, cells)
