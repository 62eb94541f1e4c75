"""What can happen in coordination, each with the sentence that tells it, and what is told to whom."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType
from accede.modules.coordination.fields import consultations, focal_points, plans

THING = "coordination.consultation"
"""What notices are about, as the site lists it."""
FOCAL_POINT_RECORDED = EventType(
    "coordination.focal-point-recorded",
    _("%(who)s recorded a focal point of %(body)s."),
    fields=tuple(field.named for field in focal_points.STATED if field.key != "email"),
)
FOCAL_POINT_ENDED = EventType("coordination.focal-point-ended", _("%(who)s ended a focal point of %(body)s."))
OPENED = EventType(
    "coordination.consultation-opened",
    _("%(who)s opened a consultation with %(body)s."),
    fields=tuple(field.named for field in consultations.STATED),
)
LINK_USED = EventType(
    "coordination.link-used", _("%(body)s answered the consultation by the link that was sent to its office.")
)
ANSWER_STATED = EventType(
    "coordination.answer-stated",
    _("%(who)s stated the answer of %(body)s."),
    fields=tuple(field.named for field in (consultations.WHY, consultations.LEAD)),
)
STEPS = {
    key: EventType(f"coordination.{key}", sentence, fields=(consultations.STAGE_IN_RECORD,))
    for key, sentence in (
        ("send", _("%(who)s sent the consultation to %(body)s.")),
        ("agree", _("%(who)s agreed in the name of %(body)s.")),
        ("clear", _("%(who)s said in the name of %(body)s that it has no objection.")),
        ("object", _("%(who)s objected in the name of %(body)s, because: %(reason)s")),
        ("note-agreement", _("%(who)s recorded that %(body)s agrees.")),
        ("note-clearance", _("%(who)s recorded that %(body)s has no objection.")),
        ("note-objection", _("%(who)s recorded that %(body)s objects, because: %(reason)s")),
        ("lapse", _("%(who)s recorded that %(body)s did not object by the date.")),
        ("resolve", _("%(who)s recorded how the objection of %(body)s was resolved: %(reason)s")),
        ("call-off", _("%(who)s called off the consultation with %(body)s, because: %(reason)s")),
    )
}
PLAN_ENTERED = EventType(
    "coordination.plan-entered",
    _("%(who)s entered a plan of %(body)s."),
    fields=tuple(field.named for field in plans.STATED),
)
PLAN_CHANGED = EventType(
    "coordination.plan-changed",
    _("%(who)s changed a plan of %(body)s."),
    fields=tuple(field.named for field in plans.STATED),
)
PLAN_WITHDRAWN = EventType("coordination.plan-withdrawn", _("%(who)s withdrew a plan of %(body)s."))
PLANS_BROUGHT = EventType(
    "coordination.plans-brought", _("%(who)s brought in plans of %(body)s from %(file)s: %(count)s.")
)
PLANS_TAKEN_BACK = EventType(
    "coordination.plans-taken-back",
    _("%(who)s took back the plans of %(body)s that came in from %(file)s, because: %(reason)s"),
)
ASKED = NoticeType(f"{THING}-asked", _("The programme asks %(body)s: %(title)s. Answer until %(day)s."), THING)
ANSWERED = NoticeType(f"{THING}-answered", _("%(body)s answered a consultation: %(title)s."), THING)


def focal_point_subject(key: UUID, owner: Scope) -> Subject:
    """Return a focal point as the thing that an event is about."""
    return Subject("focal-point", str(key), Level.PROGRAMME, owner)


def consultation_subject(number: int, owner: Scope) -> Subject:
    """Return a consultation as the thing that an event is about."""
    return Subject("consultation", str(number), Level.PROGRAMME, owner)


def plan_subject(number: int, owner: Scope, level: Level) -> Subject:
    """Return a plan as the thing that an event is about."""
    return Subject("plan", str(number), level, owner)


def plan_import_subject(number: int, owner: Scope, level: Level) -> Subject:
    """Return a file of plans as the thing that an event is about."""
    return Subject("plan-import", str(number), level, owner)
