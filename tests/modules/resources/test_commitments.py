"""Commitments: by which contributions a purpose is paid, what is refused and why, and two at the same instant."""

import threading
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.problems import UnableTo
from accede.modules.resources.queries.contributions import contribution_visible_to
from accede.modules.resources.services.commitments import Part, UnableToCommit, Wanted, commit, release, spend
from tests.factories import money
from tests.factories.money import AT
from tests.factories.small_record import small_record

TODAY = AT.date()


def standing(key: UUID) -> tuple[Decimal, Decimal, Decimal]:
    found = contribution_visible_to(SYSTEM, key, on=TODAY)
    assert found is not None
    return found.spent, found.committed, found.free


@pytest.mark.django_db
def test_what_lapses_first_pays_first_and_the_support_cost_is_upon_what_each_pays():
    fund, donor = money.fund(), money.donor()
    free = money.paid("FREE", "1130", donor=donor, fund=fund)
    soon = money.paid("SOON", "113", donor=donor, fund=fund, spend_until=date(2026, 12, 31))

    commit(Wanted("R-1", {"consultants": 300_00, "travel_staff": 200_00}), on=TODAY, by=SYSTEM, at=AT)

    assert standing(soon) == (Decimal(0), Decimal(113), Decimal(0))
    assert standing(free) == (Decimal(0), Decimal(452), Decimal(678))


@pytest.mark.django_db
def test_an_earmark_refuses_with_its_reason_and_the_gap_is_priced():
    small_record()
    fund, donor = money.fund(), money.donor()
    money.paid("FRA", "1130", donor=donor, fund=fund, states=("FRA",))

    with pytest.raises(UnableToCommit) as refused:
        commit(Wanted("R-1", {"experts": 100_00}, states=("MAR",)), on=TODAY, by=SYSTEM, at=AT)

    finding = refused.value.finding
    assert [one.code for one in finding.because] == ["earmark.other_state", "available.gap"]
    assert (finding.answer.gap, finding.answer.gap_support) == (100_00, 13_00)
    assert commit(Wanted("R-1", {"experts": 100_00}, states=("FRA",)), on=TODAY, by=SYSTEM, at=AT).answer.is_whole


@pytest.mark.django_db
def test_a_commitment_is_released_and_spent_in_parts_to_the_cent():
    key = money.paid("A", "1130", donor=money.donor(), fund=money.fund())
    commit(Wanted("R-1", {"experts": 333_33}), on=TODAY, by=SYSTEM, at=AT)

    release(Part("R-1", "experts", 100_00, TODAY), by=SYSTEM, at=AT)
    spend(Part("R-1", "experts", 33_33, TODAY), by=SYSTEM, at=AT)
    spend(Part("R-1", "experts", 200_00, TODAY), by=SYSTEM, at=AT)

    spent, committed, free = standing(key)
    assert (committed, spent + free) == (Decimal(0), Decimal(1130))
    assert str(spent) == "263.66"
    with pytest.raises(UnableTo):
        spend(Part("R-1", "experts", 1, TODAY), by=SYSTEM, at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize("direct", [{}, {"experts": 0}, {"gifts": 5}, {"support": 5}])
def test_a_cost_is_of_an_object_and_above_nought(direct):
    with pytest.raises(UnableTo):
        commit(Wanted("R-1", direct), on=TODAY, by=SYSTEM, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_instant_never_overdraw():
    """Each of eight connections commits 100 dollars and the support cost; there is money for three."""
    key = money.paid("A", "339", donor=money.donor(), fund=money.fund())
    begin, outcomes = threading.Barrier(8), []

    def work(number: int) -> None:
        try:
            begin.wait()
            with acting(SYSTEM):
                commit(Wanted(f"R-{number}", {"experts": 100_00}), on=TODAY, by=SYSTEM, at=AT)
            outcomes.append("committed")
        except UnableToCommit:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["committed"] * 3 + ["refused"] * 5
    assert standing(key) == (Decimal(0), Decimal(339), Decimal(0))
