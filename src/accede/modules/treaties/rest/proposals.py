"""Imports of acts that wait for a second person: the list, one of them, and its steps."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from accede.foundation.access import Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.imports.rest import ProposedDetail, ProposedList
from accede.foundation.rest import PagedQuery, paged
from accede.foundation.workflow.later import is_under_way
from accede.foundation.workflow.rest import StepBody, steps_offered, take
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.proposals import proposal_visible_to, proposals_visible_to
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED
from accede.modules.treaties.words.proposals import proposal_item

router = Router(tags=["Imports"])


@router.get("", response=ProposedList)
@opens_to(ACTS_IMPORT)
def proposed_acts(request: HttpRequest, response: HttpResponse, query: Query[PagedQuery]) -> dict[str, object]:
    """List the imports of acts that wait for a second person, and what became of earlier ones."""
    lines = proposals_visible_to(actor_of(request), Part.ACTS, ACTS_IMPORT)
    page, listing = paged(lines, query, request=request, response=response)
    return {**listing, "items": [proposal_item(line) for line in page]}


@router.get("{number}/", response=ProposedDetail)
@opens_to(ACTS_IMPORT)
def proposed_act_import(request: HttpRequest, number: int) -> dict[str, object]:
    """Show a proposed import of acts, and the steps that the reader can take with it."""
    return _detail(request, number)


@router.post("{number}/steps/{step}/", response={200: ProposedDetail, 202: ProposedDetail})
@opens_to(ACTS_IMPORT)
def proposed_act_import_step(request: HttpRequest, number: int, step: str, body: StepBody) -> Status[dict[str, object]]:
    """Take a step with a proposed import of acts: confirm it, or decline it with a reason."""
    status = take(request, ACTS_PROPOSED, number, step, body)
    return Status(status.value, _detail(request, number))


def _detail(request: HttpRequest, number: int) -> dict[str, object]:
    found = proposal_visible_to(actor_of(request), number, Part.ACTS, ACTS_IMPORT)
    if found is None:
        raise Refused
    return {
        "proposed": proposal_item(found),
        "steps": steps_offered(request, ACTS_PROPOSED, number),
        "is_under_way": is_under_way(ACTS_PROPOSED, number),
    }
