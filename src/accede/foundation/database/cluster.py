"""The cluster on disk and the server over it: make it, start it, ask whether it answers, stop it.

A server counts as running when it answers on its socket. Whether anything of it is still alive is told by a lock that
all its processes inherit, never by a process number: numbers are used again, and a dead process may keep its own.
"""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from accede.foundation.database import locks
from accede.foundation.database.binaries import Binaries
from accede.foundation.database.errors import DatabaseUnavailable
from accede.foundation.database.places import Account, Places

OWNER = "accede"
WEB = "accede_web"
NAME = "accede"
PORT = 5432
_FIRST_WITH_BUILTIN_LOCALE = 17
_LINES_SHOWN = 12


def address(where: Places, *, name: str = NAME, user: str = OWNER) -> dict[str, str]:
    """Return the parts of a connection to the embedded server."""
    return {"host": str(where.socket), "port": str(PORT), "user": user, "dbname": name}


def conninfo(where: Places, *, name: str = NAME) -> str:
    """Return the same as one line."""
    return make_conninfo("", **address(where, name=name), connect_timeout="5")


def ping(where: Places) -> Ping:
    """Ask the server itself, over its socket, how it is."""
    return Ping(PGconn.ping(conninfo(where, name="postgres").encode()))


def has_sessions(where: Places) -> bool:
    """Say whether anybody is connected: also a program of somebody else's, such as psql or pg_dump.

    A server that answers but lets nobody in, because it has no place left, is in use.
    """
    try:
        with psycopg.connect(conninfo(where, name="postgres"), autocommit=True) as connection:
            found = connection.execute(
                "select exists (select from pg_stat_activity"
                " where backend_type = 'client backend' and pid <> pg_backend_pid())"
            ).fetchone()
            return bool(found and found[0])
    except psycopg.OperationalError:
        return ping(where) is Ping.OK


def initialise(where: Places, programs: Binaries) -> None:
    """Make the cluster if there is none. One that was half made when its maker died is thrown away."""
    if (where.data / "PG_VERSION").exists():
        _refuse_other_version(where, programs)
        return
    unfinished = where.root / "data.part"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    _give(unfinished, where.account)
    locale = ["--locale=C.UTF-8"]
    if programs.major >= _FIRST_WITH_BUILTIN_LOCALE:
        # The server's own rules for letters: the same on every machine, and an upgrade of the system changes no index.
        locale.append("--locale-provider=builtin")
    answer = subprocess.run(  # noqa: S603  (programs that we found ourselves)
        [
            programs.bin / "initdb",
            f"--pgdata={unfinished}",
            f"--username={OWNER}",
            "--encoding=UTF8",
            "--data-checksums",
            "--auth=peer",
            *locale,
        ],
        **_as(where.account),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise DatabaseUnavailable(
            f"PostgreSQL could not make its folder {where.data} ({programs.origin}):\n{answer.stderr.strip()}"
        )
    unfinished.rename(where.data)


def start(where: Places, programs: Binaries) -> "subprocess.Popen[bytes]":
    """Start the server; nothing of an earlier one may be alive, which is made certain first.

    The lock is handed to the server: all its processes hold it until the last of them has ended.
    """
    held = locks.open_lock(where.server_lock)
    try:
        if not locks.lock(held, locks.ALONE, seconds=5):
            _end_orphans(where)
            if not locks.lock(held, locks.ALONE, seconds=30):
                raise DatabaseUnavailable(f"Parts of an earlier server over {where.data} do not end. See {where.log}.")
        _clear_stale_marks(where)
        _write_rules(where)
        with where.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603  (programs that we found ourselves)
                [programs.bin / "postgres", "-D", where.data, *_settings(where)],
                **_as(where.account),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(held,),
                start_new_session=True,
            )
    finally:
        os.close(held)


def is_any_alive(where: Places) -> bool:
    """Say whether any process of the server lives."""
    return not locks.is_free(where.server_lock)


