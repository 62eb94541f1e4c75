"""What the network is made of: planes of States × States, combined at the speed of memory.

Every plane is made when it is first asked for, so that it is still at hand when it is used, and is written once. On the
diagonal, where a State meets itself, all are empty.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.effects import Effect, Purpose
from accede.core.cooperation.groups import Group
from accede.core.cooperation.opinions import SLOT_OF_TREATY, SLOT_OF_UNREAD
from accede.core.cooperation.tables import AS_BYTE, Bytes, Step, Tables, Texts, byte
from accede.core.cooperation.world import Held

_TREATY_TERMS = byte(Effect.TREATY_TERMS, SLOT_OF_TREATY)
_TEXT_NOT_READ = byte(Effect.TEXT_NOT_READ, SLOT_OF_UNREAD)
_TO_UNDERTAKEN = byte(Effect.INCLUDED) ^ byte(Effect.INCLUSION_UNDERTAKEN)
_TO_ASSISTANCE_BY_TREATY = byte(Effect.ASSISTANCE) ^ byte(Effect.ASSISTANCE_BY_TREATY)


class Both:
    """What both States of every pair hold, by the number of the provision, as bytes of AS_BYTE."""

    def __init__(self, held: Bytes) -> None:
        """Take what every State holds, as [provision, State]."""
        count, size = held.shape
        # A row of a plane is one of three: its State holds nothing, perhaps holds the provision, or surely does.
        self._rows = np.zeros((count, 3, size), np.uint8)
        np.bitwise_and(held, AS_BYTE[Held.PERHAPS], out=self._rows[:, 1])
        self._rows[:, 2] = held
        self._which = np.add(held >> 7, held & 1, dtype=np.intp)
        whole, nobody = held.tobytes(), bytes(size)
        columns = [whole[start : start + size] for start in range(0, count * size, size)]
        # Most treaties of the Financing Convention's annex are held by the same States: one number serves for them.
        # What nobody holds has none.
        first = {nobody: -1}
        self.alike = tuple(first.setdefault(column, number) for number, column in enumerate(columns))

    def write(self, number: int, out: Bytes) -> None:
        """Write what both States of every pair hold of a provision."""
        # Places are never out of bounds; asked to check them, numpy would write to a buffer of its own first.
        self._rows[number].take(self._which[number], axis=0, out=out, mode="clip")


class Given:
    """What a text gives to each pair, before asking whom it binds, by `Tables.kinds`.

    `ages` says how old the treaty between a pair is (`tables.LinkTable`), 0 where there is none; `unread` has 1 where a
    treaty is in force that was not read.
    """

    def __init__(self, tables: Tables, ages: Bytes, unread: Bytes) -> None:
        self._tables = tables
        self._treaty = _mask(ages > 0)
        # Without a treaty the age wraps round to the greatest byte.
        self._ages = ages - np.uint8(1)
        self._kinds: dict[tuple[str, int], Bytes] = {}
        self.base: Bytes = unread * _TEXT_NOT_READ
        np.maximum(self.base, self._treaty & _TREATY_TERMS, out=self.base)

    def of(self, number: int) -> Bytes:
        """Return what texts of a kind give, with their place in the lower half."""
        return self._of(*self._tables.kinds[number])

    def _of(self, kind: str, slot: int) -> Bytes:
        found = self._kinds.get((kind, slot))
        if found is None:
            found = self._kinds[kind, slot] = self._made(kind, slot)
        return found

    def _made(self, kind: str, slot: int) -> Bytes:
        tables = self._tables
        match kind:
            case Purpose.PROSECUTION.value:
                return tables.everywhere(Effect.SUBMISSION, slot)
            case Purpose.MLA.value:
                return tables.everywhere(Effect.ASSISTANCE, slot) ^ (self._treaty & _TO_ASSISTANCE_BY_TREATY)
            case "no_duty":
                return tables.everywhere(Effect.NO_DUTY, slot)
            case "listed":
                return self._treaty & byte(Effect.INCLUDED, slot)
            case "any":
                return tables.without_treaty(slot) ^ (self._treaty & tables.to_included)
        # A treaty that is younger than the instrument asks for was only to include the offence.
        younger = (self._ages < np.uint8(tables.least_age[kind] - 1)).view(np.uint8)
        younger *= _TO_UNDERTAKEN
        younger ^= self._of("any", slot)
        return younger


class Layers:
    """What the planes are made of on one day."""

    def __init__(self, tables: Tables, day: date) -> None:
        number, size = day.toordinal(), tables.size
        self._tables = tables
        # One plane is used again and again, so that it stays in the processor's own memory.
        self._scratch = np.empty((size, size), np.uint8)
        self.both = Both(tables.changes.table_on(number, size))
        self.given = Given(tables, tables.treaties.plane_on(number, size), tables.unread.plane_on(number, size))

    def texts_of(self, group: int) -> Texts:
        """Return the texts of a group that bind somebody; the others give nothing."""
        alike = self.both.alike
        return tuple((alike[provision], kind) for provision, kind in self._tables.texts[group] if alike[provision] >= 0)

    def plane(self, texts: Texts) -> Bytes:
        """Return the cells that texts and the treaties beside them give."""
        result = self.given.base
        for provision, kind in texts:
            result = self.with_text(result, provision, kind)
        return result

    def with_text(self, before: Bytes, provision: int, kind: int, out: Bytes | None = None) -> Bytes:
        """Return cells to which one text is added, written to `out` if one is there."""
        scratch = self._scratch
        self.both.write(provision, scratch)
        np.bitwise_and(scratch, self.given.of(kind), out=scratch)
        return np.maximum(before, scratch, out=out)

    def steps(self) -> tuple[Step, ...]:
        """Return in which order planes are written; kept by which provisions the same States hold."""
        found = self._tables.steps.get(self.both.alike)
        if found is None:
            groups = self._tables.grouping.groups
            texts = [self.texts_of(number) for number in range(len(groups))]
            found = self._tables.steps[self.both.alike] = _ordered(groups, texts)
        return found


def _mask(condition: NDArray[np.bool_]) -> Bytes:
    """Return 255 where the condition holds, 0 elsewhere."""
    return np.negative(condition.view(np.uint8), out=condition.view(np.uint8))


def fill_cells(cells: Bytes, layers: Layers) -> None:
    """Write the cells of every offence, as [offence, requesting, requested], each plane once."""
    planes = [layers.given.base]
    for step in layers.steps():
        plane = planes[step.before]
        if step.text is not None:
            plane = layers.with_text(plane, *step.text, out=None if step.first is None else cells[step.first])
            planes.append(plane)
        for start, stop in step.runs:
            cells[start:stop] = plane


def _ordered(groups: Sequence[Group], texts: Sequence[Texts]) -> tuple[Step, ...]:
    """Return in which order planes are written, groups with the same texts once.

    What some texts give goes on to groups that add one. Without any text, the plane of the treaties beside is there
    already and goes to every offence.
    """
    made: dict[Texts, list[int]] = {}
    for group, own in zip(groups, texts, strict=True):
        for stop in range(len(own)):
            made.setdefault(own[:stop], [])
        made.setdefault(own, []).extend(group.offences)
    ordered = sorted(made, key=len)
    number = {own: place for place, own in enumerate(ordered)}
    return tuple(
        Step(number[own[:-1]], own[-1], offences[0] if offences else None, _runs(offences[1:]))
        if own
        else Step(0, None, None, _runs(offences))
        for own in ordered
        for offences in [made[own]]
    )


def _runs(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the runs of consecutive numbers: of each the first, and the one after the last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return tuple(found)
