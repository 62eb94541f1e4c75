"""Sign-in, forgotten password and the pages after them: made once for all visitors, each with a token of their own."""

import re

import pytest
from allauth.socialaccount.models import SocialApp
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from accede.core.treaties.acts import ActKind
from accede.foundation.access import PUBLIC
from accede.foundation.access.addresses import addresses_below
from accede.foundation.access.declaring import audiences_of
from accede.foundation.pages.public import is_public_page, pages
from accede.foundation.pages.visitors import is_visitor_page
from tests.factories.people import PASSWORD
from tests.factories.small_record import recorded, small_record

WITH_FORMS = ("sign-in/", "password/forgotten/")
PAGES = (*WITH_FORMS, "password/sent/", "password/new/done/", "sign-in/cancelled/")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w{64})"')

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    pages.clear()
    yield
    pages.clear()


def token_in(text: str) -> str:
    (token,) = set(TOKEN.findall(text))
    return str(token)


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.text)


@pytest.mark.parametrize("path", PAGES)
def test_asked_again_it_costs_one_query_and_opens_no_session(client, django_assert_num_queries, path):
    client.get(f"/en/{path}")

    with django_assert_num_queries(1):
        response = Client().get(f"/en/{path}")

    assert response.status_code == 200
    assert "accede_session" not in response.cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize("path", PAGES)
def test_made_or_kept_it_is_the_same_page_but_for_the_token(client, path):
    made, kept = read(client, f"/en/{path}"), read(Client(), f"/en/{path}")

    assert TOKEN.sub("", made) == TOKEN.sub("", kept)
    assert len(TOKEN.findall(made)) == len(TOKEN.findall(kept))


def test_each_address_has_its_own():
    made = [TOKEN.sub("", read(Client(), f"/en/{path}")) for path in PAGES]
    kept = [TOKEN.sub("", read(Client(), f"/en/{path}")) for path in PAGES]

    assert made == kept
    assert len(set(made)) == len(PAGES)


@pytest.mark.parametrize("path", WITH_FORMS)
def test_the_token_is_each_visitors_own_and_masked_anew_for_each_answer(path):
    visitors = [Client(enforce_csrf_checks=True) for _ in range(3)]

    tokens = [token_in(read(visitor, f"/en/{path}")) for visitor in visitors for _ in range(2)]

    assert len(set(tokens)) == len(tokens)
    assert len({visitor.cookies["csrftoken"].value for visitor in visitors}) == len(visitors)


def test_a_token_opens_the_form_to_its_visitor_and_to_no_other():
    first, second = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    read(Client(), "/en/sign-in/")
    own, others = (token_in(read(visitor, "/en/sign-in/")) for visitor in (first, second))

    assert first.post("/en/sign-in/", {"csrfmiddlewaretoken": own}).status_code == 200
    assert first.post("/en/sign-in/", {"csrfmiddlewaretoken": others}).status_code == 403


@pytest.mark.parametrize("path", PAGES)
def test_neither_browser_nor_proxy_keeps_it(client, path):
    for visitor in (client, Client()):
        response = visitor.get(f"/en/{path}", headers={"accept-encoding": "gzip"})

        assert {"private", "no-store"} <= set(response["Cache-Control"].replace(" ", "").split(","))
        assert "Cookie" in response["Vary"]
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert not response.has_header("ETag")
        # A body that holds a secret and is compressed tells by its length what the secret is.
        assert not response.has_header("Content-Encoding")


@pytest.mark.parametrize("path", PAGES)
def test_each_language_has_its_own(client, path):
    english, arabic = read(client, f"/en/{path}"), read(client, f"/ar/{path}")

    assert '<html lang="en" dir="ltr">' in english
    assert '<html lang="ar" dir="rtl">' in arabic
    assert client.get(f"/ar/{path}")["Content-Language"] == "ar"
    assert TOKEN.sub("", read(client, f"/en/{path}")) == TOKEN.sub("", english)


def test_an_error_stands_at_its_field_and_on_that_visitors_page_only(client, nil):
    read(client, "/en/sign-in/")

    wrong = client.post("/en/sign-in/", {"login": nil.email, "password": ""}).content.decode()

    assert "Write your password." in wrong
    assert 'href="#field-password"' in wrong
    assert nil.email in wrong
    for visitor in (client, Client()):
        page = read(visitor, "/en/sign-in/")
        assert nil.email not in page
        assert "Write your password." not in page


