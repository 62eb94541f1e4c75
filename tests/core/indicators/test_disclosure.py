"""Figures for everybody: whatever is subtracted from whatever, no single record comes out."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from accede.core.indicators.definitions import Counting, Definition, Span, Unit
from accede.core.indicators.disclosure import Disclosed, Told, disclosed
from accede.core.indicators.figures import Counted, Record, figure_of

TODAY = date(2011, 6, 1)
EACH = Definition("requests-received", 1, Unit.REQUESTS, Span.PERIOD, Counting.EACH, ("kind",), "Requests.")
STATES = Definition("states-asking", 1, Unit.STATES, Span.PERIOD, Counting.DISTINCT, (), "States.")
MONEY = Definition("money-received", 1, Unit.DOLLARS, Span.PERIOD, Counting.SUM, (), "Money.")


def told(definition: Definition, records: Sequence[Record], first: str, last: str, **beside: str) -> Disclosed:
    asked = {"from": first, "until": last, **beside}
    within = tuple(one for one in records if one.on and first <= one.on.isoformat() <= last)
    return disclosed(figure_of(definition, asked, Counted(within)), today=TODAY)


def requests(*counts: int) -> list[Record]:
    """Return so many requests of 2007, 2008 …"""
    years = enumerate(counts, 2007)
    return [Record(f"r:{y}:{n}", f"r:{y}:{n}", date(y, 3, 4)) for y, count in years for n in range(count)]


def gifts(year: int, *amounts: int) -> list[Record]:
    return [
        Record(f"e:{year}:{n}", f"e:{year}:{n}", date(year, 2, 3), Decimal(amount), f"donor {n}")
        for n, amount in enumerate(amounts)
    ]


@pytest.mark.parametrize(("count", "value"), [(5, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_a_number_is_rounded_to_five(count, value):
    assert told(EACH, requests(count), "2007-01-01", "2007-12-31") == Disclosed(Told.ROUNDED, Decimal(value))


@pytest.mark.parametrize("count", range(5))
def test_nought_to_four_are_told_alike(count):
    assert told(EACH, requests(count), "2007-01-01", "2007-12-31") == Disclosed(Told.FEW)


def test_differences_of_totals_tell_nothing_more():
    """Whoever knows both years and their total knows of each no more than whoever knows that year alone."""
    seen: dict[tuple[Disclosed, ...], set[tuple[int, int]]] = {}
    for pair in product(range(13), range(13)):
        records = requests(*pair)
        windows = (("2007-01-01", "2007-12-31"), ("2008-01-01", "2008-12-31"), ("2007-01-01", "2008-12-31"))
        seen.setdefault(tuple(told(EACH, records, *window) for window in windows), set()).add(pair)

    alike = (range(5), range(5, 8), range(8, 13))
    assert {frozenset(pairs) for pairs in seen.values()} == {
        frozenset(product(first, second)) for first in alike for second in alike
    }


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2007-01-01", "2007-12-30"),
        ("2007-01-02", "2007-12-31"),
        ("2007-07-01", "2008-06-30"),
        ("2011-01-01", "2011-12-31"),
    ],
)
def test_windows_that_are_no_whole_years_or_not_over_are_not_told(first, last):
    assert told(EACH, requests(20, 20), first, last).how is Told.WITHHELD


@pytest.mark.parametrize("beside", [{"kind": "training"}, {"geography": "XSA"}, {"known": "2008-01-01"}])
def test_parts_of_the_whole_are_not_told(beside):
    assert told(EACH, requests(20), "2007-01-01", "2007-12-31", **beside).how is Told.WITHHELD


def test_states_are_told_of_single_years_only():
    records = [Record(f"r:{year}:{n}", f"state:{n}", date(year, 3, 4)) for year in (2007, 2008) for n in range(9)]

    assert told(STATES, records, "2007-01-01", "2007-12-31").value == 10
    assert told(STATES, records, "2007-01-01", "2008-12-31").how is Told.WITHHELD


def test_money_is_told_in_thousands_where_enough_gave_it():
    found = told(MONEY, gifts(2007, 90_400, 30_100, 20_000), "2007-01-01", "2007-12-31")

    assert found == Disclosed(Told.ROUNDED, Decimal(140_000))


@pytest.mark.parametrize("amounts", [(90_000,), (90_000, 30_000), (90_000, 30_000, 100), (50_000, 40_000, -5_000)])
def test_money_from_which_one_giver_could_be_reckoned_is_not_told(amounts):
    assert told(MONEY, gifts(2007, *amounts), "2007-01-01", "2007-12-31").how is Told.WITHHELD


def test_a_total_is_not_told_from_which_a_year_that_is_not_told_could_be_subtracted():
    records = [*gifts(2007, 50_000, 40_000, 30_000), *gifts(2008, 70_000)]

    assert told(MONEY, records, "2007-01-01", "2007-12-31").how is Told.ROUNDED
    assert told(MONEY, records, "2008-01-01", "2008-12-31").how is Told.WITHHELD
    assert told(MONEY, records, "2007-01-01", "2008-12-31").how is Told.WITHHELD


def test_what_is_cumulative_over_confidential_records_is_not_told():
    needs = Definition("needs-recorded", 1, Unit.NEEDS, Span.CUMULATIVE, Counting.EACH, (), "Needs.")
    made = figure_of(needs, {"on": "2008-12-31"}, Counted(tuple(requests(30))))

    assert disclosed(made, today=TODAY).how is Told.WITHHELD
