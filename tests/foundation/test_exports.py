import csv
import io
import json
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from accede.foundation.exports import Cell, Column, Format, Kind, Link, Table, export_response, wanted_format, write
from accede.foundation.pages import BadInput

COLUMNS = [
    Column("state", "State"),
    Column("on", "Day", Kind.DAY),
    Column("number", "Number", Kind.NUMBER),
    Column("source", "Source", Kind.LINK),
]
ROW: tuple[Cell, ...] = ("Côte d’Ivoire", date(2002, 3, 13), 3, Link("List", "https://example.org/list"))


def table(*rows: tuple[Cell, ...], **more: object) -> Table:
    return Table(name="acts-2002-03-13", title="Acts", columns=COLUMNS, rows=rows, **more)  # type: ignore[arg-type]  # what a test passes on


def as_bytes(a_table: Table, chosen: Format, *, mark: bool = True) -> bytes:
    stream = io.BytesIO()
    write(a_table, chosen, stream, mark=mark)
    return stream.getvalue()


def test_csv_is_unicode_with_a_mark_that_can_be_left_out():
    assert as_bytes(table(ROW), Format.CSV).startswith(b"\xef\xbb\xbfState,Day,Number,Source\r\n")
    assert as_bytes(table(ROW), Format.CSV, mark=False).decode().splitlines() == [
        "State,Day,Number,Source",
        "Côte d’Ivoire,2002-03-13,3,List",
    ]


@given(
    st.sampled_from("=+-@\t\r"), st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
)
def test_no_cell_of_a_csv_file_can_start_a_formula(sign, rest):
    content = as_bytes(table((sign + rest, None, -5, Link(sign + rest, "x"))), Format.CSV, mark=False).decode()

    _, row = csv.reader(io.StringIO(content, newline=""))

    assert row[0] == row[3] == "'" + sign + rest
    assert row[2] == "-5"


def test_json_has_stable_keys_iso_days_and_says_where_it_comes_from():
    meta = {"on": "2002-03-13", "edition": 4, "sources": ["untc"]}

    read = json.loads(as_bytes(table(ROW, (None, None, None, None), meta=meta, language="fr"), Format.JSON))

    assert read["meta"] == meta
    assert read["language"] == "fr"
    assert read["columns"][1] == {"key": "on", "label": "Day", "kind": "day"}
    assert read["rows"] == [
        {
            "state": "Côte d’Ivoire",
            "on": "2002-03-13",
            "number": 3,
            "source": {"label": "List", "address": "https://example.org/list"},
        },
        {"state": None, "on": None, "number": None, "source": None},
    ]


def test_an_empty_table_is_a_table_in_every_format():
    assert json.loads(as_bytes(table(), Format.JSON))["rows"] == []
    assert as_bytes(table(), Format.CSV, mark=False) == b"State,Day,Number,Source\r\n"
    assert load_workbook(io.BytesIO(as_bytes(table(), Format.XLSX))).worksheets[0].max_row == 1


def test_a_workbook_has_typed_days_text_that_is_no_formula_and_links():
    content = as_bytes(table(ROW, ("=1+1", date(1815, 6, 9), None, None), meta={"on": "2002-03-13"}), Format.XLSX)

    workbook = load_workbook(io.BytesIO(content))
    sheet = workbook.worksheets[0]

    assert sheet["B2"].is_date
    assert sheet["B2"].number_format == "yyyy-mm-dd"
    assert sheet["C2"].value == 3
    assert sheet["D2"].hyperlink.target == "https://example.org/list"
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert sheet["B3"].value == "1815-06-09"
    assert sheet["A1"].font.bold
    assert workbook.worksheets[1]["B1"].value == "2002-03-13"


def test_a_workbook_in_arabic_runs_from_right_to_left():
    content = as_bytes(table(ROW, is_right_to_left=True), Format.XLSX)

    assert load_workbook(io.BytesIO(content)).worksheets[0].sheet_view.rightToLeft


@pytest.mark.parametrize(("query", "chosen"), [("", None), ("format=html", None), ("format=CSV", Format.CSV)])
def test_the_format_is_read_from_the_address(query, chosen):
    assert wanted_format(QueryDict(query)) is chosen


def test_a_format_that_there_is_not_is_refused_with_those_that_there_are():
    with pytest.raises(BadInput) as caught:
        wanted_format(QueryDict("format=pdf"))

    assert "csv, xlsx, json" in caught.value.problems[0]


def test_a_response_has_a_good_file_name_and_can_be_streamed():
    response = export_response(table(ROW), Format.CSV)

    assert response["Content-Disposition"] == 'attachment; filename="acts-2002-03-13.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert export_response(table(ROW), Format.JSON, stream=True).streaming