def test_where_one_wanted_to_go_is_kept_in_the_form_and_in_no_page_of_another(client):
    read(client, "/en/sign-in/")

    assert 'value="/en/account/"' in read(client, "/en/sign-in/?next=/en/account/")
    assert 'value="/en/account/"' in read(Client(), "/en/sign-in/?next=/en/account/")
    assert "/en/account/" not in read(Client(), "/en/sign-in/")


@pytest.mark.parametrize(
    "wish",
    [
        "/en/organisations/0197a7e2-1111-7000-8000-000000000001/",
        "/en/states/FRA/",
        "/en/instruments/bombings/",
        "/en/nothing/",
        "/en/people/%3Fq%3Dnovak",
        "/en/work/&signed_out=1",
        "https://example.org/",
    ],
)
def test_no_time_tells_that_another_visitor_wanted_to_go_there(client, wish):
    counts = []
    read(client, "/en/sign-in/")

    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            read(Client(), f"/en/sign-in/?next={wish}")
        counts.append(len(captured))

    assert counts[0] == counts[1] > 1


def test_the_way_in_to_a_page_of_all_costs_one_query_too(client, django_assert_num_queries):
    wish = client.get("/en/work/")["Location"]
    made = read(client, wish)

    with django_assert_num_queries(1):
        kept = read(Client(), wish)

    assert wish == "/en/sign-in/?next=/en/work/"
    assert 'value="/en/work/"' in kept
    assert TOKEN.sub("", made) == TOKEN.sub("", kept)


def test_a_kept_form_leads_nowhere_but_into_the_site(client, nil):
    read(client, "/en/sign-in/")

    asked = {"login": nil.email, "password": PASSWORD}
    assert client.post("/en/sign-in/?next=https://example.org/", asked)["Location"] == "/en/work/"


def test_an_unknown_parameter_is_still_refused(client):
    read(client, "/en/sign-in/")

    assert client.get("/en/sign-in/?nonsense=1").status_code == 400


@pytest.mark.parametrize("path", PAGES[2:])
def test_whoever_has_signed_in_reads_a_page_of_their_own(client, nil, path):
    read(client, f"/en/{path}")
    client.post("/en/sign-in/", {"login": nil.email, "password": PASSWORD})

    assert "Nil Novak" in read(client, f"/en/{path}")
    assert "Nil Novak" not in read(Client(), f"/en/{path}")


def test_whoever_has_signed_in_is_led_on_from_sign_in(client, nil):
    read(client, "/en/sign-in/")
    client.post("/en/sign-in/", {"login": nil.email, "password": PASSWORD})

    assert client.get("/en/sign-in/").status_code == 302


def test_whoever_is_between_password_and_second_factor_is_led_back_to_it(client, amal):
    read(client, "/en/sign-in/")
    client.post("/en/sign-in/", {"login": amal.with_app().email, "password": PASSWORD})

    assert client.get("/en/sign-in/")["Location"].startswith("/en/sign-in/second-factor/")


def test_a_new_edition_makes_the_page_anew(client):
    small_record()
    before = read(client, "/en/sign-in/")
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")

    assert "Newest act in the record:" not in before
    assert "Newest act in the record:" in read(client, "/en/sign-in/")


def test_only_pages_for_the_public_are_kept_and_none_twice():
    kept = [address for address in addresses_below(get_resolver()) if is_visitor_page(address.view)]

    assert {address.route for address in kept} == {f"en/{path}" for path in PAGES}
    assert all(audiences_of(address.view) == {PUBLIC} for address in kept)
    assert not any(is_public_page(address.view) for address in kept)


def test_a_row_of_a_table_opens_no_way_in(client):
    SocialApp.objects.create(
        provider="openid_connect",
        provider_id="row",
        name="A row",
        client_id="row",
        settings={"server_url": "https://row.example"},
    )

    assert "A row" not in read(client, "/en/sign-in/")
    assert client.post("/sign-in/with/row/").status_code == 404
