"""The desk of the finance officer: what came, what is due, what expires; and the books as lists."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages import read_as_at
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount
from accede.modules.resources.access import LEDGER_READ, MONEY_RECORD
from accede.modules.resources.fields.money import ENTRY_SHOWN, LINE_SHOWN, EntryFacts, LineFacts
from accede.modules.resources.queries.bank import count_open_lines
from accede.modules.resources.queries.contributions import contributions_with_money
from accede.modules.resources.queries.ledger import entries_visible_to, lines_visible_to, receipts_visible_to
from accede.modules.resources.web.parts import section

EXPIRES_WITHIN = timedelta(days=183)
_LAST_RECEIPTS = 10


@opens_to(LEDGER_READ)
@takes("on")
def desk(request: HttpRequest) -> HttpResponse:
    """Show what came, what is due and what expires, on a day."""
    actor, on = actor_of(request), read_as_at(request.GET).on
    found = contributions_with_money(actor, on=on)
    soon = on + EXPIRES_WITHIN
    expiring = [one for one in found if one.free > 0 and one.spend_until is not None and one.spend_until <= soon]
    context = {
        **section(request, "desk"),
        "open_lines": count_open_lines(actor),
        "title": _("Finance desk"),
        "on": on,
        "ways": [Link(_("Record a pledge"), reverse("resources:contribution-new"))] if can(actor, MONEY_RECORD) else [],
        "receipts": [(one, format_amount(one.cash)) for one in receipts_visible_to(actor, on=on, most=_LAST_RECEIPTS)],
        "due": [(one, format_amount(one.due)) for one in found if one.due > 0],
        "expiring": [
            (one, format_amount(one.free), one.spend_until < on if one.spend_until else False)
            for one in sorted(expiring, key=lambda one: (one.spend_until or on, one.reference))
        ],
    }
    return render(request, "resources/desk.html", context)


@opens_to(LEDGER_READ)
def entries(request: HttpRequest) -> HttpResponseBase:
    """List the entries, the latest first."""
    page = ListPage[EntryFacts](
        name="entries",
        title=_("Entries"),
        empty=_("What is posted of contributions appears here."),
        context=section(request, "entries"),
        leads=Leads(lambda one: reverse("resources:contribution", args=[one.contribution])),
    )
    return page.answer(request, ENTRY_SHOWN, entries_visible_to(actor_of(request), on=clock.today()))


@opens_to(LEDGER_READ)
def ledger(request: HttpRequest) -> HttpResponseBase:
    """List the lines of the books; above nought is a debit, below a credit."""
    page = ListPage[LineFacts](
        name="ledger",
        title=_("Ledger"),
        empty=_("What is posted of contributions appears here."),
        context={**section(request, "ledger"), "lede": _("Debits are above nought, credits below.")},
    )
    return page.answer(request, LINE_SHOWN, lines_visible_to(actor_of(request), on=clock.today()))


urlpatterns = [
    path("", desk, name="desk"),
    path("entries/", entries, name="entries"),
    path("ledger/", ledger, name="ledger"),
]
