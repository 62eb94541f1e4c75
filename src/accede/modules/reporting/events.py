"""What can happen to reports, each with the sentence that tells it."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType
from accede.modules.reporting.fields import reports

KIND = "report"
BEGUN = EventType(
    "reporting.begun",
    _("%(who)s began the report “%(title)s”."),
    fields=tuple(one.named for one in reports.STATED),
)
HEAD_CHANGED = EventType(
    "reporting.masthead-changed",
    _("%(who)s changed the masthead of the report “%(title)s”."),
    fields=tuple(one.named for one in reports.HEAD),
)
SECTION_WRITTEN = EventType(
    "reporting.section-written",
    _("%(who)s wrote in section %(section)s of the report “%(title)s” (%(language)s, version %(version)s)."),
)
TRANSLATION_TAKEN = EventType(
    "reporting.translation-taken",
    _("%(who)s brought in a translation of the report “%(title)s” (%(language)s, paragraphs: %(count)s)."),
)
FROZEN = EventType("reporting.frozen", _("%(who)s froze the figures of the report “%(title)s” (%(count)s)."))
STEPS = {
    key: EventType(f"reporting.{key}", sentence, fields=(reports.STAGE_IN_RECORD,))
    for key, sentence in (
        ("review", _("%(who)s reviewed the report “%(title)s”.")),
        ("clear", _("%(who)s cleared the report “%(title)s”.")),
        ("issue", _("%(who)s issued the report “%(title)s”.")),
        ("send-back", _("%(who)s sent the report “%(title)s” back to its drafters, because: %(reason)s")),
    )
}
CONVERSATION_WRITTEN = EventType(
    "reporting.conversation-written", _("%(who)s wrote in a conversation about the report “%(thing)s”.")
)
CONVERSATION_RESOLVED = EventType(
    "reporting.conversation-resolved", _("%(who)s resolved a conversation about the report “%(thing)s”.")
)
CONVERSATION_REOPENED = EventType(
    "reporting.conversation-reopened", _("%(who)s opened a conversation about the report “%(thing)s” again.")
)

CONVERSATION = "reporting.conversation"
"""What notices are about, as the site lists it."""
NAMED = NoticeType(
    "reporting.named", _("%(person)s named you in a conversation about the report “%(thing)s”."), CONVERSATION
)
ANSWERED = NoticeType(
    "reporting.answered",
    _("%(person)s wrote in a conversation about the report “%(thing)s” in which you take part."),
    CONVERSATION,
)
RESOLVED = NoticeType(
    "reporting.resolved",
    _("%(person)s resolved a conversation about the report “%(thing)s” in which you take part."),
    CONVERSATION,
)
REOPENED = NoticeType(
    "reporting.reopened",
    _("%(person)s opened again a conversation about the report “%(thing)s” in which you take part."),
    CONVERSATION,
)


def report_subject(number: int, owner: Scope) -> Subject:
    """Return a report as the thing that an event is about: the programme's, also once it is issued."""
    return Subject(KIND, str(number), Level.PROGRAMME, owner)
