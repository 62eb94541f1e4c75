"""For search engines: what they may read (RFC 9309), and where all public pages of things are (sitemaps.org 0.90)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from accede.foundation import clock
from accede.foundation.access import PUBLIC, opens_to
from accede.modules.mandates.queries.mandates import mandate_lines
from accede.modules.treaties.queries.register import current_register

_LISTS = (
    "site:home",
    "site:about",
    "site:api",
    "site:accessibility",
    "treaties:state-list",
    "treaties:instrument-list",
    "treaties:act-list",
    "treaties:change-list",
    "treaties:compare",
    "treaties:source-list",
    "treaties:disagreement-list",
    "treaties:gap-list",
    "mandates:mandate-list",
    "mandates:due-list",
    "cooperation:finder",
    "cooperation:world",
    "cooperation:treaty-list",
    "cooperation:regional-list",
    "cooperation:rule-list",
)
_NOT_READ = ("/*?*format=", "/*?*sort=", "/*?*page=", "/*/sign-in/", "/*/account/")
"""Files and other orders of what stands on the page itself, and the way in. It hides nothing: rights do that."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address: its name and what fills its parts."""

    name: str
    parts: tuple[str, ...] = ()


def public_places() -> Iterator[Place]:
    """Yield the lists, then each State of today, each instrument and each resolution."""
    yield from map(Place, _LISTS)
    register, today = current_register(), clock.today()
    yield from (
        Place("treaties:state-detail", (code,)) for code, facts in register.states.items() if today in facts.exists
    )
    yield from (Place("treaties:instrument-detail", (key,)) for key in register.instruments)
    yield from (Place("mandates:mandate-detail", (line.reference,)) for line in mandate_lines())


if TYPE_CHECKING:
    _OfPlaces = Sitemap[Place]
else:
    _OfPlaces = Sitemap


class PlacesMap(_OfPlaces):
    """Every place in every language; each page names its other languages itself."""

    i18n = True

    def items(self) -> list[Place]:
        """All of them."""
        return list(public_places())

    def location(self, item: Place) -> str:
        """Return the address in the language of the moment."""
        return reverse(item.name, args=item.parts)


@opens_to(PUBLIC)
def sitemap_xml(request: HttpRequest) -> HttpResponseBase:
    """List the public pages in six languages."""
    made: Callable[..., HttpResponseBase] = sitemap
    return made(request, sitemaps={"pages": PlacesMap})


@opens_to(PUBLIC)
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Say that everybody may read the pages, and where the list of them is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _NOT_READ), "Allow: /", ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
