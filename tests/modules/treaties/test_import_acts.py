from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.utils import translation
from openpyxl import Workbook

from accede.core.treaties.acts import ActKind
from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing, Outcome, Problem, bounds, explain, staging
from accede.foundation.imports.provenance import NewSource
from accede.modules.reference.models import Source
from accede.modules.treaties.models import Edition, Report
from accede.modules.treaties.services.digests import report_key
from accede.modules.treaties.services.import_acts import WORDS, Given, check_acts, import_acts
from tests.factories.small_record import AT, DEPOSITARY, GAZETTE, complete_list, recorded, small_record

BROUGHT = Bringing(SYSTEM, Face.COMMAND, AT)
pytestmark = pytest.mark.django_db

HEADER = "instrument,state,kind,on,in_force_on,source,subject"
FRANCE = f"FINANCING-1999,FRA,ratification,2002-01-07,,{DEPOSITARY},"
MOROCCO = f"FINANCING-1999,MAR,ratification,2002-09-19,,{DEPOSITARY},"


@pytest.fixture(autouse=True)
def record(db) -> None:
    small_record()


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: str, header: str = HEADER) -> Path:
        path = tmp_path / "acts.csv"
        path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return path

    return write


def check(path: Path, given: Given | None = None) -> Outcome:
    return check_acts(path, given or Given(), by=SYSTEM, at=AT)


def apply(path: Path, given: Given | None = None, *, good_rows: bool = False) -> Outcome:
    return import_acts(path, given or Given(), BROUGHT, good_rows=good_rows)


def found(outcome: Outcome) -> list[tuple[int | None, str, str]]:
    assert all(explain(problem, WORDS) for problem in outcome.problems)
    return [(problem.row, problem.column, problem.code) for problem in outcome.problems]


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    return outcome.new, outcome.changed, outcome.known, outcome.refused


def test_a_check_says_what_would_come_in_and_changes_nothing(table):
    outcome = check(table(FRANCE, MOROCCO))

    assert counts(outcome) == (2, 0, 0, 0)
    assert not outcome.applied
    assert outcome.samples["new"][0].cells["state"] == "FRA"
    assert not Report.objects.exists()
    assert not Edition.objects.exists()


def test_rows_come_in_with_their_day_source_and_edition(table):
    outcome = apply(table(FRANCE, MOROCCO))

    assert outcome.applied
    report = Report.objects.get(state="FRA")
    assert (report.kind, str(report.on), report.source_id) == ("ratification", "2002-01-07", DEPOSITARY)
    assert str(report.attested_on) == "2014-07-10"
    assert report.known_on == AT.date()
    edition = Edition.objects.get()
    assert report.edition == edition
    assert edition.added == 2
    assert edition.file_digest == outcome.file_digest


def test_the_key_is_the_same_as_that_of_a_shipped_row(table):
    apply(table(f'FINANCING-1999,France,Ratification,7 Jan 2002,,{DEPOSITARY},"art. 24(2), a"'))

    expected = report_key(
        instrument="FINANCING-1999",
        state="FRA",
        kind="ratification",
        on="2002-01-07",
        source=DEPOSITARY,
        subject="art. 24(2), a",
    )
    assert Report.objects.get().key == expected


def test_the_same_file_twice_changes_nothing(table):
    apply(table(FRANCE, MOROCCO))

    outcome = apply(table(FRANCE, MOROCCO))

    assert counts(outcome) == (0, 0, 2, 0)
    assert not outcome.applied
    assert Edition.objects.count() == 1


def test_a_file_with_a_problem_leaves_everything_as_it_was(table):
    outcome = apply(table(FRANCE, MOROCCO.replace("MAR", "Marroco")))

    assert counts(outcome) == (1, 0, 0, 1)
    assert not outcome.applied
    assert not Report.objects.exists()


def test_good_rows_may_go_alone(table):
    outcome = apply(table(FRANCE, MOROCCO.replace("2002-09-19", "2002-02-30")), good_rows=True)

    assert outcome.applied
    assert list(Report.objects.values_list("state", flat=True)) == ["FRA"]
    assert Edition.objects.get().added == 1


