"""What may be done with outcomes of assistance."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

OUTCOMES_READ = Permission("outcomes.read", _("See what came of assistance"), changes=False)
OUTCOMES_KEEP = Permission("outcomes.keep", _("Record what came of assistance, and what was learned"))
OUTCOMES_ANSWER = Permission("outcomes.answer", _("Say for a State whether an outcome still stands"))
JOINING_KEEP = Permission("outcomes.joining-keep", _("Tell of the steps of a State on its way to joining"))
