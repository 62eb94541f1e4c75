"""What can happen in training, each with the sentence that tells it; officials stand in it by their number only."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType
from accede.modules.training.fields import events

THING = "training.call"
"""What notices are about, as the site lists it."""
_STATED = tuple(field.named for field in events.STATED)
EVENT_PLANNED = EventType(
    "training.event-planned", _("%(who)s prepared the training event “%(training)s”."), fields=_STATED
)
EVENT_CHANGED = EventType(
    "training.event-changed", _("%(who)s changed the training event “%(training)s”."), fields=_STATED
)
SESSION_ADDED = EventType("training.session-added", _("%(who)s added a session to “%(training)s”: %(session)s."))
SESSION_TOLD = EventType(
    "training.attendance-recorded", _("%(who)s recorded the attendance of a session of “%(training)s”: %(session)s.")
)
SESSION_DROPPED = EventType(
    "training.session-not-held", _("%(who)s recorded that a session of “%(training)s” did not take place: %(session)s.")
)
NOMINATED = EventType("training.nominated", _("%(who)s nominated official %(number)s for “%(training)s”."))
NOMINATIONS_BROUGHT = EventType(
    "training.nominations-brought", _("%(who)s brought in a list of nominations for “%(training)s”: %(count)s.")
)
SELECTION_MADE = EventType("training.selected", _("%(who)s selected for “%(training)s”: %(count)s changed."))
SEAT_CONFIRMED = EventType("training.seat-confirmed", _("%(who)s confirmed official %(number)s for “%(training)s”."))
SEAT_WITHDRAWN = EventType("training.seat-withdrawn", _("%(who)s withdrew official %(number)s from “%(training)s”."))
ASSESSED = EventType("training.assessed", _("%(who)s recorded results of official %(number)s at “%(training)s”."))
CERTIFIED = EventType("training.certified", _("%(who)s issued a certificate to official %(number)s of “%(training)s”."))
CERTIFICATE_SHOWN = EventType(
    "training.certificate-shown", _("%(who)s set what the certificate of official %(number)s shows to all.")
)
EXPORTED = EventType("training.exported", _("%(who)s took out what is kept on official %(number)s of “%(training)s”."))
ERASED = EventType("training.erased", _("%(who)s took away what names official %(number)s of “%(training)s”."))
FOLLOWED_UP = EventType("training.asked", _("%(who)s asked official %(number)s of “%(training)s” what they use."))
ANSWERED = EventType("training.answered", _("Official %(number)s of “%(training)s” said what they use."))
DECIDED = EventType(
    "training.person-decided", _("%(who)s decided whether two nominations of %(state)s are of one official.")
)
UNDONE = EventType("training.person-undone", _("%(who)s took back a decision about two nominations of %(state)s."))
STEPS = {
    key: EventType(f"training.{key}", sentence, fields=(events.STAGE_IN_RECORD,))
    for key, sentence in (
        ("call", _("%(who)s called for nominations for “%(training)s”.")),
        ("close", _("%(who)s closed the nominations for “%(training)s”.")),
        ("reopen", _("%(who)s opened the nominations for “%(training)s” again, because: %(reason)s")),
        ("confirm", _("%(who)s told the States the selection for “%(training)s”.")),
        ("hold", _("%(who)s recorded that “%(training)s” was held.")),
        ("cancel", _("%(who)s cancelled “%(training)s”, because: %(reason)s")),
    )
}

CALLED = NoticeType(f"{THING}-opened", _("You can nominate officials for “%(training)s”."), THING)


def event_subject(number: int, owner: Scope) -> Subject:
    """Return a training event as the thing that an event of the record is about."""
    return Subject("training-event", str(number), Level.PROGRAMME, owner)
