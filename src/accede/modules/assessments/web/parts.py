"""What the pages of assessments have in common: the tabs, and what their forms offer."""

from django.http import HttpRequest
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Permission, Scope, can
from accede.foundation.access.acting import actor_of
from accede.foundation.access.tabs import tabs_for
from accede.modules.assessments.access import ASSESSMENTS_READ, NEEDS_SHARED
from accede.modules.identity.queries.scopes import state_names
from accede.modules.treaties.queries.instruments import all_instruments


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of assessments have in common: the tabs that open to the reader."""
    parts = (
        ("assessments:assessments", _("Visits and desk reviews"), (ASSESSMENTS_READ,)),
        ("assessments:consents", _("Consents"), (ASSESSMENTS_READ,)),
        ("assessments:needs", pgettext("assessments", "Needs"), (ASSESSMENTS_READ,)),
        ("assessments:shared-needs", _("Needs shared with us"), (NEEDS_SHARED,)),
    )
    return {"tabs": tabs_for(request, parts, f"assessments:{current}"), "tabs_label": _("Assessments")}


def states_for(request: HttpRequest, permission: Permission) -> dict[str, str]:
    """Return the States for which the reader holds a permission, by code and name, for a form."""
    actor, names = actor_of(request), state_names(on=clock.today())
    found = {code: f"{name} ({code})" if name else code for code, name in names.items()}
    return {
        "": _("Choose"),
        **{code: words for code, words in found.items() if can(actor, permission, on=Scope("state", code))},
    }


def instruments_for() -> dict[str, str]:
    """Return the instruments, by key and short title, for a form."""
    language = get_language() or "en"
    return {key: one.title(language).short for key, one in all_instruments().items()}
