"""United Nations operational rates of exchange: units of a currency for one United States dollar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from accede.core.finance.money import DOLLAR, Currency, rounded


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of a currency for one dollar, from a day on.

    Raises:
        ValueError: a rate is above nought.
    """

    currency: str
    effective: date
    units: Decimal

    def __post_init__(self) -> None:
        if not self.units.is_finite() or self.units <= 0:
            raise ValueError(f"{self.units} is no rate of exchange")


_ONE = Decimal(1)


def rate_on(day: date, currency: str, rates: Iterable[Rate]) -> Rate | None:
    """Return the rate at which something of a day is booked: of the currency's rates the latest effective by that day.

    Each list is taken as partial: a list of the middle of a month may hold the currencies that changed and no other, so
    a currency that a later list leaves out keeps its rate. The dollar is one dollar. None: it has no rate yet.
    """
    if currency == DOLLAR.code:
        return Rate(DOLLAR.code, day, _ONE)
    known = [rate for rate in rates if rate.currency == currency and rate.effective <= day]
    return max(known, key=lambda rate: rate.effective, default=None)


def in_dollars(amount: int, currency: Currency, rate: Rate) -> int:
    """Return an amount in cents: divided by the rate exactly, then rounded once, a half away from zero.

    Raises:
        ValueError: the rate is another currency's.
    """
    if rate.currency != currency.code:
        raise ValueError(f"a rate of {rate.currency} says nothing of {currency.code}")
    return rounded(Fraction(amount * DOLLAR.units, currency.units) * _inverse(rate.units))


def from_dollars(cents: int, currency: Currency, rate: Rate) -> int:
    """Return cents in another currency's smallest units, rounded as `in_dollars` does.

    Raises:
        ValueError: the rate is another currency's.
    """
    if rate.currency != currency.code:
        raise ValueError(f"a rate of {rate.currency} says nothing of {currency.code}")
    return rounded(Fraction(cents * currency.units, DOLLAR.units) * Fraction(rate.units))


def _inverse(units: Decimal) -> Fraction:
    exact = Fraction(units)
    return Fraction(exact.denominator, exact.numerator)
