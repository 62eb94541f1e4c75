"""A page that is a list: one call from the rows that a reader may see to the page, or to the file of what it shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from accede.foundation.fields import Field
from accede.foundation.listings.filters import field_filters
from accede.foundation.listings.listing import LISTED, Leads, Listing, ShownTable, answer
from accede.foundation.listings.parameters import PageParameters
from accede.foundation.listings.rows import Rows
from accede.foundation.pages import AsAt
from accede.foundation.pages.parameters import unknown_parameters

Row = TypeVar("Row")


class ListQuestion(PageParameters):
    """What the address of a list asks: how it is filtered and sorted, which page, which file. It speaks of now."""

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        super().__init__()
        self.query = request.GET
        self.day_asked = AsAt(on=self._today, today=self._today)
        self.language = get_language() or "en"
        self.problems += unknown_parameters(self.query, {*LISTED, "format", *knows})
        self.format = self.wanted_format()


@dataclass(frozen=True)
class ListPage(Generic[Row]):
    """What a page that is a list needs to be told.

    Attributes:
        name: of its files.
        empty: what a reader can do where there is nothing yet.
        template: one that extends “records/list.html”, where the page holds more than the list.
        context: what that template needs beyond the list; and tabs, lede and ways.
        leads: where a row leads, and what can be done with several.
    """

    name: str
    title: str
    empty: str
    template: str = "records/list.html"
    context: Mapping[str, object] = field(default_factory=dict)
    leads: Leads[Row] = field(default_factory=Leads)

    def answer(
        self, request: HttpRequest, fields: Sequence[Field[Row]], rows: Iterable[Row] | Rows[Row]
    ) -> HttpResponseBase:
        """Return the page that the address asks for, or the file.

        Raises:
            BadInput: the address asks for something that cannot be.
        """
        filtering = [one.key for one in fields if one.is_filter]
        choosing = [self.leads.choosing.name] if self.leads.choosing else []
        question = ListQuestion(request, knows=[*filtering, *choosing])
        listing = Listing(request, question, fields, filters=field_filters(question, fields), leads=self.leads)
        question.done()

        def page(table: ShownTable) -> HttpResponseBase:
            return render(
                request, self.template, {"title": self.title, "empty": self.empty, "table": table, **self.context}
            )

        return answer(listing, rows, name=self.name, title=self.title, page=page)
