"""No file keeps anybody waiting: what is far beyond any list is refused with its reason, and the rest is read."""

import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.imports import (
    Column,
    FileRefused,
    Problem,
    bounds,
    csvfile,
    match_headings,
    open_table,
    xlsxfile,
)
from accede.foundation.texts import nearest

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = (Column("state", is_required=True), Column("note"))


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(content: bytes | str, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def read(path: Path) -> tuple[list[list[str]], list[Problem]]:
    refused: list[Problem] = []
    with closing(open_table(path)) as table:
        return [list(cells) for _number, cells in table.rows(refused.append)], refused


def refusal(path: Path) -> list[str]:
    with pytest.raises(FileRefused) as caught:
        open_table(path)
    return [problem.code for problem in caught.value.problems]


def book(tmp_path: Path, rows: list[list[Any]]) -> Path:
    workbook = Workbook()
    sheet = workbook.create_sheet("Table", 0)
    del workbook["Sheet"]
    for row in rows:
        sheet.append(row)
    workbook.save(tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


def changed(source: Path, part: str, content: bytes) -> Path:
    """Write one part of a workbook anew."""
    target = source.with_name("changed.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return target


def test_thousands_of_headings_are_one_problem():
    _, problems = match_headings([f"colour {number}" for number in range(bounds.MOST_HEADINGS + 1)], COLUMNS)

    assert [problem.code for problem in problems] == ["columns.too_many"]


def test_a_heading_that_is_a_book_is_named_by_its_place():
    _, problems = match_headings(["state", "x" * 100_000], COLUMNS)

    assert [(problem.code, problem.params["position"]) for problem in problems] == [("columns.too_long", "2")]


def test_a_line_longer_than_any_row_is_told_and_the_rest_is_read(written, monkeypatch):
    monkeypatch.setattr(csvfile, "LONGEST_LINE", 50)

    rows, refused = read(written(f"state,note\nFRA,1\n{'x' * 300},{'y' * 300}\nMAR,2\n"))

    assert rows == [["FRA", "1"], ["MAR", "2"]]
    assert [(problem.code, problem.row) for problem in refused] == [("row.too_long", 3)]


def test_headings_in_a_line_longer_than_any_row_are_refused(written, monkeypatch):
    monkeypatch.setattr(csvfile, "LONGEST_LINE", 50)

    assert refusal(written("state," * 100)) == ["row.too_long"]


def test_a_quotation_mark_that_is_not_closed_is_told_with_the_lines_that_it_swallowed(written):
    swallowed = "MAR,a remark of some length\n" * 6000

    rows, refused = read(written(f'state,note\nFRA,"open\n{swallowed}DEU,2\n'))

    assert [(problem.code, problem.row) for problem in refused] == [("row.unclosed", 2)]
    assert refused[0].params["first"] == "2"
    assert 4000 < int(str(refused[0].params["last"])) < 6000
    assert rows[-1] == ["DEU", "2"]


def test_a_workbook_with_more_cells_than_a_list_has_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsxfile, "MOST_CELLS", 10)

    assert refusal(book(tmp_path, [["state", "note"], *([["FRA", "x"]] * 20)])) == ["file.too_many_cells"]


def test_reading_a_workbook_ends_when_its_memory_is_used_up(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "__kwdefaults__", {"limits": Limits(seconds=20, megabytes=60, patience=60)})
    # Bounded: two million small elements, which the reading process may not keep.
    path = book(tmp_path, [["state"]])
    content = b"<worksheet><sheetData><row><c><v>" + b"<a/>" * 2_000_000 + b"</v></c></row></sheetData></worksheet>"

    assert refusal(changed(path, "xl/worksheets/sheet1.xml", content))[0] in {"file.too_heavy", "file.damaged"}


@pytest.mark.parametrize(
    "content",
    [b"", b"<", b"<worksheet>", b"\x00" * 100, b"<worksheet><sheetData><row r='x'><c r='1' t='s'><v>9</v></c></row>"],
)
@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_damaged_part_of_a_workbook_is_told(tmp_path, part, content):
    path = changed(book(tmp_path, [["state"], ["FRA"]]), part, content)

    assert refusal(path)[0].startswith("file.")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_cut_short_is_told(tmp_path, kept):
    whole = book(tmp_path, [["state", "note"], *([["FRA", "x"]] * 50)]).read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(whole[: int(len(whole) * kept)])

    assert refusal(path) == ["file.damaged"]


def test_cells_of_numbers_beyond_the_calendar_are_told_not_fatal(tmp_path):
    path = book(tmp_path, [["state", "note"], ["FRA", 1e300], ["MAR", -1]])

    assert read(path)[0] == [["FRA", str(int(1e300))], ["MAR", "-1"]]


def spin(seconds: int) -> int:
    """Use a processor without end."""
    while seconds:
        pass
    return seconds


def fill(megabytes: int) -> int:
    """Use memory."""
    return len(bytes(megabytes << 20))


def test_work_apart_is_ended_at_its_limits():
    few = Limits(seconds=1, megabytes=200, patience=60)

    assert apart(fill, 1, limits=few) == 1 << 20
    with pytest.raises(TooHeavy):
        apart(spin, 1, limits=few)
    with pytest.raises(TooHeavy):
        apart(fill, 400, limits=few)


def test_what_work_apart_raises_is_raised_here():
    with pytest.raises(FileRefused) as caught:
        apart(_refuse, "file.empty")

    assert [problem.code for problem in caught.value.problems] == ["file.empty"]
    with pytest.raises(TypeError):
        apart(os.path.join, 5)


def _refuse(code: str) -> None:
    raise FileRefused([Problem(code)])


def test_a_name_as_long_as_a_book_is_near_nothing():
    assert nearest("x" * 1_000_000, ["France"]) == ()
    assert nearest("france" + "x" * 1_000_000, ["France"]) == ()


def test_a_problem_list_is_sorted_and_cut(tmp_path):
    refused = bounds.too_many_problems([Problem("cell.blank", row) for row in (3, 1, 2)])

    assert [problem.row for problem in refused.problems] == [None, 1, 2, 3]


STANDING_BY = """
import os, signal, sys
from accede.foundation.apart import TooHeavy, apart, stand_by
from accede.foundation.apart.limits import Limits
from accede.foundation.texts import nearest
from tests.foundation import test_imports_bounds as here

alone = apart(os.getppid)
stand_by()
standing_by = apart(os.getppid)
copies = {apart(os.getpid) for _ in range(2)}
print("begun anew without:", alone == os.getpid(), "copies:", standing_by != os.getpid(), len(copies))
print(apart(nearest, "Genova", ["Geneva"]))
for work, much in ((here.spin, 1), (here.fill, 400)):
    try:
        apart(work, much, limits=Limits(seconds=1, megabytes=80, patience=60))
    except TooHeavy:
        print("too heavy")
try:
    apart(here._refuse, "file.empty")
except here.FileRefused as refusal:
    print(refusal)
os.kill(standing_by, signal.SIGKILL)
print("and without again:", apart(nearest, "Genova", ["Geneva"]))
stand_by()
print("ends with us:", apart(os.getppid))
"""


def test_copies_of_a_process_that_stands_by_answer_within_the_same_limits_and_end_with_whoever_asks():
    done = subprocess.run(
        [sys.executable, "-c", STANDING_BY], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )

    *lines, last = done.stdout.splitlines()
    assert lines == [
        "begun anew without: True copies: True 2",
        "('Geneva',)",
        "too heavy",
        "too heavy",
        "file.empty",
        "and without again: ('Geneva',)",
    ], done.stderr
    number = int(last.removeprefix("ends with us: "))
    until = time.monotonic() + 60
    while is_there(number) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_there(number)


def is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False
