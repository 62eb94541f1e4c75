"""Pages for a slow line: what a first visit transfers."""

import gzip

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenPage

MOST_FOR_HOME = 100_000
MOST_FOR_SHEETS_AND_SCRIPTS = 20_000

pytestmark = pytest.mark.journey


def transferred(page: Page) -> dict[str, int]:
    """Return the bytes of the page and of each thing it loaded, compressed as the product's web server does it."""
    loaded: list[str] = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    return {url: len(gzip.compress(page.request.get(url).body())) for url in (page.url, *loaded)}


def test_home_is_light(open_page: OpenPage):
    sizes = transferred(open_page("/en/"))

    assert sum(sizes.values()) < MOST_FOR_HOME, sizes


def test_style_sheets_and_scripts_are_light(open_page: OpenPage):
    sizes = transferred(open_page("/en/"))

    assert sum(size for url, size in sizes.items() if url.endswith((".css", ".js"))) < MOST_FOR_SHEETS_AND_SCRIPTS
