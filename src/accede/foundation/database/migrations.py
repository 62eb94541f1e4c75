"""Changes to the tables and to shipped facts, by one process at a time, however many start at once."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from django.core.management import call_command
from django.db import Error, connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg import sql

from accede.foundation.database import roles

#: Any number will do, so long as nothing else of ours uses it.
_PREPARING = 4_210_963_190
_MARK = "Brought up to date by the program "


@contextmanager
def one_process_at_a_time() -> Iterator[None]:
    """Hold a lock in the database. It belongs to the session, so a process that is killed lets go of it."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [_PREPARING])
        try:
            yield
        except BaseException:
            # A session that is gone has let go of it; what ended it is to be told, not this.
            with suppress(Error):
                cursor.execute("select pg_advisory_unlock(%s)", [_PREPARING])
            raise
        cursor.execute("select pg_advisory_unlock(%s)", [_PREPARING])


def migrate_under_lock(*, verbosity: int = 0, stdout: TextIO | None = None) -> None:
    """Bring the tables up to date, while no other process does so."""
    with roles.as_owner(), one_process_at_a_time():
        call_command("migrate", interactive=False, verbosity=verbosity, stdout=stdout)


def migrate_unless_done_by(program: str) -> None:
    """Bring the tables up to date, unless the database says that this very program was the last to do so.

    The mark lies in the database itself, so that one restored from a copy is brought up to date from what it is.
    """
    with roles.as_owner(), one_process_at_a_time(), connection.cursor() as cursor:
        cursor.execute("select obj_description(to_regclass('django_migrations'), 'pg_class')")
        if cursor.fetchone() == (f"{_MARK}{program}",):
            return
        migrate_under_lock()
        mark = sql.Literal(f"{_MARK}{program}")
        cursor.execute(sql.SQL("comment on table django_migrations is {}").format(mark))


def let_go() -> None:
    """Close this process's connections and its pool, whose threads must not live on beside processes it starts."""
    for wrapper in connections.all(initialized_only=True):
        wrapper.close()
        if isinstance(wrapper, DatabaseWrapper):
            wrapper.close_pool()
