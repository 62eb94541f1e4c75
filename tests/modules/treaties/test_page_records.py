"""Everything on one State under one instrument, and one act with what every source says of it."""

import json

import pytest

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import GAZETTE, complete_list, recorded, small_record
from tests.support.pages import page

FINANCING = "FINANCING-1999"
pytestmark = pytest.mark.django_db


@pytest.fixture
def leading():
    """France under the Financing Convention; the gazette gives another day. Returns the depositary's report."""
    small_record()
    recorded(FINANCING, "FRA", ActKind.SIGNATURE, "2000-01-10")
    report = recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-08", GAZETTE)
    complete_list(FINANCING, "2014-07-10")
    return report


def test_a_record_shows_the_reports_of_all_sources_and_the_rule_between_them(client, leading):
    shown = page(client, f"/en/states/FRA/{FINANCING}/?on=2010-01-01")

    assert "Party" in shown
    assert f"/en/sources/{GAZETTE}/?on=2010-01-01" in shown
    assert "/en/sources/untc-financing-2014/?on=2010-01-01" in shown
    assert "8 January 2002" in shown
    assert "<strong>7 January 2002</strong> (taken)" in shown
    assert "The source nearer to the depositary stands." in shown
    assert "Contracting State, not yet in force" in shown


def test_a_record_as_a_file_holds_every_report(client, leading):
    rows = json.loads(page(client, f"/en/states/FRA/{FINANCING}/?format=json"))["rows"]

    assert {(row["source_key"], row["on"]) for row in rows} == {
        ("untc-financing-2014", "2000-01-10"),
        ("untc-financing-2014", "2002-01-07"),
        (GAZETTE, "2002-01-08"),
    }


def test_a_record_without_acts_says_what_that_rests_on_and_what_joining_takes(client, leading):
    shown = page(client, f"/en/states/BOL/{FINANCING}/?on=2010-01-01")

    assert "Invited to join" in shown
    assert "does not name the State" in shown
    assert "What joining takes" in shown


@pytest.mark.parametrize("written", ["states/fr/FINANCING-1999", "states/FRA/financing-1999"])
def test_a_record_has_one_address(client, leading, written):
    response = client.get(f"/en/{written}/?on=2010-01-01")

    assert (response.status_code, response["Location"]) == (302, f"/en/states/FRA/{FINANCING}/?on=2010-01-01")


def test_an_instrument_that_nobody_knows_gets_the_nearest(client, leading):
    shown = page(client, "/en/states/FRA/FINANCE-1999/", status=404)

    assert f'href="/en/states/FRA/{FINANCING}/"' in shown


def test_an_act_is_found_by_the_key_of_any_report_of_it(client, leading):
    (act,) = [
        line
        for line in json.loads(page(client, f"/en/states/FRA/{FINANCING}/?format=json"))["rows"]
        if line["on"] == "2002-01-07"
    ]
    shown = page(client, f"/en/acts/{leading.key}/")

    assert act["leads"] is True
    assert "Ratification" in shown
    assert "8 January 2002" in shown
    assert f'href="/en/states/FRA/{FINANCING}/"' in shown


def test_an_act_that_is_not_there_is_said_so(client, leading):
    assert "is the key of no act" in page(client, "/en/acts/0123456789/", status=404)


def test_what_the_record_did_not_know_on_a_day_is_not_shown(client, leading):
    shown = page(client, f"/en/states/FRA/{FINANCING}/?known=2020-01-01")

    assert "No source that was read reports an act of this State under this instrument." in shown


def test_a_record_costs_the_same_few_queries_whatever_it_shows(client, leading, django_assert_max_num_queries):
    page(client, "/en/states/FRA/")

    for address in (f"/en/states/FRA/{FINANCING}/", f"/en/states/BOL/{FINANCING}/", f"/en/acts/{leading.key}/"):
        with django_assert_max_num_queries(3):
            page(client, address)
        with django_assert_max_num_queries(1):
            page(client, address)
