"""The calendar in the API."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from accede.foundation.access import ANONYMOUS, PUBLIC, SIGNED_IN, Actor, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.calendar.entries import Asked, entries, kinds_for
from accede.foundation.calendar.months import read_span
from accede.foundation.calendar.parameters import chosen_kinds, read_marks
from accede.foundation.calendar.presenting import item
from accede.foundation.pages import public_page
from accede.foundation.pages.parameters import Parameters
from accede.foundation.rest import PagedQuery, described, paged

router = Router(tags=["calendar"])


class EntryItem(Schema):
    """Something on a day, or on days in a row."""

    uid: str
    kind: str
    kind_words: str
    first: date
    last: date
    title: str
    words: str
    status: str
    about: str
    address: str


class EntryList(Schema):
    """A page of what stands in the calendar, in order. The header Link leads to the other pages."""

    count: int = Field(description="How many items there are on all pages.")
    page: int
    pages: int
    items: list[EntryItem]


class CalendarQuery(PagedQuery):
    """Which entries."""

    on: str = described("The day of which the answer speaks; today if left out.", type="string", format="date")
    since: str = described("The first day; the day of the answer if left out.", type="string", format="date")
    until: str = described("The last day; a year later if left out.", type="string", format="date")
    kind: str = described("Only entries of this kind, by its key.")
    about: str = described("Only entries about this thing, by its key, such as the reference of a mandate.")
    only: str = described("Only entries of a State, region, theme or body: state:MLI, theme:financing, body:CTED.")


@router.get("", response=EntryList)
@opens_to(PUBLIC)
@public_page
def calendar_entries(request: HttpRequest, response: HttpResponse, query: Query[CalendarQuery]) -> dict[str, object]:
    """List what stands in the calendar for everybody."""
    return _entries(request, response, query, ANONYMOUS)


@router.get("own/", response=EntryList)
@opens_to(SIGNED_IN)
def own_calendar_entries(
    request: HttpRequest, response: HttpResponse, query: Query[CalendarQuery]
) -> dict[str, object]:
    """List what stands in the calendar for the reader: what everybody may see, and their own part."""
    return _entries(request, response, query, actor_of(request))


def _entries(request: HttpRequest, response: HttpResponse, query: CalendarQuery, reader: Actor) -> dict[str, object]:
    asking = Parameters()
    on = asking.as_at(on=query.on, known="").on
    first, last = read_span(query.since, query.until, on=on, problems=asking.problems)
    kinds = chosen_kinds([query.kind], kinds_for(reader), problems=asking.problems)
    marks = read_marks(query.only, problems=asking.problems)
    asking.done()
    about = query.about.replace("\x00", "")
    found = entries(Asked(reader, first, last, on), kinds=kinds, about=about, marks=marks)
    page, listing = paged(found, query, request=request, response=response)
    return {**listing, "items": [item(one) for one in page]}
