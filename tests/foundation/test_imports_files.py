import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from accede.foundation.imports import FileRefused, Options, Problem, explain, open_table
from accede.foundation.imports.problems import WORDS, told_once
from accede.foundation.imports.results import refused_whole

USUAL = Options()
HALF_PAST_TEN = datetime(2002, 9, 19, 10, 30)  # noqa: DTZ001  (a spreadsheet knows no time zones)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def write(content: bytes | str, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def read(path: Path, options: Options = USUAL) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    refused: list[Problem] = []
    table = open_table(path, options)
    rows = [(number, list(cells)) for number, cells in table.rows(refused.append)]
    table.close()
    return rows, refused


def refusal(path: Path, options: Options = USUAL) -> list[str]:
    with pytest.raises(FileRefused) as caught:
        open_table(path, options)
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_in_every_unicode_encoding(written, encoding):
    path = written("state,on\nCôte d’Ivoire,2002-03-13\n中国,2006-04-19\n".encode(encoding))

    rows, refused = read(path)

    assert rows == [(2, ["Côte d’Ivoire", "2002-03-13"]), (3, ["中国", "2006-04-19"])]
    assert not refused


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(written):
    rows, _ = read(written('state,note\nFRA,"two\nlines"\n\nMAR,x\n'))

    assert [number for number, _ in rows] == [2, 4]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_the_separator_is_found_where_all_rows_agree_and_nobody_says_one(written, separator):
    path = written(separator.join(["state", "on, or since"]) + "\n" + separator.join(["FRA", "2002-01-07"]) + "\n")

    assert read(path)[0] == [(2, ["FRA", "2002-01-07"])]


def test_another_separator_than_was_said_is_named(written):
    with pytest.raises(FileRefused) as caught:
        open_table(written("state;on\nFRA;2002-01-07\n"), Options(separator=","))

    assert "semicolons" in explain(caught.value.problems[0])


def test_a_first_line_may_say_the_separator(written):
    assert read(written("sep=;\nstate;on\nFRA;2002-01-07\n"))[0] == [(3, ["FRA", "2002-01-07"])]


def test_headings_that_are_not_known_can_be_explained_and_columns_left_aside(written):
    path = written("Nr,Pays,Quand\n1,France,2002-01-07\n")
    table = open_table(path, Options(columns=(("NR", "-"), ("pays", "state"))))

    with closing(table):
        assert table.header == ("state", "Quand")
        assert list(table.rows(lambda problem: pytest.fail(problem.code))) == [(2, ["France", "2002-01-07"])]


def test_one_thing_that_is_wrong_in_many_rows_is_told_once():
    told = told_once(Problem("source.unknown", row, "source", {"text": "x"}) for row in range(2, 22))

    assert [one.first_rows for one in told] == ["2, 3, 4, 5, 6 … (20)"]


def test_a_file_refused_as_a_whole_can_be_written_as_a_document():
    outcome = refused_whole("", [Problem("columns.unknown", column="when")])

    assert json.loads(json.dumps(asdict(outcome)))["by_code"] == {"columns.unknown": 1}


def test_quotation_marks_that_do_not_match_are_told_with_their_row_and_the_rest_is_read(written):
    rows, refused = read(written('state,on\n"FRA"x,1\nMAR,2\n"DEU\n'))

    assert (3, ["MAR", "2"]) in rows
    assert [(problem.code, problem.row) for problem in refused] == [("row.quotes", 2), ("row.quotes", 4)]


def test_rows_that_are_too_long_or_too_short_are_told_and_the_rest_is_read(written):
    rows, refused = read(written("state,on\nFRA,1,2\nMAR\nDEU,1,,\nESP,3\n"))

    assert [number for number, _ in rows] == [4, 5]
    assert [(problem.code, problem.row) for problem in refused] == [("row.too_many", 2), ("row.too_few", 3)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "file.old_excel"),
        (b"%PDF-1.7\n", "file.printed_damaged"),
        (b"<!doctype html><html></html>", "file.printed_no_table"),
        (b"PK\x03\x04 and then nothing that is a workbook", "file.damaged"),
    ],
)
def test_what_is_no_table_is_refused_with_words(written, content, code):
    assert refusal(written(content)) == [code]


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert refusal(tmp_path / "absent.csv") == ["file.absent"]
    assert refusal(tmp_path) == ["file.absent"]


def test_a_workbook_is_read_with_days_numbers_and_formulas_as_text(tmp_path):
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["state", "on", "number", "note", None])
    sheet.append(["FRA", date(2002, 1, 7), 12.0, "=1+1"])
    sheet.append([None, None, None, None])
    sheet.append(["MAR", HALF_PAST_TEN, 1.5, True])
    workbook.save(tmp_path / "t.xlsx")

    rows, refused = read(tmp_path / "t.xlsx")

    assert rows == [
        (2, ["FRA", "2002-01-07", "12", "=1+1"]),
        (4, ["MAR", "2002-09-19 10:30:00", "1.5", "true"]),
    ]
    assert not refused


def test_a_workbook_with_several_sheets_asks_which_one(tmp_path):
    workbook = Workbook()
    workbook.create_sheet("Parties").append(["state"])
    path = tmp_path / "t.xlsx"
    workbook.save(path)

    assert refusal(path) == ["file.sheets"]
    assert refusal(path, Options(sheet="Nowhere")) == ["file.sheet_unknown"]
    with closing(open_table(path, Options(sheet="Parties"))) as table:
        assert table.header == ("state",)


def test_a_workbook_with_macros_is_refused(tmp_path):
    path = tmp_path / "t.xlsx"
    Workbook().save(path)
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")

    assert refusal(path) == ["file.macros"]


def test_a_workbook_that_unpacks_to_more_than_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "t.xlsx"
    Workbook().save(path)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b"\0" * (601 << 20))

    assert path.stat().st_size < 2_000_000
    assert refusal(path) == ["file.too_big"]


def test_other_archives_are_told_apart_from_workbooks(tmp_path):
    path = tmp_path / "t.ods"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert refusal(path) == ["file.other_kind"]


def test_every_code_has_a_sentence_whose_placeholders_can_be_filled():
    for code, words in WORDS.items():
        assert str(words), code
        params = dict.fromkeys(re.findall(r"%\((\w+)\)s", str(words)), "x")
        assert "%" not in explain(Problem(code, params=params)), code
