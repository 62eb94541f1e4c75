"""Currencies, amounts as whole numbers of their smallest unit, and the one rule of rounding."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

_WRITTEN = re.compile(r"(-?)(\d+)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its code, with the number of decimals of its smallest unit (ISO 4217, list one)."""

    code: str
    decimals: int

    @property
    def units(self) -> int:
        """How many smallest units make one."""
        return int("1" + "0" * self.decimals)


DOLLAR = Currency("USD", 2)
"""The functional currency: statements are presented in United States dollars (Financial Regulations, reg. 6.1)."""


class NotAnAmount(ValueError):  # noqa: N818  (a state of affairs, told to a person)
    """The text is no amount of the currency; `decimals`: how many it has, where more were written."""

    def __init__(self, text: str, currency: Currency, *, decimals: int | None = None) -> None:
        self.text, self.currency, self.decimals = text, currency, decimals
        super().__init__(f"“{text}” is no amount in {currency.code}")


def read_amount(text: str, currency: Currency) -> int:
    """Return an amount in figures, a point before the decimals, as smallest units; spaces stand between figures.

    Raises:
        NotAnAmount: it is none, or has more decimals than the currency has.
    """
    plain = re.sub(r"[\s\u202f\u00a0]", "", text)
    found = _WRITTEN.fullmatch(plain) if plain.isascii() else None
    if found is None:
        raise NotAnAmount(text, currency)
    sign, whole, decimals = found.group(1), found.group(2), found.group(3) or ""
    if len(decimals.rstrip("0")) > currency.decimals:
        raise NotAnAmount(text, currency, decimals=len(decimals))
    smallest = int(whole + decimals[: currency.decimals].ljust(currency.decimals, "0"))
    return -smallest if sign else smallest


def written(amount: int, currency: Currency) -> Decimal:
    """Return smallest units as a decimal number with all the decimals of the currency."""
    return Decimal(amount).scaleb(-currency.decimals)


def rounded(exact: Fraction) -> int:
    """Return the nearest whole number; a half goes away from zero, as amounts are rounded by hand."""
    whole = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return -whole if exact < 0 else whole
