"""Record funds, close their periods, record rates of exchange."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.finance.money import DOLLAR
from accede.foundation.access import Actor, Refused, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import UnableTo
from accede.foundation.saving import save_once
from accede.foundation.search.writing import keep_found
from accede.modules.resources import events
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.fields.funds import (
    RATE_STATED,
    STATED,
    FundDetails,
    FundFacts,
    RateDetails,
    RateFacts,
    facts_of,
    rate_facts_of,
)
from accede.modules.resources.models import ExchangeRate, Fund
from accede.modules.resources.queries.rates import UNITS, currency_of


@transaction.atomic
def record_fund(new: FundDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> FundFacts:
    """Record a fund.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or its code is another fund's.
    """
    require(by, MONEY_RECORD)
    if problems := problems_of(STATED, new):
        raise UnableTo(problems)
    row = Fund(code=new.code, name=new.name, category=new.category, recorded_at=at)
    save_once(row, {"code": _("A fund of this code is recorded already.")}, is_new=True)
    keep_found("fund", [row.id])
    stated, about = values_of(STATED, new), events.fund_subject(row.id)
    record(events.FUND_RECORDED, about=about, by=by, at=at, face=face, after=stated, fund=row.code)
    return facts_of(row)


@transaction.atomic
def close_period(fund: UUID, *, until: date | None, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Close the books of a fund up to a day: what is recorded later of these days is booked on the first one after.

    Raises:
        Refused: the actor may not, or there is no such fund.
        UnableTo: the day lies ahead, or not after the last day that is closed already.
    """
    require(by, MONEY_RECORD)
    # Not only against others who close it: whoever posts holds the row by its key until their lines are in the books.
    row = Fund.objects.select_for_update().filter(id=fund).first()
    if row is None:
        raise Refused
    if until is None or until >= at.date():
        raise UnableTo({"closed_until": _("Write a day that has passed.")})
    if row.closed_until is not None and until <= row.closed_until:
        words = _("The books are closed until %(day)s; a closed period is not opened again.")
        raise UnableTo({"closed_until": words % {"day": row.closed_until}})
    before, row.closed_until = row.closed_until, until
    row.save(update_fields=["closed_until"])
    record(
        events.PERIOD_CLOSED, about=events.fund_subject(row.id), by=by, at=at, face=face,
        before={"closed_until": before}, after={"closed_until": until}, fund=row.code,
    )  # fmt: skip


@transaction.atomic
def record_rate(new: RateDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> RateFacts:
    """Record a rate of exchange as it was published.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not whole, its currency is none, it is no rate, or the currency has one of that day.
    """
    require(by, MONEY_RECORD)
    problems = problems_of(RATE_STATED, new)
    if "currency" not in problems and currency_of(new.currency) is None:
        problems["currency"] = unknown_currency(new.currency)
    elif new.currency == DOLLAR.code:
        problems["currency"] = _("The books are kept in dollars: a dollar is one dollar.")
    if "units" not in problems and (UNITS.fullmatch(new.units) is None or not Decimal(new.units)):
        problems["units"] = _("Write a number above nought, a point before its decimals, at most eight of them.")
    if problems or new.effective_on is None:
        raise UnableTo(problems)
    row = ExchangeRate(
        currency=new.currency,
        effective_on=new.effective_on,
        units=Decimal(new.units),
        source=new.source,
        recorded_at=at,
    )
    save_once(row, {"effective_on": _("A rate of this currency from this day is recorded already.")}, is_new=True)
    stated = values_of(RATE_STATED, new)
    record(events.RATE_RECORDED, about=events.rate_subject(row.id), by=by, at=at, face=face, after=stated)
    return rate_facts_of(row)


def unknown_currency(code: str) -> str:
    """Return what to say of a code that is no currency's."""
    return _("“%(code)s” is not the code of a currency. Codes are those of ISO 4217, such as EUR.") % {"code": code}
