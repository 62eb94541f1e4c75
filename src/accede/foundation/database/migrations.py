"""Migrations one at a time, however many processes start at once."""

from typing import TextIO

from django.core.management import call_command
from django.db import connection

#: Any number will do, so long as nothing else of ours uses it.
_MIGRATING = 4_210_963_190


def migrate_under_lock(*, verbosity: int = 0, stdout: TextIO | None = None) -> None:
    """Bring the tables up to date, holding a lock in the database so that only one process does so.

    The lock belongs to the session, so a process that is killed lets go of it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [_MIGRATING])
        try:
            call_command("migrate", interactive=False, verbosity=verbosity, stdout=stdout)
        finally:
            cursor.execute("select pg_advisory_unlock(%s)", [_MIGRATING])
