"""What may be done with the record of treaties."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

ACTS_IMPORT = Permission("treaties.acts-import", _("Bring acts under the universal instruments into the record"))
