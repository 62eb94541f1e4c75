"""From the invitation to signing out everywhere: in French with a passkey; in Arabic by keyboard alone, with either.

The words of the pages may still be English where a translation is not written yet, so the ways go by what a page does:
its addresses, its fields, its buttons' places.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from playwright.sync_api import CDPSession, Page, expect

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.modules.identity.models import Person
from accede.modules.identity.services.invitations import NewInvitation, invite
from accede.modules.identity.services.memberships import join
from tests.factories import people
from tests.journeys.barriers import barriers
from tests.journeys.conftest import OpenPage

pytestmark = pytest.mark.journey


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited, and where the invitation leads."""

    email: str
    path: str


@pytest.fixture
def at_localhost(site: str) -> str:
    """The site by a name: passkeys are bound to one."""
    return site.replace("127.0.0.1", "localhost")


@pytest.fixture
def invited(site: str) -> Callable[[str, str], Guest]:
    """Invite somebody into an organisation, in a language."""

    def make(name: str, language: str) -> Guest:
        email = f"{name}@example.org"
        organisation = people.organisation(f"Ministry of {name} (sample)")
        made = invite(NewInvitation(email, language, organisation=organisation), by=SYSTEM, at=clock.now())
        return Guest(email, f"/{language}/invitation/{made.token}/")

    return make


@contextmanager
def virtual_authenticator(page: Page) -> Iterator[CDPSession]:
    """Have the browser own a passkey device that says yes to everything."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield session
    session.detach()


def is_accessible(page: Page) -> None:
    assert list(barriers(page, and_best_practice=True)) == []


def test_in_french_with_a_passkey(open_page: OpenPage, at_localhost: str, invited):
    guest = invited("gisele", "fr")
    page = open_page(f"{at_localhost}{guest.path}")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    is_accessible(page)

    with virtual_authenticator(page):
        page.locator("#field-name").fill("Gisèle Girard")
        page.locator("main form button[type=submit]").click()

        expect(page).to_have_url(f"{at_localhost}/fr/account/second-factor/passkeys/add/")
        is_accessible(page)
        page.locator("#field-name").fill("Portable")
        page.locator("[data-passkey=make] button").click()
        expect(page).to_have_url(f"{at_localhost}/fr/account/second-factor/codes/")
        expect(page.locator(".codes code")).to_have_count(10)
        is_accessible(page)

        page.goto(f"{at_localhost}/fr/work/")
        expect(page.locator(".reader-known")).to_contain_text("Gisèle Girard")
        page.locator(".reader-known form[action='/fr/sign-out/'] button").click()

        page.goto(f"{at_localhost}/fr/sign-in/")
        is_accessible(page)
        page.locator("[data-passkey=sign-in] button").click()
        expect(page).to_have_url(f"{at_localhost}/fr/work/")

    person = Person.objects.get(email=guest.email)
    assert not person.has_usable_password()
    assert len(opened()) == 1
    second = people.organisation("Regional Committee (sample)", state="")
    join(second, person=person.id, is_coordinator=False, valid_from=clock.today(), by=SYSTEM, at=clock.now())
    page.reload()
    expect(page.locator(".reader-known p")).to_contain_text("Ministry of gisele (sample)")
    page.locator(".reader-known form[action='/fr/work/act-for/'] button").click()
    expect(page.locator(".reader-known p")).to_contain_text("Regional Committee (sample)")
    is_accessible(page)

    page.goto(f"{at_localhost}/fr/account/")
    is_accessible(page)
    page.locator("main form[action='/fr/account/sign-out-everywhere/'] button").click()
    expect(page).to_have_url(f"{at_localhost}/fr/sign-in/?signed_out=everywhere")
    page.goto(f"{at_localhost}/fr/work/")
    expect(page).to_have_url(f"{at_localhost}/fr/sign-in/?next=/fr/work/")
    assert opened() == []


def opened() -> list[str]:
    """Return the sessions that somebody is signed in with. One that only asked for a passkey is nobody's."""
    return [one.session_key for one in Session.objects.all() if SESSION_KEY in one.get_decoded()]


def reach(page: Page, selector: str, *, most: int = 80) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def press(page: Page, selector: str) -> None:
    """Go to a link or a button by Tab and press Enter on it."""
    reach(page, selector)
    page.keyboard.press("Enter")


