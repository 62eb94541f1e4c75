"""The network of legal bases: whole on a day, its history, one accession more, and the planner, beside peers and limits.

``python bench/network.py [ROUNDS]`` (5). DuckDB, Polars and PostgreSQL answer the same question in its bitset form (what a
State holds is a number, what both hold is ``&``) from the same changes and treaties, and must give the same bytes. The
floor is the time to write as many. The planner's optimum is held against brute force on small cases.
"""

import argparse
import itertools
import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import polars as pl
import psycopg
from numpy.typing import NDArray

from accede.core.cooperation.agreements import Link, Serves
from accede.core.cooperation.clauses import CLAUSES, Topic
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.exact import optimum
from accede.core.cooperation.network import network_on
from accede.core.cooperation.network_history import history
from accede.core.cooperation.opinions import SLOT_OF_ETS_90, SLOT_OF_TREATY, SLOT_OF_UNREAD
from accede.core.cooperation.planning import Accession, Problem, closes, greedy, with_parents
from accede.core.cooperation.tables import Tables, tables_of
from accede.core.cooperation.what_if import reach_of, what_if
from accede.core.cooperation.world import World

if TYPE_CHECKING:
    from accede.modules.cooperation.queries.snapshot import Cooperation

FIRST, LAST, DAY = date(1963, 1, 1), date(2026, 11, 24), date(2014, 7, 1)
LIMIT_PEER, LIMIT_FLOOR, LIMIT_HISTORY, LIMIT_WHAT_IF = 10.0, 4.0, 1.0, 0.01
NOTHING = -1
Bytes = NDArray[np.uint8]
_NONE = np.empty(0, np.uint8)


