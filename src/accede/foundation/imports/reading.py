"""Open a table, whatever kind of file it comes in: the kind is told from the content, not from the name."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from accede.foundation.imports.problems import FileRefused, Problem

Refuse = Callable[[Problem], None]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"<!DOCTYPE": "HTML",
    b"<html": "HTML",
    b"<?xml": "XML",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    b"SQLite f": "SQLite",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who brings the file says about it; None: the usual (commas; the only sheet)."""

    separator: str | None = None
    sheet: str | None = None


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


def open_table(path: Path, options: Options = Options()) -> TableFile:
    """Open a CSV or XLSX file.

    Raises:
        FileRefused: it is neither, or cannot be read as a whole.
    """
    from accede.foundation.imports import csvfile, xlsxfile  # noqa: PLC0415  (openpyxl is slow to load)

    try:
        with path.open("rb") as stream:
            start = stream.read(512)
    except (FileNotFoundError, IsADirectoryError):
        raise FileRefused([Problem("file.absent", params={"name": str(path)})]) from None
    if not start:
        raise FileRefused([Problem("file.empty")])
    if start.startswith(_OLE):
        raise FileRefused([Problem("file.old_excel")])
    if start.startswith(_ZIP):
        return xlsxfile.open_xlsx(path, options)
    stripped = start.lstrip()
    for mark, kind in _OTHER_KINDS.items():
        if stripped[: len(mark)].lower() == mark.lower():
            raise FileRefused([Problem("file.other_kind", params={"kind": kind})])
    return csvfile.open_csv(path, options)


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


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
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)
