"""The list of instruments, and one of them."""

import json
import re

import pytest

from accede import data
from accede.core.treaties.acts import ActKind
from accede.modules.treaties.words.topics import TOPIC_WORDS, depositary_name, place_name
from tests.factories.small_record import complete_list, recorded, small_record

FINANCING = "FINANCING-1999"
ADDRESS = f"/en/instruments/{FINANCING}/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France, Morocco and Croatia bound, the Russian Federation a signatory."""
    small_record()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(FINANCING, "MAR", ActKind.RATIFICATION, "2002-09-19")
    recorded(FINANCING, "HRV", ActKind.ACCESSION, "2003-12-01")
    recorded(FINANCING, "RUS", ActKind.SIGNATURE, "2000-04-03")
    complete_list(FINANCING, "2014-07-10")


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def states_of(client, query: str) -> list[str]:
    answer = json.loads(client.get(f"{ADDRESS}?format=json&{query}").content)
    return [row["state"] for row in answer["rows"]]


def test_the_list_tells_the_numbers_of_the_day(client):
    rows = {row["instrument"]: row for row in json.loads(client.get("/en/instruments/?format=json").content)["rows"]}
    early = json.loads(client.get("/en/instruments/?format=json&on=2002-06-01").content)["rows"]

    assert len(rows) == 19
    assert (rows[FINANCING]["parties"], rows[FINANCING]["adopted_on"]) == (3, "1999-12-09")
    assert [row["parties"] for row in early if row["instrument"] == FINANCING] == [1]


def test_the_list_can_be_sorted_and_says_so(client):
    text = page(client, "/en/instruments/?sort=-parties")

    assert 'aria-sort="descending"' in text
    assert text.index(FINANCING) < text.index("TOKYO-1963")


def test_the_page_says_what_the_instrument_is_and_how_its_title_stands(client):
    english, french = page(client, ADDRESS), page(client, f"/fr/instruments/{FINANCING}/")

    assert "Number 12 of the nineteen" in english
    assert "9 December 1999 (New York)" in english
    assert "Secretary-General of the United Nations" in english
    assert "International Convention for the Suppression of the Financing of Terrorism" in english
    assert "Convention internationale pour la répression du financement du terrorisme" in french


def test_the_states_are_those_bound_and_a_link_leads_to_each_other_part(client):
    text = page(client, f"{ADDRESS}?on=2010-01-01")

    assert states_of(client, "on=2010-01-01") == ["HRV", "FRA", "MAR"]
    assert "Parties: 3" in text
    assert "Signed or consented: 1" in text
    assert 'href="/en/states/FRA/FINANCING-1999/?on=2010-01-01"' in text


def test_a_state_that_has_not_joined_is_invited(client):
    assert states_of(client, "show=invited&on=2010-01-01") == ["BOL", "CZE"]
    assert "Invited to join: 2" in page(client, f"{ADDRESS}?on=2010-01-01")


def test_states_are_found_by_a_part_of_their_name_without_accents(client):
    assert states_of(client, "name=MAROC") == []
    assert states_of(client, "name=moroc") == ["MAR"]


def test_states_are_sorted_as_asked(client):
    assert states_of(client, "sort=since&on=2010-01-01") == ["FRA", "MAR", "HRV"]
    assert states_of(client, "sort=-since&on=2010-01-01") == ["HRV", "MAR", "FRA"]


def test_nobody_is_said_in_words(client):
    assert "No State here on this day." in page(client, f"{ADDRESS}?name=zzzz")


def test_the_story_tells_the_official_day_first_where_the_record_cannot_compute_it(client):
    text = page(client, ADDRESS)

    assert "The day that the sources give." in text
    assert text.index("Opened for signature") < text.index("The day that the sources give.")
    assert "Deposits on record that counted: 3" in text


def test_steps_after_the_day_of_the_page_lie_ahead(client):
    assert page(client, f"{ADDRESS}?on=2000-06-01").count("step-reached") == 2


def test_how_far_it_is_known_is_told_with_the_source(client):
    text = page(client, ADDRESS)

    assert "All parties are listed as at" in text
    assert 'href="/en/sources/untc-financing-2014/"' in text


def test_the_curve_stands_as_a_table_too(client):
    text = page(client, f"{ADDRESS}?on=2004-06-01")

    ends = re.findall(r'<th scope="row"><time datetime="(\d{4}-\d\d-\d\d)"', text)
    assert ends[:3] == ["2004-06-01", "2003-12-31", "2002-12-31"]


def test_every_topic_of_the_article_maps_has_words():
    topics = {
        note["topic"]
        for terms in data.document("instruments.yaml")["instruments"]
        for note in terms.get("article_map") or ()
    }

    assert topics - TOPIC_WORDS.keys() == set()


def test_depositaries_have_names_in_the_readers_language():
    assert depositary_name("UNSG", "fr") == "Secrétaire général de l’Organisation des Nations Unies"
    assert depositary_name("nobody", "fr") == "nobody"


def test_every_place_of_adoption_has_a_name_in_each_language():
    places = {terms["place"] for terms in data.document("instruments.yaml")["instruments"]}
    named = data.document("instruments.yaml")["places"]

    assert set(named) == places
    assert {frozenset(names) for names in named.values()} == {frozenset({"ar", "en", "es", "fr", "ru", "zh-hans"})}
    assert place_name("The Hague", "ru") == "Гаага"
    assert place_name("Elsewhere", "ru") == "Elsewhere"


def test_place_languages_and_articles_are_written_as_the_reader_writes_them(client):
    french, chinese = (
        " ".join(client.get(f"/{language}/instruments/FINANCING-1999/").content.decode().split())
        for language in ("fr", "zh-hans")
    )

    assert "arabe, chinois, anglais, français, russe, espagnol" in french
    assert "art. 24, par. 2" in french
    assert "纽约" in chinese
    assert "第24条第2款" in chinese


def test_a_key_in_small_letters_leads_to_the_one_address(client):
    response = client.get("/en/instruments/financing-1999/?on=2010-01-01")

    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}?on=2010-01-01")


def test_an_unknown_instrument_gets_the_nearest(client):
    response = client.get("/en/instruments/FINANCING-2000/")

    assert response.status_code == 404
    assert f'href="{ADDRESS}"' in response.content.decode()


@pytest.mark.parametrize(
    "query", ["show=parties-to-be", "group=moon", "sort=colour", "page=9", "page=x", "format=pdf&group=moon"]
)
def test_an_address_that_cannot_be_answered_says_what_is_wrong(client, query):
    response = client.get(f"{ADDRESS}?{query}")

    assert response.status_code == 400
    assert response.content.decode().count("<li>") >= 1 + query.count("&")


def test_a_page_costs_one_query_once_made_and_three_to_make_whatever_it_shows(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    page(client, "/en/")

    for address in ("/en/instruments/", ADDRESS, f"{ADDRESS}?show=all&sort=-name", "/en/instruments/?format=csv"):
        with django_assert_max_num_queries(3):
            page(client, address)
        with django_assert_num_queries(1):
            page(client, address)
