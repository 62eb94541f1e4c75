"""The parts of the pages of reports, as tabs."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.foundation.access import Actor, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.access.tabs import Tab
from accede.foundation.exports import Link
from accede.modules.reporting.access import REPORTS_DRAFT
from accede.modules.reporting.queries.drafts import Draft, draft_visible_to


def section(current: str) -> dict[str, object]:
    """Return what the pages of reports have in common."""
    parts = (
        ("reports", _("Made for any period")),
        ("documents", _("Drafted and issued")),
        ("figures", _("Figures")),
    )
    tabs = [Tab(words, reverse(f"reporting:{name}"), is_current=name == current) for name, words in parts]
    return {"tabs": tabs, "tabs_label": pgettext("documents", "Reports")}


def address_of_document(number: int) -> str:
    """Return the address of a report's page."""
    return reverse("reporting:document", args=[number])


def to_document(number: int) -> Link:
    """Return the way back to a report."""
    return Link(_("The report"), address_of_document(number))


def drafted_by(request: HttpRequest, number: int) -> tuple[Actor, Draft]:
    """Return a report that the reader may draft.

    Raises:
        Refused: there is none for the reader.
    """
    actor = actor_of(request)
    draft = or_refuse(draft_visible_to(actor, number))
    require(actor, REPORTS_DRAFT, on=draft.report.owner)
    return actor, draft
