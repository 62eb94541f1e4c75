"""Contributions: the list, one of them with its money, and what is recorded of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages import read_as_at
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount
from accede.modules.resources.access import CONTRIBUTIONS_READ, MONEY_RECORD
from accede.modules.resources.fields.codes import ENTRY_KINDS, TAKEN_BACK
from accede.modules.resources.fields.contributions import (
    AGREED,
    DONOR,
    FUND,
    SHOWN,
    STATED,
    SUPPORT_WRITTEN,
    ContributionFacts,
    agreement_of,
    pledge_of,
)
from accede.modules.resources.fields.money import BECAUSE, money_of
from accede.modules.resources.fields.money import CURRENCY as PAID_IN
from accede.modules.resources.fields.money import STATED as MONEY_STATED
from accede.modules.resources.queries.contributions import contribution_visible_to, contributions_visible_to
from accede.modules.resources.queries.funds import recorded_funds
from accede.modules.resources.queries.ledger import entries_visible_to, entry_visible_to
from accede.modules.resources.services.contributions import agree, change_pledge, donors_for, record_pledge
from accede.modules.resources.services.money import record_money, take_back
from accede.modules.resources.web.parts import section


@opens_to(CONTRIBUTIONS_READ)
def contributions(request: HttpRequest) -> HttpResponseBase:
    """List the contributions that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Record a pledge"), reverse("resources:contribution-new"))]
    page = ListPage[ContributionFacts](
        name="contributions",
        title=_("Contributions"),
        empty=_("What the donor for which you act has pledged and given appears here."),
        context={
            **section(request, "contributions"),
            "ways": ways if can(actor, MONEY_RECORD) else [],
            "lede": _("What is pledged is not money: received, spent and free are sums of what is posted."),
        },
        leads=Leads(lambda one: _address(one.id)),
    )
    return page.answer(request, SHOWN, contributions_visible_to(actor, on=clock.today()))


@opens_to(MONEY_RECORD)
@takes()
def contribution_new(request: HttpRequest) -> HttpResponse:
    """Record a pledge."""
    form = FieldsForm(STATED, request, choices=_choices(request))

    def act() -> str:
        return _address(record_pledge(pledge_of(form.given), by=actor_of(request), at=clock.now()))

    lede = _("A pledge is a promise. Nothing is posted until an agreement is recorded.")
    context = {**section(request, "contributions"), "title": _("Record a pledge"), "button": _("Record"), "lede": lede}
    return answer_form(request, form, act, context)


@opens_to(MONEY_RECORD)
@takes()
def contribution_change(request: HttpRequest, contribution: UUID) -> HttpResponse:
    """Correct a pledge on which nothing is agreed."""
    found = _found(request, contribution)
    form = FieldsForm(STATED, request, thing=found, choices=_choices(request))

    def act() -> str:
        change_pledge(contribution, pledge_of(form.given), by=actor_of(request), at=clock.now())
        return _address(contribution)

    return answer_form(request, form, act, _context(request, found))


@opens_to(CONTRIBUTIONS_READ)
@takes("on")
def contribution(request: HttpRequest, contribution: UUID) -> HttpResponse:
    """Show a contribution as it stands on a day, when it is to be paid, and what happened to its money."""
    actor, on = actor_of(request), read_as_at(request.GET).on
    found = or_refuse(contribution_visible_to(actor, contribution, on=on))
    may_record = can(actor, MONEY_RECORD)
    entries = entries_visible_to(actor, on=on, contribution=contribution).all()
    context = {
        **section(request, "contributions"),
        "title": found.reference,
        "ways": _ways(found) if may_record else [],
        "rows": shown_fields(SHOWN, found, actor),
        "on": on,
        "instalments": [(one.due_on, format_amount(one.amount)) for one in found.instalments],
        "currency": found.currency,
        "entries": [
            {
                "facts": one,
                "kind": ENTRY_KINDS[one.kind],
                "cash": format_amount(one.cash),
                "committed": format_amount(one.committed),
                "receivable": format_amount(one.receivable),
                "can_be_taken_back": may_record and one.kind in TAKEN_BACK and not one.is_reversed,
            }
            for one in entries
        ],
        "may_record": may_record,
    }
    return render(request, "resources/contribution.html", context)


