"""A table as CSV, XLSX or JSON."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice
from typing import Any, BinaryIO

from accede.foundation.exports.table import Cell, Kind, Link, Table, guarded, guarded_column
from accede.foundation.workbooks import ABOUT

_BATCH = 5000
_MARK = "\ufeff"


class Format(StrEnum):
    """The formats in which tables leave."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def media_type(self) -> str:
        """The media type that names this format."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSON: "application/json",
}


def named_format(name: str) -> Format | None:
    """Return the format of that name, None where there is none."""
    return Format(name.lower()) if name.lower() in set(Format) else None


def write(table: Table, chosen: Format, stream: BinaryIO, *, mark: bool = True) -> None:
    """Write the table; `mark` puts a byte-order mark before CSV, by which spreadsheets know that it is UTF-8."""
    for piece in pieces(table, chosen, mark=mark):
        stream.write(piece)


def pieces(table: Table, chosen: Format, *, mark: bool = True) -> Iterator[bytes]:
    """Yield the file piece by piece, reading the table's rows once."""
    match chosen:
        case Format.CSV:
            yield from _csv(table, mark=mark)
        case Format.JSON:
            yield from _json(table)
        case Format.XLSX:
            yield _xlsx(table)


def _csv(table: Table, *, mark: bool) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    if mark:
        buffer.write(_MARK)
    writer.writerow([guarded(column.label) for column in table.columns])
    if table.lines is not None:
        yield _emptied(buffer)
        yield from table.lines
        return
    rows = iter(table.rows)
    # Column by column: a file of a million rows is mostly cells that need nothing.
    while batch := list(islice(rows, _BATCH)):
        writer.writerows(zip(*map(guarded_column, zip(*batch, strict=True)), strict=True))
        yield _emptied(buffer)
    if text := _emptied(buffer):
        yield text


def _emptied(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _json(table: Table) -> Iterator[bytes]:
    """Stable keys, days as ISO text, null for what is blank."""
    columns = [{"key": column.key, "label": column.label, "kind": column.kind.value} for column in table.columns]
    head = {"title": table.title, "language": table.language, "meta": dict(table.meta), "columns": columns}
    yield _dumped(head)[:-1] + b', "rows": ['
    keys = [column.key for column in table.columns]
    between = b"\n"
    for row in table.rows:
        yield between + _dumped({key: _plain(cell) for key, cell in zip(keys, row, strict=True)})
        between = b",\n"
    yield b"\n]}\n"


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode()


def _plain(cell: Cell) -> object:
    if isinstance(cell, Link):
        return {"label": cell.label, "address": cell.address}
    return cell.isoformat() if isinstance(cell, date) else cell


_WIDTHS = {Kind.TEXT: 32, Kind.DAY: 12, Kind.NUMBER: 12, Kind.AMOUNT: 18, Kind.LINK: 32, Kind.YES_OR_NO: 10}


def _xlsx(table: Table) -> bytes:
    """Days are days and numbers numbers; text stays text even where it looks like a formula."""
    from openpyxl import Workbook  # noqa: PLC0415  (slow to load, and needed for this format only)
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  (as above)

    workbook = Workbook(write_only=True)
    workbook.properties.title = table.title
    workbook.properties.creator = "Accede"
    sheet = workbook.create_sheet(_sheet_name(table.name))
    sheet.sheet_view.rightToLeft = table.is_right_to_left
    sheet.freeze_panes = "A2"
    for position, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = _WIDTHS[column.kind]
    sheet.append([_header_cell(sheet, column.label) for column in table.columns])
    rows = 1
    for row in table.rows:
        sheet.append([_xlsx_cell(sheet, cell) for cell in row])
        rows += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(table.columns), 1))}{rows}"
    _add_about(workbook, table)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _add_about(workbook: Any, table: Table) -> None:
    """Put where the table comes from on a second sheet, so that the first holds the table and nothing else."""
    if not table.meta:
        return
    about = workbook.create_sheet(ABOUT)
    about.sheet_view.rightToLeft = table.is_right_to_left
    about.column_dimensions["A"].width = 16
    about.column_dimensions["B"].width = 90
    for key, value in table.meta.items():
        values = value if isinstance(value, list | tuple) else [value]
        about.append([_text_cell(about, key), _text_cell(about, "; ".join(str(item) for item in values))])


def _sheet_name(name: str) -> str:
    kept = "".join("-" if character in "[]:*?/\\" else character for character in name)
    return kept[:31] or "Table"


def _header_cell(sheet: Any, label: str) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415  (as above)

    cell = _text_cell(sheet, label)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFE8ECEF")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _xlsx_cell(sheet: Any, value: Cell) -> Any:
    if isinstance(value, Link):
        cell = _text_cell(sheet, value.label)
        if value.address.startswith(("https://", "http://")) and len(value.address) < 2000:
            cell.hyperlink = value.address
            cell.style = "Hyperlink"
        return cell
    if isinstance(value, str):
        return _text_cell(sheet, value)
    if isinstance(value, date):
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  (as above)

        # A spreadsheet's days begin in 1900.
        if value.year < 1901:
            return _text_cell(sheet, value.isoformat())
        cell = WriteOnlyCell(sheet, value=datetime.combine(value, time.min))
        cell.number_format = "yyyy-mm-dd"
        return cell
    return value


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  (as above)
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415  (as above)

    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell
