"""PostgreSQL's own programs for dumping and restoring, of the version that the server in use needs.

Exactly of its version: the wheel's for the embedded server, the system's where ACCEDE_PG_BIN or ACCEDE_DATABASE_URL
names another one.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg
from psycopg.conninfo import make_conninfo

from accede.foundation.database import address, binaries, cluster, places, roles
from accede.foundation.database.errors import DatabaseUnavailable

_SAID = 2000
_OF_A_FULL_DISK = ("No space left on device", "Disk quota exceeded", "File too large", "disk full")
_OF_A_SERVER_GONE = ("server closed the connection", "terminating connection", "connection to server")
_IS_WRONG = re.compile(r"\b(?:PANIC|FATAL|ERROR|HINT):")
#: What is the server's own or somebody else's: other servers have other tablespaces, publications and extensions.
_NOT_DUMPED = (
    "--no-owner", "--no-privileges", "--no-tablespaces", "--no-publications", "--no-subscriptions",
    "--no-security-labels", "--no-unlogged-table-data", "--extension=plpgsql", "--extension=pg_trgm",
)  # fmt: skip

#: The usual level takes twice the time and saves a tenth of the room.
_QUICKLY = "--compress=1"
#: Indexes and references are made of whole tables: in as much memory as these take no time is lost on the disk.
_ROOM = {"maintenance_work_mem": "256MB", "work_mem": "64MB"}


class ProgramFailed(DatabaseUnavailable):
    """A program of PostgreSQL did not do its work; the message holds its own words."""


@dataclass(frozen=True, slots=True)
class Programs:
    """One folder with pg_dump, pg_restore and psql, and their version."""

    bin: Path
    major: int


def server_major() -> int:
    """Return the major version of the server in use."""
    with owner_connection() as connection:
        return connection.info.server_version // 10000


@contextmanager
def owner_connection(settings: Mapping[str, str] | None = None) -> "Iterator[psycopg.Connection[tuple[object, ...]]]":
    """Connect as the owner of the tables, apart from Django; `settings` are set for the session."""
    words = {**roles.words(owner=True), "connect_timeout": "10", "options": _options(settings or {})}
    with psycopg.connect(make_conninfo("", **words), autocommit=True) as connection:
        yield connection


def for_server(major: int) -> Programs:
    """Return the programs of exactly that version: older ones refuse, and what later ones write it may not understand.

    Raises:
        DatabaseUnavailable: there are none.
    """
    for found in _found():
        if found.major == major:
            return found
    raise DatabaseUnavailable(
        f"The server is PostgreSQL {major}, and its programs pg_dump and pg_restore of that version are not here. "
        f"Install them (Debian and Ubuntu: apt-get install postgresql-client-{major}), or name their folder in "
        "ACCEDE_PG_BIN."
    )


@contextmanager
def dump(
    programs: Programs, *, snapshot: str, settings: Mapping[str, str], without_rows: tuple[str, ...]
) -> Iterator[IO[bytes]]:
    """Yield the dump of the database, as of a snapshot that another session holds, while it is made.

    Row-level security is left on, so that an owner to whom the policies apply can dump at all; `settings` open them.

    Raises:
        ProgramFailed: it could not be dumped.
    """
    words = ["--format=custom", _QUICKLY, f"--snapshot={snapshot}", "--enable-row-security", *_NOT_DUMPED]
    words.append(f"--dbname={_address()}")
    words += [f"--exclude-table-data={table}" for table in without_rows]
    with _running(programs, "pg_dump", words, settings, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None  # noqa: S101  (asked for above; tells mypy)
        yield process.stdout


@contextmanager
def restore(programs: Programs) -> Iterator[IO[bytes]]:
    """Yield what takes a dump; it is restored whole, in one transaction, or not at all.

    Raises:
        ProgramFailed: it could not be restored, and nothing of it is there.
    """
    words = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", f"--dbname={_address()}"]
    with _running(programs, "pg_restore", words, _ROOM, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None  # noqa: S101  (asked for above; tells mypy)
        yield process.stdin


@contextmanager
def _running(
    programs: Programs,
    name: str,
    words: list[str],
    settings: Mapping[str, str],
    *,
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.DEVNULL,
) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a program while the block lasts; it ends with the block, however that ends."""
    environment = {**os.environ, "PGOPTIONS": _options(settings), "LC_ALL": "C", "PGAPPNAME": f"accede {name}"}
    environment["PGPASSWORD"] = roles.words(owner=True).get("password", "")
    with subprocess.Popen(  # noqa: S603  (programs that we found ourselves)
        [programs.bin / name, "--no-password", *words],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        gone = False
        try:
            yield process
            if process.stdin is not None:
                process.stdin.close()
        except BrokenPipeError:
            gone = True  # it has ended early, and says why
        except BaseException:
            process.kill()
            raise
        process.stdin = None
        said = process.stderr.read() if process.stderr is not None else b""
        if process.wait() or gone:
            raise ProgramFailed(_about_failure(name, said.decode(errors="replace").strip()))


def _about_failure(name: str, said: str) -> str:
    """Return what a program said, and what to do where that follows from it."""
    told = f"{name} did not do its work: {said[:_SAID]}"
    if any(words in said for words in _OF_A_FULL_DISK):
        return f"{told}\nMake room on the disk of the database, then repeat; nothing is half-done."
    if any(words in said for words in _OF_A_SERVER_GONE):
        gone = f"The database server ended on the way{_last_words()}"
        return f"{told}\n{gone}\nOnce it answers again, repeat; nothing is half-done."
    return told


def _last_words() -> str:
    """Return what the embedded server said last, of what was wrong; of another server its own log tells."""
    if address.given():
        return "; its log says why."
    wrong = [line for line in cluster.last_words(places.places()).splitlines() if _IS_WRONG.search(line)]
    return ":\n" + "\n".join(wrong) if wrong else "."


def _address() -> str:
    words = roles.words(owner=True)
    return make_conninfo("", **{key: value for key, value in words.items() if key != "password"})


def _options(settings: Mapping[str, str]) -> str:
    def escaped(text: str) -> str:
        return re.sub(r"([\\ ])", r"\\\1", text)

    return " ".join(f"-c {name}={escaped(value)}" for name, value in settings.items())


def _found() -> Iterator[Programs]:
    """Look one after the other: each asks a program for its version, which takes its time."""
    folders = [found.bin for finder in binaries.FINDERS if (found := finder())]
    for root in binaries.SYSTEM_FOLDERS:
        folders += [folder for folder in root.glob("*/bin") if (folder / "pg_dump").exists()]
    for folder in dict.fromkeys(folders):
        if major := _major(folder):
            yield Programs(folder, major)


def _major(folder: Path) -> int:
    try:
        answer = subprocess.run(  # noqa: S603  (as above)
            [folder / "pg_dump", "--version"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError:
        return 0
    found = re.search(r"PostgreSQL\) (\d+)", answer.stdout)
    return int(found[1]) if found else 0
