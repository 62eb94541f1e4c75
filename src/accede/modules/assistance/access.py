"""What may be done with requests of States."""

from django.utils.translation import gettext_lazy as _

from accede.core.assistance import activities, requests
from accede.foundation.access import Permission

REQUESTS_READ = Permission("assistance.requests-read", _("See requests for assistance"), changes=False)
REQUESTS_FILE = Permission(requests.FILE, _("Ask for assistance in the name of a State or an organisation"))
REQUESTS_HANDLE = Permission(requests.HANDLE, _("Register, acknowledge, screen and decide requests for assistance"))
ACTIVITIES_READ = Permission("assistance.activities-read", _("See activities of assistance"), changes=False)
ACTIVITIES_KEEP = Permission(activities.KEEP, _("Plan activities, add their papers, take their steps"))
