"""The frame of every page: languages, day, sections, and the pages that say what went wrong."""

import re

import pytest
from django.test import RequestFactory
from django.urls import resolve
from django.utils.html import escape

from accede.foundation.access import PUBLIC, audiences_of
from accede.foundation.pages import NotHere, Suggestion
from accede.site import errors, gallery
from accede.site.context import frame
from accede.site.navigation import SEARCH, SECTIONS, SOURCES
from tests.factories.small_record import small_record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    small_record()


def links(html: str) -> list[str]:
    """Return where a page leads, as written."""
    return re.findall(r'href="([^"]*)"', html)


def test_every_section_has_its_page():
    for path in (SEARCH, SOURCES, *(section.path for section in SECTIONS)):
        assert PUBLIC in audiences_of(resolve(f"/en/{path}").func)


def test_sections_and_languages_keep_the_day(client):
    found = links(client.get("/fr/about/?on=2007-07-26").content.decode())

    assert "/fr/states/?on=2007-07-26" in found
    assert "/ar/about/?on=2007-07-26" in found
    assert "/fr/accessibility/?on=2007-07-26" in found


def test_the_form_of_the_day_keeps_what_else_was_asked_but_not_the_page_of_a_list():
    context = frame(
        RequestFactory().get("/en/acts/?kind=accession&kind=ratification&on=2007-07-26&known=2020-01-01&page=3")
    )

    assert context["other_parameters"] == [("kind", "accession"), ("kind", "ratification")]


def test_the_section_a_reader_is_in_is_marked():
    sections = frame(RequestFactory().get("/en/states/FRA/"))["section_links"]

    assert [section.address for section in sections if section.is_current] == ["/en/states/"]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("zh-hans", "ltr")])
def test_a_page_says_its_language_and_direction(client, language, direction):
    html = client.get(f"/{language}/about/").content.decode()

    assert f'<html lang="{language}" dir="{direction}">' in html


def test_all_that_is_wrong_with_an_address_is_told_at_once(client):
    response = client.get("/en/about/?on=2026-02-30&known=2999-01-01")

    html = response.content.decode()
    assert response.status_code == 400
    assert "“2026-02-30” is not a day" in html
    assert "2999-01-01 lies in the future" in html


def test_a_page_that_is_not_there_offers_what_may_have_been_meant():
    request = RequestFactory().get("/en/states/Fance/")

    response = errors.not_found(request, NotHere("No such State.", [Suggestion("France", "/en/states/FRA/")]))

    assert response.status_code == 404
    assert "/en/states/FRA/" in links(response.content.decode())


def test_a_fault_of_ours_is_told_without_the_record(django_assert_num_queries):
    request = RequestFactory().get("/en/states/")

    with django_assert_num_queries(0):
        response = errors.server_error(request)

    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()


def test_the_bare_address_leads_to_the_language_of_the_browser(client):
    response = client.get("/", headers={"accept-language": "fr-CA,fr;q=0.9"})

    assert (response.status_code, response["Location"]) == (302, "/fr/")


@pytest.mark.parametrize("page", ["about", "accessibility", "api", "design"])
def test_pages_about_the_site_cost_the_look_at_the_edition_once_made(client, django_assert_max_num_queries, page):
    client.get(f"/en/{page}/")

    with django_assert_max_num_queries(1):
        assert client.get(f"/en/{page}/").status_code == 200


def test_the_gallery_says_what_each_part_is_for(client):
    html = client.get("/en/design/").content.decode()

    assert [part.name for part in gallery.PARTS if escape(str(part.purpose)) not in html] == []
    assert len({part.purpose for part in gallery.PARTS}) == len(gallery.PARTS)
