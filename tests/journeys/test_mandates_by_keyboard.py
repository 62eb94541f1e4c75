"""A programme officer on a phone, by keyboard alone: import two samples, correct one, compare them, take the duties."""

import csv
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from tests.factories import people
from tests.journeys.barriers import barriers
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.test_joining import reach

pytestmark = pytest.mark.journey

NUMBERS = {"en": ("74/911", "74/912"), "ar": ("74/913", "74/914")}

WELLS = """\
Resolution adopted by the General Assembly on 12 December 2019

{number}. Care of village wells (sample)

The General Assembly,

Mindful of those who draw water,

1. Requests the Office of Wells, upon request, to assist Member States in keeping their wells clean;

2. Also requests the Secretary-General to submit to the General Assembly at its seventy-sixth session a report on the
implementation of the present resolution.
"""

MORE = """\

3. Encourages Member States to lend each other ropes, where appropriate.
"""

SUBMIT = "main form button[type=submit]"


class Officer:
    """Who walks with Tab and Enter, and notes what hinders on every page seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []

    def look(self) -> None:
        self.faults += [f"{self.page.url}: {barrier}" for barrier in barriers(self.page)]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.faults.append(f"{self.page.url}: wider than the screen")

    def press(self, selector: str, *, leads_to: str) -> None:
        reach(self.page, selector, most=200)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(leads_to)
        self.look()

    def write(self, selector: str, text: str) -> None:
        reach(self.page, selector, most=200)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def bring_in(self, language: str, text: str) -> None:
        self.page.goto(f"/{language}/mandates/import/")
        self.look()
        self.write("#field-text", text)
        reach(self.page, SUBMIT)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("input[name=kept]")).to_have_count(2)
        self.look()
        self.press(SUBMIT, leads_to="**/mandates/A-RES-74-*/")

    def choose(self, selector: str, value: str) -> None:
        reach(self.page, selector)
        self.page.keyboard.press("Home")
        for _ in range(self.page.locator(f"{selector} option").count()):
            if self.page.locator(selector).input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{selector} does not offer {value}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_officer_imports_corrects_compares_and_exports(
    open_page: OpenPage, site: str, tmp_path: Path, language: str
):
    person = people.person(f"Kay{language} Keys", role="programme_officer").with_app()
    cookie = person.sign_in(Client()).cookies[settings.SESSION_COOKIE_NAME].value
    page = open_page(f"/{language}/roles/", screen=PHONE)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
    officer = Officer(page)
    first, second = NUMBERS[language]
    later = f"A-RES-{second.replace('/', '-')}"

    officer.bring_in(language, WELLS.format(number=first))
    mandate = page.url
    officer.press("main a[href$='/correct/']", leads_to="**/correct/")
    clause = page.locator("main a[href*='/paragraph/']").filter(has_text="upon request").get_attribute("href")
    officer.press(f"main a[href='{clause}']", leads_to=f"**{clause}")
    officer.write("#field-addressees", "Office of Village Wells")
    officer.write("#field-why", "The office bears another name (sample).")
    officer.press(SUBMIT, leads_to="**/correct/")
    page.goto(mandate)
    officer.look()
    corrected = page.locator(".clause").filter(has_text="upon request")
    expect(corrected).to_contain_text("The office bears another name (sample).")
    # The seventy-sixth session opened in 2021 and ended in 2022: the days of the calendar that ships.
    dated = page.locator(".clause").filter(has_text="present resolution")
    expect(dated).to_contain_text("2021")
    expect(dated).to_contain_text("2022")

    reach(page, "main .exports a[href*='format=csv']", most=200)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = tmp_path / "duties.csv"
    download.value.save_as(file)
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[:3] for row in rows[1:]] == [[f"A/RES/{first}", "1", "1"], [f"A/RES/{first}", "2", "2"]]
    assert [row[11:13] for row in rows[1:]] == [["", ""], ["2021-09-14", "2022-09-12"]]

    officer.bring_in(language, WELLS.format(number=second).rstrip(".\n") + ";\n" + MORE)
    page.goto(mandate)
    officer.press("main a[href$='/compare/']", leads_to="**/compare/")
    officer.choose("#field-with", later)
    officer.press(SUBMIT, leads_to=f"**/compare/?*with={later}*")
    expect(page.locator("main")).to_contain_text("lend each other ropes")

    assert officer.faults == []
