"""What may be done with scenarios that people keep."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

SCENARIOS_KEEP = Permission("cooperation.scenarios-keep", _("Save what-if scenarios and share them"))
