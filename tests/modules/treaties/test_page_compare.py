"""States side by side, on one day or on two."""

import json

import pytest

from accede.modules.reference.models import State
from tests.factories.small_record import DEPOSITARY, small_record, two_parties
from tests.support.pages import page

FINANCING = "FINANCING-1999"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France and Morocco under the Financing Convention, of which a source lists all parties."""
    small_record()
    two_parties()


def rows(client, address: str, instrument: str = FINANCING) -> dict[str, dict[str, object]]:
    found = json.loads(page(client, f"{address}&format=json"))["rows"]
    return {row["state"]: row for row in found if row["instrument"] == instrument}


def test_without_a_state_the_form_is_shown_with_names_to_choose_from(client):
    shown = page(client, "/fr/compare/")

    assert '<option value="Maroc"></option>' in shown
    assert 'name="state"' in shown


def test_two_days_show_what_changed(client):
    found = rows(client, "/en/compare/?state=FRA&state=MAR&on=2010-01-01&and=2001-01-01")

    assert (found["FRA"]["standing"], found["FRA"]["second_standing"]) == ("Party", "Signed")
    assert (found["MAR"]["differs"], found["FRA"]["differs"]) == (True, True)


def test_on_two_days_that_agree_nothing_differs(client):
    found = rows(client, "/en/compare/?state=FRA&on=2010-01-01&and=2009-01-01")

    assert found["FRA"]["differs"] is False
    assert "Nothing differs between the two days." in page(
        client, "/en/compare/?state=FRA&on=2010-01-01&and=2009-01-01&only=changed"
    )


def test_states_come_by_code_or_name_and_stand_once(client):
    shown = page(client, "/en/compare/?state=Maroc&state=MAR&state=&state=france&on=2010-01-01")
    heads = shown.split("<thead>")[1].split("</thead>")[0]

    assert heads.count("/en/states/MAR/?on=2010-01-01") == 1
    assert heads.count("/en/states/FRA/?on=2010-01-01") == 1


def test_a_state_can_be_taken_out_again(client):
    shown = page(client, "/en/compare/?state=FRA&state=MAR&on=2010-01-01")

    assert 'href="/en/compare/?state=MAR&amp;on=2010-01-01"' in shown


def test_all_that_is_wrong_is_told_at_once(client):
    shown = page(client, "/en/compare/?state=Frnace&state=Atlantis&and=2001-13-01&on=2099-01-01&only=x", status=400)

    for part in ("“Frnace”", "Perhaps you mean: France", "“Atlantis”", "2001-13-01", "2099-01-01", "“only”"):
        assert part in shown


def test_more_than_twelve_states_are_too_many(client):
    invented = [f"X{letter}X" for letter in "ABCDE"]
    for code in invented:
        State.objects.create(code=code, kind="state", source_id=DEPOSITARY)
    codes = ["FRA", "MAR", "BOL", "RUS", "SUN", "CSK", "CZE", "HRV", *invented]
    thirteen = "&".join(f"state={code}" for code in codes)

    assert "At most 12 States can stand side by side." in page(client, f"/en/compare/?{thirteen}", status=400)
    assert "XDX" in page(client, f"/en/compare/?{thirteen.removesuffix('&state=XEX')}")


def test_a_state_that_was_not_there_is_an_answer(client):
    found = rows(client, "/en/compare/?state=CZE&on=1980-01-01&and=2010-01-01", instrument="TOKYO-1963")

    assert found["CZE"]["standing"] == "The State did not exist on this day"


def test_the_comparison_costs_the_same_few_queries_whatever_it_shows(client, django_assert_max_num_queries):
    page(client, "/en/compare/")

    for states in ("state=FRA", "state=FRA&state=MAR&state=BOL&state=RUS&state=HRV&and=2001-01-01"):
        with django_assert_max_num_queries(3):
            page(client, f"/en/compare/?{states}")
        with django_assert_max_num_queries(1):
            page(client, f"/en/compare/?{states}")


def test_a_comparison_is_of_the_instruments_whose_name_is_asked_for(client):
    address = "/en/compare/?state=FRA&state=MAR&on=2010-01-01&instrument=financing"
    shown = page(client, address)

    assert set(rows(client, address)) == {"FRA", "MAR"}
    assert rows(client, address, "TOKYO-1963") == {}
    assert "/en/instruments/TOKYO-1963/" not in shown.split("<tbody>")[1]
    assert "No row fits." in page(client, "/en/compare/?state=FRA&instrument=nothing")
