"""Entries that balance, late ones, and those that are kept out of the books."""

from datetime import date
from decimal import Decimal

import pytest

from accede.core.finance.accounts import Account
from accede.core.finance.entries import Entry, Line, booked_on, problems_of
from accede.core.finance.facts import Owed, Place, of_agreement, of_receipt
from accede.core.finance.money import Currency
from accede.core.finance.rates import Rate

DAY = date(2009, 3, 1)
EURO = Currency("EUR", 2)


def line(
    account: Account, amount: int, dollars: int | None = None, *, fund: str = "crime", currency: str = "USD"
) -> Line:
    return Line(fund, account, currency, amount, amount if dollars is None else dollars)


def problems(*lines: Line) -> list[str]:
    return [one.code for one in problems_of(Entry("e", DAY, DAY, DAY, lines))]


def test_an_entry_that_balances_has_no_problem():
    assert problems(line(Account.CASH, 5), line(Account.REVENUE, -5)) == []


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([], ["ledger.one_sided"]),
        ([line(Account.CASH, 5)], ["ledger.one_sided", "ledger.unbalanced"]),
        ([line(Account.CASH, 5), line(Account.REVENUE, -4)], ["ledger.unbalanced"]),
        ([line(Account.CASH, 5), line(Account.REVENUE, -5, fund="drugs")], ["ledger.unbalanced"] * 2),
        (
            [line(Account.CASH, 5), line(Account.REVENUE, -7, -5, currency="EUR")],
            ["ledger.unbalanced", "ledger.unbalanced"],
        ),
        (
            [line(Account.CASH, 7, 5, currency="EUR"), line(Account.REVENUE, -7, -4, currency="EUR")],
            ["ledger.unbalanced_in_dollars"],
        ),
        ([line(Account.CASH, 5, 4), line(Account.REVENUE, -5, -4)], ["ledger.dollars_differ"] * 2),
        ([line(Account.CASH, 0), line(Account.REVENUE, 0)], ["ledger.nothing_on_line"] * 2),
        (
            [line(Account.CASH, 5, -5, currency="EUR"), line(Account.REVENUE, -5, 5, currency="EUR")],
            ["ledger.signs_differ"] * 2,
        ),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_in_full(lines, codes):
    assert problems(*lines) == codes


def test_a_fact_of_a_closed_period_is_booked_in_the_open_one_and_says_so():
    closed = date(2009, 6, 30)

    late, in_time = booked_on(DAY, closed_until=closed), booked_on(date(2009, 7, 1), closed_until=closed)

    assert (late.answer, [one.code for one in late.because]) == (date(2009, 7, 1), ["ledger.late"])
    assert (in_time.answer, in_time.because) == (date(2009, 7, 1), ())
    assert booked_on(DAY, closed_until=None).answer == DAY


def test_what_the_bank_credited_beside_what_was_owed_is_posted_as_exchange():
    place, rate = Place("crime", "c1"), Rate("EUR", DAY, Decimal("0.8"))
    agreed = of_agreement(place, 80_000_00, EURO, rate)
    owed = Owed("EUR", 80_000_00, 100_000_00, rate.units)

    received = of_receipt(place, owed, settles=80_000_00, credited=98_500_00)

    assert problems_of(Entry("a", DAY, DAY, DAY, agreed)) == ()
    assert problems_of(Entry("r", DAY, DAY, DAY, received)) == ()
    assert sum(one.dollars for one in received if one.account is Account.EXCHANGE) == 1_500_00
    assert sum(one.dollars for one in (*agreed, *received) if one.account is Account.RECEIVABLE) == 0


@pytest.mark.parametrize("amount", [0, -1, 80_000_01])
def test_more_than_is_owed_is_no_part_of_it(amount):
    with pytest.raises(ValueError, match="no part"):
        Owed("EUR", 80_000_00, 100_000_00, Decimal("0.8")).part(amount)


def test_parts_of_what_is_owed_leave_nothing_behind():
    owed = Owed("EUR", 3, 100, Decimal("0.03"))
    first = owed.part(1)

    left = Owed("EUR", 2, 100 - first, owed.units)

    assert (first, left.part(2)) == (33, 67)
