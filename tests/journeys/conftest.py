"""A browser, and the site on the whole record, for the tests of a file at a time."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation import clock
from accede.foundation.pages.public import pages
from accede.modules.treaties.queries.register import forget_snapshots
from accede.site.facts import load_everything
from tests.conftest import TODAY
from tests.support.browser import find_chromium

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium(django_db_setup: None) -> Iterator[Browser]:
    """A browser without a window; the database is made before it, since its event loop would forbid that."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the site, which holds every fact that ships."""
    # Playwright keeps an event loop running in this thread; Django takes that for asynchronous code of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with django_db_blocker.unblock(), clock.stopped_at(TODAY):
        forget_snapshots()
        load_everything(at=TODAY)
        server = LiveServer("127.0.0.1")
        try:
            yield server.url
        finally:
            server.stop()
            call_command("flush", interactive=False, verbosity=0)
            forget_snapshots()
            pages.clear()
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(chromium: Browser, site: str) -> Iterator[OpenPage]:
    """Open an address of the site as a reader with such a screen would; what the browser complains of is a fault."""
    contexts = []
    complaints: list[str] = []

    def opened(address: str, *, screen: ViewportSize | None = None, **context: Any) -> Page:
        contexts.append(chromium.new_context(viewport=screen or DESK, base_url=site, **context))
        page: Page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.extend(_complaint(message, page)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _complaint(message: ConsoleMessage, page: Page) -> Iterator[str]:
    """Yield what the browser found wrong; that the page itself is an error page is what a test may want."""
    if message.type == "error" and message.location["url"] != page.url:
        yield message.text
