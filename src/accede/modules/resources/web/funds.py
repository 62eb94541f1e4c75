"""Funds with their trial balance, and rates of exchange."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.core.finance.accounts import Account
from accede.core.finance.balances import net_assets_of, result_of
from accede.foundation import clock
from accede.foundation.access import can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages import read_as_at
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount
from accede.modules.resources.access import LEDGER_READ, MONEY_RECORD
from accede.modules.resources.fields.codes import ACCOUNTS
from accede.modules.resources.fields.funds import (
    CLOSES_ON,
    RATE_SHOWN,
    RATE_STATED,
    SHOWN,
    STATED,
    FundFacts,
    RateFacts,
    fund_of,
    rate_of,
)
from accede.modules.resources.queries.funds import fund_of_key, recorded_funds
from accede.modules.resources.queries.rates import recorded_rates
from accede.modules.resources.queries.sums import dollars, trial_balance_of
from accede.modules.resources.services.funds import close_period, record_fund, record_rate
from accede.modules.resources.web.parts import section


@opens_to(LEDGER_READ)
def funds(request: HttpRequest) -> HttpResponseBase:
    """List the funds."""
    ways = [Link(_("Record a fund"), reverse("resources:fund-new"))] if can(actor_of(request), MONEY_RECORD) else []
    page = ListPage[FundFacts](
        name="funds",
        title=_("Funds"),
        empty=_("Record the first fund: its code, its name and what kind it is."),
        context={**section(request, "funds"), "ways": ways},
        leads=Leads(lambda one: reverse("resources:fund", args=[one.id])),
    )
    return page.answer(request, SHOWN, recorded_funds())


@opens_to(MONEY_RECORD)
@takes()
def fund_new(request: HttpRequest) -> HttpResponse:
    """Record a fund."""
    form = FieldsForm(STATED, request)

    def act() -> str:
        made = record_fund(fund_of(form.given), by=actor_of(request), at=clock.now())
        return reverse("resources:fund", args=[made.id])

    context = {**section(request, "funds"), "title": _("Record a fund"), "button": _("Record")}
    return answer_form(request, form, act, context)


@opens_to(LEDGER_READ)
@takes("on")
def fund(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Show a fund as its books stand at the end of a day: the trial balance, and what was spent on both bases."""
    found = _found(fund)
    actor, as_at = actor_of(request), read_as_at(request.GET)
    balance = trial_balance_of(fund, on=as_at.on, reader=actor)
    accrued = balance.get(Account.EXPENSE, 0) + balance.get(Account.SUPPORT, 0)
    committed = balance.get(Account.COMMITTED, 0)
    sums = [
        (_("Expenditure, accrual basis"), accrued),
        (_("Commitments not yet spent"), committed),
        (_("Expenditure, budget basis"), accrued + committed),
        (_("Surplus or deficit of all time, accrual basis"), result_of(balance)),
        (_("Net assets"), net_assets_of(balance)),
    ]
    ways = [Link(_("Close a period"), reverse("resources:fund-close", args=[fund]))]
    context = {
        **section(request, "funds"),
        "title": found.name,
        "ways": ways if can(actor, MONEY_RECORD) else [],
        "rows": shown_fields(SHOWN, found, actor),
        "on": as_at.on,
        "lines": [(ACCOUNTS[account], *_sides(cents)) for account, cents in balance.items()],
        "debits": format_amount(dollars(sum(cents for cents in balance.values() if cents > 0))),
        "credits": format_amount(dollars(-sum(cents for cents in balance.values() if cents < 0))),
        "sums": [(label, format_amount(dollars(cents))) for label, cents in sums],
    }
    return render(request, "resources/fund.html", context)


@opens_to(MONEY_RECORD)
@takes()
def fund_close(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Close the books of a fund up to a day."""
    found = _found(fund)
    form = FieldsForm((CLOSES_ON,), request)

    def act() -> str:
        close_period(fund, until=form.given.day(CLOSES_ON), by=actor_of(request), at=clock.now())
        return reverse("resources:fund", args=[fund])

    context = {
        **section(request, "funds"),
        "title": found.name,
        "lede": _("A closed period is not opened again."),
        "button": _("Close the period"),
        "back": Link(_("Leave it as it is"), reverse("resources:fund", args=[fund])),
    }
    return answer_form(request, form, act, context)


@opens_to(LEDGER_READ)
def rates(request: HttpRequest) -> HttpResponseBase:
    """List the rates of exchange."""
    ways = [
        Link(_("Record a rate"), reverse("resources:rate-new")),
        Link(_("Bring in a list of rates"), reverse("resources:rates-import")),
    ]
    page = ListPage[RateFacts](
        name="rates",
        title=_("Rates of exchange"),
        empty=_("Record the rates at which contributions in other currencies are booked."),
        context={
            **section(request, "rates"),
            "ways": ways if can(actor_of(request), MONEY_RECORD) else [],
            "lede": _("What happens on a day is booked at the latest rate of the currency effective by that day."),
        },
    )
    return page.answer(request, RATE_SHOWN, recorded_rates())


@opens_to(MONEY_RECORD)
@takes()
def rate_new(request: HttpRequest) -> HttpResponse:
    """Record a rate of exchange."""
    form = FieldsForm(RATE_STATED, request)

    def act() -> str:
        record_rate(rate_of(form.given), by=actor_of(request), at=clock.now())
        return reverse("resources:rates")

    context = {**section(request, "rates"), "title": _("Record a rate"), "button": _("Record")}
    return answer_form(request, form, act, context)


def _found(fund: UUID) -> FundFacts:
    return or_refuse(fund_of_key(fund))


def _sides(cents: int) -> tuple[str, str]:
    amount = format_amount(dollars(abs(cents)))
    return (amount, "") if cents >= 0 else ("", amount)


urlpatterns = [
    path("funds/", funds, name="funds"),
    path("funds/new/", fund_new, name="fund-new"),
    path("funds/<uuid:fund>/", fund, name="fund"),
    path("funds/<uuid:fund>/close/", fund_close, name="fund-close"),
    path("rates/", rates, name="rates"),
    path("rates/new/", rate_new, name="rate-new"),
]
