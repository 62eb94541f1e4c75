"""Pages of money, as a finance officer sees them: accessible, and as wide as the screen."""

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import money, people
from tests.journeys.barriers import barriers
from tests.journeys.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def signed_in(site: str) -> tuple[str, list[str]]:
    """The session of a finance officer, and the pages about a fund and a contribution."""
    fund, donor = money.fund(), money.donor()
    key = money.pledge("XA-2026-1", donor=donor, fund=fund, amount="1130000", states=("MAR",), kinds=("legislation",),
                       spend_until=money.PAID.replace(month=12, day=31))  # fmt: skip
    money.agreed(key, instalments="2026-05-04 1000000\n2026-10-01 130000")
    money.received(key, "1000000")
    faye = people.person("Faye Fonte", role="finance_officer").with_app()
    one = f"contributions/{key}/"
    pages = [
        "", one, f"{one}money/", "contributions/new/", "commitments/new/", f"statements/donors/{donor}/",
        "may-pay/?on=2026-06-01&states=MAR&kind=legislation&theme=&amount=900000", "statements/biennium/",
    ]  # fmt: skip
    return faye.sign_in(Client()).cookies[settings.SESSION_COOKIE_NAME].value, pages


@pytest.mark.parametrize(("language", "screen"), [("en", DESK), ("ar", PHONE)], ids=["desk", "phone"])
def test_pages_of_money_are_accessible_and_fit(open_page: OpenPage, site: str, signed_in, language: str, screen):
    cookie, paths = signed_in
    page = open_page(f"/{language}/roles/", screen=screen)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
    faults = []

    for path in paths:
        page.goto(f"/{language}/resources/{path}")
        faults += [f"{path} {barrier}" for barrier in barriers(page, and_best_practice=True)]
        if page.evaluate("document.documentElement.scrollWidth") > screen["width"]:
            faults.append(f"{path} is wider than the screen")

    assert faults == []
