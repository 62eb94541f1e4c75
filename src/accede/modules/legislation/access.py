"""What may be done with laws."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

LAWS_READ = Permission("legislation.read", _("See the laws of States and what was found in them"), changes=False)
LAWS_KEEP = Permission("legislation.keep", _("Import laws of States and review what they answer"))
LAWS_ANSWER = Permission("legislation.answer", _("Answer questions about the laws of one’s State"))