def test_another_day_from_the_same_source_replaces_the_older_report_which_is_kept(table):
    apply(table(FRANCE))

    outcome = apply(table(FRANCE.replace("2002-01-07", "2002-01-08")))

    assert counts(outcome) == (0, 1, 0, 0)
    (sample,) = outcome.samples["changed"]
    assert (sample.before["on"], sample.cells["on"]) == ("2002-01-07", "2002-01-08")
    assert Report.objects.get(on="2002-01-07").retracted_on == AT.date()
    assert Report.objects.get(on="2002-01-08").retracted_on is None


def test_another_source_with_another_day_is_kept_beside_it_with_a_remark(table):
    apply(table(FRANCE))

    outcome = apply(table(FRANCE.replace("2002-01-07", "2002-01-08").replace(DEPOSITARY, GAZETTE)))

    assert counts(outcome) == (1, 0, 0, 0)
    assert [(remark.row, remark.code) for remark in outcome.remarks] == [(2, "other_day"), (2, "not_signed")]
    assert Report.objects.filter(retracted_on=None).count() == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("France", "FRA"),
        ("fra", "FRA"),
        ("Франция", "FRA"),
        ("فرنسا", "FRA"),
        ("法国", "FRA"),
        ("French Republic", "FRA"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Plurinational State of Bolivia", "BOL"),
        ("MAROC", "MAR"),
    ],
)
def test_a_state_may_be_named_in_any_of_the_six_languages(table, name, code):
    apply(table(FRANCE.replace("FRA", name)))

    assert Report.objects.get().state_id == code


def test_a_kind_of_act_may_be_named_in_words(table):
    apply(table(FRANCE.replace("ratification", "Provisional application")))

    assert Report.objects.get().kind == ActKind.PROVISIONAL_APPLICATION


