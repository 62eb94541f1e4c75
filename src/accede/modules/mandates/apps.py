"""The app of the mandates."""

from collections.abc import Mapping

from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _

from accede.foundation.pages.changes import ShownOnPages


class MandatesConfig(ShownOnPages):
    """The mandates."""

    default = True  # the base class is imported here as well, and Django takes neither of two
    name = "accede.modules.mandates"
    label = "mandates"
    verbose_name = _("Mandates")

    def changes(self) -> Mapping[str, Subquery]:
        """Return the newest reading, correction and the like."""
        from accede.modules.mandates.queries.editions import newest_changes  # noqa: PLC0415  (needs the apps)

        return newest_changes()
