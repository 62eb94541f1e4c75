from pathlib import Path

import polib
import pytest

from accede.site import preparing
from accede.site.serve import CannotServe


def test_catalogues_are_compiled_when_they_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Treaty", msgstr="Traité"))
    catalogue.save(str(folder / "django.po"))
    monkeypatch.setattr(preparing, "PACKAGE", tmp_path)

    assert preparing.compile_messages() == 1
    assert preparing.compile_messages() == 0

    assert polib.mofile(str(folder / "django.mo"))[0].msgstr == "Traité"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one file, with a state folder of its own."""
    monkeypatch.setattr(preparing, "PACKAGE", tmp_path)
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path / "state"))
    (tmp_path / "state").mkdir()
    file = tmp_path / "views.py"
    file.write_text("opens = 'to nobody'", encoding="utf-8")
    return file


def test_the_same_program_is_checked_once(program: Path):
    calls: list[int] = []

    preparing.check(lambda: calls.append(1))
    preparing.check(lambda: calls.append(2))

    assert calls == [1]


def test_a_changed_program_or_setting_is_checked_again(program: Path, monkeypatch: pytest.MonkeyPatch):
    calls: list[int] = []
    preparing.check(lambda: calls.append(1))

    program.write_text("opens = 'to everybody'", encoding="utf-8")
    preparing.check(lambda: calls.append(2))
    monkeypatch.setenv("ACCEDE_ALLOWED_HOSTS", "accede.example")
    preparing.check(lambda: calls.append(3))

    assert calls == [1, 2, 3]


def test_what_was_refused_is_checked_at_the_next_start(program: Path):
    def refuse() -> None:
        raise CannotServe("an address opens to nobody knows whom")

    with pytest.raises(CannotServe, match="nobody knows"):
        preparing.check(refuse)
    calls: list[int] = []
    preparing.check(lambda: calls.append(1))

    assert calls == [1]
