"""A table of a page: its filters, its headings that sort, its rows by pages, and the same rows as a file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language_info

from accede.foundation.exports import Cell, Column, Format, Kind, Link, Table, export_response
from accede.foundation.listings.asking import AddressAsking
from accede.foundation.listings.filters import Filter, ShownFilters, fitting, shown_filters
from accede.foundation.pages import Page, page_of
from accede.foundation.pages.paging import PER_PAGE

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

Row = TypeVar("Row")
LISTED = ("sort", "page")
"""The parameters that every listing knows."""


def further(*tables: str) -> tuple[str, ...]:
    """Return the parameters of the further tables of a page: which of them is wanted as a file, and their orders."""
    return ("table", *(f"{table}-sort" for table in tables))


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """A column: what stands in it, and what it is sorted by where it can be.

    Attributes:
        language: of the words, where it is not the reader's.
        in_files_only: too much for the page; a file holds it.
        may_break: holds addresses, which are one long word.
    """

    key: str
    label: str
    cell: Callable[[Row], Cell]
    kind: Kind = Kind.TEXT
    order: "Callable[[Row], SupportsRichComparison] | None" = None
    language: str = ""
    in_files_only: bool = False
    may_break: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading; with an address where it sorts, the other way round where it does already."""

    key: str
    label: str
    address: str
    direction: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell with its column's words, for readers on a phone."""

    label: str
    kind: str
    value: Cell
    words: str
    address: str
    language: str
    may_break: bool


@dataclass(frozen=True, slots=True)
class ShownTable:
    """What the page shows of a listing."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[ShownCell, ...], ...]
    page: Page[object]
    exports: tuple[Link, ...]
    filters: ShownFilters


@dataclass(frozen=True, slots=True)
class FurtherTable(Generic[Row]):
    """What a page shows of a further table, whose rows it sets itself."""

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    exports: tuple[Link, ...]
    filters: ShownFilters
    is_sorted: bool

    @property
    def is_asked(self) -> bool:
        """Whether the address asks something of this table, so that it stands open."""
        return self.is_sorted or self.filters.is_used

    @property
    def is_there(self) -> bool:
        """Whether there is such a table at all, even if its filters leave no row."""
        return bool(self.rows) or self.filters.is_used


class Listing(Generic[Row]):
    """Reads how the address wants a table filtered and sorted, and shows it or writes it.

    The first table of a page has no name; the parameters of the others begin with theirs (`table`).
    """

    def __init__(
        self,
        request: HttpRequest,
        question: AddressAsking,
        columns: Sequence[Listed[Row]],
        *,
        per_page: int = PER_PAGE,
        table: str = "",
        filters: Sequence[Filter[Row]] = (),
    ) -> None:
        self.request = request
        self.question = question
        self.columns = columns
        self.per_page = per_page
        self.table = table
        self.filters = filters
        self._sorts = f"{table}-sort" if table else "sort"
        self.sort = question.sort((column.key for column in columns if column.order), name=self._sorts)

    @property
    def format(self) -> Format | None:
        """The file that the address asks for, if it is one of this table."""
        return self.question.format_of(self.table)

    def ordered(self, rows: Iterable[Row]) -> list[Row]:
        """Return the rows that the address asks for, as it wants them sorted; as they come where it says nothing."""
        found = fitting(rows, self.filters)
        for column in self.columns:
            if column.order and column.key == self.sort.removeprefix("-"):
                found.sort(key=column.order, reverse=self.sort.startswith("-"))
        return found

    def file(self, rows: Iterable[Row], *, name: str, title: str, chosen: Format) -> HttpResponseBase:
        """Return the rows as a file, with the day and the edition of which they speak."""
        table = Table(
            name=f"{name}-{self.question.day_asked.on}",
            title=title,
            columns=[Column(column.key, column.label, column.kind) for column in self.columns],
            rows=(tuple(column.cell(row) for column in self.columns) for row in rows),
            language=self.question.language,
            is_right_to_left=bool(get_language_info(self.question.language)["bidi"]),
            meta=meta(self.request, self.question),
        )
        return export_response(table, chosen)

    def form(self, rows: Sequence[Row], *, anchor: str = "") -> ShownFilters:
        """Return the form above the table; `rows` are all of them, whatever the filters leave."""
        return shown_filters(self.request, rows, self.filters, anchor=anchor or self.table)

    def shown(self, rows: Sequence[Row], *, among: Sequence[Row] = ()) -> ShownTable:
        """Return one page of the rows; `among` are all rows, whatever the filters leave.

        Raises:
            BadInput: there is no such page.
        """
        page = page_of(rows, request=self.request, per_page=self.per_page)
        return ShownTable(
            headings=tuple(self._heading(column) for column in self._on_page),
            rows=tuple(tuple(_shown(column, row) for column in self._on_page) for row in page.items),
            page=page,
            exports=export_links(self.request),
            filters=self.form(among),
        )

    def further(self, rows: Iterable[Row]) -> FurtherTable[Row]:
        """Return the rows that the address asks for, all on one page, as it wants them sorted."""
        everything = tuple(rows)
        return FurtherTable(
            name=self.table,
            headings=tuple(self._heading(column) for column in self._on_page),
            rows=tuple(self.ordered(everything)),
            exports=export_links(self.request, table=self.table),
            filters=self.form(everything),
            is_sorted=bool(self.sort),
        )

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings, for a page that sets its rows itself: it picks those it shows by their keys."""
        return tuple(self._heading(column) for column in self.columns)

    @property
    def _on_page(self) -> list[Listed[Row]]:
        return [column for column in self.columns if not column.in_files_only]

    def _heading(self, column: Listed[Row]) -> Heading:
        direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(self.sort, "")
        query = self.request.GET.copy()
        query.pop("page", None)
        query[self._sorts] = f"-{column.key}" if direction == "ascending" else column.key
        place = f"#{self.table}" if self.table else ""
        address = f"{self.request.path}?{query.urlencode()}{place}" if column.order else ""
        return Heading(column.key, column.label, address, direction, column.kind is Kind.NUMBER)


