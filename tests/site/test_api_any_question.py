"""Whatever is asked of the API, the answer is of the kind that its description promises, and never a fault of ours."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from django.urls import resolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind
from accede.foundation.pages.public import is_public_page
from accede.site.api import api
from tests.factories.small_record import recorded, small_record

GOOD = ("FRA", "FINANCING-1999", "2007-07-26", "2002-01-07", "1", "2", "ratification", "african", "yes", "")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    small_record()
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")


def operations() -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return each address of the API that can be read, with the names of its variable parts and of its parameters."""
    found = []
    for path, methods in api.get_openapi_schema()["paths"].items():
        if "get" not in methods:
            continue
        parameters = methods["get"].get("parameters", [])
        named = {place: tuple(p["name"] for p in parameters if p["in"] == place) for place in ("path", "query")}
        found.append((path, named["path"], named["query"]))
    return found


def words() -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(GOOD),
        st.text(max_size=30),
        st.integers(-(10**12), 10**12).map(str),
        st.dates().map(str),
        st.sampled_from(["\0", "\u202e", "٣", "²", "null", "[]", "%", "🜚" * 50, "9" * 400]),
    )


@st.composite
def questions(draw: st.DrawFn) -> str:
    path, parts, parameters = draw(st.sampled_from(operations()))
    for part in parts:
        path = path.replace(f"{{{part}}}", quote(draw(words()) or "-", safe=""))
    asked = draw(st.lists(st.tuples(st.sampled_from([*parameters, "unheard-of"]), words()), max_size=4))
    return f"{path}?{urlencode(asked)}" if asked else path


def fault(status: int, kind: str, document: Mapping[str, Any]) -> str | None:
    """Return what is wrong with an answer, None for nothing."""
    if status == 200:
        return None if kind.startswith("application/json") else f"200 as {kind}"
    if status not in {400, 404}:
        return f"status {status}"
    if kind != "application/problem+json":
        return f"{status} as {kind}"
    told = document.get("problems")
    return None if document.get("status") == status and isinstance(told, list) and told else "no problem is told"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=questions())
def test_no_question_brings_the_api_to_fall(address: str) -> None:
    response = Client(raise_request_exception=False).get(address)

    assert fault(response.status_code, response["Content-Type"], json.loads(response.content)) is None, address


@pytest.mark.parametrize(
    ("status", "kind", "document", "words"),
    [
        (500, "application/problem+json", {}, "status 500"),
        (404, "text/html", {}, "404 as text/html"),
        (400, "application/problem+json", {"status": 400, "problems": []}, "no problem is told"),
        (200, "text/html", {}, "200 as text/html"),
    ],
)
def test_a_wrong_answer_is_seen(status, kind, document, words):
    assert fault(status, kind, document) == words


def test_pages_of_a_list_hold_every_item_once(client):
    whole = client.get("/api/v1/states/").json()
    address, seen = "/api/v1/states/?per_page=3", []
    while address:
        page = client.get(address)
        seen += page.json()["items"]
        onward = re.search(r'<([^>]+)>; rel="next"', page["Link"])
        address = onward[1] if onward else ""

    assert seen == whole["items"]
    assert page.json()["count"] == len(seen) > 3


NEEDS_A_QUESTION = (
    "compare/",
    "bases/",
    "opinion.docx",
    "opinion.pdf",
    "differences/",
    "cooperation/calendar/",
    "changes/",
)


def public_lists() -> list[str]:
    return [
        path
        for path, parts, _ in operations()
        if not parts and not path.endswith(NEEDS_A_QUESTION) and is_public_page(resolve(path).func)
    ]


@pytest.mark.parametrize("path", public_lists())
def test_every_list_has_an_entity_tag_and_answers_304(client, path):
    tag = client.get(path)["ETag"]

    response = client.get(path, headers={"if-none-match": tag})

    assert (response.status_code, response.content) == (304, b"")
