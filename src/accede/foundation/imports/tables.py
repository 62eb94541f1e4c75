"""What every kind of table that comes in has in common: headings, rows that fit them, and where faults are told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from accede.foundation.imports.problems import Problem
from accede.foundation.texts import folded

Refuse = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who brings the file says about it; None: the usual (commas; the only sheet; what it looks like).

    `encoding` is a key of `encodings.ENCODINGS`; `pages` are those of a PDF file, as “411-418”; `columns` says what
    headings mean that the program does not know: pairs of a heading and the name of a column, or `LEFT_ASIDE`.
    """

    separator: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    pages: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


LEFT_ASIDE = "-"
AS_USUAL = Options()


class TableFile(Protocol):
    """A table that is read from its first row to its last, once, without being held in memory."""

    @property
    def header(self) -> Sequence[str]:
        """The headings."""

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the number of each row (headings are row 1) with as many cells as there are headings.

        Rows that cannot be read are told to `refuse` and left out; so are blank ones, silently.
        """

    def progress(self) -> tuple[int, int]:
        """Return how far reading has come, and the whole (0: not known)."""

    def close(self) -> None:
        """Let go of the file."""


def around_of(table: TableFile) -> Sequence[str]:
    """Return what the document of a table says beside it, line by line; nothing where a file is a table and no more."""
    lines: Sequence[str] = getattr(table, "around", ())
    return lines


class _Renamed:
    """A table whose headings somebody has explained."""

    def __init__(self, table: TableFile, meant: Sequence[str]) -> None:
        self._table = table
        self._places = [place for place, name in enumerate(meant) if name != LEFT_ASIDE]
        self._header = tuple(meant[place] for place in self._places)
        self.around = around_of(table)

    @property
    def header(self) -> Sequence[str]:
        """The headings as they were explained."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the rows without the columns left aside."""
        for number, cells in self._table.rows(refuse):
            yield number, [cells[place] for place in self._places]

    def progress(self) -> tuple[int, int]:
        """Return how far reading has come."""
        return self._table.progress()

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()


def explained(table: TableFile, columns: Sequence[tuple[str, str]]) -> TableFile:
    """Return the table with the headings that `columns` explains; as it is where it explains none of them."""
    said = {folded(heading): name for heading, name in columns}
    if not any(folded(heading) in said for heading in table.header):
        return table
    return _Renamed(table, [said.get(folded(heading), heading) for heading in table.header])


def fitted(cells: Sequence[str], width: int, number: int, refuse: Refuse) -> Sequence[str] | None:
    """Return `cells` cut to `width` where only blank ones are left over; None where the row does not fit."""
    found = len(cells)
    if found == width:
        return cells
    if found > width:
        if not any(cell.strip() for cell in cells[width:]):
            return cells[:width]
        refuse(Problem("row.too_many", row=number, params={"found": str(found), "expected": str(width)}))
        return None
    refuse(Problem("row.too_few", row=number, params={"found": str(found), "expected": str(width)}))
    return None


def headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the headings without the blank ones at the end, which spreadsheets like to add."""
    # Bytes that are no text become question marks: a heading is told, so it must be text.
    kept = [cell.encode(errors="replace").decode().replace("\x00", "").strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)
