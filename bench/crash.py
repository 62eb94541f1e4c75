"""Kill the database, or the program at work, at some moment of a write, many times: nothing lost, nothing half.

``python bench/crash.py [ROUNDS]`` (100). Of ten rounds five import a file through `accede import acts --apply`, two
bring one in as the page does, which keeps the file, one makes a back-up, two restore one into a second installation.
Each gets SIGKILL after a random part of the time that such a work takes undisturbed: now the program, now the first
process of the server that it writes to. After each, the record must hold all rows of the file or none; all, if the
program had said so; and all rows of the rounds before. A file whose rows are there is kept, whole. A back-up is not
there, or is whole. What was restored is not there, or is whole; where it is not, it can be restored then. At the end
every index is compared with its table.
"""

import argparse
import csv
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROWS = 5000
#: No State has done more than a thousand things under one instrument: a file that says so is refused.
STATES = ("CHL", "CHN", "CIV", "EGY", "ESP", "FRA", "GBR", "MAR", "RUS", "SEN")
MARK = "bench/crash round"
SEED = 20070726
PATIENCE = 120


KINDS = ("import", "import", "upload", "import", "restore", "import", "make", "upload", "import", "restore")
UPLOAD = """
import sys
from pathlib import Path
import django
from accede.foundation import database
database.ensure_running()
django.setup()
from django.db import Error
from accede.foundation import clock, files
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.modules.treaties.services.import_acts import Given, import_acts
with open(sys.argv[1], "rb") as stream:
    digest = files.measure(stream)[1]
    files.keep(stream, digest)
    place = files.at_hand(digest)
try:
    with database.as_owner(), acting(SYSTEM, confined=False):
        outcome = import_acts(place, Given(), Bringing(SYSTEM, Face.WEB, clock.now(), Path(sys.argv[1]).name))
except Error as error:
    sys.exit(f"As a page it would be an answer of 500: {error}")
sys.exit(0 if outcome.applied else 1)
"""


@dataclass
class Tally:
    """What became of the rounds."""

    kept: dict[int, int] = field(default_factory=dict)
    ends: Counter[str] = field(default_factory=Counter)
    said_done: int = 0
    back_after: list[float] = field(default_factory=list)
    wholes: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Run the rounds and print what became of them."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=100)
    rounds: int = asked.parse_args().rounds
    root = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    root.chmod(0o755)
    home = root / "first"
    home.mkdir(mode=0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="5")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        return measure(home, rounds)
    finally:
        for one in (home, second(home)):
            subprocess.run(accede("database", "stop"), check=False, stdout=subprocess.DEVNULL, env=over(one))
        shutil.rmtree(root, ignore_errors=True)


def measure(home: Path, rounds: int) -> int:
    """Do each work once undisturbed, then the rounds; return 0 if nothing was lost and nothing half."""
    subprocess.run(accede("load", "facts"), check=True, stdout=subprocess.DEVNULL)
    undisturbed = {kind: time_of_undisturbed(home, kind) for kind in ("import", "upload", "make", "restore")}
    said = ", ".join(f"{kind} {seconds:.2f} s" for kind, seconds in undisturbed.items())
    print(f"undisturbed, {ROWS:,} rows: {said}; {rounds} rounds, each killed once")
    set_aside(home)
    chance = random.Random(SEED)  # noqa: S311  (the moments must be the same in every run)
    tally = Tally()
    for number in range(1, rounds + 1):
        one_round(home, number, chance.uniform(0, undisturbed[KINDS[number % 10]] * 1.05), tally)
        if number % 10 == 0:
            print(f"{number} rounds: {dict(tally.wholes)}, {tally.said_done} told as done", flush=True)
    check_indexes()
    print(f"killed: {', '.join(f'{count} {end}' for end, count in sorted(tally.ends.items()))}")
    whole = ", ".join(f"{count} {end}" for end, count in sorted(tally.wholes.items()))
    print(f"{whole}; half 0, lost 0; {tally.said_done} had been told as done")
    slowest = max(tally.back_after)
    print(f"answers again after {sorted(tally.back_after)[rounds // 2]:.2f} s (median), {slowest:.2f} s (slowest)")
    return 0