def ask_to_stop(where: Places, how: str) -> None:
    """Send the server's first process a signal (TERM: end after those connected; INT: at once but orderly; QUIT: now).

    Sent as the account, since the file that holds the number is the account's: it can only hit its own processes.
    """
    try:
        # As bytes: the lines below the number hold paths, in whatever letters.
        number = int((where.data / "postmaster.pid").read_bytes().split(b"\n", 1)[0])
    except (OSError, ValueError):
        return
    words = ["/bin/sh", "-c", f"kill -s {how} {number}"]
    subprocess.run(words, **_as(where.account), stderr=subprocess.DEVNULL, check=False)  # noqa: S603  (a number)


def tidy(where: Places) -> None:
    """Take away the socket's folder if it had to lie outside ours; the server has ended and left it empty."""
    if not where.socket.is_relative_to(where.root):
        with contextlib.suppress(OSError):
            where.socket.rmdir()


def last_words(where: Places) -> str:
    """Return the last lines of the server's log, for a message."""
    try:
        return "\n".join(where.log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES_SHOWN:])
    except OSError:
        return ""


def _settings(where: Places) -> list[str]:
    settings = {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": '"' + str(where.socket).replace('"', '""') + '"',
        "unix_socket_permissions": "0700",
        "hba_file": str(where.rules / "entry.conf"),
        "ident_file": str(where.rules / "users.conf"),
        "logging_collector": "off",
        "log_destination": "stderr",
        "log_timezone": "UTC",
        "timezone": "UTC",
        "lc_messages": "C",
        # Nobody copies this server by its log: what is restored into new tables need not be written twice.
        "wal_level": "minimal",
        "max_wal_senders": "0",
    }
    return [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]


def _write_rules(where: Places) -> None:
    """Let in only the account of the server and root, each as the kernel knows them; no password."""
    where.rules.mkdir(exist_ok=True)
    users = sorted({where.account.name, "root"})
    texts = {
        "users.conf": "".join(f'accede "{user}" {role}\n' for user in users for role in (OWNER, WEB)),
        "entry.conf": "local all all peer map=accede\n",
    }
    where.rules.chmod(0o755)
    for name, text in texts.items():
        path = where.rules / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o644)


def _clear_stale_marks(where: Places) -> None:
    """Take away the number files of a dead server: another process may bear its number by now.

    Safe because the lock just taken proves that no process of ours is alive over this folder, and the question on the
    socket that nobody else's is.
    """
    if ping(where) is not Ping.NO_RESPONSE:
        raise DatabaseUnavailable(f"Another program runs a PostgreSQL server over {where.data}. Stop that one first.")
    socket = where.socket / f".s.PGSQL.{PORT}"
    for mark in (where.data / "postmaster.pid", socket, socket.with_name(f"{socket.name}.lock")):
        mark.unlink(missing_ok=True)


def _end_orphans(where: Places) -> None:
    """End server processes whose first process was killed: they stand in the data folder.

    Found on Linux only; elsewhere they are waited for.
    """
    data = where.data.resolve()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cwd").readlink() == data:
                os.kill(int(entry.name), signal.SIGQUIT)
        except OSError:
            continue


def _refuse_other_version(where: Places, programs: Binaries) -> None:
    made_by = (where.data / "PG_VERSION").read_text(encoding="ascii").strip()
    if made_by != str(programs.major):
        raise DatabaseUnavailable(
            f"The data in {where.data} were made by PostgreSQL {made_by}; the programs at hand are PostgreSQL "
            f"{programs.major} ({programs.origin}). Name programs of version {made_by} in ACCEDE_PG_BIN, or name "
            "another state folder in ACCEDE_HOME and load the data again."
        )


def _give(path: Path, account: Account) -> None:
    if not account.is_us:
        os.chown(path, account.uid, account.gid)


def _as(account: Account) -> dict[str, Any]:
    """Return what makes a child run as the account, standing where it may stand, with an environment of its own."""
    words = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
    common: dict[str, Any] = {"cwd": "/", "env": words, "umask": 0o077}
    if account.is_us:
        return common
    return {**common, "user": account.uid, "group": account.gid, "extra_groups": []}
