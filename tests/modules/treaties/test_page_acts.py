"""Acts by day: filters, pages, files, and the feed."""

import json
from xml.etree import ElementTree as ET

import pytest

from accede.core.treaties.acts import ActKind
from accede.modules.treaties.web import acts as act_pages
from tests.factories.small_record import recorded, small_record

FINANCING, BOMBINGS = "FINANCING-1999", "BOMBINGS-1997"
ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    small_record()
    recorded(FINANCING, "FRA", ActKind.SIGNATURE, "2000-01-10")
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(BOMBINGS, "FRA", ActKind.RATIFICATION, "1999-08-19")
    recorded(FINANCING, "MAR", ActKind.RATIFICATION, "2002-09-19")
    recorded(FINANCING, "BOL", ActKind.ACCESSION, None)


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def acts(client, query: str = "") -> list[tuple[str, str | None]]:
    answer = json.loads(client.get(f"/en/acts/?format=json&{query}").content)
    return [(row["state"], row["on"]) for row in answer["rows"]]


def test_the_latest_come_first_and_those_without_a_day_last(client):
    assert acts(client) == [
        ("MAR", "2002-09-19"),
        ("FRA", "2002-01-07"),
        ("FRA", "2000-01-10"),
        ("FRA", "1999-08-19"),
        ("BOL", None),
    ]
    assert "Day not known" in page(client, "/en/acts/")


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("state=Maroc", ["2002-09-19"]),
        ("state=FRA&state=MAR&kind=ratification", ["2002-09-19", "2002-01-07", "1999-08-19"]),
        (f"instrument={BOMBINGS}", ["1999-08-19"]),
        ("since=2000-01-01&until=2002-01-07", ["2002-01-07", "2000-01-10"]),
        ("on=2001-01-01&state=FRA", ["2000-01-10", "1999-08-19"]),
        ("state=&kind=&since=&until=2000-01-10", ["2000-01-10", "1999-08-19"]),
        ("sort=on&state=FRA", ["1999-08-19", "2000-01-10", "2002-01-07"]),
    ],
)
def test_acts_are_those_asked_for(client, query, days):
    assert [on for _state, on in acts(client, query)] == days


def test_each_row_leads_to_its_act_its_state_its_instrument_and_its_source(client):
    text = page(client, "/en/acts/?state=MAR&on=2010-01-01")

    assert 'href="/en/states/MAR/?on=2010-01-01"' in text
    assert f'href="/en/instruments/{FINANCING}/?on=2010-01-01"' in text
    assert 'href="/en/sources/untc-financing-2014/?on=2010-01-01"' in text
    assert 'href="/en/acts/' in text


def test_the_form_keeps_what_was_asked(client):
    text = page(client, "/en/acts/?state=FRA&state=MAR&kind=ratification&since=1990-01-01")

    assert 'name="state" value="France"' in text
    assert '<input type="hidden" name="state" value="MAR">' in text
    assert '<option value="ratification" selected>' in " ".join(text.split())


def test_long_lists_are_paged_and_files_hold_every_page(client, monkeypatch):
    monkeypatch.setattr(act_pages, "PER_PAGE", 2)

    text = page(client, "/en/acts/?page=2&state=FRA")

    assert "Page 2 of 2" in text
    assert "format=csv" in text
    assert "page=2&amp;format" not in text


def test_no_act_is_said_in_words(client):
    assert "No act fits." in page(client, "/en/acts/?until=1964-01-01")


def test_all_that_is_wrong_is_told_at_once_with_the_nearest(client):
    response = client.get("/en/acts/?state=Fance&kind=rumour&instrument=FINANCIN&since=banana&format=pdf&colour=red")

    text = response.content.decode()
    assert response.status_code == 400
    assert text.count("<li>") >= 6
    assert "Perhaps you mean: France" in text


@pytest.mark.parametrize("query", ["since=2010-01-01&until=2001-01-01", "page=7", "page=0", "on=2999-01-01"])
def test_an_address_that_cannot_be_answered_is_refused(client, query):
    assert client.get(f"/en/acts/?{query}").status_code == 400


def test_a_page_costs_one_query_once_made_and_three_to_make_whatever_it_shows(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    page(client, "/en/")

    for address in ("/en/acts/", "/en/acts/?state=FRA", "/en/acts/?format=csv", "/en/acts/feed.atom"):
        with django_assert_max_num_queries(3):
            page(client, address)
        with django_assert_num_queries(1):
            page(client, address)


def feed(client, query: str = "", language: str = "en"):
    response = client.get(f"/{language}/acts/feed.atom{query}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ET.fromstring(response.content)  # noqa: S314  (made by ourselves a line above)


def test_the_feed_has_the_same_filters_and_names_itself(client):
    root = feed(client, "?state=MAR")

    (entry,) = root.findall(f"{ATOM}entry")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert entry.findtext(f"{ATOM}title") == "Morocco: Terrorist Financing Convention"
    assert entry.findtext(f"{ATOM}summary") == "Ratification. Day: 19 September 2002."
    assert entry.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00+00:00"
    assert links["self"] == "http://testserver/en/acts/feed.atom?state=MAR"


def test_an_act_has_one_identifier_in_every_language_and_for_ever(client):
    english, french = feed(client), feed(client, language="fr")

    ids = [entry.findtext(f"{ATOM}id") for entry in english.findall(f"{ATOM}entry")]
    assert ids == [entry.findtext(f"{ATOM}id") for entry in french.findall(f"{ATOM}entry")]
    assert len(set(ids)) == 5
    assert all(str(found).startswith("urn:uuid:") for found in ids)
    assert (english.get("{http://www.w3.org/XML/1998/namespace}lang"), english.findtext(f"{ATOM}id")) != (
        french.get("{http://www.w3.org/XML/1998/namespace}lang"),
        french.findtext(f"{ATOM}id"),
    )


def test_the_list_leads_to_the_feed_of_the_same_acts(client):
    text = page(client, "/en/acts/?state=MAR&since=&on=2010-01-01&sort=on")

    assert 'href="/en/acts/feed.atom?state=MAR"' in text


def test_nonsense_asked_of_the_feed_is_refused(client):
    assert client.get("/en/acts/feed.atom?state=Fance").status_code == 400
    assert client.get("/en/acts/feed.atom?format=csv").status_code == 400