def meta(request: HttpRequest, question: AddressAsking) -> dict[str, object]:
    """Return what a file says of where it comes from."""
    known = question.day_asked.known
    return {
        "address": request.path,
        "on": question.day_asked.on.isoformat(),
        **({"known": known.isoformat()} if known else {}),
        **({} if question.edition is None else {"edition": question.edition}),
    }


def export_links(request: HttpRequest, *, table: str = "") -> tuple[Link, ...]:
    """Return the addresses of a table as files, with every filter kept; a file holds all its pages."""
    links = []
    for chosen in Format:
        query = request.GET.copy()
        query.pop("page", None)
        query["format"] = chosen.value
        if table:
            query["table"] = table
        links.append(Link(chosen.name, f"{request.path}?{query.urlencode()}"))
    return tuple(links)


def day_order(day: date | None) -> tuple[bool, date]:
    """Return what sorts days, those not known last."""
    return (day is None, day or date.max)


def answer(
    listing: Listing[Row], rows: Iterable[Row], *, name: str, title: str, page: Callable[[ShownTable], HttpResponse]
) -> HttpResponseBase:
    """Return the file that the address asks for, or else what `page` makes of the table."""
    everything = tuple(rows)
    ordered = listing.ordered(everything)
    if listing.format:
        return listing.file(ordered, name=name, title=title, chosen=listing.format)
    return page(listing.shown(ordered, among=everything))


def _shown(column: Listed[Row], row: Row) -> ShownCell:
    value = column.cell(row)
    return ShownCell(
        label=column.label,
        kind="number" if column.kind is Kind.NUMBER else "day" if isinstance(value, date) else "text",
        value=value,
        words=value.label if isinstance(value, Link) else "" if value is None else str(value),
        address=value.address if isinstance(value, Link) else "",
        language=column.language,
        may_break=column.may_break,
    )
