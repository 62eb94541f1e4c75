"""What a database holds, counted as of one snapshot, and what the installation around it is."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from typing import Any

import psycopg
from psycopg import sql

from accede.foundation.access import SYSTEM, read_keys
from accede.foundation.access.deciding import whole_levels
from accede.foundation.database import programs

#: Sessions are keys to people's accounts: whoever restores, or finds, an archive must not come in with them.
WITHOUT_ROWS = ("django_session", "usersessions_usersession")
BEFORE_THE_FIRST = "0" * 64
_TABLES = """
select c.relname from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' order by c.relname
"""
_NOT_EMPTY = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relname
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, as of the snapshot of that name."""

    snapshot: str
    postgres: int
    rows: dict[str, int]
    migrations: dict[str, list[str]]
    links: int
    link_hash: str


def opening_settings() -> dict[str, str]:
    """Return the settings with which the policies show every row, for an owner to whom they apply."""
    return {"accede.reads_whole": " ".join(sorted(whole_levels(read_keys(SYSTEM))))}


@contextmanager
def snapshot() -> Iterator[Contents]:
    """Count what the database holds, and hold that very state for a dump while the block lasts."""
    with programs.owner_connection(opening_settings()) as connection:
        # Ended by the connection's own end.
        connection.execute("begin transaction isolation level repeatable read, read only")
        name = str(_one(connection, "select pg_export_snapshot()"))
        yield _counted(connection, name)


def counted_now() -> Contents:
    """Count what the database holds now."""
    with snapshot() as found:
        return found


def anything_there() -> list[str]:
    """Return the names of what lies in the database, of whatever schema; none where it is empty."""
    with programs.owner_connection() as connection:
        return [str(name) for (name,) in connection.execute(_NOT_EMPTY).fetchall()]


def settings_given(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the names of the settings that the environment gives, never their values."""
    return sorted(name for name, value in environment.items() if name.startswith("ACCEDE_") and value)


def release() -> str:
    """Return the version of the product."""
    return metadata.version("accede")


def _counted(connection: "psycopg.Connection[Any]", name: str) -> Contents:
    tables = [str(table) for (table,) in connection.execute(_TABLES).fetchall()]
    migrations: dict[str, list[str]] = {}
    if "django_migrations" in tables:
        for app, migration in connection.execute("select app, name from django_migrations order by app, name"):
            migrations.setdefault(str(app), []).append(str(migration))
    last = None
    if "audit_link" in tables:
        last = connection.execute("select number, hash from audit_link order by number desc limit 1").fetchone()
    return Contents(
        snapshot=name,
        postgres=connection.info.server_version // 10000,
        rows={table: _count(connection, table) for table in tables if table not in WITHOUT_ROWS},
        migrations=migrations,
        links=int(last[0]) if last else 0,
        link_hash=str(last[1]) if last else BEFORE_THE_FIRST,
    )


def _count(connection: "psycopg.Connection[Any]", table: str) -> int:
    found = connection.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(table))).fetchone()
    return int(found[0]) if found else 0


def _one(connection: "psycopg.Connection[Any]", statement: str) -> object:
    found = connection.execute(statement.encode()).fetchone()
    return found[0] if found else None
