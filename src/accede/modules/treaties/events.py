"""What can happen to the record of treaties, each with the sentence that tells it."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level
from accede.foundation.audit import EventType, Subject

RECORD_EXTENDED = EventType(
    "treaties.record-extended", _("%(who)s brought the file %(file)s into the record (edition %(edition)s).")
)
TAKEN_BACK = EventType("treaties.taken-back", _("%(who)s took back edition %(edition)s of the record: %(reason)s"))
BROUGHT_AGAIN = EventType(
    "treaties.brought-again", _("%(who)s brought in again what edition %(edition)s had taken back: %(reason)s")
)


def edition_subject(edition: int) -> Subject:
    """Return an edition of the record as the thing that an event is about: both are public."""
    return Subject("edition", str(edition), level=Level.PUBLIC)
