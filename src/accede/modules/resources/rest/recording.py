"""What the pages of money record, recorded through the API."""

from uuid import UUID

from django.http import HttpRequest

from accede.foundation import clock
from accede.foundation.access import Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.rest.fields import body_of, given_in, item_of, properties
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.contributions import AGREED, SHOWN, STATED, agreement_of, pledge_of
from accede.modules.resources.fields.funds import CLOSES_ON, RATE_SHOWN, RATE_STATED, fund_of, rate_of
from accede.modules.resources.fields.funds import SHOWN as FUND_SHOWN
from accede.modules.resources.fields.funds import STATED as FUND_STATED
from accede.modules.resources.fields.money import BECAUSE, money_of
from accede.modules.resources.fields.money import STATED as MONEY_STATED
from accede.modules.resources.queries.contributions import contribution_visible_to
from accede.modules.resources.queries.funds import fund_of_key
from accede.modules.resources.queries.ledger import entry_visible_to
from accede.modules.resources.rest.resources import ContributionItem, FundItem
from accede.modules.resources.rest.routing import router
from accede.modules.resources.services.contributions import agree, change_pledge, record_pledge
from accede.modules.resources.services.funds import close_period, record_fund, record_rate
from accede.modules.resources.services.money import record_money, take_back

PledgeBody = body_of("PledgeBody", STATED)
AgreementBody = body_of("AgreementBody", AGREED)
MoneyBody = body_of("MoneyBody", MONEY_STATED)
BecauseBody = body_of("BecauseBody", (BECAUSE,))
FundBody = body_of("FundBody", FUND_STATED)
CloseBody = body_of("CloseBody", (CLOSES_ON,))
RateBody = body_of("RateBody", RATE_STATED)
RateItem = item_of("RateItem", RATE_SHOWN)


@router.post("contributions/", response=ContributionItem)
@opens_to(MONEY_RECORD)
def pledge_record(
    request: HttpRequest,
    body: PledgeBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record a pledge, which is no money yet; the donor and the fund by their keys."""
    made = record_pledge(pledge_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _contribution(request, made)


@router.put("contributions/{contribution}/", response=ContributionItem)
@opens_to(MONEY_RECORD)
def pledge_change(
    request: HttpRequest,
    contribution: UUID,
    body: PledgeBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Correct a pledge on which nothing is agreed."""
    change_pledge(contribution, pledge_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _contribution(request, contribution)


@router.post("contributions/{contribution}/agreement/", response=ContributionItem)
@opens_to(MONEY_RECORD)
def agreement_record(
    request: HttpRequest,
    contribution: UUID,
    body: AgreementBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record the agreement that binds the donor, and post what it owes."""
    agree(contribution, agreement_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _contribution(request, contribution)


@router.post("contributions/{contribution}/money/", response=ContributionItem)
@opens_to(MONEY_RECORD)
def money_record(
    request: HttpRequest,
    contribution: UUID,
    body: MoneyBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record a receipt, a refund or a write-off."""
    record_money(contribution, money_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return _contribution(request, contribution)


@router.post("entries/{entry}/reversal/", response=ContributionItem)
@opens_to(MONEY_RECORD)
def entry_take_back(
    request: HttpRequest,
    entry: UUID,
    body: BecauseBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Take an entry back by one with its signs turned; answers with its contribution."""
    posted = entry_visible_to(actor_of(request), entry)
    if posted is None:
        raise Refused
    because = given_in(body).text(BECAUSE)
    take_back(entry, because=because, by=actor_of(request), at=clock.now(), face=Face.API)
    return _contribution(request, posted.contribution)


@router.post("funds/", response=FundItem)
@opens_to(MONEY_RECORD)
def fund_record(
    request: HttpRequest,
    body: FundBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record a fund."""
    made = record_fund(fund_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return properties(FUND_SHOWN, made, request)


@router.post("funds/{fund}/closing/", response=FundItem)
@opens_to(MONEY_RECORD)
def fund_close(
    request: HttpRequest,
    fund: UUID,
    body: CloseBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Close the books of a fund up to a day; a closed period is not opened again."""
    until = given_in(body).day(CLOSES_ON)
    close_period(fund, until=until, by=actor_of(request), at=clock.now(), face=Face.API)
    found = fund_of_key(fund)
    if found is None:
        raise Refused
    return properties(FUND_SHOWN, found, request)


@router.post("rates/", response=RateItem)
@opens_to(MONEY_RECORD)
def rate_record(
    request: HttpRequest,
    body: RateBody,  # type: ignore[valid-type]  # (made of the fields)
) -> dict[str, object]:
    """Record a rate of exchange."""
    made = record_rate(rate_of(given_in(body)), by=actor_of(request), at=clock.now(), face=Face.API)
    return properties(RATE_SHOWN, made, request)


def _contribution(request: HttpRequest, contribution: UUID) -> dict[str, object]:
    found = contribution_visible_to(actor_of(request), contribution, on=clock.today())
    if found is None:
        raise Refused
    return properties(SHOWN, found, request)
