"""The books: what is posted of contributions, who sees it, and what nobody can do to it, by raw SQL either."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from accede.core.finance.accounts import Account
from accede.foundation.access import ANONYMOUS, SYSTEM, Refused
from accede.foundation.access.acting import acting
from accede.foundation.problems import UnableTo
from accede.modules.resources.cli.beancount import beancount
from accede.modules.resources.fields.contributions import AgreementDetails, ContributionFacts
from accede.modules.resources.fields.money import MoneyDetails
from accede.modules.resources.models import Balance, LedgerLine
from accede.modules.resources.queries.contributions import contribution_visible_to, contributions_visible_to
from accede.modules.resources.queries.ledger import entries_visible_to, lines_visible_to
from accede.modules.resources.queries.sums import trial_balance_of
from accede.modules.resources.services.contributions import agree, change_pledge
from accede.modules.resources.services.funds import close_period
from accede.modules.resources.services.money import record_money, take_back
from tests.factories import money, people
from tests.factories.money import AGREED, AT, PAID, PLEDGED
from tests.factories.small_record import small_record

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture
def fund():
    return money.fund()


@pytest.fixture
def donor():
    return money.donor()


@pytest.fixture
def euros(donor, fund):
    """A pledge of euros on which an agreement is recorded, at 0.8 euros for a dollar."""
    money.rate("EUR", date(2026, 3, 31), "0.8")
    key = money.pledge("XA-1", donor=donor, fund=fund, amount="80000", currency="EUR")
    money.agreed(key, instalments="2026-04-30 50000\n2026-12-31 30000.00")
    return key


def facts(key: UUID, on: date = TODAY) -> ContributionFacts:
    found = contribution_visible_to(SYSTEM, key, on=on)
    assert found is not None
    return found


def problems(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(UnableTo) as told:
        act()
    return told.value.problems


def test_a_pledge_is_no_money(donor, fund):
    key = money.pledge("XA-1", donor=donor, fund=fund, amount="1130000")

    found = facts(key)

    assert (found.stage, found.amount, found.owed, found.received, found.free) == (
        "pledged",
        Decimal(1130000),
        *[Decimal(0)] * 3,
    )
    assert trial_balance_of(fund, on=TODAY, reader=SYSTEM) == {}
    what = MoneyDetails("receipt", PAID, "USD", "5")
    assert "" in problems(lambda: record_money(key, what, by=SYSTEM, at=AT))


def test_a_late_partial_receipt_leaves_the_rest_owed_and_the_difference_as_exchange(euros, fund):
    money.rate("EUR", date(2026, 5, 1), "0.9")
    what = MoneyDetails("receipt", PAID, "EUR", "45000", credited="49500")
    record_money(euros, what, by=SYSTEM, at=AT)

    found = facts(euros)

    assert (found.owed, found.due, found.received) == (Decimal(35000), Decimal(5000), Decimal(49500))
    assert facts(euros, on=date(2026, 4, 29)).due == 0
    assert facts(euros, on=date(2026, 4, 30)).due == 50000
    assert trial_balance_of(fund, on=TODAY, reader=SYSTEM) == {
        Account.CASH: 49_500_00,
        Account.RECEIVABLE: 43_750_00,
        Account.REVENUE: -100_000_00,
        Account.EXCHANGE: 6_750_00,
    }


def test_a_receipt_in_dollars_settles_euros_at_the_rate_of_the_day(euros):
    money.received(euros, "100000")

    assert (facts(euros).owed, facts(euros).stage, facts(euros).free) == (Decimal(0), "received", Decimal(100000))


def test_what_is_wrong_with_a_receipt_is_told_at_its_field(euros):
    def wrong(kind: str, on: date | None, currency: str, amount: str) -> set[str]:
        what = MoneyDetails(kind, on, currency, amount)
        return set(problems(lambda: record_money(euros, what, by=SYSTEM, at=AT)))

    assert wrong("receipt", PAID, "EUR", "80000.01") == {"amount"}
    assert wrong("receipt", PAID, "EUR", "1.005") == {"amount"}
    assert wrong("receipt", PAID, "XYZ", "1") == {"currency"}
    assert wrong("receipt", PAID, "JPY", "1000") == {"on"}
    assert wrong("receipt", AGREED.replace(month=3), "EUR", "ten") == {"on", "amount"}
    assert wrong("refund", PAID, "USD", "1") == {"amount"}
    assert wrong("refund", PAID, "EUR", "1") == {"currency"}
    assert wrong("write_off", PAID, "EUR", "1") == {"note"}
    assert wrong("gift", None, "", "") == {"kind", "on", "currency", "amount"}


def test_a_receipt_recorded_twice_is_noticed_until_it_is_taken_back(euros):
    first = money.received(euros, "100", currency="EUR", reference="B-1")
    assert set(problems(lambda: money.received(euros, "100", currency="EUR", reference="B-1"))) == {"reference"}

    take_back(first, because="Another donor’s.", by=SYSTEM, at=AT)

    assert (facts(euros).owed, facts(euros).received) == (Decimal(80000), Decimal(0))
    money.received(euros, "100", currency="EUR", reference="B-1")
    assert "" in problems(lambda: take_back(first, because="Again.", by=SYSTEM, at=AT))
    assert [one.is_reversed for one in entries_visible_to(SYSTEM, on=TODAY).all() if one.kind == "receipt"].count(
        True
    ) == 1


def test_a_refund_and_a_write_off_end_what_is_free_and_what_is_owed(euros):
    money.received(euros, "40000", currency="EUR")
    record_money(euros, MoneyDetails("refund", PAID, "USD", "50000"), by=SYSTEM, at=AT)
    record_money(euros, MoneyDetails("write_off", PAID, "EUR", "40000", note="Rule 106.8."), by=SYSTEM, at=AT)

    assert (facts(euros).owed, facts(euros).free, facts(euros).stage) == (Decimal(0), Decimal(0), "received")


def test_what_belongs_to_a_closed_period_is_booked_in_the_open_one(euros, fund):
    close_period(fund, until=date(2026, 6, 30), by=SYSTEM, at=AT)
    before = trial_balance_of(fund, on=date(2026, 6, 30), reader=SYSTEM)

    money.received(euros, "100", currency="EUR")

    (receipt, _agreement) = entries_visible_to(SYSTEM, on=TODAY).all()
    assert (receipt.happened_on, receipt.booked_on) == (PAID, date(2026, 7, 1))
    assert trial_balance_of(fund, on=date(2026, 6, 30), reader=SYSTEM) == before
    assert set(problems(lambda: close_period(fund, until=date(2026, 6, 30), by=SYSTEM, at=AT))) == {"closed_until"}
    assert set(problems(lambda: close_period(fund, until=TODAY, by=SYSTEM, at=AT))) == {"closed_until"}


def test_an_agreement_says_what_is_wrong_with_it_in_full(donor, fund):
    key = money.pledge("XA-1", donor=donor, fund=fund, amount="100")
    wanted = AgreementDetails(PLEDGED.replace(month=2), "", "7", "", "2026-04-01 50\nsoon 10\n2026-05-01 1.005")

    found = problems(lambda: agree(key, wanted, by=SYSTEM, at=AT))

    assert set(found) == {"agreed_on", "agreement", "support_exception", "instalments"}
    assert "2" in found["instalments"]
    assert "3" in found["instalments"]


def test_a_pledge_is_corrected_until_something_is_agreed(donor, fund):
    small_record()
    key = money.pledge("XA-1", donor=donor, fund=fund, amount="100", states=("FRA",))
    found = facts(key)
    assert (found.tightness, found.states) == ("3", ("FRA",))
    details = money.details("XA-1", donor=donor, fund=fund, amount="120")

    change_pledge(key, details, by=SYSTEM, at=AT)
    money.agreed(key, instalments="2026-05-01 120")

    assert "" in problems(lambda: change_pledge(key, details, by=SYSTEM, at=AT))
    assert (facts(key).amount, facts(key).tightness) == (Decimal(120), "1")


def test_what_is_wrong_with_a_pledge_is_told_in_full(donor, fund):
    small_record()
    wrong = problems(
        lambda: money.pledge(
            "",
            donor=fund,
            fund=donor,
            amount="-5",
            states=("XXX", "FRA"),
            not_states=("FRA",),
            pledged_on=date(2027, 1, 1),
        )
    )

    assert set(wrong) == {"reference", "donor", "fund", "amount", "states", "not_states", "pledged_on"}


def test_a_donor_sees_its_own_and_cannot_tell_that_there_is_more(donor, fund):
    other = money.donor("Donor of Examplia (sample)")
    mine, theirs = (money.paid(name, "100", donor=one, fund=fund) for name, one in (("A", donor), ("B", other)))
    person = people.person("Dora Dahl", acts_for=donor, role="donor_representative", scope=("organisation", str(donor)))

    with acting(person.actor):
        assert [one.reference for one in contributions_visible_to(person.actor, on=TODAY).all()] == ["A"]
        assert contribution_visible_to(person.actor, theirs, on=TODAY) is None
        assert {one.contribution for one in lines_visible_to(person.actor, on=TODAY).all()} == {"A"}
        with connection.cursor() as cursor:
            for table in ("resources_contribution", "resources_ledgerentry", "resources_instalment"):
                column = "id" if table == "resources_contribution" else "contribution_id"
                cursor.execute(f"select distinct {column} from {table}")
                assert cursor.fetchall() == [(mine,)]
        with pytest.raises(Refused):
            record_money(mine, MoneyDetails("refund", PAID, "USD", "1"), by=person.actor, at=AT)
    with acting(ANONYMOUS):
        assert not LedgerLine.objects.exists()


def intruding(sql: str, *values: Any) -> bool:
    """Return whether the database refuses a statement by the end of the transaction."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            cursor.execute("set constraints all immediate")
    except DatabaseError:
        return True
    return False


