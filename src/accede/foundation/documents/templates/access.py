"""What may be done with the templates of an office."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

TEMPLATES_USE = Permission("templates.use", _("See the office’s templates, and write letters from them"), changes=False)
TEMPLATES_KEEP = Permission("templates.keep", _("Keep the office’s templates"))
