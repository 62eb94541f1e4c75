"""A report from beginning to end: drafted, translated, frozen, cleared, issued; a later correction is listed."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from accede.core.treaties.acts import ActKind
from accede.modules.treaties.queries.register import forget_snapshots
from tests.factories import people
from tests.factories.small_record import recorded
from tests.journeys.barriers import barriers
from tests.journeys.conftest import PHONE, OpenPage

pytestmark = pytest.mark.journey
SENTENCE = "New adherences: {figure: adherences-new} (sample)."


def as_person(open_page: OpenPage, site: str, person: people.TestPerson, address: str) -> Page:
    """Open an address as a person who has signed in."""
    client = person.with_app().sign_in(Client())
    page = open_page("/en/reports/")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
    page.goto(address)
    return page


def test_a_report_is_drafted_translated_cleared_and_issued(open_page: OpenPage, site: str, tmp_path: Path):
    drafter = people.person("Dana Drafter", role="report_drafter")
    second = people.person("Simo Second", role="report_drafter")
    officer = people.person("Pia Prado", role="programme_officer")
    page = as_person(open_page, site, drafter, "/en/reports/documents/new/")
    page.select_option("#field-template", "implementation")
    for name, day in (("first_day", "2007-01-01"), ("last_day", "2008-12-31"), ("cut_off", "2009-03-31")):
        page.fill(f"#field-{name}", day)
    page.select_option("#field-language", "en")
    page.get_by_role("button", name="Begin").click()
    report = page.url
    assert barriers(page) == []

    page.get_by_role("link", name="Write in “Joining the instruments”").click()
    field = page.locator("textarea[name^='text-']").first
    field.fill(SENTENCE)
    page.get_by_text("What you write is kept for you").wait_for()
    assert barriers(page) == []
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_role("link", name="Masthead and languages").click()
    for language in ("Español", "العربية", "Русский", "中文"):
        page.get_by_label(language).uncheck()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Freeze the figures").click()
    page.get_by_role("button", name="Freeze").click()

    page.get_by_role("link", name="Translations").click()
    row = page.get_by_role("row").filter(has_text="Français")
    with page.expect_download() as download:
        row.get_by_role("link", name="XLIFF 1.2").click()
    text = download.value.path().read_text("utf-8")
    at = text.index("<target", text.index("New adherences: <x"))
    figure = text[text.index("<x", text.index("New adherences: ")) : text.index(" (sample)")]
    back = tmp_path / "back.xlf"
    back.write_text(f"{text[:at]}<target>Nouvelles : {figure} (exemple).{text[text.index('</target>', at) :]}", "utf-8")
    page.set_input_files("#field-document", back)
    page.get_by_role("button", name="Take it").click()
    page.get_by_text("paragraphs taken: 1").wait_for()

    page = as_person(open_page, site, second, report)
    page.get_by_role("button", name="Reviewed: it can be cleared").click()
    page = as_person(open_page, site, officer, report)
    page.get_by_role("button", name="Clear it").click()
    page.get_by_role("button", name="Issue it").click()
    page.get_by_text("Nobody can change it any more").wait_for()

    recorded("NUCLEAR-2005", "FRA", ActKind.RATIFICATION, "2008-05-05", "accede-research-2026")
    forget_snapshots()
    visitor = open_page(report.replace(site, "").replace("/en/", "/fr/"), screen=PHONE)
    assert visitor.locator("#differing + p + ul li").count() >= 1
    assert "Nouvelles" in visitor.locator("main").inner_text()
    assert visitor.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert barriers(visitor) == []
