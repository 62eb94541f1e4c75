"""How old the documents are that a text cites: a mandate that rests on old texts alone is worth a look.

The year of a document is that of the day given with it, else the one in its symbol: the year in S/RES/1373(2001) and
E/RES/2007/18; of A/RES/60/288 the year in which the Assembly's session opened. Documents without a year are left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cited:
    """The documents cited whose year is known, each once; half of them are of `middle` or later."""

    count: int
    oldest: int
    newest: int
    middle: int


def years_cited(citations: Iterable[tuple[str, str, str]]) -> Cited | None:
    """Return how old the documents cited are, from the words, symbol and day of each; None where no year is known."""
    years: dict[str, int] = {}
    for text, symbol, dated in citations:
        year = _year(symbol or text, dated)
        if year is not None:
            years.setdefault((symbol or text).casefold(), year)
    found = sorted(years.values())
    return Cited(len(found), found[0], found[-1], found[len(found) // 2]) if found else None


_FIRST_SESSION = 1945
_DAY = re.compile(r"\b(?P<year>(?:19|20)\d\d)$")
_IN_BRACKETS = re.compile(r"\((?P<year>(?:19|20)\d\d)\)$")
_BY_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)/\d{1,4}$")
_BY_SESSION = re.compile(r"\bA/(?:RES|DEC)/(?P<session>\d{2,3})/\d{1,3}$")


def _year(symbol: str, dated: str) -> int | None:
    places = ((_DAY, dated), (_IN_BRACKETS, symbol), (_BY_YEAR, symbol))
    match = next((one for pattern, text in places if (one := pattern.search(text)) is not None), None)
    if match is not None:
        return int(match["year"])
    session = _BY_SESSION.search(symbol)
    return _FIRST_SESSION + int(session["session"]) if session is not None else None
