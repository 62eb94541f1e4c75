"""The parts of the pages of requests, as tabs; each reader is offered those that open to them."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, can
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE, REQUESTS_READ
from accede.modules.resources.access import LEDGER_READ


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its words, its address."""

    label: str
    address: str
    is_current: bool


def section(request: HttpRequest, current: str = "") -> dict[str, object]:
    """Return what the pages of requests have in common."""
    actor = actor_of(request)
    names = [
        ("requests", _("All requests"), (REQUESTS_READ,)),
        ("mine", _("Those that I handle"), (REQUESTS_HANDLE,)),
        ("due", _("What is due"), (REQUESTS_HANDLE,)),
        ("gaps", _("Funding gaps"), (REQUESTS_HANDLE, LEDGER_READ)),
    ]
    tabs = [
        Part(label, reverse(f"assistance:{name}"), is_current=name == current)
        for name, label, needed in names
        if any(can(actor, one) for one in needed)
    ]
    return {"tabs": tabs if len(tabs) > 1 else [], "tabs_label": _("Requests for assistance")}


def ways_to_ask(request: HttpRequest) -> list[Link]:
    """Return where a request begins, for whoever may make one."""
    actor, ways = actor_of(request), []
    if can(actor, REQUESTS_FILE):
        ways.append(Link(_("Ask for assistance"), reverse("assistance:new")))
    if can(actor, REQUESTS_HANDLE):
        ways.append(Link(_("Register a request that came as a paper"), reverse("assistance:register")))
    if can(actor, REQUESTS_HANDLE, on=ALL):
        ways.append(Link(_("Bring in a register of requests"), reverse("assistance:import")))
    return ways
