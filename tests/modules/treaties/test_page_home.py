"""Home: the world on a day, as a sentence, as tiles, as a table, as curves, and by the latest acts."""

import json

import pytest

from accede.core.treaties.acts import ActKind
from accede.modules.reference.models import Membership
from tests.factories.small_record import DEPOSITARY, complete_list, recorded, small_record
from tests.support.pages import rows

FINANCING = "FINANCING-1999"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France bound, Morocco a signatory, Bolivia in no list; all three Members, in their groups."""
    small_record()
    for state, group in (("FRA", "weog"), ("MAR", "african"), ("BOL", "grulac")):
        Membership.objects.create(state_id=state, body="un", valid_from="1945-10-24", source_id=DEPOSITARY)
        Membership.objects.create(state_id=state, body=group, source_id=DEPOSITARY)
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(FINANCING, "MAR", ActKind.SIGNATURE, "2001-10-12")
    complete_list(FINANCING, "2014-07-10")


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_position_of_the_world_is_said_in_sentences(client):
    text = page(client, "/en/?on=2010-01-01")

    assert "Universal instruments against terrorism in force on 1 January 2010: 13 of 19." in text
    assert "Members of the United Nations: 3; known to be bound by at least one of the instruments: 1; by all" in text


def test_before_the_first_instrument_the_sentence_says_so(client):
    assert "none of the nineteen universal instruments had been adopted" in page(client, "/en/?on=1950-01-01")


def test_each_member_has_a_tile_that_names_it_and_leads_to_it_on_that_day(client):
    text = page(client, "/en/?on=2010-01-01")

    assert text.count('class="tile" ') == 3
    assert 'href="/en/states/FRA/?on=2010-01-01" title="FRA France – in force: 1, signed or consented: 0' in text
    assert 'title="MAR Morocco – in force: 0, signed or consented: 1' in text
    assert text.index('id="group-african"') < text.index('id="group-weog"')


def test_a_state_that_is_no_member_on_the_day_has_no_tile(client):
    Membership.objects.filter(state_id="BOL", body="un").update(valid_from="2011-01-01")

    assert 'title="BOL ' not in page(client, "/en/?on=2010-01-01")


def test_the_same_stands_in_a_table_and_in_a_file(client):
    text = page(client, "/en/?on=2010-01-01&view=table")
    rows = json.loads(client.get("/en/?on=2010-01-01&format=json").content)["rows"]

    assert "tile-group" not in text
    assert text.count('<th scope="row"') == 3
    assert [(row["code"], row["in_force"], row["begun"]) for row in rows] == [
        ("MAR", 0, 1),
        ("BOL", 0, 0),
        ("FRA", 1, 0),
    ]


def test_nineteen_curves_in_order_of_adoption_each_lead_to_their_instrument(client):
    text = page(client, "/en/")

    assert text.count('class="chart chart-curve"') == 19
    assert text.index("/en/instruments/TOKYO-1963/") < text.index(f"/en/instruments/{FINANCING}/")


def test_the_latest_acts_are_those_up_to_the_day(client):
    assert "France</bdi>: Ratification" in page(client, "/en/?on=2010-01-01")
    assert "France</bdi>: Ratification" not in page(client, "/en/?on=2001-12-31")
    assert "No act up to this day." in page(client, "/en/?on=1970-01-01")


def test_the_day_can_be_chosen_without_script(client):
    text = page(client, "/en/?on=2010-01-01&view=table")

    assert 'id="slider-on" name="on" value="2010-01-01"' in " ".join(text.split())
    assert '<input type="hidden" name="view" value="table">' in text


def test_the_arabic_page_is_set_from_the_right_and_its_segments_with_it(client):
    text = page(client, "/ar/?on=2010-01-01")

    assert '<html lang="ar" dir="rtl">' in text
    assert 'class="in-force" d="M8 3h-1"' in text


@pytest.mark.parametrize("query", ["view=heap", "on=banana", "format=pdf", "colour=red", "on=2010-02-30&view=x"])
def test_an_address_that_cannot_be_answered_says_what_is_wrong(client, query):
    response = client.get(f"/en/?{query}")

    assert response.status_code == 400
    assert response.content.decode().count("<li>") >= 1 + query.count("&")


def test_a_page_costs_one_query_once_made_and_three_to_make_whatever_it_shows(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    page(client, "/en/instruments/")

    for address in ("/en/", "/en/?view=table", "/en/?on=2003-01-01", "/en/?format=csv"):
        with django_assert_max_num_queries(3):
            page(client, address)
        with django_assert_num_queries(1):
            page(client, address)


def test_the_table_is_filtered_and_sorted_on_the_page_and_in_its_file(client):
    address = "/en/?on=2010-01-01&view=table"
    found = [row["code"] for row in rows(client, f"{address}&sort=-name")]

    assert found == ["MAR", "FRA", "BOL"]
    assert [row["code"] for row in rows(client, f"{address}&group=african")] == ["MAR"]
    assert [row["code"] for row in rows(client, f"{address}&name=franc")] == ["FRA"]
    shown = page(client, f"{address}&group=african").split("<table")[1].split("</table>")[0]
    assert "Morocco" in shown
    assert "France" not in shown


def test_the_numbers_of_the_table_sort_no_state_above_another(client):
    response = client.get("/en/?view=table&sort=in_force")

    assert response.status_code == 400


def test_the_tiles_are_all_of_them_and_the_way_to_them_leaves_the_filters_behind(client):
    assert client.get("/en/?name=france").status_code == 400
    assert '<a href="/en/?on=2010-01-01#world">' in page(
        client, "/en/?on=2010-01-01&view=table&group=african&sort=name"
    )


def test_what_was_true_on_the_day_of_the_last_list_is_drawn_and_counted_apart_from_nothing_known(client):
    text = page(client, "/en/?on=2020-01-01")
    tile = text.split('title="BOL ')[1].split("</a>")[0]

    assert "not known: 19, of these no party on an earlier day: 1" in tile
    assert 'class="not-party-then"' in tile
    assert "no party on the day of the last list or statement, and not known since: 2;" in text
    assert '<circle cx="1" cy="1" r="0.6" class="chart-dot"/>' in text


def test_before_that_list_nothing_is_said_of_a_later_ignorance(client):
    assert 'class="not-party-then"' not in page(client, "/en/?on=2014-07-10")
