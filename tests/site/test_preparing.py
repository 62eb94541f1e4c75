import os
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from accede.foundation import database
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


def test_a_catalogue_is_compiled_also_when_the_clock_has_gone_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    polib.POFile().save(str(folder / "django.po"))
    monkeypatch.setattr(preparing, "PACKAGE", tmp_path)
    preparing.compile_messages()

    os.utime(folder / "django.po", (1, 1))

    assert preparing.compile_messages() == 1
    assert preparing.compile_messages() == 0


def test_where_the_program_cannot_be_written_to_catalogues_go_to_the_state_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    source = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    polib.POFile().save(str(source))
    monkeypatch.setattr(preparing, "PACKAGE", tmp_path)
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(os, "access", lambda *_words: False)

    assert preparing.compile_messages() == 1
    assert preparing.compile_messages() == 0
    assert (tmp_path / "state" / "locale" / "fr" / "LC_MESSAGES" / "django.mo").exists()
    assert not source.with_suffix(".mo").exists()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one file, with a state folder of its own."""
    monkeypatch.setattr(preparing, "PACKAGE", tmp_path)
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path / "state"))
    (tmp_path / "state").mkdir()
    file = tmp_path / "views.py"
    file.write_text("opens = 'to nobody'", encoding="utf-8")
    return file


def check(act: Callable[[], object]) -> None:
    preparing.check(preparing.program(), act)


def test_the_same_program_is_checked_once(program: Path):
    calls: list[int] = []

    check(lambda: calls.append(1))
    check(lambda: calls.append(2))

    assert calls == [1]


def test_a_changed_program_or_setting_is_checked_again(program: Path, monkeypatch: pytest.MonkeyPatch):
    calls: list[int] = []
    check(lambda: calls.append(1))

    program.write_text("opens = 'to everybody'", encoding="utf-8")
    check(lambda: calls.append(2))
    monkeypatch.setenv("ACCEDE_ALLOWED_HOSTS", "accede.example")
    check(lambda: calls.append(3))

    assert calls == [1, 2, 3]


def test_what_was_refused_is_checked_at_the_next_start(program: Path):
    def refuse() -> None:
        raise CannotServe("an address opens to nobody knows whom")

    with pytest.raises(CannotServe, match="nobody knows"):
        check(refuse)
    calls: list[int] = []
    check(lambda: calls.append(1))

    assert calls == [1]


def test_what_was_broken_off_is_done_at_the_next_start_also_for_what_was_there_before(program: Path):
    calls: list[int] = []

    def broken_off() -> None:
        raise KeyboardInterrupt

    check(lambda: calls.append(1))
    before = program.stat().st_mtime_ns
    program.write_text("opens = 'to everybody'", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        check(broken_off)
    program.write_text("opens = 'to nobody'", encoding="utf-8")
    os.utime(program, ns=(before, before))

    check(lambda: calls.append(2))

    assert calls == [1, 2]


def test_the_program_is_compiled_also_where_python_may_not_write(program: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    preparing.compile_program(preparing.program())

    assert list(program.parent.glob("__pycache__/views.*.pyc"))


def test_a_program_that_cannot_be_written_to_starts_all_the_same(program: Path):
    (program.parent / "__pycache__").write_text("no folder", encoding="utf-8")

    preparing.compile_program(preparing.program())


def test_the_shape_of_the_record_changes_with_the_program_and_with_the_role(
    program: Path, monkeypatch: pytest.MonkeyPatch
):
    before = preparing.shape_of_record(preparing.program())
    assert preparing.shape_of_record(preparing.program()) == before

    program.write_text("opens = 'to everybody'", encoding="utf-8")
    changed = preparing.shape_of_record(preparing.program())
    monkeypatch.setattr(database, "web_role", lambda: "another_role")

    assert len({before, changed, preparing.shape_of_record(preparing.program())}) == 3
