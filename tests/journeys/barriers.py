"""What axe finds on a page to stand in somebody's way."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: The rows of a table, and the items of a list, are made by one template: what stands in the way in the twentieth does
#: so in the first ones too. Looking at a thousand cells takes most of the time of all tests in a browser.
_MORE_OF_THE_SAME = ["tbody tr:nth-child(n+16)", "main li:nth-child(n+31)", "option:nth-child(n+31)"]


def barriers(page: Page, *, and_best_practice: bool = False) -> Iterator[str]:
    """Yield the rules of WCAG 2.2 that a page breaks, each with the first place and how many there are."""
    rules = [*_RULES, "best-practice"] if and_best_practice else _RULES
    options = {"runOnly": {"type": "tag", "values": rules}, "resultTypes": ["violations"]}
    found = Axe().run(page, context={"exclude": _MORE_OF_THE_SAME}, options=options)
    for violation in found.response["violations"]:
        yield f"{violation['id']}: {violation['nodes'][0]['html'][:160]} ({len(violation['nodes'])} times)"
