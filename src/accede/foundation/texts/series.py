"""Several things in one line, with the mark that each language puts between them."""

from collections.abc import Iterable

_BETWEEN = {"ar": "؛ ", "fr": "\N{NARROW NO-BREAK SPACE}; ", "zh-hans": "；"}


def in_series(parts: Iterable[str], language: str) -> str:
    """Return `parts` in one line, a semicolon of the language between them."""
    return _BETWEEN.get(language, "; ").join(parts)
