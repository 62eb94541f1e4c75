"""Plan visits and desk reviews, put them on a consent, keep their reports, and take their steps."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assessments.visits import ASSESSMENT, CONSENT_GATES, VISIT, Assessed, Stage
from accede.foundation.access import SYSTEM, Actor, Level, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.disclosure import note_reading
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, is_here, keep_document, no_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.search.writing import keep_found
from accede.foundation.workflow.flow import Flow, Move
from accede.modules.assessments import events
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_KEEP
from accede.modules.assessments.fields.assessments import COMMENTED, STATED, WORDS, AssessmentDetails, CommentDetails
from accede.modules.assessments.fields.codes import DONE, TOPICS, labels
from accede.modules.assessments.models import Assessment, Consent, Finding, FollowUp, Need, Recommendation, TeamMember
from accede.modules.assessments.queries.assessments import clocks_for
from accede.modules.assessments.queries.consents import scope_of
from accede.modules.assessments.queries.naming import names_of_keys
from accede.modules.assessments.services.consents import organisations_to_name, unknown_organisations, unknown_state
from accede.modules.assessments.services.levels import (
    level_below,
    level_of_assessment,
    scope_of_state,
    see_that_it_may_go_on,
)
from accede.modules.identity.queries.scopes import state_names

Told = Mapping[str, object]


@transaction.atomic
def plan_assessment(new: AssessmentDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Plan a visit or a desk review; return its number.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or its days, State, organisations or consent cannot be.
    """
    require(by, ASSESSMENTS_KEEP, on=scope_of_state(new.state) if new.state else None)
    row = Assessment(state=Stage.PLANNED.value, recorded_at=at)
    _write(row, new, by=by, at=at)
    keep_found("assessment", [row.pk], is_new=True)
    tell(events.PLANNED, row, {}, values_of(STATED, new), by=by, at=at, face=face)
    return int(row.pk)


