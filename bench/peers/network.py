"""The question of `network.py` in DuckDB, Polars and PostgreSQL, from the same changes and treaties."""

from collections.abc import Iterator
from datetime import date

import duckdb
import numpy as np
import polars as pl
import psycopg
from numpy.typing import NDArray

from accede.core.cooperation.opinions import SLOT_OF_ETS_90, SLOT_OF_TREATY, SLOT_OF_UNREAD
from accede.core.cooperation.tables import Tables
from accede.core.cooperation.topics import Topic

NOTHING = -1
_NONE = np.empty(0, np.uint8)
Bytes = NDArray[np.uint8]


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

    def _offences(self) -> Iterator[dict[str, int]]:
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
        clauses = self.tables.world.catalogue.clauses[instrument]
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
        return np.asarray(whole_table.sort("o", "pair").collect()["cell"], dtype=np.uint8)


def _address() -> str:
    from django.db import connection  # noqa: PLC0415  (needs Django set up)

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
