"""Work that is really committed, and taken away again afterwards, for tests of what only a commit does."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_RECORD = ("audit_event", "audit_detail", "audit_link")


def seal() -> None:
    """Chain the events of the running transaction now, as its commit would."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


@contextmanager
def as_intruder() -> Iterator[None]:
    """Act as a superuser who has switched every trigger off."""
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        try:
            yield
        finally:
            cursor.execute("set local session_replication_role = origin")


def let_record_be_emptied() -> None:
    """Let Django empty the tables of the record between tests; their triggers refuse that otherwise."""
    with connection.cursor() as cursor:
        for table in _RECORD:
            cursor.execute(f"alter table {table} disable trigger {table}_is_not_emptied")
