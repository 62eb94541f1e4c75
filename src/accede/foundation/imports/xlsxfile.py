"""XLSX workbooks, read row by row; formulas stay visible as text so that they can be refused by name."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import Options, Refuse, TableFile, fitted, headings

MOST_UNPACKED_MB = 600
_MOST_TEXTS_MB = 150
_MOST_ENTRIES = 5000
_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")


class XlsxFile:
    """One sheet of a workbook being read."""

    def __init__(self, workbook: Any, sheet: Any, stream: BinaryIO) -> None:
        self._workbook = workbook
        self._stream = stream
        # A workbook may state too small a size for its sheet; without it every row is read as long as it is.
        sheet.reset_dimensions()
        self._rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
        first = next(self._rows, ())
        self._header = headings([cell_text(value) for value in first])
        if not self._header:
            raise FileRefused([Problem("file.empty")])

    @property
    def header(self) -> Sequence[str]:
        """The headings."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield number and cells of each row; see `TableFile`."""
        width = len(self._header)
        for number, values in enumerate(self._rows, start=2):
            cells = [cell_text(value) for value in values]
            if not any(cells):
                continue
            # A sheet leaves out the blank cells at the end of a row: that is no mistake of whoever wrote it.
            cells.extend([""] * (width - len(cells)))
            fit = fitted(cells, width, number, refuse)
            if fit is not None:
                yield number, fit

    def progress(self) -> tuple[int, int]:
        """Nothing is known: a sheet does not say how far it goes."""
        return 0, 0

    def close(self) -> None:
        """Let go of the file."""
        self._workbook.close()
        self._stream.close()


def open_xlsx(path: Path, options: Options) -> TableFile:
    """Open the only sheet of a workbook, or the one named, after looking at what the file unpacks to.

    Raises:
        FileRefused: macros, another kind of file, too big, damaged, or several sheets and none named.
    """
    import openpyxl  # noqa: PLC0415  (slow to load, and needed for this format only)
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415  (as above)

    _look_inside(path)
    # Given as a stream: the library refuses a path whose name does not end as it expects, whatever the file holds.
    stream = path.open("rb")
    try:
        workbook = openpyxl.load_workbook(stream, read_only=True, data_only=False, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, OSError, zipfile.BadZipFile, SyntaxError):
        # SyntaxError: what the XML parser of the standard library raises.
        stream.close()
        raise FileRefused([Problem("file.damaged")]) from None
    try:
        return XlsxFile(workbook, _sheet(workbook, options.sheet), stream)
    except BaseException:
        workbook.close()
        stream.close()
        raise


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


def is_failed_calculation(text: str) -> bool:
    """Return whether a cell holds what a spreadsheet shows for a calculation that failed."""
    return _ERROR.fullmatch(text) is not None


def _look_inside(path: Path) -> None:
    """Refuse what should not be unpacked. The sizes are those that the archive states; zipfile holds it to them."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile:
        raise FileRefused([Problem("file.damaged")]) from None
    names = {entry.filename for entry in entries}
    if any(name.endswith(("vbaProject.bin", "vbaData.xml")) or name.startswith("xl/macrosheets/") for name in names):
        raise FileRefused([Problem("file.macros")])
    if not any(name.lower() == "[content_types].xml" for name in names):
        kind = "OpenDocument" if "mimetype" in names else "ZIP"
        raise FileRefused([Problem("file.other_kind", params={"kind": kind})])
    if not any(name.startswith("xl/") for name in names):
        raise FileRefused([Problem("file.other_kind", params={"kind": "Office"})])
    unpacked = sum(entry.file_size for entry in entries)
    texts = sum(entry.file_size for entry in entries if not entry.filename.startswith("xl/worksheets/"))
    if unpacked > MOST_UNPACKED_MB << 20 or texts > _MOST_TEXTS_MB << 20 or len(entries) > _MOST_ENTRIES:
        raise FileRefused([Problem("file.too_big", params={"most": str(MOST_UNPACKED_MB)})])


def _sheet(workbook: Any, wanted: str | None) -> Any:
    sheets = {sheet.title: sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"}
    names = [f"“{name}”" for name in sheets]
    if wanted is not None:
        if wanted not in sheets:
            raise FileRefused([Problem("file.sheet_unknown", params={"sheet": wanted, "sheets": names})])
        return sheets[wanted]
    if len(sheets) > 1:
        raise FileRefused([Problem("file.sheets", params={"sheets": names})])
    if not sheets:
        raise FileRefused([Problem("file.empty")])
    return next(iter(sheets.values()))
