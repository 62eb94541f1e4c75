"""Lines of the bank: the list, and what somebody says of one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import format_amount
from accede.modules.resources.access import LEDGER_READ, MONEY_RECORD
from accede.modules.resources.fields.bank import AMOUNT, ASIDE, CONTRIBUTION, RECEIPT, SHOWN, BankLineFacts
from accede.modules.resources.queries.bank import (
    bank_line_visible_to,
    bank_lines_visible_to,
    likely_contributions,
    receipts_of,
)
from accede.modules.resources.services.bank import match_line, put_aside, return_line
from accede.modules.resources.web.parts import section


@opens_to(LEDGER_READ)
def bank(request: HttpRequest) -> HttpResponseBase:
    """List the lines of the bank."""
    actor = actor_of(request)
    may_record = can(actor, MONEY_RECORD)
    page = ListPage[BankLineFacts](
        name="bank",
        title=_("Lines of the bank"),
        empty=_("Bring in a statement of the bank: its lines appear here, for you to say what each of them is."),
        context={
            **section(request, "bank"),
            "ways": [Link(_("Bring in lines of the bank"), reverse("resources:bank-import"))] if may_record else [],
            "lede": _("What is not yet in the books waits for somebody to say to which contribution it belongs."),
        },
        leads=Leads(lambda one: _address(one.id)) if may_record else Leads(),
    )
    return page.answer(request, SHOWN, bank_lines_visible_to(actor))


@opens_to(MONEY_RECORD)
@takes()
def bank_line(request: HttpRequest, line: UUID) -> HttpResponse:
    """Show a line, and ask to which contribution it belongs, or which receipt it returns."""
    actor = actor_of(request)
    found = or_refuse(bank_line_visible_to(actor, line))
    comes_in = found.amount > 0
    fields = (CONTRIBUTION, AMOUNT) if comes_in else (RECEIPT,)
    form = FieldsForm(fields, request, choices=_choices(request, found, comes_in=comes_in))
    form.initial[AMOUNT.key] = format(found.left, "f")

    def act() -> str:
        if comes_in:
            contribution = UUID(form.given.text(CONTRIBUTION))
            match_line(line, contribution, form.given.text(AMOUNT), by=actor, at=clock.now())
        else:
            return_line(line, UUID(form.given.text(RECEIPT)), by=actor, at=clock.now())
        return reverse("resources:bank")

    button = _("Record as a receipt") if comes_in else _("Take the receipt back")
    context = {
        **_context(request, found, button),
        "ways": [Link(_("Put it aside"), reverse("resources:bank-aside", args=[line]))] if found.left else [],
    }
    return answer_form(request, form, act, context, template="resources/bank_line.html")


@opens_to(MONEY_RECORD)
@takes()
def bank_aside(request: HttpRequest, line: UUID) -> HttpResponse:
    """Say that a line is no contribution's."""
    actor = actor_of(request)
    found = or_refuse(bank_line_visible_to(actor, line))
    form = FieldsForm((ASIDE,), request)

    def act() -> str:
        put_aside(line, form.given.text(ASIDE), by=actor, at=clock.now())
        return reverse("resources:bank")

    context = _context(request, found, _("Put it aside"))
    return answer_form(request, form, act, context, template="resources/bank_line.html")


def _context(request: HttpRequest, found: BankLineFacts, button: str) -> dict[str, object]:
    return {
        **section(request, "bank"),
        "title": _("Line of the bank"),
        "rows": shown_fields(SHOWN, found, actor_of(request)),
        "is_open": bool(found.left),
        "button": button,
        "back": Link(_("Leave it as it is"), reverse("resources:bank")),
    }


def _choices(request: HttpRequest, found: BankLineFacts, *, comes_in: bool) -> dict[str, dict[str, str]]:
    actor = actor_of(request)
    if not comes_in:
        return {RECEIPT.key: {"": _("Choose"), **{str(key): words for key, words in receipts_of(actor)}}}
    words = _("%(reference)s, %(donor)s: %(owed)s %(currency)s owed")
    named = {
        str(one.id): words
        % {
            "reference": one.reference,
            "donor": one.donor_name,
            "owed": format_amount(one.owed),
            "currency": one.currency,
        }
        for one in likely_contributions(actor, found, on=clock.today())
    }
    return {CONTRIBUTION.key: {"": _("Choose"), **named}}


def _address(line: UUID) -> str:
    return reverse("resources:bank-line", args=[line])


urlpatterns = [
    path("bank/", bank, name="bank"),
    path("bank/<uuid:line>/", bank_line, name="bank-line"),
    path("bank/<uuid:line>/aside/", bank_aside, name="bank-aside"),
]
