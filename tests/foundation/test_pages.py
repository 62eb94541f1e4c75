"""Addresses that keep the day, days written out, and lists by pages."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context
from django.test import RequestFactory
from django.utils import translation

from accede.foundation.pages import AsAt, BadInput, page_of
from accede.foundation.pages.templatetags.asat import at_day, day, with_parameters

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("on", "known", "expected"),
    [
        (TODAY, None, "/en/about/"),
        (date(2007, 7, 26), None, "/en/about/?on=2007-07-26"),
        (TODAY, date(2020, 1, 1), "/en/about/?known=2020-01-01"),
    ],
)
def test_an_address_keeps_the_day_unless_it_is_today(on, known, expected):
    context = Context({"as_at": AsAt(on=on, today=TODAY, known=known)})

    assert at_day(context, "site:about") == expected


def test_parameters_are_changed_added_and_taken_out():
    context = Context({"request": RequestFactory().get("/en/acts/?on=2007-07-26&page=3&kind=a&kind=b")})

    assert with_parameters(context, page=None, sort="state") == "/en/acts/?on=2007-07-26&kind=a&kind=b&sort=state"


def test_an_address_without_parameters_has_no_question_mark():
    context = Context({"request": RequestFactory().get("/en/acts/?page=3")})

    assert with_parameters(context, page="") == "/en/acts/"


def test_a_day_is_written_out_in_the_language_of_the_page():
    with translation.override("fr"):
        assert day(date(2012, 3, 1)) == '<time datetime="2012-03-01">1er mars 2012</time>'


def test_no_day_is_written_as_nothing():
    assert day(None) == ""


def asked(query: str) -> SimpleNamespace:
    page = page_of(range(250), request=RequestFactory().get(f"/en/acts/?{query}"))
    return SimpleNamespace(first=page.items[0], number=page.number, previous=page.previous, next=page.next)


def test_a_long_list_is_shown_by_pages_that_keep_the_address():
    assert asked("on=2007-07-26") == SimpleNamespace(
        first=0, number=1, previous="", next="/en/acts/?on=2007-07-26&page=2"
    )
    assert asked("page=3") == SimpleNamespace(first=200, number=3, previous="/en/acts/?page=2", next="")


def test_an_empty_list_has_one_page():
    nothing: list[int] = []
    page = page_of(nothing, request=RequestFactory().get("/en/acts/"))

    assert (page.count, page.pages, list(page.items)) == (0, 1, [])


@pytest.mark.parametrize("number", ["0", "4", "-1", "x", "", "²", "9" * 5000])
def test_a_page_that_is_not_there_is_refused(number):
    with pytest.raises(BadInput):
        asked(f"page={number}")


def test_a_page_of_today_by_todays_knowledge_is_told_from_all_others():
    assert AsAt(on=TODAY, today=TODAY).is_today
    assert not AsAt(on=TODAY, today=TODAY, known=date(2020, 1, 1)).is_today
    assert not AsAt(on=date(2007, 7, 26), today=TODAY).is_today
