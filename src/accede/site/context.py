"""What the frame of every page needs: the language, its direction, the other languages, the day."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info

from accede.foundation import clock
from accede.foundation.pages import AsAt, BadInput, read_as_at


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
    return {
        "request": request,
        "language": code,
        "direction": "rtl" if get_language_info(code)["bidi"] else "ltr",
        "languages": [_choice(request, code=known, name=name, current=code) for known, name in settings.LANGUAGES],
        "as_at": as_at_of(request),
    }


def as_at_of(request: HttpRequest) -> AsAt:
    """Return the day of the page; an address with a bad day is refused by its view, its error page speaks of today."""
    try:
        return read_as_at(request.GET)
    except BadInput:
        today = clock.today()
        return AsAt(on=today, today=today)


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
