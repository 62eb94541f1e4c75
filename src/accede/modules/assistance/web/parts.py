"""The parts of the pages of requests, as tabs; each reader is offered those that open to them."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, can
from accede.foundation.access.acting import actor_of
from accede.foundation.access.tabs import tabs_for
from accede.foundation.exports import Link
from accede.modules.assistance.access import ACTIVITIES_READ, REQUESTS_FILE, REQUESTS_HANDLE, REQUESTS_READ
from accede.modules.resources.access import LEDGER_READ


def section(request: HttpRequest, current: str = "") -> dict[str, object]:
    """Return what the pages of requests have in common."""
    parts = (
        ("assistance:requests", _("All requests"), (REQUESTS_READ,)),
        ("assistance:mine", _("Those that I handle"), (REQUESTS_HANDLE,)),
        ("assistance:due", _("What is due"), (REQUESTS_HANDLE,)),
        ("assistance:activities", _("Activities"), (ACTIVITIES_READ,)),
        ("assistance:gaps", _("Funding gaps"), (REQUESTS_HANDLE, LEDGER_READ)),
    )
    return {"tabs": tabs_for(request, parts, f"assistance:{current}"), "tabs_label": _("Requests for assistance")}


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
