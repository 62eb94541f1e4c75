"""A table of a page: its filters, its headings that sort, its rows by pages, and the same rows as a file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any, Generic, TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _

from accede.foundation.access.acting import actor_of, streamed
from accede.foundation.exports import Cell, Column, Format, Kind, Link, Table, export_response
from accede.foundation.exports.table import shown
from accede.foundation.fields import Field, fields_for
from accede.foundation.listings.filters import Filter, ShownFilters, shown_filters
from accede.foundation.listings.parameters import PageParameters
from accede.foundation.listings.rows import Count, Rows, RowsOfTable, rows_of
from accede.foundation.pages import Page
from accede.foundation.pages.paging import PER_PAGE, page_address, page_number
from accede.foundation.texts import format_amount

Row = TypeVar("Row")
T = TypeVar("T")
_HIGHEST_PAGE = 999_999
_NUMBERS = frozenset({Kind.NUMBER, Kind.AMOUNT})
LISTED = ("sort", "page")
"""The parameters that every listing knows."""


def further(*tables: str) -> tuple[str, ...]:
    """Return the parameters of the further tables of a page: which of them is wanted as a file, and their orders."""
    return ("table", *(f"{table}-sort" for table in tables))


@dataclass(frozen=True)
class Choosing(Generic[Row]):
    """Rows of a list that can be chosen, and what is then done with them.

    Attributes:
        name: the parameter that the values of the chosen rows are given to.
        label: of the column.
        button: the words of the button below the list.
        value: of a row.
        hint: what is to be known before choosing.
    """

    name: str
    label: str
    button: str
    value: Callable[[Row], str]
    hint: str = ""


@dataclass(frozen=True)
class Leads(Generic[Row]):
    """Where rows lead: the address of a row's page, for its first cell, and what can be done with several rows."""

    address: Callable[[Row], str] | None = None
    choosing: Choosing[Row] | None = None


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
    choosing: "Choosing[Any] | None" = None
    choices: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[tuple[tuple[ShownCell, ...], str], ...]:
        """The rows, each with the value by which it is chosen."""
        return tuple(zip(self.rows, self.choices or [""] * len(self.rows), strict=True))


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
        question: PageParameters,
        columns: Sequence[Field[Row]],
        *,
        per_page: int = PER_PAGE,
        table: str = "",
        filters: Sequence[Filter[Row]] = (),
        leads: "Leads[Row] | None" = None,
    ) -> None:
        self.request = request
        self.question = question
        self.columns = fields_for(actor_of(request), columns)
        self.per_page = per_page
        self.table = table
        self.filters = filters
        self.address = leads.address if leads else None
        self.choosing = leads.choosing if leads else None
        self._sorts = f"{table}-sort" if table else "sort"
        self.sort = question.sort((column.key for column in self.columns if column.is_sorted_by), name=self._sorts)

    @property
    def format(self) -> Format | None:
        """The file that the address asks for, if it is one of this table."""
        return self.question.format_of(self.table)

    def asked(self, rows: Iterable[Row] | Rows[Row]) -> Rows[Row]:
        """Return the rows that the address asks for, as it wants them sorted; as they come where it says nothing."""
        found = rows_of(rows).fitting(self.filters)
        for column in self.columns:
            if column.is_sorted_by and column.key == self.sort.removeprefix("-"):
                found = found.sorted_by(column, descending=self.sort.startswith("-"))
        return found

    def ordered(self, rows: Iterable[Row]) -> list[Row]:
        """Return rows that lie in memory as the address asks for them."""
        found = self.asked(rows)
        return list(found.part(0, found.count().number))

    def file(self, rows: Iterable[Row] | Rows[Row], *, name: str, title: str, chosen: Format) -> HttpResponseBase:
        """Return the rows as a file, with the day and the edition of which they speak; those of a table as a stream."""
        found = rows_of(rows)
        is_stream = isinstance(found, RowsOfTable)
        cells, actor = found.cells(self.columns), actor_of(self.request)
        # Only what is read is asked of the database: cells where there are no lines, or no lines are wanted.
        lines = found.lines(self.columns) if chosen is Format.CSV else None
        table = Table(
            name=f"{name}-{self.question.day_asked.on}",
            title=title,
            columns=[Column(column.key, str(column.label), column.kind) for column in self.columns],
            rows=_in_language(streamed(actor, cells)) if is_stream else cells,
            lines=_in_language(streamed(actor, lines)) if lines is not None else None,
            language=self.question.language,
            is_right_to_left=bool(get_language_info(self.question.language)["bidi"]),
            meta=meta(self.request, self.question),
        )
        return export_response(table, chosen, stream=is_stream)

    def form(self, rows: Iterable[Row] | Rows[Row], *, anchor: str = "") -> ShownFilters:
        """Return the form above the table; `rows` are all of them, whatever the filters leave."""
        found = rows_of(rows)
        is_used = any(one.value for one in self.filters)
        return shown_filters(
            self.request,
            self.filters,
            anchor=anchor or self.table,
            values=found.values,
            leaves_nothing=is_used and not found.fitting(self.filters).part(0, 1),
        )

    def shown(self, rows: Iterable[Row] | Rows[Row], *, among: Iterable[Row] | Rows[Row] = ()) -> ShownTable:
        """Return one page of the rows; `among` are all rows, whatever the filters leave.

        Raises:
            BadInput: there is no such page.
        """
        page = page_of_rows(rows_of(rows), request=self.request, per_page=self.per_page)
        return ShownTable(
            headings=tuple(self._heading(column) for column in self._on_page),
            rows=self._lines(page.items),
            page=page,
            exports=export_links(self.request),
            filters=self.form(among),
            choosing=self.choosing,
            choices=tuple(self.choosing.value(row) for row in page.items) if self.choosing else (),
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

    def _lines(self, rows: Sequence[Row]) -> tuple[tuple[ShownCell, ...], ...]:
        first, *others = (_shown(column, rows) for column in self._on_page)
        if self.address:
            first = [replace(cell, address=self.address(row)) for cell, row in zip(first, rows, strict=True)]
        return tuple(zip(first, *others, strict=True))

    @property
    def _on_page(self) -> list[Field[Row]]:
        return [column for column in self.columns if not column.in_files_only]

    def _heading(self, column: Field[Row]) -> Heading:
        label = str(column.label)
        direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(self.sort, "")
        query = self.request.GET.copy()
        query.pop("page", None)
        query[self._sorts] = f"-{column.key}" if direction == "ascending" else column.key
        place = f"#{self.table}" if self.table else ""
        address = f"{self.request.path}?{query.urlencode()}{place}" if column.is_sorted_by else ""
        return Heading(column.key, label, address, direction, column.kind in _NUMBERS)


def meta(request: HttpRequest, question: PageParameters) -> dict[str, object]:
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
    listing: Listing[Row],
    rows: Iterable[Row] | Rows[Row],
    *,
    name: str,
    title: str,
    page: Callable[[ShownTable], HttpResponseBase],
) -> HttpResponseBase:
    """Return the file that the address asks for, or else what `page` makes of the table."""
    everything = rows_of(rows)
    asked = listing.asked(everything)
    if listing.format:
        return listing.file(asked, name=name, title=title, chosen=listing.format)
    return page(listing.shown(asked, among=everything))


