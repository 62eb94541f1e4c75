"""What can happen to a request, each with the sentence that tells it, and what is told to whom."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.fields import Named
from accede.foundation.outbox.notices import NoticeType
from accede.modules.assistance.fields import activities
from accede.modules.assistance.fields.codes import STATE
from accede.modules.assistance.fields.papers import PAPERS, PARTNER_STATED
from accede.modules.assistance.fields.requests import REGISTERED
from accede.modules.assistance.fields.screening import SCREENED

THING = "assistance.request"
"""What notices are about, as the site lists it."""
_STATED = tuple(field.named for field in REGISTERED)


def _step(key: str, sentence: str | Promise) -> EventType:
    return EventType(f"assistance.request-{key}", sentence, fields=(STATE,))


STEPS = {
    "submit": _step("submit", _("%(who)s sent the request %(request)s.")),
    "register": _step("register", _("%(who)s registered the request %(request)s.")),
    "acknowledge": _step("acknowledge", _("%(who)s acknowledged the request %(request)s.")),
    "screen": _step("screen", _("%(who)s screened the request %(request)s.")),
    "accept": _step("accept", _("%(who)s accepted the request %(request)s: %(reason)s")),
    "defer": _step("defer", _("%(who)s deferred the request %(request)s: %(reason)s")),
    "decline": _step("decline", _("%(who)s declined the request %(request)s: %(reason)s")),
    "resume": _step("resume", _("%(who)s opened the request %(request)s to be decided again: %(reason)s")),
    "deliver": _step("deliver", _("%(who)s recorded that the request %(request)s is in delivery.")),
    "complete": _step("complete", _("%(who)s recorded that the request %(request)s is completed.")),
    "follow-up": _step("follow-up", _("%(who)s followed up the request %(request)s: %(reason)s")),
    "close": _step("close", _("%(who)s closed the request %(request)s.")),
    "withdraw": _step("withdraw", _("%(who)s withdrew the request %(request)s: %(reason)s")),
    "note-withdrawal": _step(
        "note-withdrawal", _("%(who)s noted that the request %(request)s was withdrawn: %(reason)s")
    ),
    "join": _step("join", _("%(who)s joined the request %(request)s to another one: %(reason)s")),
    "separate": _step("separate", _("%(who)s separated the request %(request)s from another one: %(reason)s")),
}
REQUEST_BEGUN = EventType("assistance.request-begun", _("%(who)s began a request for assistance."))
REQUEST_STATED = EventType(
    "assistance.request-stated", _("%(who)s stated what the request %(request)s asks."), fields=_STATED
)
SCREENING_RECORDED = EventType(
    "assistance.screening-recorded",
    _("%(who)s recorded what the screening of the request %(request)s found."),
    fields=tuple(field.named for field in SCREENED),
)
REQUEST_ASSIGNED = EventType(
    "assistance.request-assigned",
    _("%(who)s handed the request %(request)s over: %(reason)s"),
    fields=(Named("officer", _("Officer")),),
)
FILE_ATTACHED = EventType(
    "assistance.file-attached", _("%(who)s attached the file %(file)s to the request %(request)s.")
)
QUESTION_ASKED = EventType("assistance.question-asked", _("%(who)s asked a question about the request %(request)s."))
QUESTION_ANSWERED = EventType(
    "assistance.question-answered", _("%(who)s answered a question about the request %(request)s.")
)

TOLD_TO_PROGRAMME = {
    "submit": NoticeType(f"{THING}-came", _("A request for assistance has come: %(request)s."), THING),
    "withdraw": NoticeType(f"{THING}-withdrawn", _("The request %(request)s was withdrawn: %(reason)s"), THING),
}
TOLD_TO_REQUESTER = {
    "acknowledge": NoticeType(
        f"{THING}-acknowledged", _("The request %(request)s is acknowledged; the letter is on its page."), THING
    ),
    "accept": NoticeType(f"{THING}-accepted", _("The request %(request)s is accepted: %(reason)s"), THING),
    "defer": NoticeType(f"{THING}-deferred", _("The request %(request)s is deferred: %(reason)s"), THING),
    "decline": NoticeType(f"{THING}-declined", _("The request %(request)s is declined: %(reason)s"), THING),
    "complete": NoticeType(f"{THING}-completed", _("The request %(request)s is completed."), THING),
    "note-withdrawal": NoticeType(
        f"{THING}-noted", _("The programme noted that the request %(request)s was withdrawn: %(reason)s"), THING
    ),
    "join": NoticeType(f"{THING}-joined", _("The request %(request)s is joined to another one: %(reason)s"), THING),
}
HANDED_OVER = NoticeType(f"{THING}-handed-over", _("The request %(request)s was handed over to you."), THING)
ASKED = NoticeType(f"{THING}-asked", _("The programme has a question about the request %(request)s."), THING)
ANSWERED = NoticeType(f"{THING}-answered", _("A question about the request %(request)s is answered."), THING)
STEP_DUE = NoticeType(f"{THING}-due", _("The next step for the request %(request)s is due on %(day)s."), THING)
ANSWER_DUE = NoticeType(f"{THING}-answer-due", _("An answer about the request %(request)s is due on %(day)s."), THING)


def request_subject(number: int, level: Level, owner: Scope, readers: Sequence[UUID]) -> Subject:
    """Return a request as the thing that an event is about: whoever may read the request reads of it."""
    return Subject("request", str(number), level, owner, tuple(readers))


_ACTIVITY = tuple(field.named for field in activities.STATED)
ACTIVITY_PLANNED = EventType(
    "assistance.activity-planned", _("%(who)s planned the activity %(activity)s."), fields=_ACTIVITY
)
ACTIVITY_CHANGED = EventType(
    "assistance.activity-changed", _("%(who)s changed the plan of the activity %(activity)s."), fields=_ACTIVITY
)
ACTIVITY_FUNDED = EventType(
    "assistance.activity-funded",
    _("%(who)s looked for the money of the activity %(activity)s."),
    fields=(activities.COMMITTED.named, activities.GAP.named),
)
OUTCOME_KEPT = EventType("assistance.activity-outcome", _("%(who)s added what came of the activity %(activity)s."))
PAPER_ADDED = {
    kind: EventType(
        f"assistance.activity-{kind}",
        _("%(who)s added a paper to the activity %(activity)s."),
        fields=tuple(field.named for field in fields),
    )
    for kind, fields in PAPERS.items()
}
EXCEPTION_CONFIRMED = EventType(
    "assistance.exception-confirmed", _("%(who)s confirmed an exception for the activity %(activity)s.")
)
PARTNER_NAMED = EventType(
    "assistance.partner-named",
    _("%(who)s named a partner of the activity %(activity)s."),
    fields=tuple(field.named for field in PARTNER_STATED),
)
ACTIVITY_STEPS = {
    key: EventType(f"assistance.activity-{key}", sentence, fields=(activities.STATE_IN_RECORD,))
    for key, sentence in (
        ("approve", _("%(who)s approved the activity %(activity)s.")),
        ("deliver", _("%(who)s began the delivery of the activity %(activity)s.")),
        ("finish", _("%(who)s recorded that the activity %(activity)s was delivered.")),
        ("replan", _("%(who)s took the activity %(activity)s back to its plan: %(reason)s")),
        ("cancel", _("%(who)s cancelled the activity %(activity)s: %(reason)s")),
    )
}
"""The steps of an activity, by their keys."""


def activity_subject(number: int, owner: Scope) -> Subject:
    """Return an activity as the thing that an event is about: whoever works for the programme reads of it."""
    return Subject("activity", str(number), Level.PROGRAMME, owner)
