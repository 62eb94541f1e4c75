"""A programme officer imports a sample resolution and corrects it, on a phone and in Arabic too; axe finds no fault."""

import pytest
from django.conf import settings
from django.test import Client

from tests.core.mandates.texts import LIGHTHOUSES
from tests.factories import people
from tests.journeys.barriers import barriers
from tests.journeys.conftest import PHONE, OpenPage

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_officer_imports_and_corrects_on_a_phone(open_page: OpenPage, site: str, language: str):
    officer = people.person(f"Pia{language} Prado", role="programme_officer").with_app()
    cookie = officer.sign_in(Client()).cookies[settings.SESSION_COOKIE_NAME].value
    page = open_page(f"/{language}/roles/", screen=PHONE)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
    faults: list[str] = []

    def look() -> None:
        faults.extend(f"{page.url} {barrier}" for barrier in barriers(page, and_best_practice=True))
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            faults.append(f"{page.url} is wider than the screen")

    page.goto(f"/{language}/mandates/import/")
    look()
    page.locator("#field-text").fill(LIGHTHOUSES.replace("74/901", "74/902" if language == "ar" else "74/901"))
    page.locator("main form button[type=submit]").press("Enter")
    page.locator("input[name=kept]").first.wait_for(state="attached")
    look()
    page.locator("main form button[type=submit]:not([name=again])").press("Enter")
    page.wait_for_url("**/mandates/A-RES-74-*/")
    page.goto(f"{page.url}correct/")
    look()
    page.goto(f"{page.url}duty/4/")
    look()
    page.locator("#field-due_until").fill("2022-12-31")
    page.locator("#field-why").fill("Decided later (sample).")
    page.locator("main form button[type=submit]").press("Enter")
    page.wait_for_url("**/correct/")

    page.goto(f"{page.url}duty/4/")
    assert page.locator("#field-due_until").input_value() == "2022-12-31"
    assert faults == []