def page_of_rows(rows: Rows[Row], *, request: HttpRequest, per_page: int = PER_PAGE) -> Page[Row]:
    """Return the page of the rows that the address asks for; of a long table the last page is not known.

    Raises:
        BadInput: there is no such page.
    """
    number = page_number(request.GET.get("page", "1"), pages=_HIGHEST_PAGE)
    start = (number - 1) * per_page
    # One more than is shown tells whether there is a next page, and spares counting what fits on the first.
    found = rows.part(start, start + per_page + 1)
    count = Count(start + len(found)) if found and len(found) <= per_page else rows.count()
    pages = max(1, ceil(count.number / per_page)) if count.is_exact else 0
    if not found and number > 1:
        page_number(str(number), pages=pages or number - 1)
    return Page(
        items=found[:per_page],
        count=count.number,
        number=number,
        pages=pages,
        previous=page_address(request, number - 1) if number > 1 else "",
        next=page_address(request, number + 1) if len(found) > per_page else "",
        is_counted=count.is_exact,
    )


def _in_language(pieces: Iterator[T]) -> Iterator[T]:
    """Yield the pieces of a streamed answer, which is read after its request, in the language of the request."""
    language = get_language()

    def speaking() -> Iterator[T]:
        with override(language):
            yield from pieces

    return speaking()


def _shown(column: Field[Row], rows: Sequence[Row]) -> list[ShownCell]:
    """Return the cells of a column: what they share is found out once."""
    label, language, may_break = str(column.label), column.language, column.may_break
    is_number = column.kind in _NUMBERS
    return [
        ShownCell(
            label,
            "number" if is_number else "day" if isinstance(value, date) else "text",
            value,
            value if isinstance(value, str) else _words(value),
            value.address if isinstance(value, Link) else "",
            language,
            may_break,
        )
        for value in column.named.all_words([column.value(row) for row in rows])
    ]


def _words(value: Cell) -> str:
    if isinstance(value, bool):
        return yes_or_no(value)
    return format_amount(value) if isinstance(value, Decimal) else shown(value)


def yes_or_no(value: bool) -> str:  # noqa: FBT001  (the answer itself)
    """Return the answer to a question in the reader's language."""
    return _("yes") if value else _("no")
