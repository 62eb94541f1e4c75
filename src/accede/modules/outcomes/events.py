"""What can happen to an outcome, each with the sentence that tells it, and what is told to whom."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType
from accede.modules.outcomes.fields import after, joining, outcomes

THING = "outcomes.outcome"
"""What notices are about, as the site lists it."""
RECORDED = EventType(
    "outcomes.recorded",
    _("%(who)s recorded an outcome to which assistance contributed: %(title)s."),
    fields=tuple(field.named for field in outcomes.STATED),
)
TAKEN_BACK = EventType(
    "outcomes.taken-back",
    _("%(who)s took back the outcome %(title)s."),
    fields=tuple(field.named for field in after.BACK),
)
ANSWERED = EventType(
    "outcomes.answered",
    _("%(who)s said whether this outcome still stands: %(title)s."),
    fields=tuple(field.named for field in after.ANSWERED),
)
LEARNED = EventType(
    "outcomes.learned",
    _("%(who)s recorded what was learned from the outcome %(title)s."),
    fields=tuple(field.named for field in after.LEARNED),
)
RESPONDED = EventType(
    "outcomes.responded",
    _("%(who)s recorded the management response to a lesson from the outcome %(title)s."),
    fields=tuple(field.named for field in after.RESPONDED),
)
WAY_OPENED = EventType("outcomes.way-opened", _("%(who)s opened the way to joining %(instrument)s."))
STEP_TOLD = EventType(
    "outcomes.step-told",
    _("%(who)s told of a step on the way to joining %(instrument)s."),
    fields=tuple(field.named for field in joining.TOLD),
)
DUE = NoticeType(f"{THING}-due", _("Does this outcome still stand? %(title)s. Please answer by %(day)s."), THING)


def outcome_subject(number: int, owner: Scope) -> Subject:
    """Return an outcome as the thing that an event is about."""
    return Subject("outcome", str(number), Level.PROGRAMME, owner)


def way_subject(number: int, owner: Scope) -> Subject:
    """Return a way to joining as the thing that an event is about."""
    return Subject("joining-way", str(number), Level.PROGRAMME, owner)
