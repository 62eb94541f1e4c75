"""What belongs to an assessment, as far as the reader may see it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accede.foundation.access import Actor
from accede.modules.assessments.fields.codes import DONE
from accede.modules.assessments.fields.findings import FindingFacts, FollowUpFacts, RecommendationFacts
from accede.modules.assessments.models import Finding, FollowUp, Recommendation, TeamMember


@dataclass(frozen=True, slots=True)
class Due:
    """A recommendation with its day, and the assessment from which it comes."""

    number: int
    assessment: int
    assessment_title: str
    text: str
    due_on: date
    is_done: bool


def team_of(actor: Actor, assessment: int) -> Sequence[tuple[str, str]]:
    """Return the places in a team: which organisation sends somebody, and what for."""
    rows = TeamMember.objects.visible_to(actor).filter(assessment=assessment).order_by("recorded_at", "id")
    return list(rows.values_list("organisation__name", "function"))


def findings_of(actor: Actor, assessment: int) -> Sequence[FindingFacts]:
    """Return what an assessment found, in the order in which it was recorded."""
    rows = Finding.objects.visible_to(actor).filter(assessment=assessment).order_by("recorded_at", "id")
    return [FindingFacts(row.topic, row.text, row.instrument, row.articles, row.pk) for row in rows]


def findings_to_choose(actor: Actor, assessment: int | None = None, *, state: str = "") -> dict[str, str]:
    """Return findings of an assessment or of a State by number, each with how it begins."""
    rows = Finding.objects.visible_to(actor)
    rows = rows.filter(assessment=assessment) if assessment else rows.filter(assessment__state_code=state)
    return {str(number): text[:80] for number, text in rows.order_by("recorded_at", "id").values_list("id", "text")}


def recommendations_of(actor: Actor, assessment: int) -> Sequence[RecommendationFacts]:
    """Return recommendations and action points of an assessment, each with what became of it. Two queries."""
    rows = list(Recommendation.objects.visible_to(actor).filter(assessment=assessment).order_by("recorded_at", "id"))
    return _recommendations(rows, actor)


def recommendation_visible_to(actor: Actor, number: int) -> RecommendationFacts | None:
    """Return one recommendation, None if there is none for this actor."""
    rows = list(Recommendation.objects.visible_to(actor).filter(id=number))
    return next(iter(_recommendations(rows, actor)), None)


def recommendations_due(actor: Actor, first: date, last: date) -> Sequence[Due]:
    """Return the recommendations and action points that are due between two days."""
    rows = Recommendation.objects.visible_to(actor).filter(due_on__gte=first, due_on__lte=last)
    rows = rows.select_related("assessment").order_by("due_on", "id")
    return [
        Due(row.pk, row.assessment_id, row.assessment.title, row.text, row.due_on, row.status in DONE)
        for row in rows
        if row.due_on is not None
    ]


def _recommendations(rows: Sequence[Recommendation], actor: Actor) -> list[RecommendationFacts]:
    became: Mapping[int, list[FollowUpFacts]] = defaultdict(list)
    found = FollowUp.objects.visible_to(actor).filter(recommendation__in=[row.pk for row in rows])
    for one in found.order_by("on", "id"):
        became[one.recommendation_id].append(FollowUpFacts(one.on, one.status, one.text, one.document))
    return [
        RecommendationFacts(
            row.kind,
            row.text,
            row.addressed_to,
            str(row.finding_id or ""),
            row.due_on,
            number=row.pk,
            assessment=row.assessment_id,
            status=row.status,
            follow_up=tuple(became[row.pk]),
        )
        for row in rows
    ]


def documents_of(found: Sequence[RecommendationFacts]) -> set[UUID]:
    """Return the keys of the documents that show what became of recommendations."""
    return {one.document for each in found for one in each.follow_up if one.document is not None}
