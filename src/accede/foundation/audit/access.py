"""What may be done with the record."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

RECORD_READ = Permission(
    "audit.record-read",
    _("Read the record of who did what to the things that one may read"),
    changes=False,
)
