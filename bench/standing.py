"""Standing of all States under all instruments, on a day and on every day since 1963, beside DuckDB and Polars.

``python bench/standing.py [ROUNDS]`` (5). All three begin with the same changes of standing (the timelines computed
from the settled acts of the shipped record) and must give the same answers. The floor of the history is the time to
write as many bytes. What comes before, from reports to timelines, is done once an edition and is shown apart.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import polars as pl
from numpy.typing import NDArray

from accede.core.treaties.history import CODES, Histories
from accede.core.treaties.positions import Change

if TYPE_CHECKING:
    from accede.modules.treaties.queries.register import Register

FIRST, LAST, DAY = date(1963, 1, 1), date(2026, 11, 24), date(2007, 7, 26)
LIMIT_SECONDS, LIMIT_RATIO = 1.0, 3.0
Codes = NDArray[np.uint8]


def main() -> int:
    """Make a record of the shipped facts, measure, print; 1 if the limits are not held."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=5)
    rounds: int = asked.parse_args().rounds
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="1", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        timelines = read_timelines()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    changes = Peers(timelines)
    print(f"{len(timelines):,} pairs of State and instrument, {sum(map(len, timelines)):,} changes")
    on_a_day(timelines, changes, rounds)
    return every_day(timelines, changes, rounds)


def read_timelines() -> list[tuple[Change, ...]]:
    """Return the timelines of the shipped record; print what it takes to compute them."""
    import django  # noqa: PLC0415  (reads what `main` sets)

    from accede.foundation import clock, database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.database.migrations import let_go  # noqa: PLC0415  (needs Django set up)

    database.ensure_running()
    django.setup()
    database.migrate_under_lock()
    from accede.modules.treaties.queries.register import current_register  # noqa: PLC0415  (needs Django set up)
    from accede.modules.treaties.services.shipped import load_shipped_facts  # noqa: PLC0415  (needs Django set up)

    load_shipped_facts(at=clock.now())
    begun = time.perf_counter()
    register: Register = current_register()
    read = time.perf_counter()
    timelines = [timeline.changes for timeline in register.timelines.values()]
    print(
        f"once an edition: {len(register.reports):,} reports read and settled {read - begun:.2f} s, "
        f"timelines with all reasons {time.perf_counter() - read:.2f} s"
    )
    let_go()
    database.stop()
    return timelines


class Peers:
    """The same changes as tables of DuckDB and Polars, with their questions."""

    def __init__(self, timelines: list[tuple[Change, ...]]) -> None:
        rows = [
            (number, change.starts_on.toordinal(), CODES[change.position.standing])
            for number, changes in enumerate(timelines)
            for change in changes
        ]
        self.frame = pl.DataFrame(
            rows, schema={"pair": pl.Int32, "start": pl.Int32, "code": pl.UInt8}, orient="row"
        ).sort("pair", "start")
        self.pairs = pl.DataFrame({"pair": pl.Series(range(len(timelines)), dtype=pl.Int32)})
        self.sql = duckdb.connect()
        given = {name: self.frame[name].to_numpy() for name in self.frame.columns}
        self.sql.register("given", given)
        self.sql.execute("create table changes as select * from given order by pair, start")
        self.sql.execute("create table pairs as select distinct pair from changes order by pair")

    def duckdb_on(self, day: date) -> Codes:
        """Ask DuckDB for one day."""
        found: dict[str, Any] = self.sql.execute(
            "select code from (select pair, arg_max(code, start) as code from changes where start <= ? group by pair) "
            "order by pair",
            [day.toordinal()],
        ).fetchnumpy()
        return np.asarray(found["code"], dtype=np.uint8)

    def polars_on(self, day: date) -> Codes:
        """Ask Polars for one day; the changes lie in order."""
        held = self.frame.lazy().filter(pl.col("start") <= day.toordinal()).group_by("pair", maintain_order=True)
        return np.asarray(held.agg(pl.col("code").last()).collect()["code"], dtype=np.uint8)

    def duckdb_between(self, first: date, last: date) -> Codes:
        """Ask DuckDB for every day of a period, in order of pair and day."""
        found: dict[str, Any] = self.sql.execute(
            """
            with spans as (
                select pair, start, code, greatest(start, $first) as a,
                    least(coalesce(lead(start) over (partition by pair order by start), $past), $past) as b
                from changes
            )
            select unnest(list_resize([code], b - a, code)) as code
            from (select * from spans where a < b order by pair, start)
            """,
            {"first": first.toordinal(), "past": last.toordinal() + 1},
        ).fetchnumpy()
        return np.asarray(found["code"], dtype=np.uint8)

    def polars_between(self, first: date, last: date) -> Codes:
        """Ask Polars for every day of a period, in order of pair and day."""
        past = last.toordinal() + 1
        spans = self.frame.lazy().select(
            "code",
            pl.col("start").clip(lower_bound=first.toordinal()).alias("a"),
            pl.col("start").shift(-1).over("pair").fill_null(past).clip(upper_bound=past).alias("b"),
        )
        days = spans.filter(pl.col("a") < pl.col("b")).select(pl.col("code").repeat_by(pl.col("b") - pl.col("a")))
        return np.asarray(days.explode("code").collect()["code"], dtype=np.uint8)


def on_a_day(timelines: list[tuple[Change, ...]], peers: Peers, rounds: int) -> None:
    """Measure one day."""
    histories = Histories.of(timelines)
    ours, answer = best(lambda: histories.on(DAY), rounds * 10)
    print(f"on {DAY}: Accede {ours * 1000:.2f} ms")
    for name, ask in (("DuckDB", peers.duckdb_on), ("Polars", peers.polars_on)):
        theirs, other = best(partial(ask, DAY), rounds * 10)
        assert np.array_equal(answer, other), name
        print(f"  {name:8} {theirs * 1000:8.2f} ms   Accede takes {ours / theirs:.2f} of it; same answers")


def every_day(timelines: list[tuple[Change, ...]], peers: Peers, rounds: int) -> int:
    """Measure the whole history; return 1 if it misses the limits or is not the fastest."""
    laid_out, histories = best(lambda: Histories.of(timelines), rounds)
    ours, answer = best(lambda: histories.between(FIRST, LAST), rounds)
    ours += laid_out
    floor, _ = best(lambda: np.full(answer.shape, 7, dtype=np.uint8), rounds)
    flat = answer.reshape(-1)
    print(f"every day {FIRST} to {LAST}, {flat.size:,} cells: Accede {ours:.3f} s, laying out included")
    print(f"  to write as many bytes {floor:.3f} s   Accede takes {ours / floor:.2f} times that")
    fastest = True
    for name, ask in (("DuckDB", peers.duckdb_between), ("Polars", peers.polars_between)):
        theirs, other = best(partial(ask, FIRST, LAST), rounds)
        assert np.array_equal(flat, other), name
        fastest = fastest and ours <= theirs
        print(f"  {name:8} {theirs:8.3f} s   Accede takes {ours / theirs:.2f} of it; same answers")
    return 0 if fastest and (ours < LIMIT_SECONDS or ours <= LIMIT_RATIO * floor) else 1


def best(ask: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    """Return the median time of an answer, and the answer."""
    taken: list[float] = []
    answer: Any = None
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = ask()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), answer


if __name__ == "__main__":
    sys.exit(main())
