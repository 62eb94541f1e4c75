"""Lists in a row of words: each language has its own comma, and its own semicolon for items that hold commas."""

from collections.abc import Iterable

_COMMA = {"ar": "، ", "zh-hans": "、"}
_SEMICOLON = {"ar": "؛ ", "fr": "\N{NARROW NO-BREAK SPACE}; ", "zh-hans": "；"}


def listed(items: Iterable[object], language: str, *, apart: bool = False) -> str:
    """Return items in a row; `apart` sets them off by semicolons, as where an item may hold a comma itself."""
    between = _SEMICOLON.get(language, "; ") if apart else _COMMA.get(language, ", ")
    return between.join(str(item) for item in items)
