"""What may be done in coordination with other bodies."""

from django.utils.translation import gettext_lazy as _

from accede.core.coordination import consultations
from accede.foundation.access import Permission

COORDINATION_READ = Permission(
    "coordination.read", _("See consultations with other bodies, and their focal points"), changes=False
)
COORDINATION_KEEP = Permission(consultations.KEEP, _("Consult other bodies, and record their focal points"))
CONSULTATIONS_ANSWER = Permission(consultations.ANSWER, _("Answer for a body that the programme consults"))
PLANS_READ = Permission("coordination.plans-read", _("See what partner bodies plan, and overlaps"), changes=False)
PLANS_KEEP = Permission("coordination.plans-keep", _("Enter and bring in what a partner body plans"))
