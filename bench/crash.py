"""Kill the database, or the importing program, at some moment of an import, many times: nothing lost, nothing half.

``python bench/crash.py [ROUNDS]`` (100). Each round imports a file of its own through `accede import acts --apply` and
sends SIGKILL after a random part of the time that an undisturbed import takes: in odd rounds to the importing program,
in even rounds to the server's first process. After each, the record must hold all rows of the file or none; all, if
the program had said so; and all rows of the rounds before. At the end every index is compared with its table.
"""

import argparse
import csv
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROWS = 5000
MARK = "bench/crash round"
SEED = 20070726
PATIENCE = 120


@dataclass
class Tally:
    """What became of the rounds."""

    kept: dict[int, int] = field(default_factory=dict)
    ends: Counter[str] = field(default_factory=Counter)
    said_done: int = 0
    back_after: list[float] = field(default_factory=list)


def main() -> int:
    """Run the rounds and print what became of them."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=100)
    rounds: int = asked.parse_args().rounds
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="5")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        return measure(home, rounds)
    finally:
        subprocess.run(accede("database", "stop"), check=False, stdout=subprocess.DEVNULL)
        shutil.rmtree(home, ignore_errors=True)


def measure(home: Path, rounds: int) -> int:
    """Do one undisturbed import, then the rounds; return 0 if nothing was lost and nothing half."""
    subprocess.run(accede("load", "facts"), check=True, stdout=subprocess.DEVNULL)
    undisturbed = time_of_undisturbed(home)
    print(f"undisturbed import of {ROWS:,} rows: {undisturbed:.2f} s; {rounds} rounds, each killed once")
    chance = random.Random(SEED)  # noqa: S311  (the moments must be the same in every run)
    tally = Tally()
    for number in range(1, rounds + 1):
        one_round(home, number, chance.uniform(0, undisturbed * 1.05), tally)
    check_indexes()
    said = ", ".join(f"{count} {end}" for end, count in sorted(tally.ends.items()))
    slowest = max(tally.back_after)
    whole = sum(1 for count in tally.kept.values() if count)
    print(f"killed: {said}")
    print(f"whole {whole}, not at all {rounds - whole}, half 0, lost 0; {tally.said_done} had been told as done")
    print(f"answers again after {sorted(tally.back_after)[rounds // 2]:.2f} s (median), {slowest:.2f} s (slowest)")
    return 0


def one_round(home: Path, number: int, wait: float, tally: Tally) -> None:
    """Import, kill, and see what the record holds."""
    path = write_file(home, number)
    program = subprocess.Popen(
        accede("import", "acts", str(path), "--apply"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(wait)
    if number % 2:
        program.kill()
        tally.ends["programs"] += 1
    else:
        os.kill(server_number(), signal.SIGKILL)
        tally.ends["servers"] += 1
    _words, complaints = program.communicate(timeout=PATIENCE)
    if "Traceback" in complaints or "unforeseen" in complaints:
        raise SystemExit(f"Round {number}: the program did not say in words what was wrong:\n{complaints}")
    begun = time.perf_counter()
    counts = rows_by_round()
    tally.back_after.append(time.perf_counter() - begun)
    here = counts.pop(number, 0)
    if here not in {0, ROWS}:
        raise SystemExit(f"Round {number}: half an import, {here} of {ROWS} rows.")
    if program.returncode == 0:
        tally.said_done += 1
        if here != ROWS:
            raise SystemExit(f"Round {number}: told as done, and lost.")
    before = {earlier: count for earlier, count in tally.kept.items() if count}
    if counts != before:
        raise SystemExit(f"Round {number}: rows of earlier rounds are gone or have come: {counts} against {before}.")
    tally.kept[number] = here


def time_of_undisturbed(home: Path) -> float:
    """Return the seconds of an import that nobody kills; its rows are those of round 0, which is not counted."""
    path = write_file(home, 0)
    begun = time.perf_counter()
    subprocess.run(accede("import", "acts", str(path), "--apply"), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def write_file(home: Path, number: int) -> Path:
    """Write the file of one round: declarations, told apart by their subject."""
    path = home / f"{number}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["instrument", "state", "kind", "on", "source", "subject", "note"])
        for row in range(ROWS):
            said = ["FINANCING-1999", "FRA", "declaration", "2010-01-01", "accede-research-2026", f"{number}/{row}"]
            writer.writerow([*said, f"{MARK} {number}"])
    return path


def rows_by_round() -> dict[int, int]:
    """Return how many rows of each round the record holds, round 0 left out, as soon as the database answers."""
    found = ask(f"select note, count(*) from treaties_report where note like '{MARK} %' group by note")
    numbers = {int(str(note).removeprefix(MARK)): int(str(count)) for note, count in found}
    if numbers.pop(0) != ROWS:
        raise SystemExit("Rows of the undisturbed import are gone.")
    return numbers


def check_indexes() -> None:
    """Have the server compare every index of ours with its table, where it has the extension for that."""
    if not ask("select 1 from pg_available_extensions where name = 'amcheck'"):
        print("(indexes not compared: this PostgreSQL has no amcheck)")
        return
    ask("create extension if not exists amcheck")
    compared = ask(
        "select count(bt_index_check(c.oid, true)::text) from pg_class c join pg_am a on a.oid = c.relam "
        "join pg_namespace n on n.oid = c.relnamespace where a.amname = 'btree' and n.nspname = 'public'"
    )
    print(f"indexes compared with their tables: {compared[0][0]}")


def ask(statement: str) -> list[tuple[object, ...]]:
    """Run a statement over a new connection, starting the database if it is not there."""
    from accede.foundation import database  # noqa: PLC0415  (reads ACCEDE_HOME, which `main` sets)
    from accede.foundation.database import cluster, places  # noqa: PLC0415  (needs Django set up)

    until = time.monotonic() + PATIENCE
    while True:
        database.ensure_running()
        try:
            with psycopg.connect(cluster.conninfo(places.places()), autocommit=True) as connection:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        except psycopg.OperationalError:
            # It was killed between the two lines above.
            if time.monotonic() > until:
                raise


def server_number() -> int:
    """Return the number of the server's first process."""
    from accede.foundation.database import places  # noqa: PLC0415  (see `ask`)

    return int((places.places().data / "postmaster.pid").read_bytes().split(b"\n", 1)[0])


def accede(*words: str) -> list[str]:
    """Return the command line of our command."""
    return [sys.executable, "-m", "accede.site.cli", *words]


if __name__ == "__main__":
    sys.exit(main())
