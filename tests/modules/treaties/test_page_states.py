"""The list of States and the page of one: when it joined, since when it is bound, and why."""

import csv
import io
import json

import pytest
from django.utils import translation
from django.utils.translation import gettext

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import GAZETTE, recorded, small_record, two_parties
from tests.support.pages import page

FINANCING = "FINANCING-1999"
PLASTIC = "PLASTIC-1991"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France under two conventions, Morocco under one; Bolivia under none."""
    small_record()
    two_parties()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-08", GAZETTE)
    recorded(PLASTIC, "FRA", ActKind.RATIFICATION, "1997-05-21")


def test_a_states_page_says_since_when_it_is_bound_by_which_act_and_why(client):
    shown = page(client, f"/en/states/FRA/?on=2010-01-01#{FINANCING}")
    row = shown.split(f'<tr id="{FINANCING}">')[1].split("</tr>")[0]

    assert "10 April 2002" in row
    assert "Ratification, <time" in row
    assert "7 January 2002" in row
    assert "Consent to be bound: ratification, on 7 January 2002." in row
    assert "art. 26(1)" in row
    assert "/en/sources/untc-financing-2014/?on=2010-01-01" in row


def test_the_page_begins_with_what_binds_the_state_and_what_is_not_known(client):
    summary = page(client, "/en/states/FRA/?on=2010-01-01&standing=signed").split('<dl class="summary">')[1]
    party, *others = summary.split("</dl>")[0].split("<div>")[1:]

    assert "standing-party" in party
    assert '<span class="count">2</span>' in party
    assert party.index(f"/en/states/FRA/{PLASTIC}/?on=2010-01-01") < party.index(f"/en/states/FRA/{FINANCING}/?on=")
    assert f"/{FINANCING}/" not in "".join(others)


def test_the_page_speaks_of_the_day_in_its_address(client):
    row = page(client, "/en/states/FRA/?on=2001-06-01").split(f'<tr id="{FINANCING}">')[1].split("</tr>")[0]

    assert "Signed" in row
    assert "10 April 2002" not in row


def test_every_instrument_has_its_row_in_order_of_adoption(client):
    shown = page(client, "/en/states/FRA/?format=json")
    rows = json.loads(shown)["rows"]

    assert len(rows) == 19
    assert rows[0]["key"] == "TOKYO-1963"
    assert [row["standing_code"] for row in rows if row["key"] == FINANCING] == ["party"]


def test_what_is_filtered_and_sorted_on_the_page_is_so_in_its_files(client):
    address = "/en/states/FRA/?on=2010-01-01&standing=party&sort=-since"
    body = client.get(f"{address}&format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    shown = page(client, address)

    assert [row["Key"] for row in rows] == [FINANCING, PLASTIC]
    assert shown.index(f'id="{FINANCING}"') < shown.index(f'id="{PLASTIC}"')
    assert "TOKYO-1963" not in shown.split("<tbody>")[1].split("</tbody>")[0]
    assert 'href="/en/states/FRA/?on=2010-01-01&amp;standing=party&amp;sort=-since&amp;format=csv"' in shown


@pytest.mark.parametrize("written", ["fra", "FR", "fr", "France", "فرنسا"])
def test_a_state_written_in_another_way_leads_to_its_one_address(client, written):
    response = client.get(f"/en/states/{written}/?on=2010-01-01")

    assert (response.status_code, response["Location"]) == (302, "/en/states/FRA/?on=2010-01-01")


def test_a_state_that_nobody_knows_gets_the_nearest(client):
    shown = page(client, "/en/states/Frnace/", status=404)

    assert "“Frnace” is no State or area that the record knows." in shown
    assert 'href="/en/states/FRA/"' in shown


def test_all_that_is_wrong_is_told_at_once(client):
    shown = page(client, "/en/states/?on=2099-01-01&kind=duchy&group=north&sort=size&page=0&colour=blue", status=400)

    for part in ("2099-01-01 lies in the future", "duchy", "north", "size", "colour"):
        assert part in shown


def test_a_state_on_a_day_before_its_existence_is_an_answer_with_who_was_before(client):
    shown = page(client, "/en/states/CZE/?on=1980-01-01")

    assert "The State did not exist on this day" in shown
    assert 'href="/en/states/CSK/?on=1980-01-01"' in shown


def test_a_former_state_leads_to_its_successor(client):
    shown = page(client, "/en/states/CSK/?on=2010-01-01")

    assert "The State did not exist on this day" in shown
    assert 'href="/en/states/CZE/?on=2010-01-01"' in shown
    assert 'href="/en/states/CSK/?on=1992-12-31"' in shown


def test_what_is_not_joined_is_an_invitation_with_its_steps(client):
    shown = page(client, "/en/states/BOL/?on=2010-01-01")
    joining = shown.split(f'id="joining-{FINANCING}"')[1].split("</details>")[0]

    assert "Invited to join" in joining
    assert "Accession" in joining
    assert "it would take effect for the State on" in joining
    assert "31 January 2010" in joining


def test_a_formal_name_that_no_source_gives_is_not_made_up(client):
    shown = page(client, "/ar/states/SUN/?on=1990-01-01")

    with translation.override("ar"):
        assert gettext("No source read gives it in this language.") in shown


def test_the_list_counts_on_the_day_and_stands_in_alphabetical_order(client):
    rows = json.loads(page(client, "/en/states/?on=2010-01-01&format=json"))["rows"]

    assert [row["code"] for row in rows] == sorted((row["code"] for row in rows), key=lambda c: NAMES[c])
    assert {row["code"]: row["in_force"] for row in rows}["FRA"] == 2
    assert "CSK" not in {row["code"] for row in rows}


NAMES = {"BOL": "Bolivia", "HRV": "Croatia", "CZE": "Czechia", "FRA": "France", "MAR": "Morocco", "RUS": "Russian"}


def test_the_list_is_not_sorted_by_how_much_is_in_force(client):
    assert "in_force" in page(client, "/en/states/?sort=in_force", status=400)
    assert 'href="/en/states/?sort=name' in page(client, "/en/states/")


def test_a_name_is_found_without_its_accents_and_in_another_language(client):
    rows = json.loads(page(client, "/en/states/?name=maroc&format=json"))["rows"]

    assert [row["code"] for row in rows] == ["MAR"]


def test_former_states_are_listed_when_they_are_asked_for(client):
    rows = json.loads(page(client, "/en/states/?kind=former&format=json"))["rows"]

    assert {row["code"] for row in rows} == {"CSK", "SUN"}


def test_a_name_that_fits_nothing_gets_the_nearest(client):
    shown = page(client, "/en/states/?name=Morroco")

    assert "No State or area fits." in shown
    assert 'href="/en/states/MAR/"' in shown


def test_pages_cost_the_same_few_queries_whatever_they_show(client, django_assert_max_num_queries):
    page(client, "/en/states/FRA/")

    for address in ("/en/states/", "/en/states/FRA/?on=2010-01-01", "/en/states/BOL/?on=2010-01-01"):
        with django_assert_max_num_queries(3) as first:
            page(client, address)
        with django_assert_max_num_queries(1):
            page(client, address)
        assert all("edition" in query["sql"] for query in first.captured_queries)


@pytest.mark.parametrize("address", ["states/BOL/", f"states/BOL/{FINANCING}/", "compare/?state=BOL"])
def test_the_last_day_that_is_known_stands_with_the_ignorance_since_and_no_since_beside_it(client, address):
    text = page(client, f"/en/{address}")

    assert "Not a party on 10 July 2014; since then not known" in text
    assert "standing-not_party_then" in text
    assert "11 July 2014" not in text.split("How the standing changed")[0]


@pytest.mark.parametrize("address", ["states/FRA/", "compare/?state=FRA"])
def test_a_party_is_shown_with_the_day_until_which_a_source_attests_it(client, address):
    assert "attested until 10 July 2014" in page(client, f"/en/{address}")


def test_a_file_keeps_that_day_and_the_first_day_of_ignorance_in_columns_of_their_own(client):
    rows = json.loads(page(client, "/en/states/BOL/?format=json"))["rows"]
    row = next(row for row in rows if row["key"] == FINANCING)

    assert (row["not_party_on"], row["not_known_from"], row["since"]) == ("2014-07-10", "2014-07-11", None)


def test_whoever_knows_better_is_told_what_to_send_and_where(client, settings):
    settings.ACCEDE_CONTACT = "record@treaties.example"
    assert f'href="/en/tell/?state=BOL&amp;instrument={FINANCING}"' in page(client, f"/en/states/BOL/{FINANCING}/")

    told = page(client, f"/en/tell/?state=BOL&instrument={FINANCING}")

    assert "mailto:record@treaties.example?subject=Accede" in told
    assert "The depositary’s notification of the deposit" in told
    table = client.get(f"/en/tell/?state=BOL&instrument={FINANCING}&format=csv").content.decode("utf-8-sig")
    assert table.splitlines()[1].startswith(f"BOL,{FINANCING},,")
