"""The app of voluntary money."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    """Funds, rates, contributions, the ledger."""

    name = "accede.modules.resources"
    label = "resources"
    verbose_name = _("Resources")

    def ready(self) -> None:
        """Offer the work on money where people find their own work."""
        if not apps.is_installed("accede.site"):
            return  # a command that only reads the tables of this module: there is nobody to be offered anything
        from accede.foundation.access.errands import Errand, offer  # noqa: PLC0415  (needs the apps)
        from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ  # noqa: PLC0415  (as above)

        offer(Errand(_("Finance desk"), "resources:desk", LEDGER_READ))
        offer(Errand(_("Contributions"), "resources:contributions", CONTRIBUTIONS_READ))
