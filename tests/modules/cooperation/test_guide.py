"""The guide to legal bases for programs shows what the program gives."""

import json
import re
import shlex
from pathlib import Path

import pytest

from accede.foundation.console import run
from accede.site.cli import ROOT
from tests.factories.cooperation_record import cooperation_record

GUIDE = Path(__file__).parents[3] / "docs" / "guides" / "legal-bases.md"
EXAMPLES = re.findall(r"<!-- accede (.+?) -->\n```json\n(.+?)\n```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accede.foundation.console.startup.reach_database", lambda: None)
    monkeypatch.setattr("accede.foundation.console.running._let_go_of_database", lambda: None)
    cooperation_record()


def told_otherwise(shown: object, given: object, path: str = "answer") -> list[str]:
    """Return where an excerpt of the guide differs from what the program gives; "…" stands for anything."""
    if shown == "…":
        return []
    if isinstance(shown, dict) and isinstance(given, dict):
        if shown.keys() != given.keys():
            return [f"{path}: {sorted(shown.keys() ^ given.keys())}"]
        return [fault for key in shown for fault in told_otherwise(shown[key], given[key], f"{path}.{key}")]
    if isinstance(shown, list) and isinstance(given, list) and shown:
        return [
            f"{path}: no such item"
            for item in shown
            if not any(told_otherwise(item, other, path) == [] for other in given)
        ]
    return [] if shown == given else [f"{path}: {shown!r}, not {given!r}"]


@pytest.mark.parametrize(("command", "excerpt"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_excerpt_has_the_keys_and_values_of_the_command(capsys, command, excerpt):
    code = run(ROOT, [*shlex.split(command), "--lang", "en"])

    assert code == 0
    assert told_otherwise(json.loads(excerpt), json.loads(capsys.readouterr().out)) == []


def test_the_api_gives_the_same_opinions(client):
    query = "requesting=FRA&requested=MAR&offence=hostage-taking&on=2010-01-01"

    given = client.get(f"/api/v1/cooperation/bases/?{query}").json()

    assert told_otherwise(json.loads(EXAMPLES[0][1])["opinions"], given["opinions"]) == []


def test_an_excerpt_that_says_something_else_is_found():
    assert told_otherwise({"a": 1}, {"a": 2}) == ["answer.a: 1, not 2"]
    assert told_otherwise({"a": 1}, {"a": 1, "b": 2}) == ["answer: ['b']"]
    assert told_otherwise([{"a": 1}], [{"a": 2}]) == ["answer: no such item"]
