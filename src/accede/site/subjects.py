"""What a consultation can be about: of each kind, how one is found for a reader, and where all are listed."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Actor
from accede.modules.assessments.queries.assessments import assessment_visible_to
from accede.modules.assistance.queries.activities import activity_visible_to
from accede.modules.coordination.queries.subjects import SubjectFacts, SubjectKind


def _visit(actor: Actor, key: str) -> SubjectFacts | None:
    """Return a visit or desk review; without a consent that stands neither its State nor its title is told."""
    found = assessment_visible_to(actor, int(key)) if _is_number(key) else None
    if found is None or found.first_day is None or found.last_day is None:
        return None
    return SubjectFacts(
        kind="visit",
        key=key,
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
    found = activity_visible_to(actor, int(key)) if _is_number(key) else None
    if found is None or found.first_day is None or found.last_day is None:
        return None
    return SubjectFacts(
        kind="activity",
        key=key,
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


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < _FIGURES


_FIGURES = 19
"""Figures of the numbers that a table holds."""

SUBJECTS = {
    "activity": SubjectKind(_("Activity"), _("Activities"), _activity, reverse_lazy("assistance:activities")),
    "visit": SubjectKind(
        _("Visit or desk review"), _("Visits and desk reviews"), _visit, reverse_lazy("assessments:assessments")
    ),
}
