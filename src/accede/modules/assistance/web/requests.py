"""Requests: the lists, the page of one with its steps, and its letters."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Refused, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.access.onward import ways_onward
from accede.foundation.documents.html import html_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.listings import Choosing, Leads, ListPage, RowsOfTable
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount, listed
from accede.foundation.workflow.page import StepPage
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE, REQUESTS_READ
from accede.modules.assistance.fields.gaps import SHOWN as GAPS_SHOWN
from accede.modules.assistance.fields.gaps import GapFacts
from accede.modules.assistance.fields.requests import ON_ITS_PAGE, SHOWN, RequestFacts
from accede.modules.assistance.queries.beside import files_with, letters_of, questions_of
from accede.modules.assistance.queries.gaps import gaps_visible_to
from accede.modules.assistance.queries.requests import (
    joined_into,
    request_visible_to,
    requests_due,
    requests_of_officer,
    requests_visible_to,
)
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.web.parts import section, ways_to_ask
from accede.modules.assistance.words.instruments import instrument_names
from accede.modules.assistance.words.letter_tree import letter_tree
from accede.modules.resources.access import LEDGER_READ

CHOSEN = "request"
"""The parameter with the requests that were chosen on a list."""


@opens_to(REQUESTS_READ)
def all_requests(request: HttpRequest) -> HttpResponseBase:
    """List the requests that the reader may see, what is due first."""
    return _list(request, "requests", _("Requests for assistance"), requests_visible_to)


@opens_to(REQUESTS_HANDLE)
def mine(request: HttpRequest) -> HttpResponseBase:
    """List the requests that the reader is the officer of."""
    return _list(request, "mine", _("Requests that I handle"), requests_of_officer)


@opens_to(REQUESTS_HANDLE)
def due(request: HttpRequest) -> HttpResponseBase:
    """List the requests of which the next step is due."""
    today = clock.today()
    return _list(request, "due", _("Requests of which a step is due"), lambda actor: requests_due(actor, on=today))


@opens_to(REQUESTS_HANDLE, LEDGER_READ)
def gaps(request: HttpRequest) -> HttpResponseBase:
    """List what is asked, was not refused, and nothing pays for."""
    page = ListPage[GapFacts](
        name="gaps",
        title=_("Funding gaps"),
        empty=_("What was accepted or deferred, has a price and waits for money appears here."),
        context=section(request, "gaps"),
        leads=Leads(lambda one: address_of(one.request.id)),
    )
    return page.answer(request, GAPS_SHOWN, gaps_visible_to(actor_of(request), on=clock.today()))


@opens_to(REQUESTS_READ)
@takes()
def one_request(request: HttpRequest, asked: int) -> HttpResponse:
    """Show one request; take a step with it."""
    return PAGE.answer(request, asked)


@opens_to(REQUESTS_READ)
@takes("format")
def letter(request: HttpRequest, asked: int, letter: UUID) -> HttpResponse:
    """Show a letter about a request, as it was written, or send it as a file."""
    found = or_refuse(next((one for one in letters_of(actor_of(request), asked) if one.id == letter), None))
    tree = letter_tree(found)
    chosen = request.GET.get("format", "")
    if chosen in set(DocumentFormat):
        return file_response(tree, DocumentFormat(chosen), name=found.called.replace("/", "-"))
    if chosen:
        raise Refused
    context = {
        **section(request),
        "title": tree.title,
        "document": html_of(tree),
        "files": [Link(one.name, f"{request.path}?format={one.value}") for one in DocumentFormat],
        "back": Link(_("The request"), address_of(asked)),
    }
    return render(request, "records/letter.html", context)


def address_of(asked: int) -> str:
    """Return the address of a request's page."""
    return reverse("assistance:request", args=[asked])


