"""Import a million invented acts: rows a second beside a bare COPY of the same rows, and the memory that it takes.

``python bench/imports.py [ROWS]`` (1,000,000). The file goes in through `accede import acts --apply`, as it would from
anybody: every cell is read, every row is checked against the record and the other rows, and all of it is written in one
transaction. COPY gets the same bytes and checks nothing: once into a table without keys, once into one with the same
keys as the record's: its own two, and those of instrument, State, source and edition. Memory is the peak of the
importing process, with a tenth of the rows and with all.
"""

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import psycopg

FLAT = 1.25
SOURCE = "at-bgbl-iii-204-2005"
FIELDS = ("instrument", "state", "kind", "on", "source", "subject", "note")
KINDS = ("declaration", "notification", "reservation", "territorial_extension")
SEED = 20070726
COPY = 'copy bare (instrument, state, kind, "on", source, subject, note) from stdin (format csv, header)'
BARE = 'create table bare (instrument text, state text, kind text, "on" date, source text, subject text, note text)'
KEYED = """
    alter table bare add column id bigint generated always as identity primary key;
    alter table bare add column key varchar(24) not null unique
        default left(encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 24);
    alter table bare add column edition bigint not null default {edition}
        references treaties_edition (id) deferrable initially deferred;
    alter table bare add foreign key (instrument) references treaties_instrument (key) deferrable initially deferred;
    alter table bare add foreign key (state) references reference_state (code) deferrable initially deferred;
    alter table bare add foreign key (source) references reference_source (key) deferrable initially deferred;
"""


def main() -> int:
    """Make a record of the shipped facts, import into it, print; 1 if memory grows with the rows."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rows", nargs="?", type=int, default=1_000_000)
    rows: int = asked.parse_args().rows
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="5", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        return measure(home, rows)
    finally:
        subprocess.run(accede("database", "stop"), check=False, stdout=subprocess.DEVNULL)
        shutil.rmtree(home, ignore_errors=True)


def measure(home: Path, rows: int) -> int:
    """Import a tenth of the rows, then all, then copy them."""
    from accede.foundation import database  # noqa: PLC0415  (reads ACCEDE_HOME, which `main` sets)

    subprocess.run(accede("load", "facts"), check=True, stdout=subprocess.DEVNULL)
    database.ensure_running()
    tenth, whole = home / "tenth.csv", home / "whole.csv"
    write_file(tenth, rows // 10, seed=SEED + 1)
    write_file(whole, rows, seed=SEED)
    _seconds, small = run_import(tenth)
    seconds, large = run_import(whole)
    print(f"import of {rows:,} rows ({whole.stat().st_size >> 20} MB): {seconds:.1f} s, {rows / seconds:,.0f} rows/s")
    for words, keyed in (("into a table without keys", False), ("with the record's keys", True)):
        bare = time_of_copy(whole, rows, keyed=keyed)
        print(f"  COPY {words}: {bare:.2f} s, {rows / bare:,.0f} rows/s   Accede takes {seconds / bare:.1f} times that")
    print(f"memory of the importing process: {small} MB for {rows // 10:,} rows, {large} MB for {rows:,}")
    again, _memory = run_import(whole)
    print(f"the same file again, nothing to change: {again:.1f} s")
    return 0 if large <= small * FLAT else 1


def write_file(path: Path, rows: int, *, seed: int) -> None:
    """Write distinct acts by real States under real instruments, invented otherwise."""
    from accede import data  # noqa: PLC0415  (see `measure`)

    chance = random.Random(seed)  # noqa: S311  (the rows must be the same in every run)
    states = [row["code"] for row in data.rows("states.csv") if row["kind"] == "member" and not row["exists_from"]]
    first = date(2000, 1, 10)
    instruments = [
        terms["key"]
        for terms in data.document("instruments.yaml")["instruments"]
        if terms["adopted_on"] < first.isoformat()
    ]
    days = [(first + timedelta(days=number)).isoformat() for number in range(2000)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(FIELDS)
        for number in range(rows):
            pair = chance.choice(instruments), chance.choice(states)
            subject = f"sample {seed}/{number}" if number % 4 == 0 else f"art. {chance.randrange(1, 29)}, {number}"
            writer.writerow([*pair, chance.choice(KINDS), chance.choice(days), SOURCE, subject, "bench/imports"])


def run_import(path: Path) -> tuple[float, int]:
    """Import a file by the command; return the seconds and the peak of its memory in MB."""
    begun = time.perf_counter()
    program = subprocess.Popen(accede("import", "acts", str(path), "--apply"), stdout=subprocess.PIPE, text=True)
    words = program.stdout.read() if program.stdout else ""
    _number, status, usage = os.wait4(program.pid, 0)
    if status:
        raise SystemExit(f"The import ended with {os.waitstatus_to_exitcode(status)}:\n{words}")
    return time.perf_counter() - begun, usage.ru_maxrss >> 10


def time_of_copy(path: Path, rows: int, *, keyed: bool) -> float:
    """Return the seconds that COPY needs for the file, with the commit."""
    from accede.foundation import database  # noqa: PLC0415  (see `measure`)
    from accede.foundation.database import cluster, places  # noqa: PLC0415  (needs Django set up)

    database.ensure_running()
    with psycopg.connect(cluster.conninfo(places.places()), autocommit=True) as connection:
        connection.execute(BARE)
        if keyed:
            newest = connection.execute("select max(id) from treaties_edition").fetchone()
            assert newest is not None
            connection.execute(KEYED.format(edition=int(newest[0])))
        begun = time.perf_counter()
        with (
            path.open("rb") as stream,
            connection.cursor() as cursor,
            cursor.copy(COPY) as copy,
        ):
            while piece := stream.read(1 << 18):
                copy.write(piece)
        taken = time.perf_counter() - begun
        found = connection.execute("select count(*) from bare").fetchone()
        assert found == (rows,)
        connection.execute("drop table bare")
        return taken


def accede(*words: str) -> list[str]:
    """Return the command line of our command."""
    return [sys.executable, "-m", "accede.site.cli", *words]


if __name__ == "__main__":
    sys.exit(main())
