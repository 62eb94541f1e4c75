"""Every public page of the product, found by the URL configuration and by following links.

A page with a part in its address (a State, a source) is looked at by the first example that another page links to, so
that a new page joins by itself, and one to which nothing links is noticed.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from accede.foundation.access import PUBLIC, addresses_below, audiences_of

_LINK = re.compile(r"""<a\b[^>]*\shref=["']([^"'#]+)""")
_NOT_PAGES = ("api", "choose-language", "robots", "sitemap")
_REACHED_OTHERWISE = frozenset(
    {
        "identity:invitation-accept",  # by a letter; test_joining looks at it
        "coordination:answer-by-link",  # by a letter; its own test looks at it
        "reporting:document",  # once a report is issued; its own test looks at it
        "account_reset_password_from_key",  # by a letter
        "outbox:stop",  # by a letter
        "calendar:own-feed",  # a person's own address, for programs
        "files:file",  # a stored file, no page; what has one leads there
        "openid_connect_login",  # a form leads there, where a partner is set up
        "openid_connect_callback",  # the partner's own page leads there
    }
)


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page: the name of its address, and what fills its parts."""

    name: str
    parts: tuple[tuple[str, Any], ...] = ()

    def address(self, language: str) -> str:
        """Return where the page is in a language."""
        with translation.override(language):
            return reverse(self.name, kwargs=dict(self.parts))


def public_pages() -> list[PublicPage]:
    """Return one page for each public address that answers with a page.

    Raises:
        AssertionError: to some address no page links.
    """
    wanted = {
        address.name: "<" in address.route
        for address in addresses_below()
        if PUBLIC in audiences_of(address.view)
        and not address.name.startswith(_NOT_PAGES)
        and address.name not in _REACHED_OTHERWISE
    }
    found = {name: PublicPage(name) for name, has_parts in wanted.items() if not has_parts}
    client = Client()
    to_read = list(found.values())
    shown: list[PublicPage] = []
    while to_read:
        page = to_read.pop(0)
        response = client.get(page.address("en"), follow=True)
        if not response["Content-Type"].startswith("text/html"):
            continue
        shown.append(page)
        for link in _LINK.findall(response.content.decode()):
            linked = _page_at(urlsplit(unescape(link)).path)
            if linked and linked.name in wanted and linked.name not in found:
                found[linked.name] = linked
                to_read.append(linked)
    assert wanted.keys() - found.keys() == set(), f"no page links to {sorted(wanted.keys() - found.keys())}"
    return shown


def _page_at(path: str) -> PublicPage | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return PublicPage(match.view_name, tuple(match.kwargs.items()))