def _list(
    request: HttpRequest, name: str, title: str, rows: Callable[[Actor], RowsOfTable[RequestFacts]]
) -> HttpResponseBase:
    actor = actor_of(request)
    chosen = request.GET.getlist(CHOSEN)
    if chosen and can(actor, REQUESTS_HANDLE):
        query = urlencode({CHOSEN: chosen}, doseq=True)
        return HttpResponseRedirect(f"{reverse('assistance:hand-over')}?{query}")
    choosing = None
    if can(actor, REQUESTS_HANDLE):
        choosing = Choosing[RequestFacts](
            CHOSEN, _("Choose"), _("Hand over those that are chosen"), lambda one: str(one.id)
        )
    page = ListPage[RequestFacts](
        name=name,
        title=title,
        empty=_("What States ask for appears here."),
        context={**section(request, name), "ways": ways_to_ask(request)},
        leads=Leads(lambda one: address_of(one.id), choosing),
    )
    return page.answer(request, SHOWN, rows(actor))


def _context(request: HttpRequest, asked: int) -> dict[str, object]:
    actor = actor_of(request)
    found = or_refuse(request_visible_to(actor, asked))
    questions = questions_of(actor, asked)
    may_answer, may_handle = can(actor, REQUESTS_FILE, on=found.owner), can(actor, REQUESTS_HANDLE, on=found.owner)
    names = instrument_names() if found.instruments else {}
    return {
        **section(request),
        "title": found.called or _("Request for assistance"),
        "found": found,
        "rows": [row for row in shown_fields(ON_ITS_PAGE, found, actor) if row.words or row.day],
        "instruments": listed(names.get(key, key) for key in found.instruments),
        "ways": [
            *_ways(found, may_answer=may_answer, may_handle=may_handle),
            *ways_onward("request", str(found.id), actor),
            *(ways_onward("request-to-join", str(found.id), actor) if "joining" in found.kinds else ()),
        ],
        "questions": [(one, may_answer and one.answered_at is None) for one in questions],
        "letters": [(one, reverse("assistance:letter", args=[asked, one.id])) for one in letters_of(actor, asked)],
        "files": [(one, reverse("files:file", args=[one.id])) for one in files_with(actor, asked)],
        "joined": [Link(one.called, address_of(one.id)) for one in joined_into(actor, asked)],
        "into": _into(actor, found),
        "estimate": format_amount(found.estimate) if found.estimate is not None and may_handle else "",
        "may_handle": may_handle,
    }


def _into(actor: Actor, found: RequestFacts) -> Link | None:
    other = request_visible_to(actor, found.joined_to) if found.state == "joined" and found.joined_to else None
    return Link(other.called, address_of(other.id)) if other else None


def _ways(found: RequestFacts, *, may_answer: bool, may_handle: bool) -> list[Link]:
    def way(words: str, name: str) -> Link:
        return Link(words, reverse(f"assistance:{name}", args=[found.id]))

    ways = []
    is_over = found.state in {"closed", "withdrawn", "declined", "joined"}
    if found.state == "draft" and may_answer:
        ways.append(way(_("Go on writing it"), "tasks"))
    if not is_over and (may_answer or may_handle):
        ways.append(way(_("Attach a file"), "attach"))
    if may_handle and found.state != "draft":
        ways.append(way(_("Screening"), "screening"))
        if not is_over:
            ways.append(way(_("Ask a question"), "ask"))
            ways.append(Link(_("Hand it over"), f"{reverse('assistance:hand-over')}?{CHOSEN}={found.id}"))
            ways.append(way(_("Join it to another request"), "join"))
    return ways


PAGE = StepPage(REQUESTS, "assistance/request.html", _context)

urlpatterns = [
    path("", all_requests, name="requests"),
    path("mine/", mine, name="mine"),
    path("due/", due, name="due"),
    path("gaps/", gaps, name="gaps"),
    path("<int:asked>/", one_request, name="request"),
    path("<int:asked>/letters/<uuid:letter>/", letter, name="letter"),
]
