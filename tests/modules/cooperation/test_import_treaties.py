"""A ministry's own list of bilateral treaties: what is wrong, all at once; what is new; the same list twice."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from accede.foundation.access import SYSTEM, Actor, Grant, Refused, Scope
from accede.foundation.audit import Face
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.imports import Bringing, Outcome, explain
from accede.modules.cooperation.models import BilateralReport
from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.services.import_columns import WORDS
from accede.modules.cooperation.services.import_treaties import Given, check_treaties, import_treaties
from tests.factories.cooperation_record import cooperation_record
from tests.factories.small_record import AT, DEPOSITARY

BROUGHT = Bringing(SYSTEM, Face.COMMAND, AT)
pytestmark = pytest.mark.django_db
HEADINGS = "state_a,state_b,kind,status,signed_on,in_force_on,terminated_on\n"


@pytest.fixture(autouse=True)
def record() -> None:
    cooperation_record()


@pytest.fixture
def list_of(tmp_path: Path):
    def write(rows: str, *, headings: str = HEADINGS) -> Path:
        path = tmp_path / "treaties.csv"
        path.write_text(headings + rows, encoding="utf-8")
        return path

    return write


def found(outcome: Outcome) -> list[tuple[int | None, str, str]]:
    return [(p.row, p.column, p.code) for p in outcome.problems]


GIVEN = Given(source=DEPOSITARY)


def test_everything_that_is_wrong_is_said_at_once_with_row_and_column(list_of):
    path = list_of(
        "Frnce,BOL,mla,,,,\n"
        "FRA,,mla,,,,\n"
        "FRA,France,mla,,,,\n"
        "FRA,BOL,sport,,,,\n"
        "FRA,BOL,mla,,2008-04-18,2007-05-01,\n"
        "FRA,BOL,mla,,1999-01-01,2000-01-01,1998-01-01\n"
        "FRA,BOL,mla,,03/04/2005,,\n"
        "FRA,BOL,mla,in_force,,,\n"
        "FRA,BOL,mla,signed,,2000-01-01,\n"
    )

    outcome = check_treaties(path, GIVEN, by=SYSTEM, at=AT)

    assert found(outcome) == [
        (2, "state_a", "state.unknown_near"),
        (3, "state_b", "treaty.one_side"),
        (4, "state_b", "treaty.same_state"),
        (5, "kind", "cell.choice"),
        (6, "in_force_on", "treaty.force_before_signature"),
        (7, "terminated_on", "treaty.ended_before_force"),
        (8, "signed_on", "day.ambiguous"),
        (9, "status", "treaty.status_without_day"),
        (10, "status", "treaty.status_against_days"),
    ]
    assert (outcome.rows, outcome.new, outcome.refused) == (9, 0, 9)
    assert all(explain(problem, WORDS) for problem in outcome.problems)


def test_a_check_changes_nothing(list_of):
    before = BilateralReport.objects.count()

    outcome = check_treaties(list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,\n"), GIVEN, by=SYSTEM, at=AT)

    assert (outcome.new, outcome.applied, BilateralReport.objects.count()) == (1, False, before)


def test_an_applied_list_makes_a_treaty_in_force_between_the_two(list_of):
    path = list_of("Bolivia (Plurinational State of),FR,Extradition,,2000-01-01,2001-01-01,\n")

    outcome = import_treaties(path, GIVEN, BROUGHT)

    world = current_cooperation().facts.world
    assert outcome.applied
    assert [link.since.isoformat() for link in world.links_by_pair["BOL", "FRA"]] == ["2001-01-01"]


def test_the_same_list_twice_changes_nothing_more(list_of):
    path = list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,\n")
    import_treaties(path, GIVEN, BROUGHT)

    again = import_treaties(path, GIVEN, BROUGHT)

    assert (again.known, again.new, again.applied) == (1, 0, False)


def test_what_the_same_source_says_anew_takes_the_place_of_the_older_report(list_of):
    import_treaties(list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,\n"), GIVEN, BROUGHT)

    outcome = import_treaties(list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,2010-01-01\n"), GIVEN, BROUGHT)

    assert (outcome.changed, outcome.applied) == (1, True)
    reports = BilateralReport.objects.filter(first_id="BOL").order_by("pk").values_list("status", "retracted_on")
    assert list(reports) == [("in_force", AT.date()), ("terminated", None)]


def test_good_rows_can_be_taken_alone(list_of):
    path = list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,\nFRA,XXX,mla,,,,\n")

    assert not import_treaties(path, GIVEN, BROUGHT).applied
    outcome = import_treaties(path, GIVEN, BROUGHT, good_rows=True)

    assert (outcome.applied, outcome.new, outcome.refused) == (True, 1, 1)


def test_a_list_of_partners_belongs_to_the_state_that_brings_it(list_of):
    path = list_of("BOL,mla\n", headings="partner,kind\n")

    outcome = import_treaties(path, Given(state="France", source=DEPOSITARY), BROUGHT)

    assert outcome.applied
    assert BilateralReport.objects.filter(first_id="BOL", second_id="FRA", status="named").exists()


def test_an_entry_on_one_side_only_is_remarked_where_the_list_has_both(list_of):
    path = list_of(
        "FRA,BOL,mla,,2000-01-01,2001-01-01,\n"
        "BOL,FRA,mla,,2000-01-01,2001-01-01,\n"
        "FRA,CZE,mla,,2002-01-01,2003-01-01,\n"
    )

    outcome = check_treaties(path, GIVEN, by=SYSTEM, at=AT)

    assert [(r.row, r.code) for r in outcome.remarks] == [(4, "treaty.one_sided")]
    assert (outcome.new, outcome.known) == (2, 1)


def test_two_sides_of_one_treaty_with_other_days_are_wrong(list_of):
    path = list_of("FRA,BOL,mla,,2000-01-01,2001-01-01,\nBOL,FRA,mla,,2000-01-01,2001-02-01,\n")

    assert found(check_treaties(path, GIVEN, by=SYSTEM, at=AT)) == [(3, "in_force_on", "treaty.sides_differ")]


def test_a_treaty_from_before_a_state_began_deserves_a_look(list_of):
    outcome = check_treaties(list_of("FRA,HRV,mla,,1980-01-01,1981-01-01,\n"), GIVEN, by=SYSTEM, at=AT)

    assert [(r.row, r.code) for r in outcome.remarks] == [(2, "treaty.state_later")]


def test_a_file_without_its_columns_is_refused_as_a_whole(list_of):
    outcome = check_treaties(list_of("x\n", headings="sort\n"), GIVEN, by=SYSTEM, at=AT)

    assert {"columns.missing"} <= set(outcome.by_code)
    assert outcome.rows == 0


def working_on_france() -> Actor:
    return Actor(person=uuid4(), grants=(Grant("programme_officer", Scope("state", "FRA")),))


def test_whoever_works_on_one_state_brings_treaties_of_that_state_only(list_of):
    path = list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,\nBOL,MAR,mla,,2000-01-01,2001-01-01,\n")

    outcome = import_treaties(path, GIVEN, replace(BROUGHT, by=working_on_france()), good_rows=True)

    assert found(outcome) == [(3, "", "treaty.of_others")]
    brought = BilateralReport.objects.filter(edition__reason=path.name)
    assert [(report.first_id, report.second_id) for report in brought] == [("BOL", "FRA")]


def test_who_may_bring_nothing_is_refused_before_the_file_is_read(list_of):
    with pytest.raises(Refused):
        import_treaties(list_of("x\n"), GIVEN, replace(BROUGHT, by=Actor(person=uuid4())))


def test_the_record_tells_who_brought_which_file(list_of):
    import_treaties(list_of("FRA,BOL,extradition,,2000-01-01,2001-01-01,\n"), GIVEN, replace(BROUGHT, name="ours.csv"))

    told = [line.sentence for line in timeline(SYSTEM, Wish()) if "into the record" in line.sentence]
    assert len(told) == 1
    assert "brought the file ours.csv" in told[0]


MINISTRIES = {
    "French": [
        "Pays;Objet;Date de signature;Date d'entrée en vigueur",
        "Maroc;Convention d'extradition;1er février 1999;3 avril 2001",
        "Bolivie (État plurinational de);Convention d'entraide judiciaire en matière pénale;5 juin 2002;",
    ],
    "Spanish": [
        "País;Título;Fecha de firma;Entrada en vigor",
        "Marruecos;Tratado de extradición;1 de febrero de 1999;3 de abril de 2001",
        "Bolivia (Estado Plurinacional de);Convenio de asistencia judicial en materia penal;5 de junio de 2002;-",
    ],
    "English": [
        "Country,Name of treaty,Date of signature,Entry into force",
        'Morocco,Extradition treaty,1 Feb 1999,"April 3, 2001"',
        "Bolivia,Treaty on mutual legal assistance in criminal matters,5 Jun 2002,",
    ],
}


@pytest.mark.parametrize("language", MINISTRIES)
def test_a_ministrys_list_comes_in_with_its_own_headings(list_of, language):
    path = list_of("\n".join(MINISTRIES[language]), headings="")

    outcome = check_treaties(path, replace(GIVEN, state="FRA"), by=SYSTEM, at=AT)

    assert found(outcome) == []
    names = ("state_b", "kind", "signed_on", "in_force_on")
    told = [tuple(sample.cells.get(name, "") for name in names) for sample in outcome.samples["new"]]
    assert told == [("MAR", "extradition", "1999-02-01", "2001-04-03"), ("BOL", "mla", "2002-06-05", "")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Convention d'entraide judiciaire en matière civile", "treaty.other_matter"),
        ("Accord sur le transport aérien", "treaty.other_matter"),
        ("Accord de coopération judiciaire", "cell.choice"),
    ],
)
def test_a_treaty_of_another_matter_is_told_and_one_that_does_not_say_is_asked_about(list_of, words, code):
    path = list_of(f"Maroc;{words};5 juin 2002\n", headings="Pays;Intitulé;Date de signature\n")

    outcome = check_treaties(path, replace(GIVEN, state="FRA"), by=SYSTEM, at=AT)

    assert [problem.code for problem in outcome.problems] == [code]
