"""Visits and desk reviews, as far as the reader may see them."""

from collections.abc import Sequence
from datetime import date

from accede.core.assessments.clocks import Clocks, clocks_of, rules_for
from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.assessments.fields.assessments import AssessmentFacts
from accede.modules.assessments.models import Assessment, Consent
from accede.modules.assessments.queries.clocks import rule_sets
from accede.modules.assessments.queries.naming import names_of_keys
from accede.modules.reference.queries.states import short_names


def assessments_visible_to(actor: Actor) -> RowsOfTable[AssessmentFacts]:
    """Return the visits and desk reviews that the actor may see, the latest first."""
    rows = Assessment.objects.visible_to(actor).order_by("-first_day", "-id")
    return RowsOfTable(rows, lambda found: _facts(found, actor))


def assessment_visible_to(actor: Actor, number: int) -> AssessmentFacts | None:
    """Return one visit or desk review, None if there is none for this actor."""
    return next(iter(_facts(list(Assessment.objects.visible_to(actor).filter(id=number)), actor)), None)


def assessments_between(actor: Actor, first: date, last: date) -> Sequence[AssessmentFacts]:
    """Return those of which a day, or the end of a time, can fall between two days; both belong to them."""
    rows = Assessment.objects.visible_to(actor)
    ends = rows.filter(last_day__gte=first, first_day__lte=last) | rows.filter(draft_sent_on__isnull=False)
    return _facts(list(ends.order_by("first_day", "id")), actor)


def assessments_to_choose(actor: Actor, *, state: str) -> dict[str, str]:
    """Return the visits and desk reviews of a State, by number, with their titles."""
    rows = Assessment.objects.visible_to(actor).filter(state_code=state).order_by("-first_day", "-id")
    return {str(number): title for number, title in rows.values_list("id", "title")}


def clocks_for(row: Assessment) -> Clocks:
    """Return the time that each side has, by the rule set that counted when the assessment ended."""
    rules = rules_for(row.lead, row.last_day, rule_sets())
    return clocks_of(rules, draft_sent_on=row.draft_sent_on, reported_on=row.reported_on)


def _facts(rows: Sequence[Assessment], reader: Actor) -> list[AssessmentFacts]:
    if not rows:
        return []
    names = names_of_keys({key for row in rows for key in row.organisations})
    states = short_names({row.state_code for row in rows}, language=readers_language())
    found = Consent.objects.visible_to(reader).filter(id__in={row.consent_id for row in rows if row.consent_id})
    consents = {one.id: one for one in found}
    return [_fact(row, states, names, consents.get(row.consent_id) if row.consent_id else None) for row in rows]


def _fact(row: Assessment, states: dict[str, str], names: dict[str, str], consent: Consent | None) -> AssessmentFacts:
    return AssessmentFacts(
        number=row.pk,
        state=row.state_code,
        state_name=states.get(row.state_code, row.state_code),
        title=row.title,
        kind=row.kind,
        form=row.form,
        lead=row.lead,
        first_day=row.first_day,
        last_day=row.last_day,
        topics=tuple(row.topics),
        organisations=tuple(row.organisations),
        organisation_names=tuple(names.get(key, key) for key in row.organisations),
        consent=row.consent_id,
        consent_reference=consent.reference if consent else "",
        is_withdrawn=consent is not None and consent.withdrawn_at is not None,
        stage=row.state,
        reason=row.reason,
        report=row.report,
        draft_sent_on=row.draft_sent_on,
        comments_on=row.comments_on,
        comments=row.comments,
        reported_on=row.reported_on,
        clocks=clocks_for(row),
    )
