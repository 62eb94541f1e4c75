"""The columns that a table may have, and how the headings of a file are matched to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accede.foundation.imports.bounds import LONGEST_HEADING, MOST_HEADINGS
from accede.foundation.imports.cells import CellReader, CellRefused
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.texts import folded, nearest


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, other headings that mean the same, and how its cells are read.

    Attributes:
        is_required: the file must have it.
        needs_value: its cells may not be blank.
        read: called once for each different text; None leaves the text as it is (formulas are refused all the same).
    """

    name: str
    also: tuple[str, ...] = ()
    is_required: bool = False
    needs_value: bool = False
    read: CellReader | None = None


def match_headings(header: Sequence[str], columns: Iterable[Column]) -> tuple[list[Column | None], list[Problem]]:
    """Return the column meant by each heading (None: unknown), and every problem with the headings."""
    known = tuple(columns)
    if len(header) > MOST_HEADINGS:
        params = {"found": str(len(header)), "most": str(MOST_HEADINGS)}
        return [None] * len(header), [Problem("columns.too_many", params=params)]
    by_heading = {_heading(name): column for column in known for name in (column.name, *column.also)}
    matched: list[Column | None] = []
    problems: list[Problem] = []
    for position, heading in enumerate(header, start=1):
        column = by_heading.get(_heading(heading[:LONGEST_HEADING]))
        if len(heading) > LONGEST_HEADING:
            params = {"position": str(position), "most": str(LONGEST_HEADING)}
            problems.append(Problem("columns.too_long", params=params))
        elif column is None and not heading.strip():
            problems.append(Problem("columns.unnamed", row=None, params={"position": str(position)}))
        elif column is None:
            problems.append(_unknown(heading, known))
        elif column in matched:
            problems.append(Problem("columns.twice", column=column.name, params={"name": heading.strip()}))
        matched.append(column)
    problems.extend(
        Problem("columns.missing", column=column.name, params={"name": column.name})
        for column in known
        if column.is_required and column not in matched
    )
    return matched, problems


def read_said(said: Iterable[tuple[str, str | None, CellReader]]) -> dict[str, str]:
    """Read what a person says of all rows, each as a cell of its column would be read; what is not said is left out.

    Raises:
        FileRefused: what was said cannot be read; all of it at once.
    """
    meant: dict[str, str] = {}
    problems: list[Problem] = []
    for name, text, read in said:
        try:
            if text:
                meant[name] = read(text) or ""
        except CellRefused as refusal:
            problems.append(Problem(refusal.code, column=name, params=refusal.params))
    if problems:
        raise FileRefused(problems)
    return meant


def _heading(text: str) -> str:
    return folded(text.replace("_", " "))


def _unknown(heading: str, known: Sequence[Column]) -> Problem:
    name = heading.strip()[:60]
    near = nearest(name, [column.name for column in known], most=2)
    if near:
        return Problem("columns.unknown_near", column=name, params={"name": name, "nearest": near})
    names = [column.name for column in known]
    return Problem("columns.unknown", column=name, params={"name": name, "known": names})
