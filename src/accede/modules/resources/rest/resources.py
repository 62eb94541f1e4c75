"""Funds and contributions in the API."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from accede.foundation import clock
from accede.foundation.access import Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.rest.fields import item_of, items, list_of, properties, query_of
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ
from accede.modules.resources.fields.contributions import SHOWN
from accede.modules.resources.fields.funds import SHOWN as FUND_SHOWN
from accede.modules.resources.fields.money import LINE_SHOWN
from accede.modules.resources.queries.contributions import contribution_visible_to, contributions_visible_to
from accede.modules.resources.queries.funds import recorded_funds
from accede.modules.resources.queries.ledger import lines_visible_to
from accede.modules.resources.rest.routing import router

ContributionItem = item_of("ContributionItem", SHOWN)
ContributionQuery = query_of("ContributionQuery", SHOWN)
FundItem = item_of("FundItem", FUND_SHOWN)
FundQuery = query_of("FundQuery", FUND_SHOWN)
LedgerItem = item_of("LedgerItem", LINE_SHOWN)
LedgerQuery = query_of("LedgerQuery", LINE_SHOWN)


@router.get("contributions/", response=list_of(ContributionItem))
@opens_to(CONTRIBUTIONS_READ)
def contribution_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[ContributionQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The contributions that the reader may see, as they stand today; amounts are decimals in text."""
    return items(request, response, SHOWN, contributions_visible_to(actor_of(request), on=clock.today()))


@router.get("contributions/{contribution}/", response=ContributionItem)
@opens_to(CONTRIBUTIONS_READ)
def contribution_detail(request: HttpRequest, contribution: UUID) -> dict[str, object]:
    """One contribution, as it stands today."""
    found = contribution_visible_to(actor_of(request), contribution, on=clock.today())
    if found is None:
        raise Refused
    return properties(SHOWN, found, request)


@router.get("funds/", response=list_of(FundItem))
@opens_to(LEDGER_READ)
def fund_list(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[FundQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The funds."""
    return items(request, response, FUND_SHOWN, recorded_funds())


@router.get("ledger/", response=list_of(LedgerItem))
@opens_to(LEDGER_READ)
def ledger_lines(
    request: HttpRequest,
    response: HttpResponse,
    query: Query[LedgerQuery],  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """The lines of the books; above nought is a debit, below a credit."""
    return items(request, response, LINE_SHOWN, lines_visible_to(actor_of(request), on=clock.today()))
