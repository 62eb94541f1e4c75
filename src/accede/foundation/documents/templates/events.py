"""What can happen to the templates of an office."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.audit import EventType

TEMPLATE_KEPT = EventType("templates.kept", _("%(who)s put the template %(file)s into use: %(kind)s (%(language)s)."))
