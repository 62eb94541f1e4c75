"""What holds for every public page: the axe rules, and nothing that scrolls sideways on a phone."""

import pytest
from django.test import Client
from django.urls import resolve
from selectolax.lexbor import LexborHTMLParser

from tests.journeys.barriers import barriers
from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.public_pages import PublicPage, public_pages

SCREENS = {"phone": PHONE, "desk": DESK}

pytestmark = pytest.mark.journey
_ABOUT_PEOPLE = ("account_", "mfa_", "socialaccount_", "identity:", "training:")
#: They ask for their days themselves: days that lie ahead, or a period.
_WITH_A_DAY_OF_THEIR_OWN = ("calendar:", "reporting:")

_FRAME = (".languages a", ".day strong", "main h1")


@pytest.fixture(scope="module")
def every_page(site: str) -> list[PublicPage]:
    """Every public page, looked for once."""
    return public_pages()


@pytest.mark.parametrize(("screen", "language"), [("phone", "ar"), ("desk", "en")])
def test_no_page_has_a_barrier(open_page: OpenPage, every_page, screen, language):
    page = open_page(f"/{language}/", screen=SCREENS[screen])
    found = []
    for public in every_page:
        page.goto(public.address(language))
        found += [f"{public.address(language)}: {barrier}" for barrier in barriers(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{public.address(language)} scrolls sideways")

    assert found == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_page_scrolls_sideways_on_a_phone(open_page: OpenPage, every_page, language):
    page = open_page(f"/{language}/", screen=PHONE)
    found = []
    for public in every_page:
        page.goto(public.address(language))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(public.address(language))

    assert found == []


def test_every_page_has_the_whole_frame_without_script(every_page):
    client = Client()
    found = []
    for public in every_page:
        response = client.get(public.address("en"), follow=True)
        page = LexborHTMLParser(response.content)
        parts = [len(page.css(part)) for part in _FRAME]
        # Pages about people speak of now; every other one says of which day it speaks. Some lead on to another.
        shown = resolve(response.request["PATH_INFO"]).view_name
        of_a_day = 0 if shown.startswith(_ABOUT_PEOPLE + _WITH_A_DAY_OF_THEIR_OWN) else 1
        if parts != [6, of_a_day, 1]:
            found.append(f"{public.address('en')} {parts}")

    assert found == []


def test_a_planted_barrier_is_found(open_page: OpenPage):
    page = open_page("/en/")
    page.evaluate("document.querySelector('label[for=find]').remove()")
    page.evaluate("document.getElementById('find').placeholder = ''")

    assert [line.partition(":")[0] for line in barriers(page)] == ["label"]


def test_dark_pages_have_no_barrier(open_page: OpenPage):
    page = open_page("/en/design/", color_scheme="dark")

    assert list(barriers(page)) == []
