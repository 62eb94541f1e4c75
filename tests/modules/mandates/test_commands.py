"""`accede mandates …` on the command line."""

import json
from pathlib import Path

import pytest

from accede.foundation.console import run
from accede.modules.mandates.models import Mandate
from accede.site.cli import ROOT
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES, TWO_PARTS

LATER = LIGHTHOUSES.replace("74/901", "76/901").replace("by 2023", "by 31 June 2023")


@pytest.fixture
def lighthouses(tmp_path: Path) -> str:
    path = tmp_path / "lighthouses.txt"
    path.write_text(LIGHTHOUSES, encoding="utf-8")
    return str(path)


@pytest.fixture
def ferries(tmp_path: Path) -> str:
    path = tmp_path / "ferries.txt"
    path.write_text(FERRIES, encoding="utf-8")
    return str(path)


def accede(*words: str) -> int:
    return run(ROOT, ["mandates", *words])


def test_one_file_is_read_as_one_object(lighthouses: str, capsys: pytest.CaptureFixture[str]):
    assert accede("read", "--json", lighthouses) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["symbol"] == "A/RES/74/901"
    paragraph = next(one for one in found["paragraphs"] if one["path"] == "2")
    assert (paragraph["kind"], paragraph["number"], paragraph["level"]) == ("operative", "2", 1)
    assert (paragraph["lead_verb"], paragraph["lead_verb_base"]) == ("Urges", "urge")
    assert [one["code"] for one in paragraph["conditions"]] == ["extrabudgetary_resources", "upon_request"]
    last = found["paragraphs"][-1]
    assert [(one["text"], one["from"], one["until"]) for one in last["deadlines"]][-1] == (
        "at its seventy-sixth session",
        "2021-09-14",
        "2022-09-12",
    )


def test_a_bad_file_is_named_and_does_not_stop_the_others(
    lighthouses: str, ferries: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7")

    assert accede("read", "--json", lighthouses, str(scan), ferries) == 1

    output = capsys.readouterr()
    found = json.loads(output.out)
    assert [one.get("symbol") for one in found] == ["A/RES/74/901", None, "E/RES/2021/901"]
    assert "This is a PDF" in found[1]["error"]
    assert "scan.pdf" in output.err


def test_a_reading_for_people_says_what_a_draft_is(ferries: str, capsys: pytest.CaptureFixture[str]):
    assert accede("read", ferries) == 0

    assert "not adopted by this text" in capsys.readouterr().out


@pytest.mark.django_db
def test_an_import_is_shown_first_and_stored_when_asked(lighthouses: str, capsys: pytest.CaptureFixture[str]):
    assert accede("import", lighthouses) == 0
    assert "Nothing was stored" in capsys.readouterr().out
    assert not Mandate.objects.exists()

    assert accede("import", "--apply", lighthouses) == 0
    assert "Stored." in capsys.readouterr().out
    assert accede("import", "--apply", lighthouses) == 0
    assert "Nothing changed" in capsys.readouterr().out


@pytest.mark.django_db
def test_what_is_stored_is_shown_compared_and_checked(
    lighthouses: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    later = tmp_path / "later.txt"
    later.write_text(LATER, encoding="utf-8")
    accede("import", "--apply", lighthouses, str(later))
    capsys.readouterr()

    assert accede("show", "A/RES/74/901") == 0
    assert "Care of lighthouses" in capsys.readouterr().out
    assert accede("due", "--all", "--json") == 0
    assert {one["key"] for one in json.loads(capsys.readouterr().out)} >= {"3b", "4"}
    assert accede("due", "A/RES/74/901") == 0
    assert accede("diff", "A/RES/74/901", "A/RES/76/901") == 0
    assert "Changed: 1" in capsys.readouterr().out
    assert accede("lint", "A/RES/74/901") == 0
    assert accede("lint", "--json", "A/RES/76/901") == 1
    assert "no_such_day" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_mandate_that_is_not_there_is_refused_with_those_near(lighthouses: str, capsys: pytest.CaptureFixture[str]):
    accede("import", "--apply", lighthouses)

    assert accede("show", "A/RES/74/902") == 2
    assert "A/RES/74/901" in capsys.readouterr().err


def test_read_gives_every_part_of_a_resolution_with_its_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "parts.txt").write_text(TWO_PARTS, encoding="utf-8")

    assert accede("read", "--json", str(tmp_path / "parts.txt")) == 0
    found = json.loads(capsys.readouterr().out)

    own = [one for one in found["paragraphs"] if one["part"] == "resolution"]
    assert [(one["division"], one["path"]) for one in own][5:] == [
        ("B", "B.PP1"),
        ("B", "B.PP2"),
        ("B", "B.1"),
        ("B", "B.2"),
    ]
    assert [(one["division"], one["title"], one["closing"][0]) for one in found["divisions"]] == [
        ("A", "Lamps of the coast", "51st plenary meeting"),
        ("B", "Ferries", "53rd plenary meeting"),
    ]