def test_an_intruder_with_raw_sql_changes_nothing_that_is_posted(donor, fund):
    money.paid("A", "100", donor=donor, fund=fund)
    line = LedgerLine.objects.order_by("id").first()
    copied = (
        "insert into resources_ledgerline (entry_id, fund_id, contribution_id, donor, booked_on, account, currency,"
        " amount, dollars, units, spent_on, state_code, purpose) select entry_id, fund_id, contribution_id, donor,"
        " booked_on, account, currency, %s, %s, units, '', '', '' from resources_ledgerline where id = %s"
    )

    assert line is not None
    assert intruding("update resources_ledgerline set dollars = 1, amount = 1 where id = %s", line.id)
    assert intruding("update resources_ledgerline set account = 'expense' where id = %s", line.id)
    assert intruding("delete from resources_ledgerline where id = %s", line.id)
    assert intruding("update resources_ledgerentry set booked_on = '2020-01-01' where id = %s", line.entry_id)
    assert intruding("delete from resources_ledgerentry where id = %s", line.entry_id)
    assert intruding(copied, 5, 5, line.id)
    assert intruding("update resources_balance set free = -1")
    with acting(people.person("Faye Fonte", role="finance_officer").actor):
        assert intruding("update resources_balance set free = 1000000")
        assert intruding("select free from resources_balance")
    assert Balance.objects.get().free == 100_00


def test_the_books_as_beancount_have_every_line_and_say_what_accounts_hold(euros):
    money.received(euros, "40000", currency="EUR")

    text = list(beancount(lines_visible_to(SYSTEM, on=TODAY).all(), title='A "title"', on=TODAY))

    assert "  Assets:FCPCJF:Receivable  80000.00 EUR @@ 100000.00 USD" in text
    assert "2026-12-01 balance Assets:FCPCJF:Cash  50000.00 USD" in text
    assert "2026-12-01 balance Assets:FCPCJF:Receivable  40000.00 EUR" in text
    assert sum(line.startswith("  ") and "entry:" not in line for line in text) == 6
