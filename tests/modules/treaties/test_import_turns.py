"""No upload waits for another: checks lock nothing, and what is to be written takes its turn after the check."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from accede.core.treaties.acts import ActKind
from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing, Outcome, deciding, staging
from accede.foundation.imports.provenance import NewSource
from accede.modules.treaties.models import Report
from accede.modules.treaties.services import import_acts as importing
from accede.modules.treaties.services import import_checks
from accede.modules.treaties.services.import_acts import Given, check_acts, import_acts
from tests.factories.small_record import AT, DEPOSITARY, recorded, small_record

BROUGHT = Bringing(SYSTEM, Face.COMMAND, AT)
ROW = "FINANCING-1999,FRA,ratification,2002-01-07"
OURS = NewSource("ours-2026", "List of ours (sample)", "", "government", date(2026, 1, 31))
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(db) -> None:
    small_record()


@pytest.fixture
def other() -> Iterator[psycopg.Connection[Any]]:
    """Somebody else's connection to the same database."""
    words = connection.get_connection_params()
    wanted = {name: words[name] for name in ("dbname", "user", "password", "host", "port") if words.get(name)}
    with psycopg.connect(**wanted) as opened:
        yield opened
        opened.rollback()


def table(tmp_path: Path, source: str = DEPOSITARY) -> Path:
    path = tmp_path / "acts.csv"
    path.write_text(f"instrument,state,kind,on,source\n{ROW},{source}\n", encoding="utf-8")
    return path


def codes(outcome: Outcome) -> set[str]:
    return {problem.code for problem in outcome.problems}


def test_a_check_waits_for_no_import(tmp_path, other):
    other.execute("select pg_advisory_xact_lock(%s)", [deciding._IMPORTING])

    assert check_acts(table(tmp_path), Given(), by=SYSTEM, at=AT).new == 1


def test_a_check_of_rows_from_a_source_that_somebody_else_is_writing_waits_for_nobody(tmp_path, other):
    other.execute(
        "insert into reference_source (key, title, locator, publisher, authority, as_of_note, checked_on, licence_note)"
        " values (%s, 'x', '', '', 'government', '', '2026-01-31', '')",
        [OURS.key],
    )

    assert check_acts(table(tmp_path, OURS.key), Given(new_source=OURS), by=SYSTEM, at=AT).new == 1


def test_a_check_holds_no_lock_that_an_import_needs(tmp_path, other):
    check_acts(table(tmp_path), Given(new_source=OURS), by=SYSTEM, at=AT)

    held = other.execute(
        "select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database"
        " where locktype = 'advisory' and datname = current_database() and objid = %s::oid",
        [deciding._IMPORTING % (1 << 32)],
    ).fetchone()
    assert held == (0,)


def test_who_has_waited_too_long_for_the_turn_is_told_and_nothing_is_written(tmp_path, other, monkeypatch):
    monkeypatch.setattr(deciding, "_TURN_SECONDS", 1)
    other.execute("select pg_advisory_xact_lock(%s)", [deciding._IMPORTING])

    outcome = import_acts(table(tmp_path), Given(), BROUGHT)

    assert codes(outcome) == {"file.busy"}
    assert not Report.objects.exists()


def test_what_another_import_wrote_in_between_is_seen(tmp_path, monkeypatch):
    path = table(tmp_path)
    versions = iter([1, 2])
    judged = []

    def judge(*args: Any, **kwargs: Any) -> object:
        judged.append(1)
        if len(judged) == 2:
            recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")
        return real(*args, **kwargs)

    real = importing._judge
    monkeypatch.setattr(importing, "_judge", judge)
    monkeypatch.setattr(importing, "newest_edition", lambda: next(versions))

    outcome = import_acts(path, Given(), BROUGHT)

    assert len(judged) == 2
    assert (outcome.new, outcome.known) == (0, 1)


def test_copying_that_takes_too_long_ends_the_check_with_words(tmp_path, monkeypatch):
    def copied(*args: Any, **kwargs: Any) -> None:
        raise psycopg.errors.QueryCanceled

    monkeypatch.setattr(staging.Staging, "copy_into", copied)

    assert codes(check_acts(table(tmp_path), Given(), by=ANONYMOUS, at=AT)) == {"file.too_heavy"}


def test_what_is_too_much_only_beside_the_record_is_told_too(tmp_path, monkeypatch):
    monkeypatch.setattr(import_checks, "MOST_OF_PAIR", 2)
    path = tmp_path / "heap.csv"
    rows = [f"FINANCING-1999,FRA,ratification,2002-01-0{day},{DEPOSITARY}" for day in range(1, 5)]
    path.write_text("\n".join(["instrument,state,kind,on,source", *rows]), encoding="utf-8")
    assert codes(check_acts(path, Given(), by=SYSTEM, at=AT)) == {"file.heap"}

    monkeypatch.setattr(import_checks, "MOST_OF_PAIR", 100)
    monkeypatch.setattr(staging, "MOST_PROBLEMS", 1)
    assert "file.too_many_problems" in codes(check_acts(path, Given(), by=SYSTEM, at=AT))


def test_a_statement_that_takes_too_long_ends_the_check_with_words(tmp_path, monkeypatch):
    monkeypatch.setattr(deciding, "_STATEMENT_SECONDS", 0.05)
    monkeypatch.setattr(import_checks, "_TWICE", sql.SQL("select 1, '', pg_sleep(5)::text"))

    outcome = check_acts(table(tmp_path), Given(), by=ANONYMOUS, at=AT)

    assert codes(outcome) == {"file.too_heavy"}
    with connection.cursor() as cursor:
        cursor.execute("show statement_timeout")
        assert cursor.fetchone() == ("0",)


def test_the_operator_waits_for_as_long_as_it_takes(tmp_path, monkeypatch):
    monkeypatch.setattr(deciding, "_STATEMENT_SECONDS", 0.01)
    slow = sql.SQL("select row, '', '' from import_acts where pg_sleep(0.03) is null")
    monkeypatch.setattr(import_checks, "_TWICE", slow)

    assert codes(check_acts(table(tmp_path), Given(), by=ANONYMOUS, at=AT)) == {"file.too_heavy"}
    assert check_acts(table(tmp_path), Given(), by=SYSTEM, at=AT).new == 1