@pytest.mark.parametrize(
    ("change", "column", "code", "word"),
    [
        ({"FRA": "Frnce"}, "state", "state.unknown_near", "France"),
        ({"FRA": "Qqqqqqqq"}, "state", "state.unknown", "Qqqqqqqq"),
        ({"FINANCING-1999": "FINANCE-1999"}, "instrument", "instrument.unknown_near", "FINANCING-1999"),
        ({"ratification": "ratificatoin"}, "kind", "kind.unknown_near", "ratification"),
        ({DEPOSITARY: "untc-financing"}, "source", "source.unknown_near", DEPOSITARY),
        ({"2002-01-07": "2002-02-30"}, "on", "day.not_a_day", "2002-02-30"),
        ({"2002-01-07": "2031-01-01"}, "on", "day.future", "2026-12-01"),
        ({"2002-01-07": "07/01/2002"}, "on", "day.ambiguous", "07/01/2002"),
        ({"2002-01-07": "=TODAY()"}, "on", "cell.formula", "=TODAY()"),
        ({"2002-01-07": "#REF!"}, "on", "cell.error", "#REF!"),
        ({"FRA": ""}, "state", "cell.blank", "needed"),
        ({"2002-01-07": "1999-12-08"}, "on", "before_adoption", "1999-12-09"),
        ({"2002-01-07": "1999-12-31"}, "on", "before_opening", "2000-01-10"),
        ({"2002-01-07": "2014-07-11"}, "on", "after_its_source", "2014-07-10"),
        ({"FRA": "CSK", "2002-01-07": "2000-02-01"}, "on", "state_no_more", "1993-01-01"),
        ({"FINANCING-1999,FRA": "TOKYO-1963,HRV", "2002-01-07": "1990-01-01"}, "on", "state_not_yet", "1991-10-08"),
        ({"ratification": "signature", "2002-01-07": "2002-01-02"}, "on", "signature_closed", "2001-12-31"),
        ({"ratification": "denunciation"}, "kind", "not_a_party", "2002-01-07"),
        ({"ratification": "withdrawal"}, "withdraws", "nothing_to_withdraw", "take back"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_row_column_and_what_would_be_right(
    table, change: Mapping[str, str], column, code, word
):
    row = FRANCE
    for before, after in change.items():
        row = row.replace(before, after)

    outcome = check(table(MOROCCO, row))

    assert (3, column, code) in found(outcome)
    assert any(word in explain(problem, WORDS) for problem in outcome.problems if problem.code == code)
    assert not [row for row, _column, _code in found(outcome) if row == 2]


@pytest.mark.parametrize(("language", "listed"), [("en", "a, b"), ("ar", "a، b"), ("zh-hans", "a、b")])
def test_a_refusal_lists_what_may_be_meant_as_the_readers_language_lists(language: str, listed: str):
    with translation.override(language):
        told = explain(Problem("kind.unknown_near", params={"text": "x", "nearest": ["a", "b"]}), WORDS)
    assert listed in told.translate({0x2068: None, 0x2069: None})


def test_the_state_that_another_continues_acted_for_it(table):
    assert check(table(f"TOKYO-1963,RUS,accession,1988-02-04,,{DEPOSITARY},")).is_clean


def test_all_that_is_wrong_is_said_at_once(table):
    outcome = check(table("FINANCE,Frnce,ratify,tomorrow,never,nobody,=1+1"))

    assert {column for _row, column, _code in found(outcome)} == {
        "instrument", "state", "kind", "on", "in_force_on", "source", "subject"
    }  # fmt: skip
    assert outcome.refused == 1


def test_the_same_act_twice_in_a_file_names_the_first_row(table):
    outcome = check(table(FRANCE, MOROCCO, FRANCE.replace("FRA", "France")))

    assert found(outcome) == [(4, "on", "row.twice")]
    assert explain(outcome.problems[0], WORDS) == "The same act is in row 2."


def test_one_source_cannot_give_one_act_two_days_in_a_file(table):
    outcome = check(table(FRANCE, FRANCE.replace("2002-01-07", "2002-01-08")))

    assert found(outcome) == [(3, "on", "row.two_days")]


def test_after_a_denunciation_a_state_may_join_again(table):
    rows = (
        FRANCE,
        FRANCE.replace("ratification", "denunciation").replace("2002-01-07", "2003-01-07"),
        FRANCE.replace("ratification", "accession").replace("2002-01-07", "2005-01-07"),
    )

    assert check(table(*rows)).is_clean


@pytest.mark.parametrize("is_in_record", [True, False])
def test_a_state_that_has_ratified_cannot_accede(table, is_in_record):
    accession = FRANCE.replace("ratification", "accession").replace("2002-01-07", "2003-01-07")
    if is_in_record:
        recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")
        outcome = check(table(accession))
    else:
        outcome = check(table(FRANCE, accession))

    assert [code for _row, _column, code in found(outcome)] == ["already_bound"]


def test_a_protocol_needs_its_parent_where_the_list_of_its_parties_is_known(table):
    protocol = f"FIXEDPLATFORMS-1988,FRA,ratification,1992-03-01,,{DEPOSITARY},"
    unknown = check(table(protocol))
    complete_list("SUA-1988", "2014-07-10")
    without = check(table(protocol))
    together = check(table(protocol, f"SUA-1988,FRA,ratification,1992-03-01,,{DEPOSITARY},"))
    recorded("SUA-1988", "FRA", ActKind.APPROVAL, "1991-12-02")
    after = check(table(protocol))

    assert "parent_not_known" in {remark.code for remark in unknown.remarks}
    assert unknown.is_clean
    assert found(without) == [(2, "instrument", "parent_not_joined")]
    assert together.is_clean
    assert after.is_clean


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("instrument,state,knd,on,source", {"columns.unknown_near", "columns.missing"}),
        ("instrument,state,kind,on,source,colour", {"columns.unknown"}),
        ("instrument,state,kind,state,source", {"columns.twice"}),
        ("instrument;state;kind;on;source", {"file.separator"}),
    ],
)
def test_a_file_with_other_headings_is_refused_as_a_whole(table, header, codes):
    outcome = apply(table("a,b,c,d,e", header=header), good_rows=True)

    assert {code for _row, _column, code in found(outcome)} == codes
    assert all(row is None or row == 1 for row, _column, _code in found(outcome))
    assert not outcome.applied


def test_a_file_of_headings_alone_is_refused(table):
    assert found(check(table())) == [(None, "", "file.no_rows")]


def test_bytes_that_are_no_unicode_are_told_with_their_row(tmp_path):
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{HEADER},note\n{FRANCE},déjà envoyé à l’été\n{MOROCCO},".encode() + b"\xe9t\xe9\n")

    outcome = apply(path, good_rows=True)

    assert found(outcome) == [(3, "note", "row.encoding")]
    assert Report.objects.get().state_id == "FRA"


def test_characters_that_are_no_text_are_told_with_their_row(tmp_path):
    path = tmp_path / "zero.csv"
    path.write_bytes(f"{HEADER},note\n{FRANCE},ok\n{MOROCCO},a\0b\n".encode())

    assert found(check(path)) == [(3, "note", "row.not_text")]


def test_a_workbook_comes_in_like_csv_and_its_formulas_are_refused(tmp_path):
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADER.split(","))
    sheet.append(FRANCE.split(",")[:6])
    sheet.append([*MOROCCO.split(",")[:3], "=DATE(2002,9,19)", None, DEPOSITARY])
    workbook.save(tmp_path / "acts.xlsx")

    outcome = apply(tmp_path / "acts.xlsx", good_rows=True)

    assert counts(outcome) == (1, 0, 0, 1)
    assert found(outcome) == [(3, "on", "cell.formula")]


