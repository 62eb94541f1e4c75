"""What can happen to consents, assessments and needs, each with the sentence that tells it."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.modules.assessments.fields import assessments, consents, findings, needs

CONSENT_RECORDED = EventType(
    "assessments.consent-recorded",
    _("%(who)s recorded the consent %(consent)s of a State."),
    fields=tuple(field.named for field in consents.STATED),
)
CONSENT_WITHDRAWN = EventType(
    "assessments.consent-withdrawn",
    _("%(who)s recorded that the consent %(consent)s was withdrawn; what rests on it is no longer shown."),
    fields=tuple(field.named for field in consents.WITHDRAWN),
)
_PLAN = tuple(field.named for field in assessments.STATED)
PLANNED = EventType("assessments.planned", _("%(who)s planned “%(assessment)s”."), fields=_PLAN)
CHANGED = EventType("assessments.changed", _("%(who)s changed the plan of “%(assessment)s”."), fields=_PLAN)
REPORT_STORED = EventType(
    "assessments.report-stored",
    _("%(who)s added the report of “%(assessment)s”."),
    fields=(assessments.REPORT_IN_RECORD,),
)
COMMENTED = EventType(
    "assessments.commented",
    _("%(who)s recorded what the State comments on the draft of “%(assessment)s”."),
    fields=tuple(field.named for field in assessments.COMMENTED),
)
STEPS = {
    key: EventType(f"assessments.{key}", sentence, fields=(assessments.STAGE_IN_RECORD,))
    for key, sentence in (
        ("agree", _("%(who)s recorded that “%(assessment)s” is agreed with the State.")),
        ("make", _("%(who)s recorded that “%(assessment)s” was made.")),
        ("draft", _("%(who)s sent the draft report of “%(assessment)s” to the State.")),
        ("report", _("%(who)s issued the report of “%(assessment)s”.")),
        ("close", _("%(who)s closed “%(assessment)s”.")),
        ("replan", _("%(who)s took “%(assessment)s” back to its plan, because: %(reason)s")),
        ("decline", _("%(who)s recorded that the State declines “%(assessment)s”, because: %(reason)s")),
        ("call-off", _("%(who)s called off “%(assessment)s”, because: %(reason)s")),
    )
}
"""The steps of an assessment, by their keys."""
TEAM_NAMED = EventType(
    "assessments.team-named",
    _("%(who)s named a place in the team of “%(assessment)s”."),
    fields=tuple(field.named for field in findings.TEAM_STATED),
)
FOUND = EventType(
    "assessments.found",
    _("%(who)s recorded a finding of “%(assessment)s”."),
    fields=tuple(field.named for field in findings.FINDING_STATED),
)
RECOMMENDED = EventType(
    "assessments.recommended",
    _("%(who)s recorded a recommendation or action point of “%(assessment)s”."),
    fields=tuple(field.named for field in findings.RECOMMENDATION_STATED),
)
FOLLOWED_UP = EventType(
    "assessments.followed-up",
    _("%(who)s recorded what became of a recommendation of “%(assessment)s”."),
    fields=tuple(field.named for field in findings.FOLLOW_UP_STATED),
)
_NEED = tuple(field.named for field in needs.STATED)
NEED_RECORDED = EventType("assessments.need-recorded", _("%(who)s recorded the need “%(need)s”."), fields=_NEED)
NEED_CHANGED = EventType("assessments.need-changed", _("%(who)s changed the need “%(need)s”."), fields=_NEED)
PRIORITY_AGREED = EventType(
    "assessments.priority-agreed",
    _("%(who)s recorded the priority that the State gives the need “%(need)s”."),
    fields=tuple(field.named for field in needs.AGREED),
)
NEED_SHARED = EventType("assessments.need-shared", _("%(who)s shared the need “%(need)s” with %(organisation)s."))
NEED_UNSHARED = EventType(
    "assessments.need-unshared", _("%(who)s no longer shares the need “%(need)s” with %(organisation)s.")
)
NEED_OPENED = EventType("assessments.need-opened", _("%(who)s opened the need “%(need)s”."), is_reading=True)
ASSESSMENT_OPENED = EventType("assessments.opened", _("%(who)s opened “%(assessment)s”."), is_reading=True)
CONSENT_KIND, ASSESSMENT_KIND, NEED_KIND = "consent", "assessment", "need"


def consent_subject(consent: UUID, *, state: str) -> Subject:
    """Return a consent as the thing that an event is about."""
    return Subject(CONSENT_KIND, str(consent), Level.PROGRAMME, Scope("state", state))


def assessment_subject(number: int, *, state: str, level: Level = Level.OWNER_CONFIDENTIAL) -> Subject:
    """Return an assessment as the thing that an event is about.

    What happens is told to the State's own readers whatever the level of the thing: the record cannot be changed when a
    consent is withdrawn, so it must not say to others what they will no longer be shown.
    """
    return Subject(ASSESSMENT_KIND, str(number), level, Scope("state", state))


def need_subject(need: UUID, *, state: str, level: Level = Level.OWNER_CONFIDENTIAL) -> Subject:
    """Return a need as the thing that an event is about, told as an assessment's are."""
    return Subject(NEED_KIND, str(need), level, Scope("state", state))
