"""Lists in a row of words: each language has its own comma, and its own semicolon for items that hold commas."""

from collections.abc import Iterable

from django.utils.translation import get_language

_COMMA = {"ar": "، ", "zh-hans": "、"}
_SEMICOLON = {"ar": "؛ ", "fr": "\N{NARROW NO-BREAK SPACE}; ", "zh-hans": "；"}


def listed(items: Iterable[object], language: str | None = None, *, apart: bool = False) -> str:
    """Return items in a row, in the reader's language unless another is named.

    `apart` sets them off by semicolons, as where an item may hold a comma itself.
    """
    language = language or get_language() or "en"
    between = _SEMICOLON.get(language, "; ") if apart else _COMMA.get(language, ", ")
    return between.join(str(item) for item in items)
