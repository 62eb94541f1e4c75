"""Addresses of pages by their names, each worked out once: a list of a hundred rows asks for five hundred."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

_MOST = 1 << 14


def address_of_page(name: str, *parts: str) -> str:
    """Return the address of a page in the reader's language, without the day.

    Raises:
        NoReverseMatch: no page has this name and these parts.
    """
    return _address(settings.ROOT_URLCONF, get_script_prefix(), get_language(), name, parts)


@lru_cache(_MOST)
def _address(_urls: str, _prefix: str, _language: str | None, name: str, parts: tuple[str, ...]) -> str:
    return reverse(name, args=parts)
