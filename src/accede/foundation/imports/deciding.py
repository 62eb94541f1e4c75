"""Check a file, or check it and write its rows: checks wait for nobody, and writing comes one import after the other.

Nothing that others need is locked while a file is read and checked. Only who has something to write takes the turn, and
looks again where another import has written in between.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import psycopg.errors
from django.db import OperationalError, connection, transaction

from accede.foundation.access import Actor
from accede.foundation.imports.problems import Problem
from accede.foundation.imports.results import Outcome, Wrote, refused_whole

Read = TypeVar("Read")
Judge = Callable[[], tuple[Outcome, Read | None]]
"""Reads and checks the file; returns what it holds beside the outcome, None where the file as a whole was refused."""

_IMPORTING = 4_210_963_191
"""The lock in the database that lets one import after the other write."""
_TURN_SECONDS = 20
"""For how long a turn is waited for: longer than the writing of any file that comes in on a page takes."""
_STATEMENT_SECONDS = 4
"""How long one statement of a check may take for a file of a page's size."""
_OF_LARGER = 40
"""How long for each such part of a larger file: somebody confirms what the operator has proposed."""
_USUAL_BYTES = 5 << 20


def rehearse(judge: Judge[Read], *, size: int, by: Actor) -> Outcome:
    """Return what importing a file of `size` bytes would do, and change nothing."""
    with transaction.atomic():
        outcome, _read = _within_limits(judge, size, by)
        transaction.set_rollback(True)
    return outcome


def carry_out(
    judge: Judge[Read],
    write: Callable[[Outcome, Read], Wrote],
    *,
    size: int,
    by: Actor,
    good_rows: bool,
    version: Callable[[], object],
) -> Outcome:
    """Write what was read: all of it, or, with `good_rows`, the rows that have no problem.

    Nothing is written where a row has a problem (without `good_rows`), where the file as a whole cannot be read, or
    where the record has all of it already. `version` changes with each writing. `write` may leave the file to a second
    person instead.
    """
    with transaction.atomic():
        checked = version()
        outcome, read = _within_limits(judge, size, by)
        if _is_to_be_written(outcome, read, good_rows=good_rows):
            if not take_turn():
                transaction.set_rollback(True)
                return replace(refused_whole(outcome.file_digest, [Problem("file.busy")]), rows=outcome.rows)
            if version() != checked:
                outcome, read = _within_limits(judge, size, by)
        if read is None or not _is_to_be_written(outcome, read, good_rows=good_rows):
            transaction.set_rollback(True)
            return outcome
        wrote = write(outcome, read)
    return replace(outcome, applied=wrote.proposed is None, edition=wrote.edition, proposed=wrote.proposed)


def _is_to_be_written(outcome: Outcome, read: object, *, good_rows: bool) -> bool:
    return read is not None and (outcome.is_clean or good_rows) and outcome.new + outcome.changed > 0


def _within_limits(judge: Judge[Read], size: int, by: Actor) -> tuple[Outcome, Read | None]:
    """Check, each statement in the time that a file of that size may take; for the operator, who waits, in any time."""
    if by.is_system:
        return judge()
    seconds = _STATEMENT_SECONDS if size <= _USUAL_BYTES else _OF_LARGER * size / _USUAL_BYTES
    milliseconds = int(seconds * 1000)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select current_setting('statement_timeout')")
            before = cursor.fetchone()[0]
            cursor.execute("select set_config('statement_timeout', %s, true)", [str(milliseconds)])
            judged = judge()
            cursor.execute("select set_config('statement_timeout', %s, true)", [before])
            return judged
    except (OperationalError, psycopg.errors.QueryCanceled) as error:
        # While rows are copied, the driver's own word comes through.
        if not isinstance(error.__cause__ or error, psycopg.errors.QueryCanceled):
            raise
        return refused_whole("", [Problem("file.too_heavy")]), None


def take_turn() -> bool:
    """Return whether it is this transaction's turn to write to the record; it stays so to its end."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select set_config('lock_timeout', %s, true)", [f"{_TURN_SECONDS}s"])
            cursor.execute("select pg_advisory_xact_lock(%s)", [_IMPORTING])
            cursor.execute("select set_config('lock_timeout', '0', true)")
    except OperationalError as error:
        if not isinstance(error.__cause__, psycopg.errors.LockNotAvailable):
            raise
        return False
    return True
