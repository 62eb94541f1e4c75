"""Commitments in the API: the list, and committing, releasing and spending."""

from django.http import HttpRequest, HttpResponse
from ninja import Query

from accede.foundation import clock
from accede.foundation.access import Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.fields import body_of, given_in, item_of, items, list_of, properties, query_of
from accede.modules.resources.access import LEDGER_READ, MONEY_RECORD
from accede.modules.resources.fields.commitments import (
    REFERENCE,
    RELEASED,
    SHOWN,
    SPENT,
    WANTED,
    part_of,
    wanted_of,
)
from accede.modules.resources.queries.commitments import commitments_visible_to
from accede.modules.resources.rest.routing import router
from accede.modules.resources.services.purposes import commit_written, release_written, spend_written

CommitmentItem = item_of("CommitmentItem", SHOWN)
CommitmentQuery = query_of("CommitmentQuery", SHOWN)
CommitmentBody = body_of("CommitmentBody", WANTED)
ReleaseBody = body_of("ReleaseBody", (REFERENCE, *RELEASED))
ExpenditureBody = body_of("ExpenditureBody", (REFERENCE, *SPENT))


@router.get("commitments/", response=list_of(CommitmentItem))
@opens_to(LEDGER_READ)
def commitment_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[CommitmentQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """What is committed and spent, by purpose; amounts with programme support cost, decimals in text."""
    return items(request, response, SHOWN, commitments_visible_to(actor_of(request), on=clock.today()))


@router.post("commitments/", response=CommitmentItem)
@opens_to(MONEY_RECORD)
def commitment_record(
    request: HttpRequest,
    body: CommitmentBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Commit money for a purpose, an amount for each object of expenditure; 400 with the gap where it cannot be."""
    wanted = wanted_of(given_in(body))
    commit_written(wanted, by=actor_of(request), at=clock.now(), face=Face.API)
    return _commitment(request, wanted.reference)


@router.post("commitments/release/", response=CommitmentItem)
@opens_to(MONEY_RECORD)
def commitment_release(
    request: HttpRequest,
    body: ReleaseBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Release a part of what is committed for a purpose."""
    given = given_in(body)
    release_written(given.text(REFERENCE), part_of(given), by=actor_of(request), at=clock.now(), face=Face.API)
    return _commitment(request, given.text(REFERENCE))


@router.post("commitments/expenditure/", response=CommitmentItem)
@opens_to(MONEY_RECORD)
def commitment_spend(
    request: HttpRequest,
    body: ExpenditureBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record what was spent of a commitment."""
    given = given_in(body)
    spend_written(given.text(REFERENCE), part_of(given), by=actor_of(request), at=clock.now(), face=Face.API)
    return _commitment(request, given.text(REFERENCE))


def _commitment(request: HttpRequest, purpose: str) -> dict[str, object]:
    found = commitments_visible_to(actor_of(request), on=clock.today(), purpose=purpose)
    if not found:
        raise Refused
    return properties(SHOWN, found[0], request)
