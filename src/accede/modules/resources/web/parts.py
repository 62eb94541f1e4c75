"""The parts of the pages of money, as tabs; each reader is offered those that open to them."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.foundation.access.tabs import tabs_for
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of money have in common."""
    parts = (
        ("resources:desk", _("Finance desk"), (LEDGER_READ,)),
        ("resources:contributions", _("Contributions"), (CONTRIBUTIONS_READ,)),
        ("resources:commitments", _("Commitments"), (LEDGER_READ,)),
        ("resources:bank", pgettext("money", "Bank"), (LEDGER_READ,)),
        ("resources:funds", _("Funds"), (LEDGER_READ,)),
        ("resources:statements", _("Statements"), (CONTRIBUTIONS_READ,)),
        ("resources:entries", _("Entries"), (LEDGER_READ,)),
        ("resources:ledger", _("Ledger"), (LEDGER_READ,)),
        ("resources:rates", _("Rates of exchange"), (LEDGER_READ,)),
    )
    return {"tabs": tabs_for(request, parts, f"resources:{current}"), "tabs_label": _("Money")}
