"""XLSX workbooks as rows of text; read apart, with nothing but the library that reads them."""

from accede.foundation.workbooks.rows import ABOUT, SheetRows, WorkbookRefused, cell_text, rows_of_sheet

__all__ = ["ABOUT", "SheetRows", "WorkbookRefused", "cell_text", "rows_of_sheet"]
