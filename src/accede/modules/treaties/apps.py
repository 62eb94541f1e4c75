"""The app of the treaty register."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class TreatiesConfig(AppConfig):
    """The treaty register."""

    name = "accede.modules.treaties"
    label = "treaties"
    verbose_name = _("Treaty register")

    def ready(self) -> None:
        """Offer the acts of the register as evidence of duties, and officers the work on them."""
        if not apps.is_installed("accede.site"):
            return  # a command that only reads the tables of this module: there is nobody to be offered anything
        from accede.foundation.access import ALL  # noqa: PLC0415  (needs the apps)
        from accede.foundation.access.errands import Errand, offer  # noqa: PLC0415  (as above)
        from accede.modules.mandates.queries.evidence import register_evidence  # noqa: PLC0415  (as above)
        from accede.modules.treaties.access import ACTS_IMPORT  # noqa: PLC0415  (as above)
        from accede.modules.treaties.queries.evidence import count_acts  # noqa: PLC0415  (as above)

        register_evidence("treaty_acts", count_acts)
        offer(Errand(_("Bring acts into the record"), "treaties:act-import", ACTS_IMPORT, ALL))
        offer(Errand(_("Imports of acts"), "treaties:import-list", ACTS_IMPORT, ALL))
