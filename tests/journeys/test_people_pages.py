"""Every page about people and accounts, as an administrator sees it: accessible, and as wide as the screen."""

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import people
from tests.journeys.barriers import barriers
from tests.journeys.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.journey


PATHS = (
    "work/",
    "account/",
    "account/password/",
    "account/confirm/",
    "account/sessions/",
    "account/second-factor/",
    "account/second-factor/passkeys/add/",
    "account/second-factor/codes/new/",
    "account/record/",
    "invitations/",
    "people/",
    "organisations/",
    "grants/",
    "record/",
    "roles/",
)


@pytest.fixture(scope="module")
def signed_in(site: str) -> tuple[str, list[str]]:
    """The session of an administrator, and pages about things of theirs."""
    organisation = people.organisation("Ministry of Pages (sample)")
    ada = people.person("Ada Adeyi", acts_for=organisation, role="administrator").with_app()
    amal = people.person("Amal Abara", acts_for=organisation, role="focal_point", scope=("state", "XSA"))
    client = ada.sign_in(Client())
    client.post("/en/account/confirm/", {"password": people.PASSWORD})
    about = f"people/{amal.id}/"
    more = [about, f"{about}give-role/", f"{about}close/", f"organisations/{organisation}/"]
    return client.cookies[settings.SESSION_COOKIE_NAME].value, [*PATHS, *more]


@pytest.mark.parametrize(("screen", "language"), [(PHONE, "ar"), (DESK, "en")], ids=["phone-ar", "desk-en"])
def test_pages_are_accessible_and_fit(open_page: OpenPage, site: str, signed_in, language: str, screen):
    cookie, paths = signed_in
    page = open_page(f"/{language}/roles/", screen=screen)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
    faults = []

    for path in paths:
        page.goto(f"/{language}/{path}")
        faults += [f"{path} {barrier}" for barrier in barriers(page, and_best_practice=True)]
        if page.evaluate("document.documentElement.scrollWidth") > screen["width"]:
            faults.append(f"{path} is wider than the screen")
        if path != "roles/" and "Ada Adeyi" not in page.locator(".reader-known").inner_text():
            faults.append(f"{path} does not say who has signed in")

    assert faults == []
