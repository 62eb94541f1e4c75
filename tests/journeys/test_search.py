"""The search in a browser: suggestions by the keyboard while somebody writes, and all of it without script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, OpenPage

pytestmark = pytest.mark.journey


def test_suggestions_are_chosen_by_the_keyboard(open_page: OpenPage):
    page = open_page("/fr/about/", screen=PHONE)
    field = page.get_by_role("combobox", name="Trouver un État")

    field.press_sequentially("maroc fin")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press_sequentially("ancement")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Maroc")
    field.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    field.press("Enter")

    expect(page).to_have_url("/fr/states/MAR/FINANCING-1999/")


@pytest.mark.parametrize("with_script", [True, False])
def test_the_form_works_with_and_without_script(open_page: OpenPage, with_script):
    page = open_page("/ar/about/?on=2010-01-01", java_script_enabled=with_script)

    page.locator("#find").fill("2007/18")
    page.locator("form.find button").click()

    expect(page.locator(".search-hits li").first.get_by_role("link")).to_have_attribute(
        "href", "/ar/mandates/E-RES-2007-18/?on=2010-01-01"
    )
