"""Currencies that there are, and the rates at which they are booked."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from accede import data
from accede.core.finance.money import Currency
from accede.core.finance.rates import Rate, rate_on
from accede.foundation.listings import RowsOfTable
from accede.modules.resources.fields.funds import RateFacts, rate_facts_of
from accede.modules.resources.models import ExchangeRate

UNITS = re.compile(r"\d{1,12}(\.\d{1,8})?", re.ASCII)
"""How units of a currency for one dollar are written."""


def currency_of(code: str) -> Currency | None:
    """Return the currency of a code; None for a code that is none."""
    return _currencies().get(code)


def rate_for(currency: str, day: date) -> Rate | None:
    """Return the rate at which something of a day is booked, None where the currency has none yet."""
    found = ExchangeRate.objects.filter(currency=currency, effective_on__lte=day).order_by("-effective_on")[:1]
    return rate_on(day, currency, [Rate(one.currency, one.effective_on, one.units) for one in found])


def recorded_rates() -> RowsOfTable[RateFacts]:
    """Return the rates, the latest first."""

    def facts(rows: Sequence[ExchangeRate]) -> list[RateFacts]:
        return [rate_facts_of(row) for row in rows]

    return RowsOfTable(ExchangeRate.objects.order_by("-effective_on", "currency"), facts)


@cache
def _currencies() -> Mapping[str, Currency]:
    return {row["code"]: Currency(row["code"], int(row["decimals"])) for row in data.rows("currencies.csv")}
