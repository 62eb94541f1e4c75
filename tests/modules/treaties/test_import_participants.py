import json
from pathlib import Path

import pytest
from django.utils import translation

from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.console import Reading
from accede.foundation.exports import Format
from accede.foundation.exports import write as write_table
from accede.foundation.imports import Bringing
from accede.modules.treaties.cli.tables import acts_table
from accede.modules.treaties.models import Report
from accede.modules.treaties.queries.acts import ActFilter
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.import_acts import WORDS, Given, check_acts, import_acts
from tests.factories.small_record import AT, DEPOSITARY, small_record
from tests.support.commands import called

BROUGHT = Bringing(SYSTEM, Face.COMMAND, AT)
pytestmark = pytest.mark.django_db

GIVEN = Given(instrument="FINANCING-1999", source=DEPOSITARY)
UNTC = 'Participant,Signature,"Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"'


@pytest.fixture(autouse=True)
def record(db) -> None:
    small_record()


def write(tmp_path: Path, *rows: str, header: str = UNTC) -> Path:
    path = tmp_path / "participants.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def reports() -> set[tuple[str, str, str, str]]:
    rows = Report.objects.values_list("state", "kind", "on", "in_force_on")
    return {(state, kind, str(on), str(force or "")) for state, kind, on, force in rows}


def test_the_participant_table_of_the_treaty_collection_comes_in_as_it_is(tmp_path):
    path = write(
        tmp_path,
        "France 3,10 Jan 2000,7 Jan 2002",
        "Bolivia (Plurinational State of),10 Nov 2001,7 Jan 2002",
        '"Czech Republic 2, 5",6 Sep 2000,27 Dec 2005 A',
        "Morocco,12 Oct 2001,19 Sep 2002 a",
        "Russian Federation,3 Apr 2000,",
        "Croatia,,[ 1 Dec 2003 d ]",
    )

    outcome = import_acts(path, GIVEN, BROUGHT, good_rows=True)

    assert [(p.row, p.code) for p in outcome.problems] == []
    assert reports() == {
        ("FRA", "signature", "2000-01-10", ""),
        ("FRA", "ratification", "2002-01-07", ""),
        ("BOL", "signature", "2001-11-10", ""),
        ("BOL", "ratification", "2002-01-07", ""),
        ("CZE", "signature", "2000-09-06", ""),
        ("CZE", "acceptance", "2005-12-27", ""),
        ("MAR", "signature", "2001-10-12", ""),
        ("MAR", "accession", "2002-09-19", ""),
        ("RUS", "signature", "2000-04-03", ""),
        ("HRV", "succession", "2003-12-01", ""),
    }


def test_one_column_a_kind_of_act_works_too_with_the_day_of_effect(tmp_path):
    path = write(
        tmp_path,
        "France,2000-01-10,2002-01-07,,2002-04-10",
        "Morocco,,,2002-09-19,2002-10-19",
        header="State,Date of signature,Ratification,Accession (a),Entry into force",
    )

    import_acts(path, GIVEN, BROUGHT)

    assert reports() == {
        ("FRA", "signature", "2000-01-10", ""),
        ("FRA", "ratification", "2002-01-07", "2002-04-10"),
        ("MAR", "accession", "2002-09-19", "2002-10-19"),
    }


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("7 Jan 2002 q", "participants.letter"),
        ("soon", "day.not_a_day"),
        ("30 Feb 2002", "day.not_a_day"),
        ("7 Jan 2031 a", "day.future"),
        (f"7 Jan 2002{' ' * 3000}x", "day.not_a_day"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_its_row(tmp_path, cell, code):
    outcome = check_acts(write(tmp_path, "Morocco,,19 Sep 2002", f"France,,{cell}"), GIVEN, by=SYSTEM, at=AT)

    assert [(problem.row, problem.code) for problem in outcome.problems] == [(3, code)]
    assert str(WORDS[code])


def test_a_column_that_the_table_should_not_have_is_named(tmp_path):
    path = write(tmp_path, "France,7 Jan 2002,12", header="Participant,Ratification,Population")

    assert [problem.code for problem in check_acts(path, GIVEN, by=SYSTEM, at=AT).problems] == ["columns.unknown"]


def test_for_programs_too_a_column_that_is_not_known_is_told_and_not_a_fault(tmp_path):
    path = write(tmp_path, "FRA,accession,2002-01-07", header="state,kind,when")

    told = called("import", "acts", str(path), "--check", "--instrument", GIVEN.instrument or "", "--json")

    assert told.exit_code == 1
    assert {one["code"] for one in json.loads(told.output)["problems"]} >= {"columns.unknown"}


def test_without_an_instrument_the_table_cannot_come_in(tmp_path):
    outcome = check_acts(write(tmp_path, "France,,7 Jan 2002"), Given(source=DEPOSITARY), by=SYSTEM, at=AT)

    assert [(p.code, p.column) for p in outcome.problems] == [("columns.missing", "instrument")]


def test_a_file_of_ours_comes_in_again_in_any_language_and_changes_nothing(tmp_path):
    import_acts(write(tmp_path, "France,10 Jan 2000,7 Jan 2002"), GIVEN, BROUGHT)
    reading = Reading(on=AT.date(), known=None, language="fr", as_json=False)
    with translation.override("fr"):
        table = acts_table(current_register(), ActFilter(until=AT.date()), reading)
    path = tmp_path / "actes.xlsx"
    with path.open("wb") as stream:
        write_table(table, Format.XLSX, stream)

    outcome = check_acts(path, Given(), by=SYSTEM, at=AT)

    assert (outcome.problem_count, outcome.known, outcome.new) == (0, 2, 0)


def test_a_row_that_rests_on_several_sources_asks_which_one_is_meant(tmp_path):
    header = "Day of the act,Code,Key,Kind of act (code),Sources"
    path = write(tmp_path, f"2002-01-07,FRA,FINANCING-1999,ratification,{DEPOSITARY} other", header=header)

    assert [p.code for p in check_acts(path, Given(), by=SYSTEM, at=AT).problems] == ["source.several"]
    assert check_acts(path, GIVEN, by=SYSTEM, at=AT).is_clean
