"""What can happen to a saved scenario, each with the sentence that tells it."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.audit import EventType
from accede.modules.cooperation.fields.scenarios import ACCESSIONS, NAME, ORGANISATION, PEOPLE, PURPOSE

_CONTENT = (NAME.named, PURPOSE.named, ACCESSIONS.named)
_SHARING = (ORGANISATION.named, PEOPLE.named)

SCENARIO_SAVED = EventType(
    "cooperation.scenario-saved", _("%(who)s saved the scenario %(scenario)s."), fields=(*_CONTENT, *_SHARING)
)
SCENARIO_CHANGED = EventType(
    "cooperation.scenario-changed", _("%(who)s changed the scenario %(scenario)s."), fields=_CONTENT
)
SCENARIO_SHARED = EventType(
    "cooperation.scenario-shared",
    _("%(who)s changed with whom the scenario %(scenario)s is shared."),
    fields=_SHARING,
)
SCENARIO_DELETED = EventType(
    "cooperation.scenario-deleted", _("%(who)s deleted the scenario %(scenario)s."), fields=(*_CONTENT, *_SHARING)
)
