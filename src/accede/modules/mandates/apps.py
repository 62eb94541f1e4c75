"""The app of the mandates."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MandatesConfig(AppConfig):
    """The mandates."""

    name = "accede.modules.mandates"
    label = "mandates"
    verbose_name = _("Mandates")

    def ready(self) -> None:
        """Offer officers the work on mandates where they find their own work."""
        from accede.foundation.access.errands import Errand, offer  # noqa: PLC0415  (needs the apps)
        from accede.modules.mandates.access import MANDATES_CORRECT, MANDATES_IMPORT  # noqa: PLC0415  (as above)

        offer(Errand(_("Import a resolution"), "mandates:mandate-import", MANDATES_IMPORT))
        offer(Errand(_("Correct what was misread in a resolution"), "mandates:correction-choice", MANDATES_CORRECT))
