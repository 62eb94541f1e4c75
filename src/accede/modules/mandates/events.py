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
CONVERSATION_WRITTEN = EventType(
    "mandates.conversation-written", _("%(who)s wrote in a conversation about the reading of %(thing)s.")
)
CONVERSATION_RESOLVED = EventType(
    "mandates.conversation-resolved", _("%(who)s resolved a conversation about the reading of %(thing)s.")
)
CONVERSATION_REOPENED = EventType(
    "mandates.conversation-reopened", _("%(who)s opened a conversation about the reading of %(thing)s again.")
)

_CONVERSATION = "mandates.conversation"
NAMED = NoticeType(
    "mandates.named", _("%(person)s named you in a conversation about the reading of %(thing)s."), thing=_CONVERSATION
)
ANSWERED = NoticeType(
    "mandates.answered",
    _("%(person)s wrote in a conversation about the reading of %(thing)s in which you take part."),
    thing=_CONVERSATION,
)
RESOLVED = NoticeType(
    "mandates.resolved",
    _("%(person)s resolved a conversation about the reading of %(thing)s in which you take part."),
    thing=_CONVERSATION,
)
REOPENED = NoticeType(
    "mandates.reopened",
    _("%(person)s opened again a conversation about the reading of %(thing)s in which you take part."),
    thing=_CONVERSATION,
)
DUTY_DUE = NoticeType("mandates.duty-due", _("%(symbol)s, duty %(duty)s, is due by %(day)s."), thing="mandates.mandate")


def mandate_subject(reference: str) -> Subject:
    """Return a mandate as the thing that an event is about: it is public, so whoever has a page for it reads it."""
    return Subject("mandate", reference, level=Level.PUBLIC)
