"""The finder: two States, an offence, a day; the answer line by line, or everything that is wrong with the question."""

import json

import pytest

from tests.factories.cooperation_record import cooperation_record
from tests.support.pages import page, rows

ASKED = "requesting=CZE&requested=FRA&offence=hostage-taking&on=2014-01-01"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A few States under the Hostages Convention."""
    cooperation_record()


def test_without_a_question_the_form_offers_states_offences_and_purposes(client):
    shown = page(client, "/en/cooperation/")

    assert '<option value="Morocco"></option>' in shown
    assert '<option value="hostage-taking"' in shown
    assert '<option value="mla"' in shown


def test_the_answer_says_what_the_strongest_basis_gives_by_which_articles_and_leads_to_the_register(client):
    shown = page(client, f"/en/cooperation/?{ASKED}")

    assert "Extradition: Czechia asks France" in shown
    assert "Recognised as extraditable between two States that need no treaty" in shown
    assert "[art. 10(3)]" in shown
    assert 'href="/en/states/FRA/HOSTAGES-1979/?on=2014-01-01"' in shown


def test_what_is_not_known_is_said(client):
    shown = page(client, f"/en/cooperation/?{ASKED}")

    assert "The list of bilateral treaties is incomplete" in shown


def test_a_treaty_between_the_two_is_named_and_leads_to_its_page(client):
    shown = page(client, "/en/cooperation/?requesting=MAR&requested=FRA&offence=hostage-taking&on=2014-01-01")

    assert "Deemed included in the extradition treaty between the two" in shown
    assert "/en/cooperation/treaties/treaty-of-the-test/" in shown


def test_an_instrument_asks_for_all_its_offences_as_a_table_of_links(client):
    shown = page(client, "/en/cooperation/?requesting=MAR&requested=FRA&offence=FINANCING-1999&on=2014-01-01")

    assert "offence=terrorist-financing" in shown
    assert "offence=financing-of-bombing" in shown


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("requesting=FRA&requested=FRA&offence=hostage-taking", "The two States are the same: France."),
        ("requesting=CZE&requested=FRA&offence=hostage-taking&on=1985-01-01", "did not exist: Czechia"),
        ("requesting=MAR&requested=FRA&offence=hostage-taking&on=1970-01-01", "not yet defined: Taking of hostages"),
        ("requesting=Moroco&requested=FRA&offence=hostage-taking", "“Moroco” is no State"),
        ("requesting=MAR&requested=FRA&offence=nothing", "“nothing” is no offence"),
        ("requesting=MAR", "Name the State that is asked."),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_why_above_the_form(client, query, sentence):
    shown = page(client, f"/en/cooperation/?{query}", 400)

    assert sentence in shown
    assert 'name="requesting"' in shown


def test_all_that_is_wrong_is_told_at_once(client):
    shown = page(client, "/en/cooperation/?requesting=Moroco&requested=Frnce&offence=nothing", 400)

    assert all(word in shown for word in ("“Moroco” is no State", "“Frnce” is no State", "“nothing” is no offence"))


def test_the_bases_leave_as_a_file_with_reasons(client):
    rows = json.loads(page(client, f"/en/cooperation/?{ASKED}&format=json"))["rows"]

    assert rows[0]["treaty_key"] == "HOSTAGES-1979"
    assert rows[0]["effect_code"] == "recognised"
    assert "Both States are bound" in rows[0]["reasons"]


def test_once_made_the_answer_costs_one_query(client, django_assert_num_queries):
    page(client, f"/en/cooperation/?{ASKED}")

    with django_assert_num_queries(1):
        page(client, f"/en/cooperation/?{ASKED}")


def test_an_unknown_parameter_is_refused(client):
    assert "knows no parameter" in page(client, "/en/cooperation/?offense=x", 400)


def test_what_is_wrong_is_said_at_the_field_as_well(client):
    page = client.get("/en/cooperation/?requesting=Marocko&requested=FRA&offence=hostage-taking")
    html = page.content.decode()

    assert page.status_code == 400
    assert 'id="field-requesting-error"' in html
    assert 'id="field-requested-error"' not in html


def test_the_page_of_a_state_begins_a_question_with_it(client):
    state = client.get("/en/states/MAR/?on=2014-01-01").content.decode()
    page = client.get("/en/cooperation/?on=2014-01-01&state=MAR")

    assert "/en/cooperation/?on=2014-01-01&amp;state=MAR" in state
    assert "/en/cooperation/states/MAR/?on=2014-01-01" in state
    assert "/en/cooperation/plan/MAR/?on=2014-01-01" in state

    assert page.status_code == 200
    assert 'value="MAR"' in page.content.decode()


def test_where_a_text_binds_one_of_them_only_the_other_finds_the_way_to_join(client):
    page = client.get("/en/cooperation/?requesting=MAR&requested=CZE&offence=terrorist-financing&on=2014-01-01")
    html = page.content.decode()

    assert "/en/cooperation/plan/CZE/FINANCING-1999/model.docx" in html
    assert "/en/cooperation/plan/CZE/?on=2014-01-01#FINANCING-1999" in html


def test_offences_are_sorted_by_their_answer_on_the_page_and_in_the_file(client):
    address = "/en/cooperation/?requesting=MAR&requested=FRA&offence=FINANCING-1999&on=2014-01-01"
    forward = [row["offence"] for row in rows(client, f"{address}&sort=offence")]
    backward = [row["offence"] for row in rows(client, f"{address}&sort=-offence")]

    assert len(set(forward)) > 1
    assert forward == sorted(forward)
    assert backward == sorted(backward, reverse=True)
    page(client, f"{address}&sort=colour", 400)
