"""A document's tables as a workbook: a sheet for each, what stands between them on the first."""

import io
import re
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from accede.foundation.documents.tree import Column, Document, Heading, Paragraph, Table, plain, walked
from accede.foundation.exports.formats import Format

NIL = "–"
_FIGURES = re.compile(r"\(?[0-9][0-9\u00a0\u202f ]*(?:\.([0-9]+))?\)?")


def workbook_of(document: Document) -> bytes:
    """Return the tables of a document as XLSX: figures as numbers, shown as they stand in the document."""
    from openpyxl import Workbook  # noqa: PLC0415  (slow to load, and needed for this format only)

    workbook: Any = Workbook()
    workbook.properties.title = document.title
    workbook.properties.creator = "Accede"
    about = workbook.active
    about.title = "0"
    about.sheet_view.rightToLeft = document.is_right_to_left
    about.column_dimensions["A"].width = 110
    _put(about, 1, 1, document.title, bold=True)
    lines = [block for block in walked(document.blocks) if isinstance(block, Heading | Paragraph)]
    for row, block in enumerate(lines, start=2):
        is_heading = isinstance(block, Heading)
        _put(about, row, 1, block.words if isinstance(block, Heading) else plain(block.words), bold=is_heading)
    tables = [block for block in walked(document.blocks) if isinstance(block, Table)]
    for number, table in enumerate(tables, start=1):
        _sheet(workbook.create_sheet(str(number)), table, is_right_to_left=document.is_right_to_left)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def workbook_response(document: Document, *, name: str) -> HttpResponse:
    """Return the workbook as an answer to be saved."""
    response = HttpResponse(workbook_of(document), content_type=Format.XLSX.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx")
    response.headers["Content-Disposition"] = disposition or ""
    response.headers["Content-Language"] = document.language
    return response


def _sheet(sheet: Any, table: Table, *, is_right_to_left: bool) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  (as above)

    sheet.sheet_view.rightToLeft = is_right_to_left
    _put(sheet, 1, 1, table.caption, bold=True)
    for position, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = 18 if column.is_number else 44
        title = f"{column.group}: {column.title}" if column.group else column.title
        _put(sheet, 2, position, title, bold=True)
    for row, cells in enumerate(table.rows, start=3):
        for position, (column, words) in enumerate(zip(table.columns, cells, strict=True), start=1):
            _cell(sheet, row, position, column, plain(words))
    if table.source:
        _put(sheet, len(table.rows) + 4, 1, plain(table.source))


def _cell(sheet: Any, row: int, position: int, column: Column, text: str) -> None:
    figures = _FIGURES.fullmatch(text) if column.is_number else None
    if column.is_number and text == NIL:
        sheet.cell(row, position, 0).number_format = f'0;(0);"{NIL}"'
    elif figures is not None:
        decimals = len(figures[1] or "")
        digits = re.sub(r"[^0-9.]", "", text)
        number = -Decimal(digits) if text.startswith("(") else Decimal(digits)
        shown = "# ##0" + (f".{'0' * decimals}" if decimals else "")
        sheet.cell(row, position, number).number_format = f'{shown};({shown});"{NIL}"'
    else:
        _put(sheet, row, position, text)


def _put(sheet: Any, row: int, position: int, text: str, *, bold: bool = False) -> None:
    """Write a text, which is no formula even where it looks like one."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  (as above)

    cell = sheet.cell(row, position)
    cell.value = text
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.font = Font(bold=bold)
