"""What a consultation can be about: of each kind, how one is found for a reader, and where all are listed."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Actor, can
from accede.modules.assessments.access import ASSESSMENTS_READ
from accede.modules.assessments.fields.assessments import AssessmentFacts
from accede.modules.assessments.queries.assessments import assessment_visible_to, assessments_between
from accede.modules.assistance.access import ACTIVITIES_READ
from accede.modules.assistance.fields.activities import ActivityFacts
from accede.modules.assistance.queries.activities import activities_between, activity_visible_to
from accede.modules.coordination.queries.subjects import SubjectFacts, SubjectKind, is_number


def _visit(actor: Actor, key: str) -> SubjectFacts | None:
    """Return a visit or desk review; without a consent that stands neither its State nor its title is told."""
    found = assessment_visible_to(actor, int(key)) if is_number(key) else None
    return _of_visit(found) if found else None


def _of_visit(found: AssessmentFacts) -> SubjectFacts | None:
    if found.first_day is None or found.last_day is None:
        return None
    return SubjectFacts(
        kind="visit",
        key=str(found.number),
        title=found.title,
        states=(found.state,),
        topics=found.topics,
        first_day=found.first_day,
        last_day=found.last_day,
        is_confidential=found.consent is None or found.is_withdrawn,
        address=reverse("assessments:assessment", args=[found.number]),
    )


def _activity(actor: Actor, key: str) -> SubjectFacts | None:
    """Return an activity: those whom it helps asked for it, so that other bodies are told of it."""
    found = activity_visible_to(actor, int(key)) if is_number(key) else None
    return _of_activity(found) if found else None


def _visits_between(actor: Actor, first: date, last: date) -> Iterator[SubjectFacts]:
    """Yield the visits that are still to be made, of which the reader sees those of their own part."""
    if can(actor, ASSESSMENTS_READ):
        for one in assessments_between(actor, first, last):
            if one.stage in {"planned", "agreed"} and (found := _of_visit(one)):
                yield found


def _activities_between(actor: Actor, first: date, last: date) -> Iterator[SubjectFacts]:
    """Yield the activities that are still to be delivered, of which the reader sees those of their own part."""
    if can(actor, ACTIVITIES_READ):
        for one in activities_between(actor, first, last):
            if one.state not in {"cancelled", "delivered"} and (found := _of_activity(one)):
                yield found


def _of_activity(found: ActivityFacts) -> SubjectFacts | None:
    if found.first_day is None or found.last_day is None:
        return None
    return SubjectFacts(
        kind="activity",
        key=str(found.number),
        title=found.title,
        states=found.states,
        topics=found.topics,
        first_day=found.first_day,
        last_day=found.last_day,
        is_confidential=False,
        address=reverse("assistance:activity", args=[found.number]),
    )


def address_to_consult(kind: str, key: str) -> str:
    """Return where a body is consulted about a thing."""
    return reverse("coordination:consult", args=[kind, key])


def address_to_train(key: str) -> str:
    """Return where a training event of an activity is prepared."""
    return reverse("training:event-new", args=[key])


def address_of_new_outcome(kind: str, key: str) -> str:
    """Return where an outcome is recorded to which assistance contributed."""
    return reverse("outcomes:new-from", args=[kind, key])


def address_of_new_way(key: str) -> str:
    """Return where the way of a State that asked for help with joining is opened."""
    return reverse("outcomes:way-new", args=[key])


SUBJECTS = {
    "activity": SubjectKind(
        _("Activity"), _("Activities"), _activity, reverse_lazy("assistance:activities"), _activities_between
    ),
    "visit": SubjectKind(
        _("Visit or desk review"),
        _("Visits and desk reviews"),
        _visit,
        reverse_lazy("assessments:assessments"),
        _visits_between,
    ),
}
