"""What may be done with stored files."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

FILES_DELETE = Permission("files.delete", _("Delete stored files"))