def main() -> int:
    """Make a record of the shipped facts, measure, print; 1 if a limit is not held."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=5)
    rounds: int = asked.parse_args().rounds
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="1", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        snapshot = read_record()
        tables = snapshot.tables(Purpose.EXTRADITION)
        kept = [whole(tables, rounds), through_time(tables, rounds), one_more(snapshot, rounds), planner(snapshot)]
        growth(snapshot.facts.world, rounds)
    finally:
        from accede.foundation import database  # noqa: PLC0415

        database.stop()
        shutil.rmtree(home, ignore_errors=True)
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0 if all(kept) else 1


def read_record() -> "Cooperation":
    """Return the snapshot of the shipped record; print what it takes to make it."""
    import django  # noqa: PLC0415  (reads what `main` sets)

    from accede.foundation import clock, database  # noqa: PLC0415

    database.ensure_running()
    django.setup()
    database.migrate_under_lock()
    from accede.modules.cooperation.queries.snapshot import current_cooperation  # noqa: PLC0415
    from accede.modules.treaties.queries.register import current_register  # noqa: PLC0415
    from accede.site.facts import load_everything  # noqa: PLC0415

    load_everything(at=clock.now())
    _ = current_register().timelines
    begun = time.perf_counter()
    snapshot = current_cooperation()
    world = snapshot.facts.world
    made = time.perf_counter()
    snapshot.tables(Purpose.EXTRADITION)
    print(
        f"{len(world.states)} States, {len(world.catalogue.offences)} offences, {len(world.links):,} treaty links; once "
        f"an edition: facts {made - begun:.2f} s, arrays {time.perf_counter() - made:.2f} s"
    )
    return snapshot


def whole(tables: Tables, rounds: int) -> bool:
    """Measure one day beside the peers and the floor."""
    ours, answer = best(lambda: network_on(tables, DAY).cells, rounds * 10)
    other = np.empty_like(answer)
    fill, _ = best(lambda: other.fill(7), rounds * 10)
    copied, _ = best(lambda: np.copyto(other, answer), rounds * 10)
    print(f"network on {DAY}, {answer.size:,} cells: Accede {ours * 1000:.2f} ms")
    print(f"  to write as many bytes {copied * 1000:.2f} ms (one value throughout: {fill * 1000:.2f} ms)")
    print(f"  Accede takes {ours / copied:.1f} times that ({ours / fill:.1f} times one value throughout)")
    peers = Peers(tables)
    fastest = float("inf")
    for name, ask in (("DuckDB", peers.duckdb), ("Polars", peers.polars), ("PostgreSQL", peers.postgresql)):
        theirs, _ = best(partial(ask, DAY), 2 if name == "PostgreSQL" else rounds)
        peers.checks = True
        assert np.array_equal(answer.reshape(-1), ask(DAY)), name
        peers.checks = False
        fastest = min(fastest, theirs)
        print(f"  {name:10} {theirs * 1000:9.1f} ms   Accede is {theirs / ours:.0f} times as fast; same answers")
    return fastest / ours >= LIMIT_PEER and ours / copied <= LIMIT_FLOOR


class Peers:
    """The same changes and treaties as tables of DuckDB, Polars and PostgreSQL, with the question in each."""

    def __init__(self, tables: Tables) -> None:
        self.tables, size = tables, tables.size
        self.checks = False
        changes = tables.changes
        provisions, states = np.divmod(changes.cells, size)
        self.changes = pl.DataFrame(
            {"state": states, "bit": provisions, "day": changes.days, "value": changes.values}
        ).cast(pl.Int64)
        self.links = pl.concat(
            pl.DataFrame(
                {
                    "pair": part.cells[way],
                    "since": part.since,
                    "until": part.until,
                    "age": part.ages,
                    "kind": [kind] * len(part.since),
                }
            ).cast(pl.Int64)
            for kind, part in ((1, tables.treaties), (2, tables.unread))
            for way in (0, 1)
        )
        pairs = np.arange(size * size)
        self.pairs = pl.DataFrame(
            {"pair": pairs, "a": pairs // size, "b": pairs % size, "needs": tables.needs.reshape(-1)}
        ).cast(pl.Int64)
        self.offences = pl.DataFrame(list(self._offences())).cast(pl.Int64)
        self.sql = duckdb.connect()
        self.postgres = psycopg.connect(_address(), autocommit=True)
        for name in ("changes", "links", "pairs", "offences"):
            frame: pl.DataFrame = getattr(self, name)
            self.sql.register("given", {column: frame[column].to_numpy() for column in frame.columns})
            self.sql.execute(f"create table {name} as select * from given")
            columns = ", ".join(f"{column} bigint" for column in frame.columns)
            self.postgres.execute(f"create temp table {name} ({columns})")
            with self.postgres.cursor().copy(f"copy {name} from stdin") as copy:
                for row in frame.iter_rows():
                    copy.write_row(row)
            self.postgres.execute(f"analyze {name}")

    def _offences(self) -> Any:
        places = {provision: number for number, provision in enumerate(self.tables.changes.provisions)}
        for group in self.tables.grouping.groups:
            texts = [*group.texts, *[None] * (3 - len(group.texts))]
            row: dict[str, int] = {}
            for number, text in enumerate(texts):
                row |= {
                    f"p{number}": 1 << places[text.provision] if text else 0,
                    f"k{number}": self._kind(text.instrument) if text else NOTHING,
                    f"m{number}": 15 - text.slot if text else 0,
                    f"e{number}": int(text is not None and text.slot == SLOT_OF_ETS_90),
                }
            for offence in group.offences:
                yield {"o": offence, **row}

    def _kind(self, instrument: str) -> int:
        clauses = CLAUSES[instrument]
        if clauses.on(Topic.NO_DUTY):
            return 2
        if clauses.existing_only:
            return 10 + self.tables.least_age[instrument]
        return 0 if clauses.on(Topic.OPTION) else 1

    def duckdb(self, day: date) -> Bytes:
        """Ask DuckDB."""
        self.sql.execute("create or replace temp table answer as " + _query(day, last="arg_max(value, day)"))
        return self.answers("duckdb") if self.checks else _NONE

    def postgresql(self, day: date) -> Bytes:
        """Ask PostgreSQL."""
        self.postgres.execute("drop table if exists answer")
        self.postgres.execute(
            "create temp table answer as " + _query(day, last="(array_agg(value order by day desc))[1]")
        )
        return self.answers("postgresql") if self.checks else _NONE

    def answers(self, name: str) -> Bytes:
        """Return the bytes of the answer that a database has made; not part of the time."""
        if name == "duckdb":
            found = self.sql.execute("select cell from answer order by o, pair").fetchnumpy()
            return np.asarray(found["cell"], np.uint8)
        rows = self.postgres.execute("select cell from answer order by o, pair").fetchall()
        return np.fromiter((row[0] for row in rows), np.uint8, count=len(rows))

    def polars(self, day: date) -> Bytes:
        """Ask Polars."""
        number = day.toordinal()
        value, bit = pl.col("value"), pl.lit(1, pl.Int64) * pl.lit(2, pl.Int64).pow(pl.col("bit"))
        held = (
            self.changes.lazy()
            .filter(pl.col("day") <= number)
            .sort("day")
            .group_by("state", "bit")
            .agg(value.last())
            .group_by("state")
            .agg(
                pl.when(value == 255).then(bit).otherwise(0).sum().cast(pl.Int64).alias("y"),
                pl.when(value >= 31).then(bit).otherwise(0).sum().cast(pl.Int64).alias("h"),
            )
        )
        force = self.links.lazy().filter((pl.col("since") <= number) & (pl.col("until") > number))
        treaty = force.filter(pl.col("kind") == 1).group_by("pair").agg(pl.col("age").max().alias("t"))
        unread = force.filter(pl.col("kind") == 2).group_by("pair").agg(pl.lit(1, pl.Int64).alias("u"))
        pairs = (
            self.pairs.lazy()
            .join(held, left_on="a", right_on="state", how="left")
            .join(held, left_on="b", right_on="state", how="left", suffix="2")
            .join(treaty, on="pair", how="left")
            .join(unread, on="pair", how="left")
            .select(
                "pair", "a", "b", "needs",
                (pl.col("y") & pl.col("y2")).fill_null(0).alias("y"),
                (pl.col("h") & pl.col("h2")).fill_null(0).alias("h"),
                pl.col("t").fill_null(0), pl.col("u").fill_null(0),
            )
        )  # fmt: skip
        cell = pl.max_horizontal(
            pl.when(pl.col("t") > 0).then(12 * 16 + 15 - SLOT_OF_TREATY).otherwise(0),
            pl.when(pl.col("u") > 0).then(4 * 16 + 15 - SLOT_OF_UNREAD).otherwise(0),
            *(_polars_text(n) for n in range(3)),
        )
        whole_table = (
            self.offences.lazy()
            .join(pairs, how="cross")
            .select(
                "o", "pair", pl.when(pl.col("a") == pl.col("b")).then(0).otherwise(cell).cast(pl.UInt8).alias("cell")
            )
        )
        return whole_table.sort("o", "pair").collect()["cell"].to_numpy()


def _address() -> str:
    from django.db import connection  # noqa: PLC0415

    connection.ensure_connection()
    return str(connection.connection.info.dsn)


def _polars_text(n: int) -> pl.Expr:
    p, k, m, e = (pl.col(f"{c}{n}") for c in "pkme")
    t = pl.col("t")
    gives = (
        pl.when(k == 2).then(3 * 16)
        .when(k == 1).then(pl.when(t > 0).then(240).otherwise(0))
        .when((k == 0) & (t > 0)).then(240)
        .when((k > 10) & (t >= k - 10)).then(240)
        .when((k > 10) & (t > 0)).then(13 * 16)
        .otherwise(pl.col("needs") & 240)
    )  # fmt: skip
    sure = pl.when(gives > 0).then(gives + m).otherwise(0)
    return (
        pl.when((pl.col("y") & p) != 0).then(sure).when(((pl.col("h") & p) != 0) & (e == 0)).then(16 + m).otherwise(0)
    )


def _query(day: date, *, last: str) -> str:
    """Return the question in SQL; `last` is how the last value by day is written."""
    number = day.toordinal()
    return f"""
    with latest as (select state, bit, {last} as v from changes where day <= {number} group by state, bit),
    held as (
        select state, sum(case when v = 255 then (1::bigint << bit::int) else 0 end)::bigint as y,
            sum(case when v >= 31 then (1::bigint << bit::int) else 0 end)::bigint as h
        from latest group by state
    ),
    force as (select * from links where since <= {number} and until > {number}),
    between_two as (
        select p.pair, p.a, p.b, (p.needs & 240) as n, coalesce(x.y & z.y, 0) as y, coalesce(x.h & z.h, 0) as h,
            coalesce(t.age, 0) as t, coalesce(u.one, 0) as u
        from pairs p left join held x on x.state = p.a left join held z on z.state = p.b
        left join (select pair, max(age) as age from force where kind = 1 group by pair) t on t.pair = p.pair
        left join (select pair, 1 as one from force where kind = 2 group by pair) u on u.pair = p.pair
    )
    select o, pair, case when a = b then 0 else greatest(
        case when t > 0 then {12 * 16 + 15 - SLOT_OF_TREATY} else 0 end,
        case when u > 0 then {4 * 16 + 15 - SLOT_OF_UNREAD} else 0 end,
        {", ".join(_sql_text(n) for n in range(3))}) end as cell
    from offences cross join between_two
    """


def _sql_text(n: int) -> str:
    gives = (
        f"case when k{n} = 2 then 48 when k{n} = 1 then (case when t > 0 then 240 else 0 end) "
        f"when k{n} = 0 and t > 0 then 240 when k{n} > 10 and t >= k{n} - 10 then 240 "
        f"when k{n} > 10 and t > 0 then 208 else n end"
    )
    sure = f"case when k{n} = 1 and t = 0 then 0 else {gives} + m{n} end"
    return f"case when (y & p{n}) <> 0 then {sure} when (h & p{n}) <> 0 and e{n} = 0 then 16 + m{n} else 0 end"


def through_time(tables: Tables, rounds: int) -> bool:
    """Measure the history since 1963."""
    taken, told = best(lambda: history(tables, FIRST, LAST), rounds)
    assert told.sure_at_last == int((network_on(tables, LAST).cells >= 80).sum())
    print(f"history {FIRST} to {LAST}: {len(told.points):,} change-points in {taken:.2f} s; ends at the same network")
    return taken < LIMIT_HISTORY


def one_more(snapshot: "Cooperation", rounds: int) -> bool:
    """Measure the effect of one accession beside computing the world."""
    from accede.modules.cooperation.queries.plans import problem_on  # noqa: PLC0415

    problem = problem_on(snapshot, LAST, Purpose.EXTRADITION)
    full, _ = best(lambda: network_on(snapshot.tables(Purpose.EXTRADITION), LAST), rounds * 10)
    taken, _ = best(lambda: [what_if(problem.reach, a.state, a.instrument) for a in problem.accessions], rounds)
    each = taken / len(problem.accessions)
    print(
        f"one accession more: {each * 1e6:.1f} µs, {each / full:.2%} of the whole computation "
        f"(mean of {len(problem.accessions):,} accessions)"
    )
    return each / full < LIMIT_WHAT_IF


def planner(snapshot: "Cooperation") -> bool:
    """Measure the planner; hold its optimum against brute force on small cases."""
    from accede.modules.cooperation.queries.plans import problem_on  # noqa: PLC0415

    problem = problem_on(snapshot, LAST, Purpose.EXTRADITION)
    begun = time.perf_counter()
    first = greedy(problem, 5)
    chosen = time.perf_counter()
    proof = optimum(problem, 5)
    print(
        f"five accessions for the world: greedy closes {first.closes:,} in {chosen - begun:.2f} s (bound {first.upper_bound:,}, "
        f"gap {first.gap:.2%}); optimum {proof.choice.closes:,} in {time.perf_counter() - chosen:.2f} s, proven bound "
        f"{proof.choice.upper_bound:,}, gap {proof.choice.gap:.2%}; {proof.put_aside:,} accessions put aside, "
        f"{proof.considered} considered"
    )
    picked = random.Random(7)  # noqa: S311  (which small cases are tried, the same every time)
    equal = behind = 0
    for _ in range(20):
        small = Problem(problem.reach, tuple(sorted(picked.sample(problem.accessions, 12))))
        truth = brute_force(small, 3)
        exact, step = optimum(small, 3).choice.closes, greedy(small, 3).closes
        assert exact == truth, (exact, truth)
        equal += 1
        behind += step < truth
    print(f"  small cases: {equal} of 20 equal brute force; greedy was behind in {behind}")
    return proof.choice.gap == 0.0


def brute_force(problem: Problem, count: int) -> int:
    """Return the most that any choice closes, parents with their protocols."""
    by_pair = {(a.state, a.instrument): a for a in problem.accessions}

    def allowed(chosen: tuple[Accession, ...]) -> bool:
        joined = {(a.state, a.instrument) for a in chosen}
        return all(with_parents(a, joined - {(a.state, a.instrument)}, by_pair) == (a,) for a in chosen)

    return max(
        closes(problem, chosen)
        for size in range(count + 1)
        for chosen in itertools.combinations(problem.accessions, size)
        if allowed(chosen)
    )


def growth(world: World, rounds: int) -> None:
    """Measure ten times the bilateral treaties, and three times the States."""
    picked = random.Random(11)  # noqa: S311  (made-up treaties)
    extra = tuple(
        Link(
            (min(a, b), max(a, b)),
            f"made-{n}",
            frozenset({Serves.EXTRADITION}),
            date(1970 + n % 50, 1, 1),
            since_is_known=True,
            until=None,
        )
        for n in range(9 * len(world.links))
        for a, b in [picked.sample(world.states, 2)]
    )
    names = [f"{code}{copy}" for copy in range(3) for code in world.states]
    thrice = replace(
        world,
        states=tuple(names),
        holdings={p: {f"{c}{n}": h for n in range(3) for c, h in held.items()} for p, held in world.holdings.items()},
        links=tuple(
            replace(link, states=(f"{link.states[0]}{n}", f"{link.states[1]}{n}"))
            for link in world.links
            for n in range(3)
        ),
        needs={f"{c}{n}": needs for n in range(3) for c, needs in world.needs.items()},
    )
    for title, grown in (
        ("as it is", world),
        ("10 × treaties", replace(world, links=(*world.links, *extra))),
        ("3 × States", thrice),
    ):
        tables = tables_of(grown)
        taken, cells = best(lambda tables=tables: network_on(tables, DAY).cells, rounds * 4)
        moved, _ = best(lambda tables=tables: history(tables, FIRST, LAST), 1)
        print(
            f"  {title:14} {taken * 1000:6.2f} ms a day for {cells.size / 1e6:5.1f} million cells, history {moved:.2f} s"
        )


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