def one_round(home: Path, number: int, wait: float, tally: Tally) -> None:
    """Begin a work, kill, and see what is there."""
    kind = KINDS[number % 10]
    place = second(home) if kind == "restore" else home
    if kind == "restore":
        subprocess.run(accede("database", "start"), check=True, stdout=subprocess.DEVNULL, env=over(place))
    program = subprocess.Popen(
        words_of(home, kind, number), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=over(place)
    )
    time.sleep(wait)
    kills_program = (number + number // 10) % 2 == 1
    if kills_program:
        program.kill()
    else:
        os.kill(server_number(place), signal.SIGKILL)
    tally.ends[f"{kind}: {'program' if kills_program else 'server'}"] += 1
    _words, complaints = program.communicate(timeout=PATIENCE)
    if "Traceback" in complaints or "unforeseen" in complaints:
        raise SystemExit(f"Round {number}: the program did not say in words what was wrong:\n{complaints}")
    begun = time.perf_counter()
    counts = rows_by_round()
    tally.back_after.append(time.perf_counter() - begun)
    is_done = program.returncode == 0
    tally.said_done += is_done
    is_whole = CHECKS[kind](home, number, counts)
    if is_done and not is_whole:
        raise SystemExit(f"Round {number}: told as done, and lost.")
    tally.wholes[f"{kind} {'whole' if is_whole else 'not at all'}"] += 1
    tally.kept[number] = counts.pop(number, 0)
    before = {earlier: count for earlier, count in tally.kept.items() if count and earlier != number}
    if counts != before:
        raise SystemExit(f"Round {number}: rows of earlier rounds are gone or have come: {counts} against {before}.")


def words_of(home: Path, kind: str, number: int) -> list[str]:
    """Return the program of a round."""
    if kind == "make":
        return accede("backup", "make", "--out", str(home.parent / f"{number}.zip"))
    if kind == "restore":
        return accede("backup", "restore", str(home.parent / "0.zip"), "--keys", str(home.parent / "keys.json"))
    path = write_file(home, number)
    if kind == "upload":
        return [sys.executable, "-c", UPLOAD, str(path)]
    return accede("import", "acts", str(path), "--apply")


def see_rows(home: Path, number: int, counts: dict[int, int]) -> bool:
    """Return whether the rows of an import are there, all of them."""
    del home
    here = counts.get(number, 0)
    if here not in {0, ROWS}:
        raise SystemExit(f"Round {number}: half an import, {here} of {ROWS} rows.")
    return here == ROWS


def see_upload(home: Path, number: int, counts: dict[int, int]) -> bool:
    """Return whether the rows are there, and with them the file that was kept, whole."""
    is_whole = see_rows(home, number, counts)
    digest = hashlib.sha256((home / f"{number}.csv").read_bytes()).hexdigest()
    kept = home / "files" / digest[:2] / digest
    if is_whole and not kept.exists():
        raise SystemExit(f"Round {number}: the file of the rows is not kept.")
    if kept.exists() and hashlib.sha256(kept.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"Round {number}: half a file is kept.")
    return is_whole


def see_archive(home: Path, number: int, counts: dict[int, int]) -> bool:
    """Return whether the archive is there; it must be whole then."""
    del counts
    path = home.parent / f"{number}.zip"
    if path.exists():
        subprocess.run(accede("backup", "check", str(path)), check=True, stdout=subprocess.DEVNULL)
    return path.exists()


def see_restored(home: Path, number: int, counts: dict[int, int]) -> bool:
    """Return whether the archive was restored, whole; where it was not, do so. Then set it aside for the next round."""
    del counts
    os.environ["ACCEDE_HOME"] = str(second(home))
    try:
        tables = int(str(ask("select count(*) from pg_tables where schemaname = 'public'")[0][0]))
        if not tables:
            done = subprocess.run(words_of(home, "restore", number), capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"Round {number}: what was not restored cannot be restored again:\n{done.stderr}")
        found = ask(f"select count(*) from treaties_report where note = '{MARK} 0'")
        if int(str(found[0][0])) != 2 * ROWS:
            raise SystemExit(f"Round {number}: half an installation was restored.")
    finally:
        os.environ["ACCEDE_HOME"] = str(home)
    set_aside(home)
    return tables > 0


CHECKS: dict[str, Callable[[Path, int, dict[int, int]], bool]] = {
    "import": see_rows,
    "upload": see_upload,
    "make": see_archive,
    "restore": see_restored,
}


def set_aside(home: Path) -> None:
    """Have an empty second installation."""
    subprocess.run(accede("database", "stop"), check=True, stdout=subprocess.DEVNULL, env=over(second(home)))
    shutil.rmtree(second(home))


def second(home: Path) -> Path:
    """Return the state folder into which archives are restored."""
    return home.parent / "second"


def over(home: Path) -> dict[str, str]:
    """Return the environment of a program over a state folder."""
    return {**os.environ, "ACCEDE_HOME": str(home)}


def time_of_undisturbed(home: Path, kind: str) -> float:
    """Return the seconds of a work that nobody kills; its rows are those of round 0, which is not counted."""
    words = words_of(home, kind, 0)
    if kind == "upload":
        # The rows of the undisturbed import under another subject, so that they are others.
        path = home / "0.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(",0/", ",upload 0/"), encoding="utf-8")
    if kind == "make":
        words += ["--keys", str(home.parent / "keys.json")]
    if kind == "restore":
        second(home).mkdir(mode=0o755)
        subprocess.run(accede("database", "start"), check=True, stdout=subprocess.DEVNULL, env=over(second(home)))
    begun = time.perf_counter()
    place = second(home) if kind == "restore" else home
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=over(place))
    return time.perf_counter() - begun


def write_file(home: Path, number: int) -> Path:
    """Write the file of one round: declarations, told apart by their subject."""
    path = home / f"{number}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["instrument", "state", "kind", "on", "source", "subject", "note"])
        for row in range(ROWS):
            state = STATES[row % len(STATES)]
            said = ["FINANCING-1999", state, "declaration", "2005-12-01", "at-bgbl-iii-204-2005", f"{number}/{row}"]
            writer.writerow([*said, f"{MARK} {number}"])
    return path


def rows_by_round() -> dict[int, int]:
    """Return how many rows of each round the record holds, round 0 left out, as soon as the database answers."""
    found = ask(f"select note, count(*) from treaties_report where note like '{MARK} %' group by note")
    numbers = {int(str(note).removeprefix(MARK)): int(str(count)) for note, count in found}
    if numbers.pop(0) != 2 * ROWS:
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


def server_number(home: Path) -> int:
    """Return the number of the first process of the server over a state folder."""
    path = home / "database" / "data" / "postmaster.pid"
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return int(path.read_bytes().split(b"\n", 1)[0])
        except (OSError, ValueError):
            # It is just being started.
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def accede(*words: str) -> list[str]:
    """Return the command line of our command."""
    return [sys.executable, "-m", "accede.site.cli", *words]


if __name__ == "__main__":
    sys.exit(main())