def test_in_arabic_with_a_passkey_by_the_keyboard_alone(open_page: OpenPage, at_localhost: str, invited):
    guest = invited("basma", "ar")
    page = open_page(f"{at_localhost}{guest.path}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")

    with virtual_authenticator(page):
        reach(page, "#field-name")
        page.keyboard.type("بسمة")
        press(page, "main form button[type=submit]")

        expect(page).to_have_url(f"{at_localhost}/ar/account/second-factor/passkeys/add/")
        is_accessible(page)
        reach(page, "#field-name")
        page.keyboard.type("حاسوب")
        press(page, "[data-passkey=make] button")
        expect(page).to_have_url(f"{at_localhost}/ar/account/second-factor/codes/")
        expect(page.locator(".codes code")).to_have_count(10)
        is_accessible(page)

        press(page, ".reader-known form[action='/ar/sign-out/'] button")
        expect(page.locator(".reader-known")).to_have_count(0)
        press(page, ".reader a[href='/ar/work/']")
        expect(page.locator("[data-passkey=sign-in] button")).to_be_visible()
        is_accessible(page)
        press(page, "[data-passkey=sign-in] button")
        expect(page).to_have_url(f"{at_localhost}/ar/work/")
        is_accessible(page)

    person = Person.objects.get(email=guest.email)
    assert person.preferred_language == "ar"
    assert not person.has_usable_password()
    second = people.organisation("Committee of the North (sample)", state="")
    join(second, person=person.id, is_coordinator=False, valid_from=clock.today(), by=SYSTEM, at=clock.now())
    page.reload()
    expect(page.locator(".reader-known p")).to_contain_text("Ministry of basma (sample)")
    press(page, ".reader-known form[action='/ar/work/act-for/'] button")
    expect(page.locator(".reader-known p")).to_contain_text("Committee of the North (sample)")
    is_accessible(page)

    press(page, ".reader-known a[href='/ar/account/']")
    expect(page).to_have_url(f"{at_localhost}/ar/account/")
    is_accessible(page)
    press(page, "main form[action='/ar/account/sign-out-everywhere/'] button")
    expect(page).to_have_url(f"{at_localhost}/ar/sign-in/?signed_out=everywhere")
    is_accessible(page)
    assert opened() == []


def add_passkey_by_keyboard(page: Page, at_localhost: str) -> None:
    with virtual_authenticator(page):
        reach(page, "main a[href='/ar/account/second-factor/passkeys/add/']")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{at_localhost}/ar/account/second-factor/passkeys/add/")
        reach(page, "#field-name")
        page.keyboard.type("هاتفي")
        reach(page, "[data-passkey=make] button")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{at_localhost}/ar/account/second-factor/codes/")


def test_in_arabic_with_a_password_by_the_keyboard_alone(open_page: OpenPage, at_localhost: str, invited):
    guest = invited("amina", "ar")
    page = open_page(f"{at_localhost}{guest.path}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    is_accessible(page)

    reach(page, "#field-name")
    page.keyboard.type("أمينة")
    reach(page, "#field-password")
    page.keyboard.type("short")
    page.keyboard.press("Enter")
    # What is wrong takes the focus, and leads to its field.
    expect(page.locator(".error-summary")).to_be_focused()
    is_accessible(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reach(page, "#field-password")
    page.keyboard.type(people.PASSWORD)
    page.keyboard.press("Enter")
    # Whoever acts for an organisation needs a second factor. The link in the summary of problems led to the field; a
    # browser keeps that end of the address.
    expect(page).to_have_url(f"{at_localhost}/ar/account/second-factor/?needed=1#field-password")
    is_accessible(page)
    add_passkey_by_keyboard(page, at_localhost)
    page.goto(f"{at_localhost}/ar/work/")
    is_accessible(page)

    second = people.organisation("Committee of the South (sample)", state="")
    person = Person.objects.get(email=guest.email)
    assert person.preferred_language == "ar"
    join(second, person=person.id, is_coordinator=False, valid_from=clock.today(), by=SYSTEM, at=clock.now())
    page.reload()
    expect(page.locator(".reader-known p")).to_contain_text("Ministry of amina (sample)")
    reach(page, ".reader-known form[action='/ar/work/act-for/'] button")
    page.keyboard.press("Enter")
    expect(page.locator(".reader-known p")).to_contain_text("Committee of the South (sample)")
    reach(page, ".reader-known a[href='/ar/account/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{at_localhost}/ar/account/")
    is_accessible(page)
    reach(page, "main form[action='/ar/account/sign-out-everywhere/'] button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{at_localhost}/ar/sign-in/?signed_out=everywhere")

    reach(page, "#field-login")
    page.keyboard.type(guest.email)
    reach(page, "#field-password")
    page.keyboard.type(people.PASSWORD)
    page.keyboard.press("Enter")
    # The second step asks for the factor.
    expect(page.locator("main h1")).to_be_visible()
    expect(page).not_to_have_url(re.compile("/sign-in/\\?signed_out|/work/"))
    is_accessible(page)