def test_instrument_and_source_may_be_said_for_all_rows(table):
    new = NewSource("untc-2026", "UN Treaty Collection", "chapter XVIII 11", "depositary", AT.date())

    outcome = apply(table("FRA,ratification,2002-01-07", header="state,kind,on"), Given("FINANCING-1999", None, new))

    assert outcome.applied
    report = Report.objects.get()
    assert (report.instrument_id, report.source_id, report.attested_on) == ("FINANCING-1999", "untc-2026", AT.date())
    assert Source.objects.get(key="untc-2026").authority == "depositary"


def test_a_check_leaves_no_new_source_behind(table):
    new = NewSource("untc-2026", "UN Treaty Collection", "chapter XVIII 11", "depositary", AT.date())

    check(table("FRA,ratification,2002-01-07", header="state,kind,on"), Given("FINANCING-1999", None, new))

    assert not Source.objects.filter(key="untc-2026").exists()


def test_what_is_said_for_all_rows_is_read_like_a_cell(table):
    outcome = check(table("FRA,ratification,2002-01-07", header="state,kind,on"), Given("FINANCE-1999", "nobody"))

    assert [code for _row, _column, code in found(outcome)] == ["instrument.unknown_near", "source.unknown"]


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert found(check(tmp_path / "absent.csv")) == [(None, "", "file.absent")]


def test_a_list_of_five_thousand_rows_with_three_hundred_unknown_names_is_answered_completely(table):
    outcome = check(table(*(MOROCCO.replace("MAR", f"Marocco {number % 300}") for number in range(5000))))

    assert (outcome.problem_count, len(outcome.problems), outcome.refused) == (5000, 5000, 5000)
    assert {problem.code for problem in outcome.problems} == {"state.unknown_near"}


def test_a_file_in_which_nearly_everything_is_wrong_is_refused_with_its_first_problems(table, monkeypatch):
    for module in (bounds, staging):
        monkeypatch.setattr(module, "MOST_PROBLEMS", 40)
    rows = [MOROCCO.replace("MAR", f"Nowhere{number}") for number in range(100)]

    outcome = check(table(*rows, "too,few"))

    assert (outcome.rows, outcome.problem_count) == (0, 41)
    assert outcome.problems[0].code == "file.too_many_problems"
    assert all(explain(problem, WORDS) for problem in outcome.problems)


def test_for_thousands_of_unknown_names_nothing_near_is_sought(table, monkeypatch):
    monkeypatch.setattr(bounds, "MOST_SUGGESTED", 3)
    rows = [MOROCCO.replace("MAR", f"Marocco {number}") for number in range(10)]

    outcome = check(table(*rows))

    assert Counter(outcome.by_code) == {"state.unknown_near": 3, "state.unknown": 7}
