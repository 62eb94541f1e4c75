"""From what happens to the lines that say it: agreement, receipt, refund, write-off, commitment, expenditure.

Money received is held in dollars: what the bank credited. What a donor owes stays in the currency of its agreement, at
the rate of the day on which it was booked; the difference between the two is posted as exchange when money comes.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from accede.core.finance.accounts import Account
from accede.core.finance.entries import Line
from accede.core.finance.money import DOLLAR, Currency, rounded
from accede.core.finance.rates import Rate, in_dollars


@dataclass(frozen=True, slots=True)
class Place:
    """The fund and the contribution that lines are about, and what a purpose adds to that."""

    fund: str
    contribution: str
    purpose: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """What a donor still owes: in smallest units of the agreement's currency, and in cents as the books have it."""

    currency: str
    amount: int
    dollars: int
    units: Decimal

    def part(self, amount: int) -> int:
        """Return the cents of a part: in proportion, and all that is left with the last of it.

        Raises:
            ValueError: more than is owed, or nothing.
        """
        if not 0 < amount <= self.amount:
            raise ValueError(f"{amount} is no part of {self.amount}")
        return rounded(Fraction(self.dollars * amount, self.amount))


def of_agreement(place: Place, amount: int, currency: Currency, rate: Rate) -> tuple[Line, ...]:
    """Return the lines of an agreement without conditions: all of it is revenue, later years too (IPSAS 23)."""
    dollars = in_dollars(amount, currency, rate)
    return _pair(place, Account.RECEIVABLE, Account.REVENUE, Owed(currency.code, amount, dollars, rate.units))


def of_receipt(place: Place, owed: Owed, *, settles: int, credited: int) -> tuple[Line, ...]:
    """Return the lines of money that came: `settles` so much of what is owed, and the bank `credited` so many cents.

    Raises:
        ValueError: it settles more than is owed, or nothing.
    """
    return (
        *_exchanged(place, Owed(owed.currency, settles, owed.part(settles), owed.units), credited),
        _line(place, Account.RECEIVABLE, Owed(owed.currency, -settles, -owed.part(settles), owed.units)),
    )


def of_refund(place: Place, cents: int) -> tuple[Line, ...]:
    """Return the lines of money given back to a donor: so much less revenue."""
    return _pair(place, Account.REVENUE, Account.CASH, _cents(cents))


def of_write_off(place: Place, owed: Owed, amount: int) -> tuple[Line, ...]:
    """Return the lines of a part that will not be paid.

    Raises:
        ValueError: more than is owed, or nothing.
    """
    part = Owed(owed.currency, amount, owed.part(amount), owed.units)
    return _pair(place, Account.WRITTEN_OFF, Account.RECEIVABLE, part)


def of_commitment(place: Place, direct: int, support: int, spent_on: str) -> tuple[Line, ...]:
    """Return the lines of a direct cost and the support cost upon it that are committed; below nought: released."""
    return (
        *_pair(place, Account.COMMITTED, Account.RESERVED, _cents(direct), spent_on),
        *(_pair(place, Account.COMMITTED, Account.RESERVED, _cents(support), SUPPORT) if support else ()),
    )


def of_spending(place: Place, direct: int, support: int, spent_on: str) -> tuple[Line, ...]:
    """Return the lines of a direct cost that was spent, with the support cost upon it."""
    return (
        *_pair(place, Account.EXPENSE, Account.CASH, _cents(direct), spent_on),
        *(_pair(place, Account.SUPPORT, Account.CASH, _cents(support), SUPPORT) if support else ()),
    )


SUPPORT = "support"
"""The object of programme support cost, beside those of the official tables."""
_ONE = Decimal(1)


def _exchanged(place: Place, settled: Owed, credited: int) -> tuple[Line, ...]:
    """Return the cash that came and, where it is not just what was owed, the exchange that explains it."""
    cash = _line(place, Account.CASH, _cents(credited))
    if settled.currency == DOLLAR.code and settled.amount == credited:
        return (cash,)
    return (
        cash,
        _line(place, Account.EXCHANGE, _cents(-credited)),
        _line(place, Account.EXCHANGE, settled),
    )


def _cents(cents: int) -> Owed:
    return Owed(DOLLAR.code, cents, cents, _ONE)


def _pair(place: Place, debit: Account, credit: Account, what: Owed, spent_on: str = "") -> tuple[Line, Line]:
    turned = Owed(what.currency, -what.amount, -what.dollars, what.units)
    return _line(place, debit, what, spent_on), _line(place, credit, turned, spent_on)


def _line(place: Place, account: Account, what: Owed, spent_on: str = "") -> Line:
    return Line(
        fund=place.fund,
        account=account,
        currency=what.currency,
        amount=what.amount,
        dollars=what.dollars,
        units=what.units,
        contribution=place.contribution,
        spent_on=spent_on,
        state=place.state,
        purpose=place.purpose,
    )
