"""Check a file, or check it and write its rows: one transaction, one import after the other."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from django.db import connection, transaction

from accede.foundation.imports.results import Outcome

Read = TypeVar("Read")
Judge = Callable[[], tuple[Outcome, Read | None]]
"""Reads and checks the file; returns what it holds beside the outcome, None where the file as a whole was refused."""

_IMPORTING = 4_210_963_191
"""The lock in the database that lets one import after the other in."""


def rehearse(judge: Judge[Read]) -> Outcome:
    """Return what importing would do, and change nothing."""
    with transaction.atomic():
        outcome, _read = judge()
        transaction.set_rollback(True)
    return outcome


def carry_out(judge: Judge[Read], write: Callable[[Outcome, Read], None], *, good_rows: bool) -> Outcome:
    """Write what was read: all of it, or, with `good_rows`, the rows that have no problem.

    Nothing is written where a row has a problem (without `good_rows`), where the file as a whole cannot be read, or
    where the record has all of it already.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [_IMPORTING])
        outcome, read = judge()
        if read is None or not (outcome.is_clean or good_rows) or outcome.new + outcome.changed == 0:
            transaction.set_rollback(True)
            return outcome
        write(outcome, read)
    return replace(outcome, applied=True)
