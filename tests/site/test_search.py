"""The search: sixty questions on the facts that ship, and what bad questions get."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation.search.rebuilding import differences
from accede.modules.treaties.words.acts_found import SHOWN
from accede.site.facts import load_everything
from tests.conftest import TODAY
from tests.support.many_requests import shared_record
from tests.support.search_questions import QUESTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def facts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with shared_record(django_db_blocker):
        load_everything(at=TODAY)
        yield


def first_three(text: str, language: str) -> list[str]:
    response = Client().get("/api/v1/search/", {"q": text}, headers={"accept-language": language})
    assert response.status_code == 200, response.content
    answer = response.json()
    return [one["address"] for one in (*answer["answers"], *answer["items"])][:3]


@pytest.mark.parametrize("language", list(QUESTIONS))
def test_the_right_answer_is_among_the_first_three(language):
    missed = {
        text: found
        for text, address in QUESTIONS[language].items()
        if f"/{language}/{address}" not in (found := first_three(text, language))
    }

    assert len(QUESTIONS[language]) == 10
    assert missed == {}


def test_the_index_is_what_it_would_be_if_it_were_made_anew():
    assert differences() == []


@pytest.mark.parametrize("text", ["a" * 10_000, "?!…", "\x00\x1b", "  ¿  "])
def test_what_cannot_be_looked_up_gets_a_clear_word(text, client):
    for address in ("/en/search/", "/api/v1/search/", "/api/v1/search/suggestions/"):
        response = client.get(address, {"q": text})

        assert response.status_code == 400, (address, response.status_code)
        words = response.content.decode()
        assert "at most 200 characters" in words or "at least one letter or figure" in words


@pytest.mark.parametrize(
    "text", ["<b>maroc</b>", "'; drop table", "a & b | !c", "maroc:*", "\\", "a' b", "(maroc", "x" * 200, "١٢"]
)
def test_odd_questions_are_answered_or_refused_in_words(text, client):
    response = client.get("/en/search/", {"q": text})

    assert response.status_code in {200, 400}
    assert "<b>maroc" not in response.content.decode()


def test_all_that_is_wrong_with_a_question_is_told_at_once(client):
    response = client.get("/en/search/?q=%3F&kind=king&page=0&colour=blue&on=2099-01-01")

    assert response.status_code == 400
    assert response.content.decode().split('id="error-summary-title"')[1].split("</ul>")[0].count("<li>") == 5


def test_a_page_shows_kinds_counts_and_what_was_asked_for_marked(client):
    shown = client.get("/en/search/?q=financing").content.decode()

    assert "<mark>Financing</mark>" in shown
    assert 'href="/en/search/?q=financing&amp;kind=instrument"' in shown
    only = client.get("/en/search/?q=financing&kind=instrument").content.decode()
    assert "/en/instruments/FINANCING-1999/" in only
    assert 'class="search-kind">Offence' not in only


def test_results_go_on_the_next_page_and_none_is_shown_twice(client):
    addresses: list[str] = []
    for page in (1, 2):
        answer = client.get(f"/api/v1/search/?q=convention&page={page}").json()
        addresses += [one["address"] for one in answer["items"]]

    assert len(addresses) == len(set(addresses)) == 40


def test_what_is_found_keeps_the_day(client):
    shown = client.get("/en/search/?q=Morocco&on=2001-01-01").content.decode()

    assert 'href="/en/states/MAR/?on=2001-01-01"' in shown


def test_a_question_costs_the_same_few_queries(client, django_assert_max_num_queries):
    client.get("/en/search/?q=maroc")
    # Of the last, a word is near to one that is there: it asks once more.
    for text, most in (("maroc", 16), ("convention", 16), ("terrorism financing in all its forms", 18)):
        with django_assert_max_num_queries(most):
            client.get("/api/v1/search/", {"q": text})


def test_where_nothing_has_all_words_what_has_some_is_shown(client):
    shown = client.get("/en/search/?q=financing+lighthousekeeper").content.decode()

    assert "Nothing has all of these words" in shown
    assert "/en/instruments/FINANCING-1999/" in shown


def test_suggestions_are_made_while_somebody_writes(client):
    answer = client.get("/api/v1/search/suggestions/?q=maro", headers={"accept-language": "fr"}).json()

    assert {"title": "Maroc", "kind_words": "État", "address": "/fr/states/MAR/"} in answer["items"]


@pytest.mark.parametrize(
    ("text", "language", "title", "said"),
    [
        ("Maroc ratification 2002", "fr", "Maroc\xa0: Ratification, Convention sur le financement", "2002"),
        ("MAR financing ratified", "en", "Morocco: Ratification, Terrorist Financing Convention", "2002"),
        ("انضمام المغرب", "ar", "المغرب", ""),
        ("法国 签署 2000", "zh-hans", "法国", "2000"),
        ("подписание Франция 2000", "ru", "Франция", "2000"),
        ("adhesión Senegal", "es", "Senegal: Adhesión", ""),
    ],
)
def test_acts_are_found_by_whose_they_are_and_their_kind_or_year(text, language, title, said, client):
    answers = client.get("/api/v1/search/", {"q": text}, headers={"accept-language": language}).json()["answers"]

    acts = [one for one in answers if f"/{language}/acts/" in one["address"]]
    assert acts, answers
    assert acts[0]["title"].startswith(title)
    assert said in acts[0]["said"]


def test_of_many_acts_some_are_named_and_one_answer_leads_to_all(client):
    answers = client.get("/api/v1/search/", {"q": "France ratification"}).json()["answers"]
    *named, all_of_them = [one for one in answers if "/acts/" in one["address"]]
    rows = client.get(all_of_them["address"] + "&format=csv").content.decode().splitlines()[1:]

    assert len(named) == SHOWN
    assert all_of_them["address"] == "/en/acts/?state=FRA&kind=ratification"
    assert all_of_them["title"] == f"All {len(rows)} acts asked for"
