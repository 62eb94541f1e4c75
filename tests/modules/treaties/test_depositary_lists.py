"""Lists of parties in the shapes in which depositaries publish them (`specimens/README.md`), read by their shape."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from accede.foundation.imports import Problem, day_reader
from accede.foundation.imports.opening import open_table
from accede.foundation.imports.printedfile import PrintedFile
from accede.foundation.imports.tables import TableFile, around_of
from accede.foundation.printed.markup import table_of_page, table_of_xml
from accede.foundation.printed.pdf import table_of_pdf
from accede.modules.treaties.services.import_participants import as_acts
from accede.modules.treaties.services.list_statements import ListStatement, statement_of

HERE = Path(__file__).parent
SPECIMENS = HERE / "specimens"
CASES = yaml.safe_load((HERE / "cases" / "specimens.yaml").read_text(encoding="utf-8"))


def opened(name: str) -> TableFile:
    """Open a specimen as `open_table` does, but in this process, which is quicker."""
    path = SPECIMENS / name
    match path.suffix:
        case ".xml":
            return PrintedFile(table_of_xml(path))
        case ".html":
            return PrintedFile(table_of_page(path, "utf-8"))
        case ".pdf":
            return PrintedFile(table_of_pdf(path, 0, 0))
        case _:
            return open_table(path)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["file"]) for case in CASES])
def test_a_depositarys_list_is_read_by_its_shape(case):
    table = opened(case["file"])
    acts = as_acts(table)
    read = day_reader(latest=None)
    refused: list[Problem] = []
    places = [
        acts.header.index(name) if name in acts.header else None for name in ("state", "kind", "on", "in_force_on")
    ]

    found = []
    for _number, cells in acts.rows(refused.append):
        state, kind, *days = ("" if place is None else cells[place] for place in places)
        found.append([state, kind, *((read(day) or "") if day else "" for day in days)])

    assert (found, refused) == (case["acts"], [])
    table.close()
    assert statement_of(around_of(table)) == ListStatement(case["as_at"], case["parties"])


@pytest.mark.parametrize(
    ("lines", "as_at", "parties"),
    [
        (["STATUS AS AT : 29-03-2023 05:01:01 EDT", "Signatories : 132. Parties : 188"], date(2023, 3, 29), 188),
        (["Status: 185 Parties. This list is based on information"], None, 185),
        (["as at", "30 September 2011", "Number of Contracting States: 156"], date(2011, 9, 30), 156),
        (["État au 8 mars 2016", "Situation : 174 parties."], date(2016, 3, 8), 174),
        (["Situación al 30 de noviembre de 2026", "Partes: 41"], date(2026, 11, 30), 41),
        (["по состоянию на 19 февраля 2018", "Участники: 66"], date(2018, 2, 19), 66),
        (["截至2026年11月30日", "缔约国：41"], date(2026, 11, 30), 41),
        (["with effect as of 1 January 1993", "and as of 8 October 1991"], None, None),
        (["Parties: 41", "Parties: 42"], None, None),
        (["adopted by 41 votes on 3 March 1980"], None, None),
    ],
)
def test_a_list_says_of_which_day_it_is_and_how_many_parties_there_are(lines, as_at, parties):
    assert statement_of(lines) == ListStatement(as_at, parties)
