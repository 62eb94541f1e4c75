"""What may be done with treaties between States, and with scenarios that people keep."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission, Scope

SCENARIOS_KEEP = Permission("cooperation.scenarios-keep", _("Save what-if scenarios and share them"))
TREATIES_IMPORT = Permission(
    "cooperation.treaties-import", _("Bring a State’s list of bilateral treaties into the record")
)


def of_state(code: str) -> Scope:
    """Return the scope of a role that is granted over one State."""
    return Scope("state", code)
