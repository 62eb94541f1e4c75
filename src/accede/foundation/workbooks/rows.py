"""One sheet of a workbook, row by row as text; formulas stay visible as text so that they can be refused by name."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from accede.foundation.damage import DAMAGED

ABOUT = "About"
"""The sheet on which the product's own workbooks say where their table comes from."""
MOST_UNPACKED_MB = 600
_MOST_TEXTS_MB = 150
_MOST_ENTRIES = 5000
_MOST_SHEETS_TOLD = 50
#: A row of a sheet may be wide without need; what stands beyond any heading is cut.
_WIDEST = 1000


class WorkbookRefused(Exception):  # noqa: N818  (a judgement on the file, no fault of the program)
    """The workbook cannot be read; `code` says why, `params` what the sentence names."""

    def __init__(self, code: str, **params: str | Sequence[str]) -> None:
        self.code = code
        self.params: Mapping[str, str | Sequence[str]] = params
        super().__init__(code)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the refusal be told from one process to another."""
        return _refusal, (self.code, dict(self.params))


def _refusal(code: str, params: dict[str, str | Sequence[str]]) -> WorkbookRefused:
    return WorkbookRefused(code, **params)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The first row of a sheet, and the number and cells of each row after it that is not blank."""

    first: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def rows_of_sheet(path: Path, wanted: str | None, most_cells: int) -> SheetRows:
    """Return the rows of the only visible sheet of a workbook, or of the one named.

    Raises:
        WorkbookRefused: macros, another kind of file, too big, damaged, or several sheets and none named.
    """
    import openpyxl  # noqa: PLC0415  (slow to load, and needed by the process that reads only)

    _look_inside(path)
    # Given as a stream: the library refuses a path whose name does not end as it expects, whatever the file holds.
    with path.open("rb") as stream:
        try:
            workbook = openpyxl.load_workbook(stream, read_only=True, data_only=False, keep_links=False)
            sheet = _sheet(workbook, wanted)
            # A workbook may state too small a size for its sheet; without it every row is read as long as it is.
            sheet.reset_dimensions()
            return _rows(sheet, most_cells)
        except (WorkbookRefused, MemoryError):
            raise
        except Exception as error:
            # Whatever the library stumbles over in a file that is no whole workbook: parts that are not there, numbers
            # that are none, XML that ends too early.
            raise WorkbookRefused("damaged") from error


def _rows(sheet: Any, most_cells: int) -> SheetRows:
    first: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    cells = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = tuple(cell_text(value) for value in values[:_WIDEST])
        cells += len(texts)
        if cells > most_cells:
            raise WorkbookRefused("too_many_cells", most=str(most_cells))
        if number == 1:
            first = texts
        elif any(texts):
            rows.append((number, texts))
    return SheetRows(first, tuple(rows))


def cell_text(value: object) -> str:
    """Return a cell as the text that a CSV file would hold for it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    # Array and data-table formulas come as objects of their own.
    formula = getattr(value, "text", None)
    return formula if isinstance(formula, str) and formula.startswith("=") else f"={value}"


def _look_inside(path: Path) -> None:
    """Refuse what should not be unpacked. The sizes are those that the archive states; zipfile holds it to them."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except DAMAGED:
        raise WorkbookRefused("damaged") from None
    names = {entry.filename for entry in entries}
    if any(name.endswith(("vbaProject.bin", "vbaData.xml")) or name.startswith("xl/macrosheets/") for name in names):
        raise WorkbookRefused("macros")
    if not any(name.lower() == "[content_types].xml" for name in names):
        kind = "OpenDocument" if "mimetype" in names else "ZIP"
        raise WorkbookRefused("other_kind", kind=kind)
    if not any(name.startswith("xl/") for name in names):
        raise WorkbookRefused("other_kind", kind="Office")
    unpacked = sum(entry.file_size for entry in entries)
    texts = sum(entry.file_size for entry in entries if not entry.filename.startswith("xl/worksheets/"))
    if unpacked > MOST_UNPACKED_MB << 20 or texts > _MOST_TEXTS_MB << 20 or len(entries) > _MOST_ENTRIES:
        raise WorkbookRefused("too_big", most=str(MOST_UNPACKED_MB))


def _sheet(workbook: Any, wanted: str | None) -> Any:
    sheets = {sheet.title: sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"}
    names = [f"“{name[:60]}”" for name in sheets][:_MOST_SHEETS_TOLD]
    if wanted is not None:
        if wanted not in sheets:
            raise WorkbookRefused("sheet_unknown", sheet=wanted, sheets=names)
        return sheets[wanted]
    if len(sheets) > 1 and ABOUT in sheets:
        # The product's own files say on this sheet where the table comes from.
        del sheets[ABOUT]
    if len(sheets) > 1:
        raise WorkbookRefused("sheets", sheets=names)
    if not sheets:
        raise WorkbookRefused("empty")
    return next(iter(sheets.values()))
