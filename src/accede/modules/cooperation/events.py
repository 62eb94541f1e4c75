"""What can happen to a saved scenario, each with the sentence that tells it."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.audit import EventType
from accede.modules.cooperation.fields.scenarios import CONTENT
from accede.modules.identity.fields.sharing import IN_RECORD as SHARING

_CONTENT = tuple(field.named for field in CONTENT)

SCENARIO_SAVED = EventType(
    "cooperation.scenario-saved", _("%(who)s saved the scenario %(scenario)s."), fields=(*_CONTENT, *SHARING)
)
SCENARIO_CHANGED = EventType(
    "cooperation.scenario-changed", _("%(who)s changed the scenario %(scenario)s."), fields=_CONTENT
)
SCENARIO_SHARED = EventType(
    "cooperation.scenario-shared",
    _("%(who)s changed with whom the scenario %(scenario)s is shared."),
    fields=SHARING,
)
SCENARIO_DELETED = EventType(
    "cooperation.scenario-deleted", _("%(who)s deleted the scenario %(scenario)s."), fields=(*_CONTENT, *SHARING)
)
