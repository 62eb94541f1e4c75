"""Nonsense at any address gets 400 or 404 in the right format, never 500 and never a page for a program."""

import itertools
import json
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import get_resolver

from accede.foundation.access import PUBLIC, addresses_below, audiences_of
from tests.factories.small_record import small_record

GOOD = {"code": "FRA", "state": "FRA", "key": "FINANCING-1999", "instrument": "FINANCING-1999"}
BAD_PARTS = (
    "XXX",
    "Fance",
    "%00",
    "%ff%fe",
    "..%2f..%2fetc",
    "a" * 3000,
    "\u202eFRA",
    "'; drop table",
    "<script>",
    "0",
    "FRA ",
)
BAD_QUERIES = (
    "on=banana",
    "on=2026-02-30",
    "on=2999-01-01",
    "on=0001-01-01",
    "on=%00",
    "on=" + "9" * 5000,
    "known=banana",
    "page=0&on=banana",
    "page=-1&on=x",
    "per_page=1e9&on=x",
    "sort=nonsense&on=nonsense",
    "format=pdf&on=nonsense",
    "on=%ff%fe",
    "%00=%00&on=x",
    "on=%F0%9F&%=%",
)
UNANSWERABLE = (
    "/xx/",
    "/en/nothing/",
    "/en/%00/",
    "/en/" + "a/" * 500,
    "/%ff%fe/",
    "/api/nothing",
    "/api/v1/nothing/",
    "/api/v2/states/",
    "/api/v1/states/FRA/standing/extra/",
    "/api/v1/%00/",
    "/api/v1/states/?stat=FRA",
    "/api/v1/states/?page=0",
    "/api/v1/states/?page=999999",
    "/api/v1/states/?per_page=501",
    "/api/v1/states/?group=moon",
    "/api/v1/acts/?kind=rumour",
    "/api/v1/acts/?since=2010-01-01&until=2001-01-01",
    "/api/v1/compare/",
    "/api/v1/compare/?state=Fance",
    "/api/v1/openapi.json?x=1",
)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    small_record()


def filled(route: str, parts: dict[str, str]) -> str:
    """Return a route as an address, each of its variable parts replaced."""
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: parts.get(part[1], "FRA"), route).lstrip("/")


def nonsense() -> Iterator[str]:
    """Yield nonsense for every address of the product: in each variable part, and in the query.

    A visitor is led from what is not public to the way in before anything of the address is read: once is enough.
    """
    for address in addresses_below(get_resolver()):
        is_open = PUBLIC in audiences_of(address.view)
        names = re.findall(r"<(?:\w+:)?(\w+)>", address.route)
        for name, bad in itertools.product(names, BAD_PARTS if is_open else BAD_PARTS[:1]):
            yield filled(address.route, {**GOOD, name: bad})
        # The bare address only leads on to a language; the rest speak of a day.
        if address.route and not address.route.endswith(".json"):
            yield from (
                f"{filled(address.route, GOOD)}?{query}" for query in (BAD_QUERIES if is_open else BAD_QUERIES[:1])
            )


def fault(client: Client, address: str) -> str | None:
    """Return what is wrong with the answer to nonsense, None for nothing."""
    response = client.get(address)
    if response.status_code == 302 and client.get(response["Location"]).status_code == 200:
        return None  # a code among blanks or marks is understood, and led to its own address
    if response.status_code not in {400, 404}:
        return f"{response.status_code} {address[:100]}"
    expected = "application/problem+json" if address.startswith("/api/") else "text/html"
    if not response["Content-Type"].startswith(expected):
        return f"{response['Content-Type']} {address[:100]}"
    if address.startswith("/api/") and not {"title", "status", "problems"} <= json.loads(response.content).keys():
        return f"no problem document {address[:100]}"
    return None


def test_nonsense_is_answered_with_400_or_404_in_the_right_format(client):
    client.raise_request_exception = False
    speaks_of_no_day = {"/en/design/", "/en/accessibility/", "/en/api/", "/robots.txt", "/sitemap.xml"}

    found = [
        wrong
        for address in nonsense()
        if address.partition("?")[0] not in speaks_of_no_day and (wrong := fault(client, address))
    ]

    assert found == []


@pytest.mark.parametrize("address", UNANSWERABLE)
def test_there_is_no_answer_at(client, address):
    assert fault(client, address) is None


def test_the_check_sees_an_answer_to_nonsense(client):
    assert fault(client, "/api/v1/states/") == "200 /api/v1/states/"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_the_api_refuses_methods_that_change_anything(client, method):
    response = getattr(client, method)("/api/v1/states/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert response["Content-Type"] == "application/problem+json"


def test_a_fault_of_ours_under_the_api_is_a_problem_document(client, monkeypatch):
    def broken(*_args: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("accede.modules.treaties.words.question.current_register", broken)
    client.raise_request_exception = False

    response = client.get("/api/v1/states/")

    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")
    assert "planted" not in response.content.decode()


def test_an_unknown_state_is_answered_with_the_nearest(client):
    document = client.get("/api/v1/states/Fance/").json()

    assert document["nearest"][0] == {"label": "France", "address": "/api/v1/states/FRA/"}
    assert document["problems"] == [document["detail"]]


def test_everything_that_is_wrong_is_told_at_once(client):
    document = client.get("/api/v1/acts/?state=Fance&kind=rumour&since=banana").json()

    assert len(document["problems"]) == 3


@pytest.mark.parametrize("language", ["fr", "ar", "zh-hans"])
def test_problems_are_told_in_the_language_asked_for(client, language):
    response = client.get("/api/v1/states/?on=banana", headers={"accept-language": language})

    assert response["Content-Language"] == language
