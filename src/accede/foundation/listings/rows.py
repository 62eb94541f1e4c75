"""The rows of a listing: a list that lies in memory, or a table of the database. One interface for both."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Generic, Protocol, Self, TypeVar
from uuid import UUID

from django.db.models import Expression, QuerySet, Subquery

from accede.foundation.exports import Cell
from accede.foundation.fields import Field
from accede.foundation.listings.copying import ShownByDatabase, copied, shown_by_database
from accede.foundation.listings.filters import Filter, fitting

Row = TypeVar("Row")
MOST_COUNTED = 10_000
"""Further than that rows of a table are not counted: the page says “more than”."""
_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are; more than that where it is not exact."""

    number: int
    is_exact: bool = True


class Rows(Protocol[Row]):
    """Rows that can be filtered, sorted, counted, shown in part and read whole."""

    def fitting(self, filters: Sequence[Filter[Row]]) -> "Rows[Row]":
        """Return the rows that pass every field that is filled."""

    def sorted_by(self, field: Field[Row], *, descending: bool) -> "Rows[Row]":
        """Return the rows in the order of a field."""

    def count(self) -> Count:
        """Return how many rows there are."""

    def part(self, start: int, stop: int) -> Sequence[Row]:
        """Return the rows from one place to before another."""

    def cells(self, fields: Sequence[Field[Row]]) -> Iterator[Sequence[Cell]]:
        """Yield what all rows have in some fields, for a file."""

    def lines(self, fields: Sequence[Field[Row]]) -> Iterator[bytes] | None:
        """Yield the lines of the same cells as CSV, where something writes them faster than from cells; else None."""

    def values(self, one: Filter[Row]) -> Iterable[str]:
        """Return the values among which a filter chooses."""


@dataclass(frozen=True)
class RowsInMemory(Generic[Row]):
    """Rows that lie in memory, as they come."""

    rows: Sequence[Row]

    def fitting(self, filters: Sequence[Filter[Row]]) -> Self:
        """Return the rows that pass every field that is filled."""
        return replace(self, rows=fitting(self.rows, filters))

    def sorted_by(self, field: Field[Row], *, descending: bool) -> Self:
        """Return the rows in the order of a field; those that are alike stay as they come."""
        return replace(self, rows=sorted(self.rows, key=field.order, reverse=descending)) if field.order else self

    def count(self) -> Count:
        """Return how many rows there are."""
        return Count(len(self.rows))

    def part(self, start: int, stop: int) -> Sequence[Row]:
        """Return the rows from one place to before another."""
        return self.rows[start:stop]

    def cells(self, fields: Sequence[Field[Row]]) -> Iterator[Sequence[Cell]]:
        """Yield what all rows have in some fields."""
        return (tuple(field.cell(row) for field in fields) for row in self.rows)

    def lines(self, fields: Sequence[Field[Row]]) -> None:
        """Return nothing: cells are at hand."""

    def values(self, one: Filter[Row]) -> Iterable[str]:
        """Return the values that occur, in the order in which they do."""
        return dict.fromkeys(one.choice[0](row) for row in self.rows) if one.choice else ()


@dataclass(frozen=True)
class RowsOfTable(Generic[Row]):
    """Rows of a table of the database: a constant number of queries, however many rows there are.

    Attributes:
        found: the rows that the reader may see, in their usual order.
        facts: what makes plain facts of some of them, in a constant number of queries.
        further: by the key of a field without a column, the expression that gives its value.
    """

    found: "QuerySet[Any]"
    facts: Callable[[Sequence[Any]], Sequence[Row]]
    further: Mapping[str, Expression | Subquery] = field(default_factory=dict)

    def fitting(self, filters: Sequence[Filter[Row]]) -> Self:
        """Return the rows that pass every field that is filled."""
        found = self.found
        for one in filters:
            if one.value and one.where is not None:
                found = found.filter(one.where)
        return replace(self, found=found)

    def sorted_by(self, field: Field[Row], *, descending: bool) -> Self:
        """Return the rows in the order of a field's column; those that are alike by their keys, so that pages hold."""
        if field.column is None:
            return self
        sign = "-" if descending else ""
        return replace(self, found=self.found.order_by(f"{sign}{field.column.field.name}", f"{sign}pk"))

    def count(self) -> Count:
        """Return how many rows there are, counted as far as it is worth it."""
        number = self.found.order_by()[: MOST_COUNTED + 1].count()
        return Count(min(number, MOST_COUNTED), is_exact=number <= MOST_COUNTED)

    def part(self, start: int, stop: int) -> Sequence[Row]:
        """Return the rows from one place to before another."""
        return self.facts(list(self.found[start:stop]))

    def all(self) -> Sequence[Row]:
        """Return all rows, for those who need them at once and know that they are few."""
        return self.facts(list(self.found))

    def of(self, key: UUID) -> Sequence[Row]:
        """Return the row of a key; none where there is none for the reader."""
        return self.facts(list(self.found.filter(pk=key)))

    def cells(self, fields: Sequence[Field[Row]]) -> Iterator[Sequence[Cell]]:
        """Yield what all rows have in some fields, read piece by piece so that memory does not grow with them."""
        for piece in _pieces(self.found.iterator(chunk_size=_CHUNK)):
            rows = self.facts(piece)
            columns = [field.named.all_words([field.value(row) for row in rows]) for field in fields]
            yield from zip(*columns, strict=True)

    def lines(self, fields: Sequence[Field[Row]]) -> Iterator[bytes] | None:
        """Yield the lines of the same cells as CSV, written by the database; None if it cannot tell each of them."""
        shown = [self._shown_by_database(field) for field in fields]
        known = [one for one in shown if one is not None]
        # A line of one empty cell is an empty line, which is no line.
        return copied(self.found, known) if 1 < len(known) == len(shown) else None

    def _shown_by_database(self, field: Field[Row]) -> ShownByDatabase | None:
        if field.column is not None:
            return shown_by_database(field, field.column.field.name, field.column.field)
        expression = self.further.get(field.key)
        return shown_by_database(field, expression, expression.output_field) if expression is not None else None

    def values(self, one: Filter[Row]) -> Iterable[str]:
        """Return every value that there can be: to find those that occur, all rows would have to be read."""
        return one.known


def rows_of(rows: "Iterable[Row] | Rows[Row]") -> "Rows[Row]":
    """Return rows behind the one interface."""
    if isinstance(rows, RowsInMemory | RowsOfTable):
        return rows
    return RowsInMemory(tuple(rows))  # type: ignore[arg-type]  # (what is no rows of ours can be gone through)


def _pieces(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while piece := list(islice(rows, _CHUNK)):
        yield piece
