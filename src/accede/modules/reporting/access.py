"""What may be done with reports."""

from django.utils.translation import gettext_lazy as _

from accede.core.reports import clearance
from accede.foundation.access import Permission

REPORTS_READ = Permission("reports.read", _("See reports that are not issued yet"), changes=False)
REPORTS_DRAFT = Permission(clearance.DRAFT, _("Draft, translate and review reports"))
REPORTS_CLEAR = Permission(clearance.CLEAR, _("Clear and issue reports"))
