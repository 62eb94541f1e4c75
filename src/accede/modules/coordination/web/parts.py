"""The parts of the pages of coordination, as tabs; each reader is offered those that open to them."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.foundation.access.tabs import tabs_for
from accede.foundation.fields import Words
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_READ, PLANS_READ


def to_choose(choices: Mapping[str, Words]) -> dict[str, str]:
    """Return choices for a form in which none is chosen to begin with."""
    return {"": _("Choose"), **{key: str(words) for key, words in choices.items()}}


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of coordination have in common."""
    either = (COORDINATION_READ, CONSULTATIONS_ANSWER)
    parts = (
        ("coordination:desk", _("What waits"), either),
        ("coordination:consultations", pgettext("coordination", "Consultations"), either),
        ("coordination:plans", pgettext("coordination", "Plans of bodies"), (PLANS_READ,)),
        ("coordination:overlaps", pgettext("coordination", "Overlaps"), (PLANS_READ,)),
        ("coordination:focal-points", _("Focal points of bodies"), (COORDINATION_READ,)),
        ("coordination:bodies", _("Bodies"), either),
    )
    return {"tabs": tabs_for(request, parts, f"coordination:{current}"), "tabs_label": _("Coordination")}
