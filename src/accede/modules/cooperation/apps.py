"""The app of cooperation between States."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    """Legal bases and plans."""

    name = "accede.modules.cooperation"
    label = "cooperation"
    verbose_name = _("Cooperation")

    def ready(self) -> None:
        """Offer officers the work on lists of treaties where they find their own work."""
        if not apps.is_installed("accede.site"):
            return  # a command that only reads the tables of this module: there is nobody to be offered anything
        from accede.foundation.access.errands import Errand, offer  # noqa: PLC0415  (needs the apps)
        from accede.modules.cooperation.access import TREATIES_IMPORT  # noqa: PLC0415  (as above)

        offer(
            Errand(
                _("Bring a list of bilateral treaties into the record"), "cooperation:treaty-import", TREATIES_IMPORT
            )
        )
        offer(Errand(_("Imports of bilateral treaties"), "cooperation:import-list", TREATIES_IMPORT))