@opens_to(MONEY_RECORD)
@takes()
def contribution_agree(request: HttpRequest, contribution: UUID) -> HttpResponse:
    """Record the agreement on a contribution."""
    found = _found(request, contribution)
    form = FieldsForm(AGREED, request)
    form.initial.setdefault(SUPPORT_WRITTEN.key, "13")

    def act() -> str:
        agree(contribution, agreement_of(form.given), by=actor_of(request), at=clock.now())
        return _address(contribution)

    lede = _("An agreement without conditions: from its day on the donor owes all of it, and it is posted as revenue.")
    return answer_form(request, form, act, {**_context(request, found), "lede": lede})


@opens_to(MONEY_RECORD)
@takes()
def contribution_money(request: HttpRequest, contribution: UUID) -> HttpResponse:
    """Record a receipt, a refund or a write-off."""
    found = _found(request, contribution)
    form = FieldsForm(MONEY_STATED, request)
    form.initial.setdefault(PAID_IN.key, found.currency)

    def act() -> str:
        record_money(contribution, money_of(form.given), by=actor_of(request), at=clock.now())
        return _address(contribution)

    return answer_form(request, form, act, _context(request, found))


@opens_to(MONEY_RECORD)
@takes()
def entry_reverse(request: HttpRequest, contribution: UUID, entry: UUID) -> HttpResponse:
    """Take an entry back, after a page that asks why."""
    found = _found(request, contribution)
    posted = entry_visible_to(actor_of(request), entry)
    if posted is None or posted.contribution != contribution:
        raise Refused
    form = FieldsForm((BECAUSE,), request)

    def act() -> str:
        take_back(entry, because=form.given.text(BECAUSE), by=actor_of(request), at=clock.now())
        return _address(contribution)

    words = _("%(kind)s of %(day)s: an entry with its signs turned is posted today. The first one stays.")
    lede = words % {"kind": ENTRY_KINDS[posted.kind], "day": posted.happened_on}
    context = {**_context(request, found), "lede": lede, "button": _("Take it back")}
    return answer_form(request, form, act, context)


def _address(contribution: UUID) -> str:
    return reverse("resources:contribution", args=[contribution])


def _found(request: HttpRequest, contribution: UUID) -> ContributionFacts:
    return or_refuse(contribution_visible_to(actor_of(request), contribution, on=clock.today()))


def _context(request: HttpRequest, found: ContributionFacts) -> dict[str, object]:
    back = Link(_("Leave it as it is"), _address(found.id))
    return {**section(request, "contributions"), "title": found.reference, "button": _("Record"), "back": back}


def _choices(request: HttpRequest) -> dict[str, dict[str, str]]:
    funds = {str(one.id): f"{one.code} {one.name}" for one in recorded_funds().all()}
    return {
        DONOR.key: {"": _("Choose"), **donors_for(actor_of(request), on=clock.today())},
        FUND.key: {"": _("Choose"), **funds},
    }


def _ways(found: ContributionFacts) -> list[Link]:
    if found.agreed_on is None:
        return [
            Link(_("Record the agreement"), reverse("resources:contribution-agree", args=[found.id])),
            Link(_("Correct the pledge"), reverse("resources:contribution-change", args=[found.id])),
        ]
    return [
        Link(_("Record a receipt, a refund or a write-off"), reverse("resources:contribution-money", args=[found.id]))
    ]


urlpatterns = [
    path("contributions/", contributions, name="contributions"),
    path("contributions/new/", contribution_new, name="contribution-new"),
    path("contributions/<uuid:contribution>/", contribution, name="contribution"),
    path("contributions/<uuid:contribution>/change/", contribution_change, name="contribution-change"),
    path("contributions/<uuid:contribution>/agree/", contribution_agree, name="contribution-agree"),
    path("contributions/<uuid:contribution>/money/", contribution_money, name="contribution-money"),
    path("contributions/<uuid:contribution>/entries/<uuid:entry>/take-back/", entry_reverse, name="entry-reverse"),
]
