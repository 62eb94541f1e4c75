"""What may be done with training."""

from django.utils.translation import gettext_lazy as _

from accede.core.training import events
from accede.foundation.access import Permission

TRAINING_READ = Permission("training.read", _("See training events, and who was nominated"), changes=False)
TRAINING_COUNT = Permission("training.count", _("See how many officials were trained"), changes=False)
TRAINING_KEEP = Permission(events.KEEP, _("Prepare training events, select, record attendance, issue certificates"))
OFFICIALS_NOMINATE = Permission("training.nominate", _("Nominate officials of a State for training"))
