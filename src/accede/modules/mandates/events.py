"""What can happen to mandates, each with the sentence that tells it."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType
from accede.modules.mandates.fields.corrections import ADOPTED, CORRECTED, IMPORTED

TEXT_IMPORTED = EventType("mandates.text-imported", _("%(who)s imported the text of %(symbol)s."), fields=IMPORTED)
READING_CORRECTED = EventType(
    "mandates.reading-corrected",
    _("%(who)s corrected the reading of %(symbol)s (%(place)s), because: %(because)s"),
    fields=CORRECTED,
)
ADOPTION_RECORDED = EventType(
    "mandates.adoption-recorded", _("%(who)s recorded what became of %(symbol)s."), fields=ADOPTED
)
REVIEWED = EventType("mandates.reviewed", _("%(who)s reviewed %(symbol)s: %(verdict)s, because: %(because)s"))

DUTY_DUE = NoticeType("mandates.duty-due", _("%(symbol)s, duty %(duty)s, is due by %(day)s."), thing="mandates.mandate")


def mandate_subject(reference: str) -> Subject:
    """Return a mandate as the thing that an event is about: it is public, so whoever has a page for it reads it."""
    return Subject("mandate", reference, level=Level.PUBLIC)
