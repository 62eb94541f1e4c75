"""Record who makes an assessment, what it found and recommends, and what became of that."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Level, Refused, can, or_refuse, require
from accede.foundation.audit import Face, NameOf
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, keep_document, no_document
from accede.foundation.problems import UnableTo
from accede.modules.assessments import events
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_KEEP
from accede.modules.assessments.fields.findings import (
    FINDING_STATED,
    FOLLOW_UP_STATED,
    RECOMMENDATION_STATED,
    TEAM_STATED,
    FindingDetails,
    FollowUpDetails,
    RecommendationDetails,
    TeamDetails,
)
from accede.modules.assessments.models import Assessment, Finding, FollowUp, Recommendation, TeamMember
from accede.modules.assessments.services.assessments import held, tell
from accede.modules.assessments.services.levels import (
    level_below,
    see_that_it_can_be_written,
    see_that_it_may_go_on,
)
from accede.modules.treaties.queries.instruments import all_instruments


@transaction.atomic
def name_team(number: int, wanted: TeamDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Name a place in the team: an organisation that takes part, and what for.

    Raises:
        Refused: there is no such assessment for the actor, or they may not.
        UnableTo: it is not described whole, the organisation does not take part, or the assessment is stopped.
    """
    row = _going_on(number, by=by)
    problems = problems_of(TEAM_STATED, wanted)
    if wanted.organisation is not None and str(wanted.organisation) not in row.organisations:
        problems["organisation"] = _("This organisation does not take part. Add it to the plan first.")
    if problems or wanted.organisation is None:
        raise UnableTo(problems)
    TeamMember.objects.create(
        **_belonging(row), organisation_id=wanted.organisation, function=wanted.function, recorded_at=at
    )
    stated = values_of(TEAM_STATED, wanted) | {"organisation": NameOf(wanted.organisation)}
    tell(events.TEAM_NAMED, row, {}, stated, by=by, at=at, face=face)


@transaction.atomic
def record_finding(number: int, wanted: FindingDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Record something that an assessment found; return its number.

    Raises:
        Refused: there is no such assessment for the actor, or they may not.
        UnableTo: it is not described whole, there is no such instrument, or the assessment is stopped.
    """
    row = _going_on(number, by=by)
    problems = problems_of(FINDING_STATED, wanted)
    if wanted.instrument and wanted.instrument not in all_instruments():
        problems["instrument"] = unknown_instrument()
    if wanted.articles and not wanted.instrument:
        problems["instrument"] = _("Choose the instrument whose articles these are.")
    if problems:
        raise UnableTo(problems)
    made = Finding.objects.create(
        **_belonging(row),
        topic=wanted.topic,
        text=wanted.text,
        instrument=wanted.instrument,
        articles=wanted.articles,
        recorded_at=at,
    )
    tell(events.FOUND, row, {}, values_of(FINDING_STATED, wanted), by=by, at=at, face=face)
    return int(made.pk)


@transaction.atomic
def recommend(number: int, wanted: RecommendationDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Record a recommendation or an action point of an assessment; return its number.

    Raises:
        Refused: there is no such assessment for the actor, or they may not.
        UnableTo: it is not described whole, there is no such finding, or the assessment is stopped.
    """
    row = _going_on(number, by=by)
    problems = problems_of(RECOMMENDATION_STATED, wanted)
    finding = finding_in(row, wanted.finding, problems)
    if wanted.due_on is not None and wanted.due_on < row.first_day:
        problems["due_on"] = _("This day lies before the first day of the visit or desk review.")
    if problems:
        raise UnableTo(problems)
    made = Recommendation.objects.create(
        **_belonging(row),
        kind=wanted.kind,
        text=wanted.text,
        addressed_to=wanted.addressed_to,
        finding=finding,
        due_on=wanted.due_on,
        recorded_at=at,
    )
    tell(events.RECOMMENDED, row, {}, values_of(RECOMMENDATION_STATED, wanted), by=by, at=at, face=face)
    return int(made.pk)


@transaction.atomic
def follow_up(
    recommendation: int,
    wanted: FollowUpDetails,
    document: Document | None = None,
    *,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> None:
    """Record what became of a recommendation: by the programme, or by the State. Carried out counts with its evidence.

    Raises:
        Refused: there is no such recommendation for the actor, or they may not.
        UnableTo: it is not described whole, its day cannot be, its evidence is missing, or the assessment is stopped.
    """
    found = or_refuse(Recommendation.objects.visible_to(by).filter(id=recommendation).first())
    row = held(found.assessment_id, by=by)
    if not (can(by, ASSESSMENTS_KEEP, on=row) or can(by, ASSESSMENTS_ANSWER, on=row)):
        raise Refused
    see_that_it_may_go_on(row)
    problems = problems_of(FOLLOW_UP_STATED, wanted)
    if wanted.status == "carried_out" and document is None:
        problems[FIELD] = no_document()
    if wanted.on is not None and not row.first_day <= wanted.on <= at.date():
        problems["on"] = _("This day lies before the visit or desk review, or ahead.")
    if problems or wanted.on is None:
        raise UnableTo(problems)
    see_that_it_can_be_written(by, Level(found.level), row.state_code)
    key = None
    if document is not None:
        about, level = f"recommendation:{found.pk}", Level.OWNER_CONFIDENTIAL
        key = keep_document(document, scope=row.belongs_to, level=level, about=about, by=by, at=at)
    FollowUp.objects.create(
        level=found.level,
        owner=found.owner,
        recommendation=found,
        on=wanted.on,
        status=wanted.status,
        text=wanted.text,
        document=key,
        recorded_at=at,
    )
    found.status = wanted.status
    found.save(update_fields=["status"])
    tell(events.FOLLOWED_UP, row, {}, values_of(FOLLOW_UP_STATED, wanted), by=by, at=at, face=face)


def finding_in(row: Assessment | None, number: str, problems: dict[str, str]) -> Finding | None:
    """Return a finding of an assessment by its number; None where none is named, or none can be, which is a problem."""
    if not number:
        return None
    is_number = number.isascii() and number.isdecimal() and len(number) < 19
    found = Finding.objects.filter(assessment=row, id=int(number)).first() if row is not None and is_number else None
    if found is None:
        problems["finding"] = _("Choose a finding of this visit or desk review.")
    return found


def unknown_instrument() -> str:
    """Return what to say where something is no instrument."""
    return _("Choose one of the nineteen instruments.")


def _going_on(number: int, *, by: Actor) -> Assessment:
    row = held(number, by=by)
    require(by, ASSESSMENTS_KEEP, on=row)
    see_that_it_may_go_on(row)
    see_that_it_can_be_written(by, level_below(row.consent), row.state_code)
    return row


def _belonging(row: Assessment) -> Mapping[str, object]:
    return {"assessment": row, "level": level_below(row.consent), "owner": row.owner}
