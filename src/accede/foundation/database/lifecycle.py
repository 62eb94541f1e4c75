"""Start, attach to, ask after and stop the embedded server, from any process that needs the database."""

import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

import psycopg
from psycopg.pq import Ping

from accede.foundation.database import address, cluster, locks, places
from accede.foundation.database.errors import DatabaseUnavailable

_WAIT_FOR_TURN = 120
#: A server that was killed under load replays its journal first; that may take minutes.
_WAIT_FOR_SERVER = 600
_PAUSE = 0.02
_SAY_AFTER = 5


@dataclass(slots=True)
class _Hold:
    """This process's place among the users of the server; let go of by the kernel when the process ends."""

    descriptor: int | None = None
    root: str = ""


_hold = _Hold()
_one_at_a_time = threading.Lock()


def ensure_running() -> None:
    """See that the database answers, starting the embedded server where no ACCEDE_DATABASE_URL is set.

    May be called often and by many processes at once. Holds the server until this process ends.
    Raises `DatabaseUnavailable` with words for the user.
    """
    if address.given():
        if _hold.root != address.VARIABLE:
            address.check_given()  # once: whoever runs that server sees to it from then on
            _hold.root = address.VARIABLE
        return
    with _one_at_a_time:
        where = places.places()
        if _hold.root == str(where.root) and not locks.is_free(where.keeper_lock) and _answers(where):
            return
        places.make(where)
        _become_user(where)
        turn = locks.open_lock(where.start_lock)
        try:
            if not locks.lock(turn, locks.ALONE, seconds=_WAIT_FOR_TURN):
                raise DatabaseUnavailable(f"Another process has been starting the database for long. See {where.log}.")
            if locks.is_free(where.keeper_lock):
                _start_keeper(where)
            _wait_until_it_answers(where)
            _make_database(where)
        finally:
            os.close(turn)


def keep_up() -> None:
    """See that the database answers, and goes on to do so after this process has ended, until `stop` is called.

    Raises `DatabaseUnavailable` with words for the user.
    """
    ensure_running()
    if not address.given():
        places.places().stay_up.touch(mode=0o600)


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of the database at this moment."""

    answers: bool
    words: str


def status() -> Status:
    """Say whether the database answers, and what and where it is. Starts nothing."""
    if address.given():
        try:
            version = address.check_given()
        except DatabaseUnavailable as error:
            return Status(answers=False, words=str(error))
        return Status(answers=True, words=f"PostgreSQL {version} named in ACCEDE_DATABASE_URL answers.")
    where = places.places()
    if not where.root.exists() or not _answers(where):
        return Status(answers=False, words=f"The embedded database in {where.root} is stopped.")
    with psycopg.connect(cluster.conninfo(where, name="postgres")) as connection:
        version = connection.info.server_version // 10000
    return Status(
        answers=True,
        words=f"The embedded PostgreSQL {version} in {where.root} answers; it runs as {where.account.name}.",
    )


def stop(*, seconds: float = 60) -> bool:
    """Stop the embedded server, also while others use it; say whether it is stopped now."""
    if address.given():
        raise DatabaseUnavailable("The server named in ACCEDE_DATABASE_URL is not ours to stop.")
    where = places.places()
    if not where.root.exists():
        return True
    where.stay_up.unlink(missing_ok=True)
    until = time.monotonic() + seconds
    while not locks.is_free(where.keeper_lock):
        _signal_keeper(where)
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    # Without a keeper (it was killed) the server may still run.
    while cluster.is_any_alive(where):
        cluster.ask_to_stop(where, "INT")
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def how_to_empty() -> str:
    """Return what to do for an empty database in place of the one in use, which is kept."""
    if address.given():
        return (
            f"Make another database (createdb) and name it in {address.VARIABLE}"
            f"{f' and {address.OWNER_VARIABLE}' if address.owner_given() else ''}."
        )
    data = places.places().data
    return (
        f"To set this one aside: stop the site, “accede database stop”, then: mv {shlex.quote(str(data))}{{,.before}}"
    )


def _answers(where: places.Places) -> bool:
    return cluster.ping(where) is Ping.OK


def _become_user(where: places.Places) -> None:
    """Take a share of the users' lock. While the keeper stops the server it holds the lock alone: wait for that."""
    if _hold.root == str(where.root):
        return
    descriptor = locks.open_lock(where.users_lock)
    if not locks.lock(descriptor, locks.SHARED, seconds=_WAIT_FOR_TURN):
        os.close(descriptor)
        raise DatabaseUnavailable(f"The database is being stopped and does not come to an end. See {where.log}.")
    if _hold.descriptor is not None:
        os.close(_hold.descriptor)
    _hold.descriptor, _hold.root = descriptor, str(where.root)


def _start_keeper(where: places.Places) -> None:
    """Start a keeper, which leaves this process behind, and wait until it has taken its lock or given up."""
    with where.log.open("ab") as log:
        subprocess.run(
            [sys.executable, "-m", "accede.foundation.database.keeper"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "ACCEDE_HOME": str(places.home())},
            cwd="/",
            check=False,
        )


def _wait_until_it_answers(where: places.Places) -> None:
    begun = time.monotonic()
    told = False
    seen = False
    while not _answers(where):
        waited = time.monotonic() - begun
        gone = locks.is_free(where.keeper_lock)
        seen = seen or not gone
        # A keeper needs a moment to take its lock; one that was seen, or that had ten seconds, and is gone has failed.
        if gone and (seen or waited > 10):
            raise DatabaseUnavailable(
                f"The embedded database did not start. Its last words:\n{cluster.last_words(where)}"
            )
        if waited > _WAIT_FOR_SERVER:
            raise DatabaseUnavailable(f"The embedded database does not answer. See {where.log}.")
        if waited > _SAY_AFTER and not told:
            sys.stderr.write(f"Waiting for the database ({where.root}) …\n")
            told = True
        time.sleep(_PAUSE)


def _make_database(where: places.Places) -> None:
    with psycopg.connect(cluster.conninfo(where, name="postgres"), autocommit=True) as connection:
        found = connection.execute("select 1 from pg_database where datname = %s", [cluster.NAME]).fetchone()
        if found is None:
            connection.execute(f'create database "{cluster.NAME}"')
        if connection.execute("select 1 from pg_roles where rolname = %s", [cluster.WEB]).fetchone() is None:
            connection.execute(f'create role "{cluster.WEB}" login nosuperuser nobypassrls nocreatedb nocreaterole')


def _signal_keeper(where: places.Places) -> None:
    try:
        number = int(where.keeper_lock.read_text(encoding="ascii"))
        os.kill(number, signal.SIGTERM)
    except (OSError, ValueError):
        return  # it has not written its number yet, or has just gone
