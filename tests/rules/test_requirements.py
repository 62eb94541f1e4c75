"""The pins: exact, checked by hash, and naming no place to fetch them from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = sorted((ROOT / "requirements").glob("*.txt"))


def faults(text: str) -> list[str]:
    """Return the lines that are neither a comment, an exact version, nor a hash."""
    exact = re.compile(r"[\w.\-\[\],]+==[^\s;]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|#.*|")
    return [line for line in text.splitlines() if not exact.fullmatch(line)]


def test_there_are_pins():
    assert [path.stem for path in PINS] == ["bench", "dev", "run", "uv"]


@pytest.mark.parametrize("path", PINS, ids=lambda path: path.stem)
def test_pins_are_exact_and_name_no_address(path: Path):
    assert faults(path.read_text()) == []


@pytest.mark.parametrize("line", ["django>=5", "--index-url https://example.org", "x @ git+https://example.org/x"])
def test_the_rule_finds_what_is_no_pin(line: str):
    assert faults(line) == [line]


def test_every_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned = set(
        re.findall(r"^([\w.\-]+)(?:\[[^]]*\])?==", (ROOT / "requirements" / "run.txt").read_text(), re.MULTILINE)
    )

    named = {re.split(r"[\[~=<>]", line)[0].lower() for line in project["project"]["dependencies"]}

    assert named - pinned == set()
