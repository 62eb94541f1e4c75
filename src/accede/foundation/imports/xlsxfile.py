"""XLSX workbooks as tables; what they hold is read in a process of its own (`foundation/workbooks`)."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from accede.foundation.apart import TooHeavy, apart
from accede.foundation.imports.bounds import MOST_CELLS
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import Options, Refuse, TableFile, fitted, headings
from accede.foundation.workbooks import SheetRows, WorkbookRefused, rows_of_sheet

_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")


class XlsxFile:
    """One sheet of a workbook."""

    def __init__(self, sheet: SheetRows) -> None:
        self._sheet = sheet
        self._header = headings(sheet.first)
        if not self._header:
            raise FileRefused([Problem("file.empty")])

    @property
    def header(self) -> Sequence[str]:
        """The headings."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield number and cells of each row; see `TableFile`."""
        width = len(self._header)
        for number, cells in self._sheet.rows:
            # A sheet leaves out the blank cells at the end of a row: that is no mistake of whoever wrote it.
            fit = fitted((*cells, *[""] * (width - len(cells))), width, number, refuse)
            if fit is not None:
                yield number, fit

    def progress(self) -> tuple[int, int]:
        """Nothing is known: a sheet does not say how far it goes."""
        return 0, 0

    def close(self) -> None:
        """The file is closed already."""


def open_xlsx(path: Path, options: Options) -> TableFile:
    """Open the only sheet of a workbook, or the one named.

    Raises:
        FileRefused: macros, another kind of file, too big, damaged, or several sheets and none named.
    """
    try:
        sheet = apart(rows_of_sheet, path, options.sheet, MOST_CELLS)
    except WorkbookRefused as refusal:
        raise FileRefused([Problem(f"file.{refusal.code}", params=refusal.params)]) from None
    except TooHeavy:
        raise FileRefused([Problem("file.too_heavy")]) from None
    return XlsxFile(sheet)


def is_failed_calculation(text: str) -> bool:
    """Return whether a cell holds what a spreadsheet shows for a calculation that failed."""
    return _ERROR.fullmatch(text) is not None
