"""The frame in a browser: the day, the language, the keyboard, and all of it without script."""

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, OpenPage

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("with_script", [True, False])
def test_the_day_can_be_changed_and_goes_along(open_page: OpenPage, with_script):
    page = open_page("/en/about/", java_script_enabled=with_script)

    page.get_by_text("Change the day").click()
    page.get_by_label("As at", exact=True).fill("2007-07-26")
    page.get_by_role("button", name="Show this day").click()

    expect(page.locator(".day strong")).to_have_text("26 July 2007")
    page.get_by_role("contentinfo").get_by_role("link", name="Accessibility").click()
    assert "/en/accessibility/?on=2007-07-26" in page.url


def test_an_empty_field_stays_out_of_the_address(open_page: OpenPage):
    page = open_page("/en/about/")

    page.get_by_text("Change the day").click()
    page.get_by_label("As at", exact=True).fill("2007-07-26")
    page.get_by_role("button", name="Show this day").click()

    expect(page).to_have_url("/en/about/?on=2007-07-26")


def test_a_change_of_the_day_keeps_what_else_was_asked(open_page: OpenPage):
    page = open_page("/en/acts/?instrument=FINANCING-1999&page=2")

    page.get_by_text("Change the day").click()
    page.get_by_label("As at", exact=True).fill("2007-07-26")
    page.get_by_role("button", name="Show this day").click()

    expect(page).to_have_url("/en/acts/?instrument=FINANCING-1999&on=2007-07-26")


@pytest.mark.parametrize("with_script", [True, False])
def test_another_language_shows_the_same_page_on_the_same_day(open_page: OpenPage, with_script):
    page = open_page("/en/about/?on=2007-07-26", java_script_enabled=with_script)

    page.locator(".languages summary").click()
    page.get_by_role("link", name="Français").click()

    expect(page).to_have_url("/fr/about/?on=2007-07-26")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator(".day strong")).to_have_text("26 juillet 2007")


def test_arabic_is_set_from_the_right(open_page: OpenPage):
    page = open_page("/ar/about/", screen=PHONE)

    brand = page.locator(".brand img").bounding_box()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert brand
    assert brand["x"] > PHONE["width"] / 2
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    arabic = page.evaluate(size)
    page.goto("/en/about/")
    assert arabic > page.evaluate(size)


def test_the_first_key_leads_past_the_header(open_page: OpenPage):
    page = open_page("/en/about/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_language_menu_closes_by_the_keyboard(open_page: OpenPage):
    page = open_page("/en/about/")
    menu = page.locator(".languages")

    menu.locator("summary").press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_what_is_wrong_takes_the_focus(open_page: OpenPage):
    page = open_page("/en/about/")
    answer = page.goto("/en/about/?on=2026-02-30")

    assert answer
    assert answer.status == 400
    expect(page.get_by_role("region", name="There is a problem")).to_be_focused()


def test_the_gallery_shows_each_part_from_both_sides(open_page: OpenPage):
    page = open_page("/ar/design/?on=2007-07-26")

    parts = page.locator(".gallery-part")
    assert parts.count() > 15
    assert page.locator(".gallery-sides > [dir=ltr]").count() == parts.count()
    assert page.locator(".gallery-sides > [dir=rtl]").count() == parts.count()


def test_a_printed_page_leaves_out_the_ways_to_elsewhere(open_page: OpenPage):
    page = open_page("/en/about/?on=2007-07-26")
    page.emulate_media(media="print")

    expect(page.locator(".day strong")).to_be_visible()
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.locator(".sections")).to_be_hidden()


def test_journeys_use_a_database_of_their_own(site):
    with connection.cursor() as cursor:
        cursor.execute("select current_database()")

        assert cursor.fetchone()[0].startswith("test_")
