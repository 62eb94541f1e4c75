"""What the frame of every page needs: the language, its direction, the other languages, the day, the sections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info

from accede.foundation import clock
from accede.foundation.pages import AsAt, BadInput, read_as_at
from accede.foundation.pages.asat import FIRST_DAY
from accede.modules.treaties.queries.register import current_register
from accede.site.navigation import SEARCH, SOURCES, section_links

_NOT_CARRIED = frozenset({"on", "known", "page"})
"""Parameters that a change of the day replaces, or that would lead past the end of another day's list."""


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language of the menu: its own name, and this same page in it."""

    code: str
    name: str
    address: str
    direction: str
    is_current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the base page."""
    code = get_language() or settings.LANGUAGE_CODE
    as_at = as_at_of(request)
    return {
        "request": request,
        "language": code,
        "direction": "rtl" if get_language_info(code)["bidi"] else "ltr",
        "language_choices": [
            _choice(request, code=known, name=name, current=code) for known, name in settings.LANGUAGES
        ],
        "as_at": as_at,
        "first_day": FIRST_DAY,
        "newest_day": SimpleLazyObject(_newest_day),
        "other_parameters": list(_other_parameters(request)),
        "search_address": f"/{code}/{SEARCH}",
        "sources_address": f"/{code}/{SOURCES}{as_at.query}",
        "section_links": list(section_links(language=code, path=request.path, query=as_at.query)),
    }


def as_at_of(request: HttpRequest) -> AsAt:
    """Return the day of the page; an address with a bad day is refused by its view, its error page speaks of today."""
    try:
        return read_as_at(request.GET)
    except BadInput:
        today = clock.today()
        return AsAt(on=today, today=today)


def _newest_day() -> date | None:
    """Return the day of the newest act that the record holds; asked for only by pages that show it."""
    return next((act.on for act in current_register().acts_latest_first), None)


def _other_parameters(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.GET.lists():
        if name not in _NOT_CARRIED:
            yield from ((name, str(value)) for value in values)


def _choice(request: HttpRequest, *, code: str, name: str, current: str) -> LanguageChoice:
    first, _, rest = request.path.lstrip("/").partition("/")
    path = f"/{code}/{rest}" if first in dict(settings.LANGUAGES) else f"/{code}/"
    query = request.META.get("QUERY_STRING", "")
    return LanguageChoice(
        code=code,
        name=str(name),
        address=f"{path}?{query}" if query else path,
        direction="rtl" if get_language_info(code)["bidi"] else "ltr",
        is_current=code == current,
    )