@transaction.atomic
def change_assessment(
    number: int, wanted: AssessmentDetails, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Change a plan; once it was agreed with the State, only the consent on which it rests.

    Raises:
        Refused: there is no such assessment for the actor, or they may not.
        UnableTo: as `plan_assessment`; or something else than its consent would change after it was agreed.
    """
    row = held(number, by=by)
    require(by, ASSESSMENTS_KEEP, on=row)
    before = values_of(STATED, _details(row))
    after = values_of(STATED, wanted)
    is_plan = row.state == Stage.PLANNED
    if not is_plan and {key for key in before if before[key] != after[key]} - {"consent"}:
        raise UnableTo({EVERYWHERE: _("This is agreed with the State. Plan it anew before its plan is changed.")})
    if wanted.state != row.state_code:
        raise UnableTo({"state": _("The State stays. Plan another one for another State.")})
    _write(row, wanted, by=by, at=at)
    with acting(SYSTEM):
        _set_levels(row)
        keep_found("assessment", [row.pk])
    tell(events.CHANGED, row, before, after, by=by, at=at, face=face)


@transaction.atomic
def keep_report(number: int, document: Document | None, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Keep the report of an assessment, which only the State and those who are named for it can open.

    Raises:
        Refused: there is no such assessment for the actor, or they may not.
        UnableTo: no file is given, it is not taken, nothing was made yet, or the assessment is stopped.
    """
    row = held(number, by=by)
    require(by, ASSESSMENTS_KEEP, on=row)
    see_that_it_may_go_on(row)
    if row.state not in {Stage.MADE, Stage.COMMENTING}:
        raise UnableTo({EVERYWHERE: _("A report belongs to what was made and is not yet reported.")})
    if document is None:
        raise UnableTo({FIELD: no_document()})
    about, level = f"{events.ASSESSMENT_KIND}:{row.pk}", Level.OWNER_CONFIDENTIAL
    before = row.report
    row.report = keep_document(document, scope=scope_of_state(row.state_code), level=level, about=about, by=by, at=at)
    row.save(update_fields=["report"])
    kept = {"report": str(before or "")}, {"report": str(row.report)}
    tell(events.REPORT_STORED, row, *kept, by=by, at=at, face=face)


@transaction.atomic
def comment(number: int, wanted: CommentDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record what the State comments on the draft of the report, or that it has no comments.

    Raises:
        Refused: there is no such assessment for the actor, or they may not speak for that State.
        UnableTo: it is not described whole, or no draft is with the State.
    """
    row = held(number, by=by)
    require(by, ASSESSMENTS_ANSWER, on=row)
    see_that_it_may_go_on(row)
    problems = problems_of(COMMENTED, wanted)
    if row.state != Stage.COMMENTING or row.draft_sent_on is None:
        problems[EVERYWHERE] = _("No draft is with the State for comments.")
    elif wanted.comments_on is not None and not row.draft_sent_on <= wanted.comments_on <= at.date():
        problems["comments_on"] = _("This day lies before the draft was sent, or ahead.")
    if problems:
        raise UnableTo(problems)
    before = {"comments_on": row.comments_on, "comments": row.comments}
    row.comments_on, row.comments = wanted.comments_on, wanted.comments
    row.save(update_fields=["comments_on", "comments"])
    tell(events.COMMENTED, row, before, values_of(COMMENTED, wanted), by=by, at=at, face=face)


def note_assessment_opened(number: int, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Write down that somebody opened an assessment that only the State and those named for it may see."""
    row = or_refuse(Assessment.objects.visible_to(by).filter(id=number).first())
    subject = events.assessment_subject(row.pk, state=row.state_code, level=Level(row.level))
    note_reading(events.ASSESSMENT_OPENED, about=subject, by=by, at=at, face=face, assessment=row.title)


def held(number: int, *, by: Actor) -> Assessment:
    """Return an assessment with its consent, locked: nobody else writes what belongs to it before this is done.

    Raises:
        Refused: there is none for the actor.
    """
    row: Assessment = or_refuse(Assessment.objects.visible_to(by).select_for_update().filter(id=number).first())
    # The consent is read behind the lock: a withdrawal locks the same row.
    row.consent = Consent.objects.filter(id=row.consent_id).first() if row.consent_id else None
    return row


def tell(event: EventType, row: Assessment, before: Told, after: Told, *, by: Actor, at: datetime, face: Face) -> None:
    """Record something that happened to an assessment."""
    subject = events.assessment_subject(row.pk, state=row.state_code)
    record(event, about=subject, by=by, at=at, face=face, before=before, after=after, assessment=row.title)


def _write(row: Assessment, wanted: AssessmentDetails, *, by: Actor, at: datetime) -> None:
    problems = problems_of(STATED, wanted)
    first, last = wanted.first_day, wanted.last_day
    if first is not None and last is not None and last < first:
        problems["last_day"] = _("This day lies before the first one.")
    if wanted.state and first is not None and wanted.state not in state_names(on=first):
        problems["state"] = unknown_state()
    known = organisations_to_name(on=at.date())
    if any(one not in known and one not in row.organisations for one in wanted.organisations):
        problems["organisations"] = unknown_organisations()
    if not wanted.organisations and wanted.kind == VISIT:
        problems["organisations"] = _("Choose who takes part: the consent names organisations.")
    consent = Consent.objects.visible_to(by).filter(id=wanted.consent).first() if wanted.consent else None
    if wanted.consent and (consent is None or consent.state_code != wanted.state):
        problems["consent"] = _("Choose a consent of this State.")
    elif consent is not None and consent.withdrawn_at is not None and consent.id != row.consent_id:
        problems["consent"] = _("The State has withdrawn this consent.")
    if problems or first is None or last is None:
        raise UnableTo(problems)
    row.level, row.owner = level_of_assessment(consent), str(scope_of_state(wanted.state))
    row.state_code, row.title, row.kind, row.form = wanted.state, wanted.title, wanted.kind, wanted.form
    row.lead, row.first_day, row.last_day = wanted.lead, first, last
    row.topics, row.organisations, row.consent = [*wanted.topics], [*wanted.organisations], consent
    if row.state != Stage.PLANNED:
        _see_that_the_consent_covers(row, by=by, at=at)
    row.save()


def _see_that_the_consent_covers(row: Assessment, *, by: Actor, at: datetime) -> None:
    facts = _facts(row, by, at)
    found = {gate.code: gate.missing(facts) for gate in CONSENT_GATES}
    if wrong := [str(WORDS.gates[code].missing) % missing for code, missing in found.items() if missing is not None]:
        raise UnableTo({"consent": " ".join(wrong)})


def _set_levels(row: Assessment) -> None:
    """Let what an assessment found be read as widely as its consent says now."""
    level = level_below(row.consent)
    for model in (TeamMember, Finding, Recommendation, Need):
        model.objects.filter(assessment=row).update(level=level)
    FollowUp.objects.filter(recommendation__assessment=row).update(level=level)
    keep_found("need", Need.objects.filter(assessment=row).values_list("id", flat=True))


def _details(row: Assessment) -> AssessmentDetails:
    return AssessmentDetails(
        row.state_code, row.title, row.kind, row.form, row.lead, row.first_day, row.last_day, tuple(row.topics),
        tuple(row.organisations), row.consent_id,
    )  # fmt: skip


def _facts(row: Assessment, by: Actor, at: datetime) -> Assessed:
    """Return what the gates ask; whether there is a team, a report, open follow-up, whoever may see them."""
    consent = Consent.objects.visible_to(by).filter(id=row.consent_id).first() if row.consent_id else None
    with acting(SYSTEM):
        has_team = TeamMember.objects.filter(assessment=row.pk).exists()
        still_open = Recommendation.objects.filter(assessment=row.pk).exclude(status__in=DONE).count()
    return Assessed(
        kind=row.kind,
        state=row.state_code,
        first_day=row.first_day,
        last_day=row.last_day,
        topics=labels(TOPICS, row.topics),
        participants=names_of_keys(row.organisations),
        consent=scope_of(consent) if consent else None,
        has_team=has_team,
        has_report=is_here(row.report),
        has_comments=row.comments_on is not None,
        comments_until=clocks_for(row).comments_until,
        open_follow_up=still_open,
        today=at.date(),
    )


def _draft_sent(_row: Assessment, move: Move) -> Mapping[str, object]:
    return {"draft_sent_on": move.at.date()}


def _reported(_row: Assessment, move: Move) -> Mapping[str, object]:
    return {"reported_on": move.at.date()}


ASSESSMENTS = Flow[Assessment](
    table=ASSESSMENT,
    words=WORDS,
    permissions=(ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER),
    events=events.STEPS,
    rows=Assessment.objects.visible_to,
    facts=_facts,
    subject=lambda row: events.assessment_subject(row.pk, state=row.state_code),
    told=lambda row: {"assessment": row.title},
    effects={"draft": _draft_sent, "report": _reported},
)
"""Visits and desk reviews on their way."""
