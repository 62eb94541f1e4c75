"""Public pages are made once an edition and asked again at the cost of one query."""

import gzip

import pytest

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import recorded, small_record

PAGES = ("/en/states/", "/en/states/FRA/", "/en/instruments/FINANCING-1999/", "/api/v1/states/FRA/standing/")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    small_record()
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asked_again_costs_one_query(client, django_assert_num_queries, address):
    first = client.get(address)

    with django_assert_num_queries(1):
        again = client.get(address)

    assert (first.status_code, again.content) == (200, first.content)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_made_at_the_cost_of_one_query_once_the_record_is_read(client, django_assert_num_queries, address):
    client.get(address)

    with django_assert_num_queries(1):
        client.get(f"{address}?on=2010-01-01")


@pytest.mark.parametrize("address", PAGES)
def test_a_reader_who_has_the_page_gets_304(client, address):
    tag = client.get(address)["ETag"]

    response = client.get(address, headers={"if-none-match": f'"other", {tag}'})

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize("address", ["/en/states/FRA/", "/api/v1/states/FRA/standing/"])
def test_a_new_edition_makes_the_page_anew(client, address):
    tag = client.get(address)["ETag"]
    recorded("FINANCING-1999", "FRA", ActKind.SIGNATURE, "2000-01-10")

    response = client.get(address, headers={"if-none-match": tag})

    assert response.status_code == 200


def test_a_page_is_sent_compressed_to_whoever_can_read_that(client):
    plain = client.get("/en/states/")

    squeezed = client.get("/en/states/", headers={"accept-encoding": "gzip"})

    assert squeezed["Content-Encoding"] == "gzip"
    assert gzip.decompress(squeezed.content) == plain.content
    assert squeezed["Vary"] == "Accept-Encoding"


def test_a_page_in_one_language_is_not_given_for_another(client):
    client.get("/api/v1/states/FRA/standing/", headers={"accept-language": "en"})

    response = client.get("/api/v1/states/FRA/standing/", headers={"accept-language": "fr"})

    assert response["Content-Language"] == "fr"


def test_a_feed_names_the_host_that_was_asked(client, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    client.get("/en/acts/feed.atom", headers={"host": "one.example"})

    feed = client.get("/en/acts/feed.atom", headers={"host": "two.example"}).content

    assert b"two.example" in feed
    assert b"one.example" not in feed


def test_an_error_is_not_kept(client):
    assert client.get("/en/states/FRA/?on=banana").status_code == 400
    assert client.get("/en/states/XXX/").status_code == 404
    assert client.get("/en/states/FRA/").status_code == 200
