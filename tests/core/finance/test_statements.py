"""Statements: published figures rebuilt cell by cell, the signs of official tables, and laws over random histories."""

from datetime import date

import pytest
from hypothesis import given

from accede.core.finance.accounts import Account
from accede.core.finance.balances import Spending, net_assets_of, trial_balance
from accede.core.finance.statements import (
    Biennium,
    Sum,
    change_in_per_cent,
    fund_statement,
    in_dollars_shown,
    in_thousands,
    projected,
    share_in_per_cent,
    spending_by,
)
from tests.core.finance.test_laws import HISTORIES, few

SPACE = "\u00a0"


def thousands(*tenths: int) -> list[str]:
    """Return amounts of hundreds of dollars as official tables show them."""
    return [in_thousands(one * 10_000) for one in tenths]


def test_figures_of_section_16_come_out_as_they_are_printed():
    """A/80/6 (Sect. 16), tables 16.23, 16.24 and 16.33: subprogramme 4 and the whole."""
    assert thousands(12_609, 304, 12_913) == [f"1{SPACE}260.9", "30.4", f"1{SPACE}291.3"]
    assert thousands(15_244, 246_737, 235_625) == [f"1{SPACE}524.4", f"24{SPACE}673.7", f"23{SPACE}562.5"]
    assert thousands(242_011, 4_368_067, 4_610_078) == [f"24{SPACE}201.1", f"436{SPACE}806.7", f"461{SPACE}007.8"]
    assert 12_609 + 304 == 12_913
    assert 242_011 + 4_368_067 == 4_610_078
    # 95 per cent of what the subprogramme spent was extrabudgetary.
    assert share_in_per_cent(246_737, 246_737 + 12_913) == "95.0"


def test_the_status_of_the_peacebuilding_fund_ties_to_the_dollar():
    """unpbf.org/donors/funding-status: refunds are printed with their sign and added to what participants use."""
    source = [898_977_165, 21_894_817, 3_140_769]
    use = [867_468_217, -53_310_773, 8_812_000, 24_028_968, 30_070]

    assert in_dollars_shown(sum(source) * 100) == f"924{SPACE}012{SPACE}751.00"
    assert in_dollars_shown(sum(use) * 100) == f"847{SPACE}028{SPACE}482.00"
    assert in_dollars_shown(use[1] * 100) == f"(53{SPACE}310{SPACE}773.00)"
    assert sum(source) - sum(use) == 76_984_269
    assert share_in_per_cent(76_984_269, 898_977_165) == "8.6"


def test_shares_say_of_what_they_are():
    """Contributions of 2006 and 2018 (unodc.org): the shares of 2018 are of what is told, 1.7 m stay unexplained."""
    assert share_in_per_cent(1364, 1507) == "90.5"
    assert share_in_per_cent(143, 1507) == "9.5"
    assert (share_in_per_cent(3553, 3553 + 49), share_in_per_cent(49, 3553 + 49)) == ("98.6", "1.4")
    assert 3619 - 3553 - 49 == 17
    assert (share_in_per_cent(250, 283), share_in_per_cent(33, 283)) == ("88.3", "11.7")


@pytest.mark.parametrize(
    ("cents", "shown"),
    [(0, "–"), (4_999, "0.0"), (5_000, "0.1"), (-5_000, "(0.1)"), (100_000, "1.0"), (99_995_000, f"1{SPACE}000.0")],
)
def test_thousands_are_rounded_once_and_nil_is_a_dash(cents, shown):
    assert in_thousands(cents) == shown


def test_changes_are_told_in_brackets_below_nought():
    assert (change_in_per_cent(200, 150), change_in_per_cent(3, 4), change_in_per_cent(0, 5)) == ("(25.0)", "33.3", "–")


def test_a_biennium_begins_with_an_even_year():
    assert (Biennium.of(date(2009, 5, 1)).first, Biennium(2008).last) == (date(2008, 1, 1), date(2009, 12, 31))
    with pytest.raises(ValueError, match="2009"):
        Biennium(2009)


def test_a_projection_goes_on_at_the_pace_as_far_as_there_is_money():
    biennium = Biennium(2008)
    found = projected(600_000, biennium, date(2009, 10, 31), free=1_000_000)
    short = projected(600_000, biennium, date(2009, 10, 31), free=10_000)

    assert (found.passed, found.left, found.more) == (670, 61, 54_627)
    assert (short.more, short.likely(300_000), short.likely(600_000)) == (10_000, 305_000, 610_000)
    assert projected(0, biennium, biennium.last, free=5).more == 0
    with pytest.raises(ValueError, match="2010"):
        projected(1, biennium, date(2010, 1, 1), free=0)


@few
@given(HISTORIES)
def test_a_statement_ties_to_the_ledger_whatever_happened(books):
    """Opening and movements are the closing; what was spent by any dimension is what was spent; any day may divide."""
    for fund in ("crime", "drugs"):
        for day in (date(2008, 6, 30), date(2009, 2, 28)):
            before: list[Sum] = []
            within: list[Sum] = []
            for entry in books.entries:
                for line in (one for one in entry.lines if one.fund == fund):
                    (before if entry.booked <= day else within).append(
                        Sum(line.account, line.dollars, spent_on=line.spent_on, contribution=line.contribution)
                    )
            found = fund_statement(before, within)
            balance = trial_balance(books.lines(), fund=fund)

            assert found.closing == net_assets_of(balance) == found.cash + found.receivable
            assert found.committed == balance.get(Account.COMMITTED, 0)
            moved = found.contributions + found.exchange - sum(found.spent.values()) - found.written_off
            assert found.opening + moved == found.closing
            by_object, together = (spending_by(within, key) for key in (lambda one: one.spent_on, lambda _one: ""))
            assert sum(one.budget for one in by_object.values()) == together.get("", Spending(0, 0)).budget
