"""Amounts, rates, support cost: figures to the cent."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from accede.core.finance.money import DOLLAR, Currency, NotAnAmount, read_amount, rounded, written
from accede.core.finance.rates import Rate, from_dollars, in_dollars, rate_on
from accede.core.finance.support_cost import Split, split_of, support_upon

DINAR, YEN, EURO = Currency("KWD", 3), Currency("JPY", 0), Currency("EUR", 2)
DECEMBER, JANUARY = date(2008, 12, 31), date(2009, 2, 1)


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("1130000", DOLLAR, 113_000_000),
        ("1 130 000.5", DOLLAR, 113_000_050),
        ("1\u202f130\u00a0000.50", DOLLAR, 113_000_050),
        ("0.291", DINAR, 291),
        ("12", YEN, 12),
        ("12.00", YEN, 12),
        ("-3.20", EURO, -320),
    ],
)
def test_an_amount_is_read_to_the_smallest_unit(text, currency, amount):
    assert read_amount(text, currency) == amount
    assert Decimal(amount) == written(amount, currency) * currency.units


@pytest.mark.parametrize("text", ["", "1,5", "1.2.3", "ten", "1e3", "٣", "1.005", ".5", "NaN"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(NotAnAmount):
        read_amount(text, DOLLAR)


def test_too_many_decimals_are_told_as_such():
    with pytest.raises(NotAnAmount) as told:
        read_amount("1.005", DOLLAR)

    assert told.value.decimals == 3


@pytest.mark.parametrize(("exact", "whole"), [("1/2", 1), ("-1/2", -1), ("3/2", 2), ("149/100", 1), ("-7/4", -2)])
def test_a_half_goes_away_from_nought(exact, whole):
    assert rounded(Fraction(exact)) == whole


def test_the_latest_effective_rate_counts_and_a_list_that_leaves_a_currency_out_ends_nothing():
    rates = [Rate("EUR", DECEMBER, Decimal("0.7")), Rate("JPY", JANUARY, Decimal(90))]

    assert rate_on(date(2009, 2, 20), "EUR", rates) == rates[0]
    assert rate_on(date(2008, 12, 30), "EUR", rates) is None
    assert rate_on(DECEMBER, "USD", []) == Rate("USD", DECEMBER, Decimal(1))


def test_an_amount_is_divided_by_the_rate_and_rounded_once():
    assert in_dollars(70_000_00, EURO, Rate("EUR", DECEMBER, Decimal("0.7"))) == 100_000_00
    assert in_dollars(291, DINAR, Rate("KWD", DECEMBER, Decimal("0.291"))) == 100
    assert in_dollars(1, YEN, Rate("JPY", DECEMBER, Decimal(200))) == 1
    assert from_dollars(100, DINAR, Rate("KWD", DECEMBER, Decimal("0.291"))) == 291
    with pytest.raises(ValueError, match="says nothing"):
        in_dollars(1, YEN, Rate("EUR", DECEMBER, Decimal("0.7")))
    with pytest.raises(ValueError, match="says nothing"):
        from_dollars(1, YEN, Rate("EUR", DECEMBER, Decimal("0.7")))


@pytest.mark.parametrize("units", [Decimal(0), Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_a_rate_is_above_nought(units):
    with pytest.raises(ValueError, match="no rate"):
        Rate("EUR", DECEMBER, units)


def test_support_cost_is_a_share_of_expenditure_and_not_of_the_gross():
    assert split_of(1_130_000_00) == Split(1_000_000_00, 130_000_00)
    assert support_upon(1_000_000_00).gross == 1_130_000_00
    assert split_of(1_130_000_00).support != 146_900_00


@pytest.mark.parametrize("gross", [0, 1, 2, 4, 5, 99, 113, 114, 12_345_67, 50_000_00])
@pytest.mark.parametrize("rate", [Decimal(0), Decimal("0.07"), Decimal("0.13"), Decimal("0.08")])
def test_the_direct_cost_is_the_largest_that_can_be_paid(gross, rate):
    split = split_of(gross, rate)

    assert split.gross == gross
    assert support_upon(split.direct, rate).gross <= gross < support_upon(split.direct + 1, rate).gross


@pytest.mark.parametrize("rate", [Decimal(13), Decimal("-0.1"), Decimal("NaN")])
def test_a_share_lies_between_nought_and_one(rate):
    with pytest.raises(ValueError, match="no share"):
        support_upon(100, rate)
