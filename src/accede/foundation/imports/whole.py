"""Tables of some thousands of rows, read whole: each different text of a column once, all that is wrong at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from accede.foundation.imports.bounds import MOST_PROBLEMS, too_many_problems
from accede.foundation.imports.cells import CellRefused, is_formula, says_nothing
from accede.foundation.imports.columns import Column, match_headings
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.results import Outcome, Sample
from accede.foundation.imports.tables import TableFile

MOST_SAMPLES = 5


@dataclass(slots=True)
class ReadRow:
    """A row whose cells were read; what could not be read is blank. `standing`: known, changed or new."""

    number: int
    cells: dict[str, str]
    unread: frozenset[str] = frozenset()
    """Columns whose cell could not be read; that has been said already."""
    standing: str = ""


class Judged(Protocol):
    """A row of which it is said what it would do to the record."""

    @property
    def number(self) -> int:
        """Its number in the file."""

    @property
    def cells(self) -> dict[str, str]:
        """What its cells mean."""

    @property
    def standing(self) -> str:
        """Whether it is known, changed or new."""


class Problems(list[Problem]):
    """What is wrong with single cells and rows.

    Raises:
        FileRefused: on the first one too many.
    """

    def append(self, problem: Problem) -> None:
        """Add one."""
        if len(self) == MOST_PROBLEMS:
            raise too_many_problems(self)
        super().append(problem)


def read_whole(
    table: TableFile, columns: Sequence[Column], *, most_rows: int, said: Mapping[str, str] | None = None
) -> tuple[list[ReadRow], Problems, int]:
    """Return the rows, everything that is wrong with cells, and how many rows there are; and close the table.

    `said`: what somebody says of all rows, where a row says nothing of it itself.

    Raises:
        FileRefused: the file as a whole cannot be taken.
    """
    problems, rows = Problems(), list[ReadRow]()
    try:
        matched, wrong = match_headings(table.header, columns)
        if wrong:
            raise FileRefused(wrong)
        blank = dict.fromkeys((column.name for column in columns), "") | dict(said or {})
        reading = _Reading(matched, blank, problems)
        for number, cells in table.rows(problems.append):
            if len(rows) == most_rows:
                raise FileRefused([Problem("file.too_many_rows", params={"most": str(most_rows)})])
            rows.append(reading.row(number, cells))
    finally:
        table.close()
    if not rows and not problems:
        raise FileRefused([Problem("file.no_rows")])
    numbers = {row.number for row in rows} | {problem.row for problem in problems if problem.row is not None}
    return rows, problems, len(numbers)


def outcome_of(
    digest: str,
    good: Sequence[Judged],
    problems: list[Problem],
    count: int,
    *,
    shown: Sequence[str],
    remarks: Iterable[Problem] = (),
) -> Outcome:
    """Return what `count` rows come to: those that are `good`, and what is wrong with the others."""
    problems.sort(key=lambda problem: (problem.row or 0, problem.column))
    standings = Counter(row.standing for row in good)
    return Outcome(
        file_digest=digest,
        rows=count,
        new=standings["new"],
        changed=standings["changed"],
        known=standings["known"],
        refused=len({problem.row for problem in problems}),
        problems=tuple(problems[:MOST_PROBLEMS]),
        problem_count=len(problems),
        by_code=dict(Counter(problem.code for problem in problems)),
        samples={one: _samples(good, one, shown) for one in ("new", "changed") if standings[one]},
        remarks=tuple(remarks),
    )


def _samples(rows: Sequence[Judged], standing: str, shown: Sequence[str]) -> tuple[Sample, ...]:
    chosen = [row for row in rows if row.standing == standing][:MOST_SAMPLES]
    return tuple(Sample(row.number, {name: row.cells[name] for name in shown if row.cells[name]}) for row in chosen)


@dataclass(slots=True)
class _Reading:
    """Reads rows; each different text of a column once."""

    matched: Sequence[Column | None]
    blank: Mapping[str, str]
    problems: Problems
    known: dict[tuple[str, str], str | CellRefused] = field(default_factory=dict)

    def row(self, number: int, cells: Sequence[str]) -> ReadRow:
        """Return a row; what cannot be read becomes blank and a problem."""
        unread: set[str] = set()
        read = dict(self.blank)
        for column, cell in zip(self.matched, cells, strict=True):
            text = cell.strip()
            if column is None:
                continue
            if not text or says_nothing(text):
                if column.needs_value and not self.blank.get(column.name):
                    self.problems.append(Problem("cell.blank", row=number, column=column.name))
                    unread.add(column.name)
                continue
            meant = self._cell(column, text)
            if isinstance(meant, CellRefused):
                self.problems.append(Problem(meant.code, row=number, column=column.name, params=meant.params))
                unread.add(column.name)
                meant = ""
            read[column.name] = meant
        return ReadRow(number, read, frozenset(unread))

    def _cell(self, column: Column, text: str) -> str | CellRefused:
        known = self.known.get((column.name, text))
        if known is None:
            known = self.known[column.name, text] = _meaning(column, text)
        return known


def _meaning(column: Column, text: str) -> str | CellRefused:
    if "\0" in text:
        return CellRefused("row.not_text")
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        return CellRefused("row.encoding", near=text[:40].encode(errors="replace").decode())
    if is_formula(text):
        return CellRefused("cell.formula", text=text[:60])
    try:
        return (column.read(text) if column.read else text) or ""
    except CellRefused as refusal:
        return refusal
