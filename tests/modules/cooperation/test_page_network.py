"""Partners of a State, the world on a day, what changed between two days."""

import pytest

from tests.factories.cooperation_record import cooperation_record
from tests.support.pages import page, rows

SUMS = {"pairs", "sure", "cannot_say"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A few States under the Hostages Convention."""
    cooperation_record()


def test_each_cell_leads_to_its_opinion_under_a_name_that_says_all(client):
    shown = page(client, "/en/cooperation/states/FRA/?on=2014-01-01")

    assert 'aria-label="Morocco, Taking of hostages: Deemed included' in shown
    assert "requesting=FRA&amp;requested=MAR&amp;offence=hostage-taking" in shown


def test_the_matrix_says_what_the_finder_says(client):
    (morocco,) = [row for row in rows(client, "/en/cooperation/states/FRA/?on=2014-01-01") if row["code"] == "MAR"]
    finder = rows(client, "/en/cooperation/?requesting=FRA&requested=MAR&offence=hostage-taking&on=2014-01-01")

    assert morocco["hostage-taking"] == "Included"
    assert finder[0]["effect_code"] == "included"


def test_the_other_side_turns_the_pair_round(client):
    shown = page(client, "/en/cooperation/states/FRA/?on=2014-01-01&as=requested")

    assert "who can ask France" in shown
    assert "requesting=MAR&amp;requested=FRA&amp;offence=hostage-taking" in shown


def test_partners_are_filtered_by_name_and_by_what_they_have(client):
    by_name = rows(client, "/en/cooperation/states/FRA/?on=2014-01-01&name=moro")
    sure = rows(client, "/en/cooperation/states/FRA/?on=2014-01-01&instrument=HOSTAGES-1979&shown=sure")

    assert [row["code"] for row in by_name] == ["MAR"]
    assert {row["code"] for row in sure} == {"MAR", "CZE"}


def test_a_state_that_did_not_exist_on_the_day_is_told(client):
    assert "did not exist: Czechia" in page(client, "/en/cooperation/states/CZE/?on=1985-01-01", 400)


def test_an_unknown_state_is_offered_the_nearest(client):
    assert "Morocco" in page(client, "/en/cooperation/states/Moroco/", 404)


def test_states_are_listed_in_alphabetical_order_and_not_by_their_numbers(client):
    found = rows(client, "/en/cooperation/states/?on=2014-01-01")
    names = [row["name"]["label"] for row in found]

    assert names == sorted(names)
    assert page(client, "/en/cooperation/states/?sort=partners", 400)


def test_the_world_counts_every_ordered_pair_once(client):
    found = {row["codes"]: row for row in rows(client, "/en/cooperation/world/?on=2014-01-01")}
    hostages = found["hostage-taking"]
    effects = [value for key, value in hostages.items() if isinstance(value, int) and key not in SUMS]

    assert sum(effects) == hostages["pairs"]
    assert hostages["included"] == 2


def test_the_world_shows_its_history_and_each_state(client):
    shown = page(client, "/en/cooperation/world/?on=2014-01-01")

    assert "ordered pairs with a basis since 1963" in shown
    assert 'data-behaviour="day-slider"' in shown
    assert 'href="/en/cooperation/states/MAR/?on=2014-01-01"' in shown


def test_two_days_show_what_changed_and_by_which_act_or_treaty(client):
    found = rows(client, "/en/cooperation/differences/?and=2006-01-01&on=2014-01-01")
    causes = {(row["states"], row["what"]) for row in found}

    assert ("Morocco", "Became bound") in causes
    assert ("France, Morocco", "A treaty between the two began to count") in causes


def test_days_in_the_wrong_order_are_told(client):
    shown = page(client, "/en/cooperation/differences/?and=2014-01-01&on=2010-01-01", 400)

    assert "is not before 2010-01-01" in shown


def test_the_groups_of_offences_are_searched_and_sorted(client):
    hostages = rows(client, "/en/cooperation/world/?on=2014-01-01&offence=hostage-taking")
    found = [row["sure"] for row in rows(client, "/en/cooperation/world/?on=2014-01-01&sort=-sure")]
    shown = page(client, "/en/cooperation/world/?on=2014-01-01&offence=nothing")

    assert hostages
    assert all("hostage-taking" in row["codes"] for row in hostages)
    assert len(hostages) < len(found)
    assert found == sorted(found, reverse=True)
    assert "No row fits." in shown
    assert "small-multiples" in shown


def test_what_changed_is_filtered_and_each_of_its_tables_is_a_file(client):
    address = "/en/cooperation/differences/?on=2014-01-01&and=1990-01-01"
    causes, pairs = rows(client, address), rows(client, f"{address}&table=pairs&pairs-sort=-gained")
    shown = page(client, f"{address}&what=bound")

    assert {row["what"] for row in causes} >= {row["what"] for row in rows(client, f"{address}&what=bound")}
    assert rows(client, f"{address}&states=nowhere") == []
    assert [row["gained"] for row in pairs] == sorted((row["gained"] for row in pairs), reverse=True)
    assert rows(client, f"{address}&table=pairs&pairs-offence=nothing") == []
    assert '<input type="hidden" name="and" value="1990-01-01">' in shown
    page(client, f"{address}&what=luck", 400)
    page(client, f"{address}&table=heap", 400)
