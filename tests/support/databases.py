"""Test databases that are kept from run to run, and never shared by two runs at once.

A database's name holds a fingerprint of the migrations, so changed migrations get a new one; and a slot, which is
locked while a run (or one of its parallel workers) uses it.
"""

import hashlib
import importlib.metadata
import os
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

import accede
from accede.foundation import database
from accede.foundation.database import locks

_PREFIX = "test_accede"
_slots: list[int] = []


def take_slot() -> int:
    """Return the number of a slot that nobody else uses, and hold it until this process ends."""
    folder = database.home() / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    while True:
        held = locks.open_lock(folder / f"slot-{number}.lock")
        if locks.try_lock(held, locks.ALONE):
            _slots.append(held)
            return number
        os.close(held)
        number += 1


def name_for(slot: int) -> str:
    """Return the name of the test database of this slot for the migrations as they are now."""
    return f"{_PREFIX}_{slot}_{_fingerprint()}"


def drop_outdated(slot: int) -> None:
    """Drop the databases of this slot that were made by other migrations."""
    with psycopg.connect(administration(), autocommit=True) as connection:
        rows = connection.execute(
            "select datname from pg_database where starts_with(datname, %s)", [f"{_PREFIX}_{slot}_"]
        ).fetchall()
        for (name,) in rows:
            if name != name_for(slot):
                connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def administration() -> str:
    """Return the address of the server's own database, from which others are made and dropped."""
    settings = database.connection_settings(owner=True)
    options = {key: value for key, value in settings["OPTIONS"].items() if key != "pool"}
    known = {
        "host": settings["HOST"],
        "port": settings["PORT"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
    }
    return make_conninfo("", dbname="postgres", **options, **{key: value for key, value in known.items() if value})


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for package in ("django", "procrastinate"):
        digest.update(importlib.metadata.version(package).encode())
    for path in sorted(Path(accede.__file__).parent.glob("*/*/migrations/*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:10]
