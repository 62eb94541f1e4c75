"""The parts of the pages of money, as tabs; each reader is offered those that open to them."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.foundation.access import can
from accede.foundation.access.acting import actor_of
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its words, its address."""

    label: str
    address: str
    is_current: bool


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of money have in common."""
    actor = actor_of(request)
    names = (
        ("desk", _("Finance desk"), LEDGER_READ),
        ("contributions", _("Contributions"), CONTRIBUTIONS_READ),
        ("commitments", _("Commitments"), LEDGER_READ),
        ("bank", pgettext("money", "Bank"), LEDGER_READ),
        ("funds", _("Funds"), LEDGER_READ),
        ("statements", _("Statements"), CONTRIBUTIONS_READ),
        ("entries", _("Entries"), LEDGER_READ),
        ("ledger", _("Ledger"), LEDGER_READ),
        ("rates", _("Rates of exchange"), LEDGER_READ),
    )
    tabs = [
        Part(label, reverse(f"resources:{name}"), is_current=name == current)
        for name, label, needed in names
        if can(actor, needed)
    ]
    return {"tabs": tabs if len(tabs) > 1 else [], "tabs_label": _("Money")}
