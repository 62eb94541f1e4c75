"""The app of the mandates."""

from collections.abc import Mapping

from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _

from accede.foundation.pages.changes import ShownOnPages


class MandatesConfig(ShownOnPages):
    """The mandates."""

    name = "accede.modules.mandates"
    label = "mandates"
    verbose_name = _("Mandates")

    def changes(self) -> Mapping[str, Subquery]:
        """Return the newest reading, correction and the like."""
        from accede.modules.mandates.queries.editions import newest_changes  # noqa: PLC0415  (needs the apps)

        return newest_changes()

    def ready(self) -> None:
        """Offer officers the work on mandates where they find their own work."""
        from accede.foundation.access.errands import Errand, offer  # noqa: PLC0415  (needs the apps)
        from accede.modules.mandates.access import MANDATES_CORRECT, MANDATES_IMPORT  # noqa: PLC0415  (as above)

        offer(Errand(_("Import a resolution"), "mandates:mandate-import", MANDATES_IMPORT))
        offer(Errand(_("Correct what was misread in a resolution"), "mandates:correction-choice", MANDATES_CORRECT))
