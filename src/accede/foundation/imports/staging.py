"""A file's rows in temporary tables, where a million of them can be checked without being held in memory.

Three kinds of tables, all gone at the end of the transaction: `import_rows` (the number of each row and its cells as
text), one `import_cell_…` for each column that is read (what each different text means), and `import_problems`.
Whoever checks more adds to the problems with `refuse`.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from psycopg import sql

from accede.foundation.imports.bounds import MOST_PROBLEMS, too_many_problems
from accede.foundation.imports.cells import FORMULA_SIGNS, CellRefused, is_formula, says_nothing
from accede.foundation.imports.columns import Column, match_headings
from accede.foundation.imports.opening import open_table
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.progress import Progress, silent
from accede.foundation.imports.tables import Options, TableFile
from accede.foundation.imports.xlsxfile import is_failed_calculation

ROWS = sql.Identifier("import_rows")
PROBLEMS = sql.Identifier("import_problems")
_BATCH = 5000


def _as_it_is(table: TableFile) -> TableFile:
    return table


def stage_file(
    cursor: Any,
    path: Path,
    columns: Sequence[Column],
    *,
    options: Options,
    progress: Progress = silent,
    adapt: Callable[[TableFile], TableFile] = _as_it_is,
) -> "Staging":
    """Put the rows of a file into temporary tables and read every different text once.

    `adapt` may read a table of another shape as one that has these columns.

    Raises:
        FileRefused: the file as a whole cannot be taken; all that is wrong with its headings is said at once.
    """
    table = adapt(open_table(path, options))
    try:
        matched, problems = match_headings(table.header, columns)
        if problems:
            raise FileRefused(problems)
        staging = Staging(cursor, columns, progress=progress)
        staging.fill(table, [column for column in matched if column is not None])
    finally:
        table.close()
    if staging.rows == 0:
        raise FileRefused([Problem("file.no_rows")])
    staging.read_cells()
    return staging


class Staging:
    """Temporary tables on one connection, inside one transaction."""

    def __init__(self, cursor: Any, columns: Sequence[Column], *, progress: Progress = silent) -> None:
        """Make the tables; `cursor` is Django's, over psycopg 3."""
        self._cursor = cursor
        self._columns = tuple(columns)
        self._progress = progress
        self._found: list[Problem] = []
        self._wrong = 0
        self._left_out: int | None = None
        self._present: frozenset[str] = frozenset()
        self.rows = 0
        self._make_table("import_rows", sql.SQL("row bigint not null"), *(self._text(column) for column in columns))
        self._make_table(
            "import_problems",
            sql.SQL("row bigint not null, column_name text not null, code text not null, params text not null"),
        )

    def _make_table(self, name: str, *fields: sql.Composable) -> None:
        self._drop(name)
        self.execute(
            sql.SQL("create temporary table {} ({}) on commit drop").format(
                sql.Identifier(name), sql.SQL(", ").join(fields)
            )
        )

    def make(self, name: str, rows: sql.Composable) -> None:
        """Make one more temporary table, of the rows that a statement gives."""
        self._drop(name)
        self.execute(sql.SQL("create temporary table {} on commit drop as {}").format(sql.Identifier(name), rows))

    def _drop(self, name: str) -> None:
        # Two imports in one transaction (a test, a rehearsal) must not meet.
        self.execute(sql.SQL("drop table if exists pg_temp.{}").format(sql.Identifier(name)))

    def _text(self, column: Column) -> sql.Composable:
        return sql.SQL("{} text").format(sql.Identifier(column.name))

    def execute(self, statement: sql.Composable, params: Sequence[object] = ()) -> int:
        """Run a statement and return how many rows it touched."""
        self._cursor.execute(statement, params or None)
        return int(self._cursor.rowcount)

    def fetch(self, statement: sql.Composable, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a question and return its answer."""
        self._cursor.execute(statement, params or None)
        return list(self._cursor.fetchall())

    def fill(self, table: TableFile, matched: Sequence[Column]) -> None:
        """Copy the rows of `table` into `import_rows`; `matched` names the column of each heading."""
        self._present = frozenset(column.name for column in matched)
        fields = sql.SQL(", ").join(sql.Identifier(column.name) for column in matched)
        statement = sql.SQL("copy {} (row, {}) from stdin (format csv)").format(ROWS, fields)
        rows = table.rows(self._leave_out)
        while batch := [(number, *cells) for number, cells in islice(rows, _BATCH)]:
            # One connection cannot copy two tables at once, so a batch is one copy and its problems the next.
            encoded = self._encoded(batch, matched)
            with self._cursor.copy(statement) as copy:
                copy.write(encoded)
            self.rows += len(batch)
            self._write_found()
            self._progress("reading", *table.progress())
        self._write_found()
        self.execute(sql.SQL("analyze {}").format(ROWS))

    def _encoded(self, batch: Sequence[tuple[object, ...]], matched: Sequence[Column]) -> bytes:
        """Return the rows as CSV; a cell that is no text becomes blank and a problem."""
        written = _as_csv(batch)
        try:
            if "\0" not in written:
                return written.encode()
        except UnicodeEncodeError:
            pass
        kept = []
        for number, *cells in batch:
            good = [
                cell if self._is_text(number, cell, column) else "" for cell, column in zip(cells, matched, strict=True)
            ]
            kept.append((number, *good))
        return _as_csv(kept).encode()

    def _is_text(self, number: object, cell: object, column: Column) -> bool:
        text = str(cell)
        row = int(str(number))
        if "\0" in text:
            self._note(Problem("row.not_text", row, column.name))
            return False
        try:
            text.encode()
        except UnicodeEncodeError:
            near = text.encode(errors="replace").decode()[:40]
            self._note(Problem("row.encoding", row, column.name, {"near": near}))
            return False
        return True

    def _leave_out(self, problem: Problem) -> None:
        """Note that a row, or a part of it, could not be read: it is a row of the file all the same."""
        if problem.row != self._left_out:
            self.rows += 1
        self._left_out = problem.row
        self._note(problem)

    def _note(self, problem: Problem) -> None:
        """Note what is wrong with a row.

        Raises:
            FileRefused: there are too many problems to go on.
        """
        self._found.append(problem)
        self._count(1)

    def _count(self, more: int) -> None:
        self._wrong += more
        if self._wrong > MOST_PROBLEMS:
            self._write_found()
            raise too_many_problems(self.problems(MOST_PROBLEMS))

    def _write_found(self) -> None:
        if not self._found:
            return
        self.copy_into(
            PROBLEMS,
            (
                (problem.row, problem.column, problem.code, json.dumps(problem.params))
                for problem in self._found
                if problem.row
            ),
        )
        self._found.clear()

    def copy_into(self, table: sql.Composable, rows: Iterable[Sequence[object]]) -> None:
        """Add rows to a temporary table."""
        with self._cursor.copy(sql.SQL("copy {} from stdin").format(table)) as copy:
            for row in rows:
                copy.write_row(row)

    def read_cells(self) -> None:
        """Read each different text of every column, and note what cannot be taken."""
        for done, column in enumerate(self._columns):
            self._progress("checking", done, len(self._columns))
            name = sql.Identifier(column.name)
            if column.needs_value:
                self.refuse(
                    "cell.blank",
                    sql.SQL("select row, {}, '{{}}' from {} where btrim(coalesce({}, '')) = ''").format(
                        sql.Literal(column.name), ROWS, name
                    ),
                )
            if column.name in self._present:
                self._read_column(column)

    def _read_column(self, column: Column) -> None:
        """Fill the column's `import_cell_…` table from its different texts, a batch at a time."""
        table = cell_table(column.name)
        name = sql.Identifier(column.name)
        self._make_table(
            f"import_cell_{column.name}",
            sql.SQL("raw text not null, value text, code text, params text"),
        )
        declared = sql.SQL("declare import_texts no scroll cursor for select distinct {0} from {1} where {0} <> ''")
        self.execute(declared.format(name, ROWS))
        refused = 0
        # A text that cannot be taken is a problem of at least one row, so reading ends where there are too many.
        while refused <= MOST_PROBLEMS - self._wrong and (
            texts := self.fetch(sql.SQL("fetch {} from import_texts").format(sql.Literal(_BATCH)))
        ):
            read = [(text, *_read(column, text)) for (text,) in texts]
            refused += sum(code is not None for _text, _value, code, _params in read)
            self.copy_into(table, read)
        self.execute(sql.SQL("close import_texts"))
        self.execute(sql.SQL("analyze {}").format(table))
        self.refuse_joined(column)

    def refuse_joined(self, column: Column) -> None:
        """Turn texts that cannot be taken into problems of the rows that hold them."""
        self.refuse(
            None,
            sql.SQL(
                "select r.row, {}, c.code, c.params from {} r join {} c on c.raw = r.{} where c.code is not null"
            ).format(sql.Literal(column.name), ROWS, cell_table(column.name), sql.Identifier(column.name)),
        )

    def value(self, column: str) -> sql.Composable:
        """Return what a column's cells mean, in a statement over `read_rows`; null for a column that is absent."""
        if column not in self._present:
            return sql.SQL("null::text")
        return sql.SQL("{}.value").format(sql.Identifier(f"c_{column}"))

    def read_rows(self) -> sql.Composable:
        """Return the part of a statement that gives the rows whose cells could all be read, as `r`."""
        joins = [
            sql.SQL("left join {} {} on {}.raw = r.{}").format(
                cell_table(name), sql.Identifier(f"c_{name}"), sql.Identifier(f"c_{name}"), sql.Identifier(name)
            )
            for name in sorted(self._present)
        ]
        return sql.SQL("from {} r {} where not exists (select from {} p where p.row = r.row)").format(
            ROWS, sql.SQL(" ").join(joins), PROBLEMS
        )

    def refuse(self, code: str | None, found: sql.Composable, params: Sequence[object] = ()) -> int:
        """Add problems: `found` gives row, column and parameters as JSON text (and before these the code, if None).

        Raises:
            FileRefused: there are too many problems to go on.
        """
        # The order of columns is that of the statements; one more than may be tells that there are too many.
        left = sql.Literal(MOST_PROBLEMS + 1 - self._wrong)
        if code is None:
            statement = sql.SQL(
                "insert into {} (row, column_name, code, params) "
                "select f.row, f.col, f.code, f.params from ({}) f (row, col, code, params) limit {}"
            ).format(PROBLEMS, found, left)
        else:
            statement = sql.SQL(
                "insert into {} (row, column_name, code, params) "
                "select f.row, f.col, {}, f.params from ({}) f (row, col, params) limit {}"
            ).format(PROBLEMS, sql.Literal(code), found, left)
        added = self.execute(statement, params)
        self._count(added)
        return added

    def problems(self, most: int) -> tuple[Problem, ...]:
        """Return the first problems, by row."""
        rows = self.fetch(
            sql.SQL("select code, row, column_name, params from {} order by row, column_name, code limit {}").format(
                PROBLEMS, sql.Literal(most)
            )
        )
        return tuple(Problem(code, row, column, json.loads(params)) for code, row, column, params in rows)

    def problem_counts(self) -> Mapping[str, int]:
        """Return how many problems of each kind there are, the most frequent first."""
        counted = sql.SQL("select code, count(*) from {} group by code order by 2 desc, 1").format(PROBLEMS)
        return dict(self.fetch(counted))

    def refused_rows(self) -> int:
        """Return how many rows have at least one problem."""
        counted = sql.SQL("select count(distinct row) from {}").format(PROBLEMS)
        return int(self.fetch(counted)[0][0])


def cell_table(column: str) -> sql.Identifier:
    """Return the table that says what each different text of a column means."""
    return sql.Identifier(f"import_cell_{column}")


def _as_csv(batch: Sequence[Sequence[object]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(batch)
    return buffer.getvalue()


def _read(column: Column, text: str) -> tuple[str | None, str | None, str | None]:
    """Return value, code and parameters of one text."""
    stripped = text.strip()
    if not stripped:
        return None, None, None
    if says_nothing(stripped):
        return None, "cell.blank" if column.needs_value else None, "{}"
    if stripped[0] == "'" and stripped[1:2] and stripped[1] in FORMULA_SIGNS:
        # So the product's own files, and spreadsheets, write a text that looks like a formula.
        stripped = stripped[1:]
        return _meant(column, stripped)
    if is_formula(stripped):
        return None, "cell.formula", json.dumps({"text": stripped[:60]})
    if is_failed_calculation(stripped):
        return None, "cell.error", json.dumps({"text": stripped})
    return _meant(column, stripped)


def _meant(column: Column, text: str) -> tuple[str | None, str | None, str | None]:
    try:
        return (column.read(text) if column.read else text), None, None
    except CellRefused as refusal:
        return None, refusal.code, json.dumps(refusal.params)
