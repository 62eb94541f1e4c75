"""Outcomes in the API: the list, one of them with why it counts, recording, answers to follow-up."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.documents import Schema
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.modules.outcomes.access import OUTCOMES_ANSWER, OUTCOMES_KEEP, OUTCOMES_READ
from accede.modules.outcomes.fields.after import ANSWERED, answer_of
from accede.modules.outcomes.fields.outcomes import SHOWN, STATE, STATED, outcome_of
from accede.modules.outcomes.queries.outcomes import follow_ups_of, outcome_visible_to, outcomes_visible_to
from accede.modules.outcomes.services.recording import answer_follow_up, record_outcome
from accede.modules.outcomes.words.why import why

router = Router(tags=["Outcomes"])
OutcomeItem = item_of("OutcomeItem", SHOWN)
OutcomeQuery = query_of("OutcomeQuery", SHOWN)
OutcomeBody = body_of("OutcomeBody", (STATE, *STATED))
FollowUpBody = body_of("FollowUpBody", ANSWERED)


class HelpItem(Schema):
    """Assistance that contributed, as far as the reader may see it."""

    kind: str
    key: str
    called: str
    began_on: date | None


class FollowUpItem(Schema):
    """When it is asked whether an outcome still stands, and the answer."""

    id: UUID
    months: int
    due_on: date
    answer: str = Field(description="used, stands or no_longer; empty until it is answered.")
    words: str
    answered_on: date | None


class OutcomeDetail(Schema):
    """An outcome, why it counts or does not, the facts of the record that it rests on, and its follow-up."""

    outcome: OutcomeItem  # type: ignore[valid-type]  # (made of the fields)
    why: list[str]
    facts: list[str] = Field(description="Keys of the facts of the record, such as act:… or law:…")
    helped: list[HelpItem]
    follow_ups: list[FollowUpItem]


@router.get("", response=list_of(OutcomeItem))
@opens_to(OUTCOMES_READ)
def outcome_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[OutcomeQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """List the outcomes that the reader may see, each with whether it counts today."""
    return items(request, response, SHOWN, outcomes_visible_to(actor_of(request), on=clock.today()))


@router.post("", response=OutcomeDetail)
@opens_to(OUTCOMES_KEEP)
def outcome_make(
    request: HttpRequest,
    body: OutcomeBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record an outcome to which assistance contributed, each named such as activity:12, request:12 or visit:12."""
    given = given_in(body)
    wanted = outcome_of(given, state=given.text(STATE))
    return _detail(request, record_outcome(wanted, by=actor_of(request), at=clock.now(), face=Face.API))


@router.get("{outcome}/", response=OutcomeDetail)
@opens_to(OUTCOMES_READ)
def outcome_detail(request: HttpRequest, outcome: int) -> dict[str, object]:
    """Show an outcome, why it counts or does not, and its follow-up."""
    return _detail(request, outcome)


@router.post("follow-ups/{follow_up}/", response=OutcomeDetail)
@opens_to(OUTCOMES_KEEP, OUTCOMES_ANSWER)
def outcome_answer(
    request: HttpRequest,
    follow_up: UUID,
    body: FollowUpBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Say whether an outcome still stands."""
    answer = answer_of(given_in(body))
    return _detail(request, answer_follow_up(follow_up, answer, by=actor_of(request), at=clock.now(), face=Face.API))


def _detail(request: HttpRequest, number: int) -> dict[str, object]:
    actor = actor_of(request)
    found = or_refuse(outcome_visible_to(actor, number, on=clock.today()))
    return {
        "outcome": properties(SHOWN, found, request),
        "why": why(found),
        "facts": [key for reason in found.finding.because for key in reason.acts],
        "helped": found.helped,
        "follow_ups": follow_ups_of(actor, number),
    }
