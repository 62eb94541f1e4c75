"""What the command line answers about the register, to right questions and to wrong ones."""

import json

import pytest

from accede.core.treaties.acts import ActKind
from accede.foundation.console import run
from accede.site.cli import ROOT
from tests.factories.small_record import complete_list, recorded, small_record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(monkeypatch):
    monkeypatch.setenv("ACCEDE_LANG", "en")
    small_record()
    recorded("FINANCING-1999", "FRA", ActKind.SIGNATURE, "2000-01-10")
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")
    complete_list("FINANCING-1999", "2014-07-10")


@pytest.fixture
def ask(capsys):
    def asked(*words: str) -> tuple[int, str, str]:
        code = run(ROOT, words)
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return asked


def test_standing_is_told_with_its_reasons_and_articles(ask):
    code, told, _ = ask("standing", "FRA", "FINANCING-1999", "--on", "2007-07-26", "--why")

    assert code == 0
    assert "Party (since 2002-04-10)" in told
    assert "ratification, on 7 January 2002." in told
    assert "art. 26(1)" in told


def test_the_day_before_tells_another_standing(ask):
    _, told, _ = ask("standing", "FRA", "FINANCING-1999", "--on", "2002-04-09", "--json")

    (row,) = json.loads(told)["rows"]
    assert (row["standing_code"], row["since"]) == ("contracting", "2002-01-07")


@pytest.mark.parametrize("name", ["FRA", "fra", "FR", "France", "Франция", "فرنسا", "法国", "the French Republic"])
def test_a_state_is_known_by_code_and_by_name_in_any_language(ask, name):
    assert ask("standing", name, "FINANCING-1999")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("standing", "FRA"),
        ("parties", "FINANCING-1999"),
        ("acts", "--state", "FRA"),
        ("instruments",),
        ("states",),
        ("check", "data"),
        ("export", "standing", "FRA"),
        ("export", "acts"),
    ],
)
def test_every_question_is_answered_as_json_if_asked(ask, words):
    code, told, _ = ask(*words, "--json", "--on", "2007-07-26")

    assert code in {0, 1}
    assert json.loads(told)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("standing",), "Missing argument 'STATE'"),
        (("standing", "Fance"), "Perhaps you mean: France (FRA)"),
        (("standing", "FRA", "FIANCING"), "Perhaps you mean: FINANCING-1999"),
        (("standing", "FRA", "--on", "2999-01-01"), "2999-01-01 lies in the future"),
        (("standing", "FRA", "--on", "2007-02-30"), "“2007-02-30” is not a day"),
        (("standing", "FRA", "--on", "1066-10-14"), "1066-10-14 is too early"),
        (("standing", "FRA", "--lang", "tlh"), "'tlh' is not one of 'ar', 'en'"),
        (("standing", "FRA", "--onn", "2007-07-26"), "No such option '--onn'"),
        (("standign", "FRA"), "Did you mean 'standing'?"),
        (("parties", ""), "“” is no instrument of the record"),
        (("acts", "--kind", "ratificaton"), "Perhaps you mean: ratification"),
        (("acts", "--since", "2010-01-01", "--until", "2009-01-01"), "no day lies between them"),
        (("export", "acts", "--format", "pdf"), "'pdf' is not one of"),
        (("export", "acts", "--output", "/nowhere/acts.csv"), "cannot be written"),
        (("import", "acts", "file.csv"), "Say --check"),
        (("import", "acts", "file.csv", "--check", "--good-rows"), "--good-rows goes with --apply"),
    ],
)
def test_wrong_usage_is_told_with_what_to_do(ask, words, complaint):
    code, told, complaints = ask(*words)

    assert (code, told) == (2, "")
    assert complaint in " ".join(complaints.split())


def test_all_that_is_wrong_with_the_days_is_told_at_once(ask):
    _, _, complaints = ask("standing", "FRA", "--on", "banana", "--known", "2999-01-01")

    assert "“banana” is not a day" in complaints
    assert "2999-01-01 lies in the future" in complaints


def test_a_table_that_is_exported_holds_what_the_answer_shows(ask, tmp_path):
    path = tmp_path / "parties.csv"
    code, _, told = ask("export", "parties", "FINANCING-1999", "--on", "2007-07-26", "--output", str(path))

    assert (code, told) == (0, f"Written: {path}\n")
    assert "FRA" in path.read_text(encoding="utf-8-sig")
    assert list(tmp_path.iterdir()) == [path]
