"""From a saved page of a depositary to a published edition, by two people; axe finds no fault on the way."""

from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from accede import data
from tests.factories import people
from tests.journeys.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.journey
LETTERS = {"ratification": "", "acceptance": " A", "approval": " AA", "accession": " a", "succession": " d"}


def saved_page() -> str:
    """Return the list of the record, as the Treaty Collection would print it on a later day (a sample)."""
    names = {row["state"]: row["short"] for row in data.rows("state_names.csv") if row["language"] == "en"}
    rows: dict[str, dict[str, str]] = {}
    for act in data.rows("acts/NUCLEAR-2005.csv"):
        if act["source"] == "untc-nuclear-2014":
            day = f"{date.fromisoformat(act['on']):%d %b %Y}{LETTERS.get(act['kind'], '')}"
            column = "signature" if act["kind"] == "signature" else "consent"
            rows.setdefault(names[act["state"]], {})[column] = day
    lines = "".join(
        f"<tr><td>{name}</td><td>{days.get('signature', '')}</td><td>{days.get('consent', '')}</td></tr>"
        for name, days in rows.items()
    )
    parties = sum("consent" in days for days in rows.values())
    heads = "<th>Participant</th><th>Signature</th><th>Ratification, Acceptance(A), Approval(AA), Accession(a)</th>"
    return (
        "<!DOCTYPE html><html><body><p>STATUS AS AT : 28-11-2026 09:15:48 EDT (sample)</p>"
        f"<p>Parties : {parties}</p><table id=tblgrid><tr>{heads}</tr>{lines}</table></body></html>"
    )


def look(page: Page, width: int, faults: list[str]) -> None:
    faults += [f"{page.url} {one['id']}" for one in Axe().run(page).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        faults.append(f"{page.url} is wider than the screen")


def test_two_people_bring_the_record_up_to_date(open_page: OpenPage, site: str, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    path = tmp_path / "Treaty Collection.html"
    path.write_text(saved_page(), encoding="utf-8")
    faults: list[str] = []

    def signed_in(name: str, language: str, screen) -> Page:
        officer = people.person(name, role="programme_officer").with_app()
        cookie = officer.sign_in(Client()).cookies[settings.SESSION_COOKIE_NAME].value
        page = open_page(f"/{language}/roles/", screen=screen)
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
        return page

    first, second = signed_in("Olga First", "en", DESK), signed_in("Pavel Second", "ar", PHONE)
    first.goto("/en/acts/refresh/")
    first.locator("main a[href$='/acts/refresh/NUCLEAR-2005/']").click()
    first.locator("#field-file").set_input_files(path)
    first.locator("main form button[type=submit]").press("Enter")
    first.get_by_text("a State that it does not name was not a party on").wait_for()
    look(first, DESK["width"], faults)
    first.locator("main form button[type=submit]").last.press("Enter")
    first.wait_for_url("**/acts/imports/proposed/*/")
    second.goto(first.url.replace("/en/", "/ar/"))
    assert second.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    second.locator("button[value=confirm]").press("Enter")
    second.locator("a[href$='/file/']").wait_for(state="detached")

    first.goto("/en/sources/untc-nuclear-2005-2026-11-28/")
    assert "Multilateral Treaties Deposited with the Secretary-General" in first.locator("h1").inner_text()
    assert faults == []
