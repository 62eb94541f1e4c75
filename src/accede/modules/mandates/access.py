"""What may be done with mandates."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

MANDATES_IMPORT = Permission("mandates.import", _("Import the texts of resolutions"))
MANDATES_CORRECT = Permission("mandates.correct", _("Correct what was misread in a resolution"))
