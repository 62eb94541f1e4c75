"""Read one cell: each different text of a column is read once, whatever the number of rows."""

import re
from collections.abc import Callable
from datetime import date

from accede.foundation.imports.days import DayOrder, TwoDays, read_day
from accede.foundation.imports.problems import Param

FORMULA_SIGNS = "=+-@\t\r"
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,  ]*%?")
_WITH_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:.*")


_NOTHING = frozenset(("-", "–", "—", "−", "…", "...", ".."))


class CellRefused(Exception):  # noqa: N818  (a judgement on the cell, no fault of the program)
    """The cell cannot be taken; `code` and `params` become a `Problem`."""

    def __init__(self, code: str, **params: Param) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


CellReader = Callable[[str], str | None]
"""Returns the value that the text means (None: no value), or raises CellRefused."""


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet would calculate `text` instead of showing it."""
    return text[:1] in FORMULA_SIGNS and bool(text) and not _NUMBER.fullmatch(text)


def says_nothing(text: str) -> bool:
    """Return whether a cell holds what lists print where there is nothing to say."""
    return text in _NOTHING


def plain_text(most: int = 2000) -> CellReader:
    """Return a reader of free text of at most `most` characters."""

    def read(text: str) -> str:
        if len(text) > most:
            raise CellRefused("cell.too_long", most=str(most))
        return text

    return read


def day_reader(*, latest: date | None, earliest: date | None = None, order: DayOrder | None = None) -> CellReader:
    """Return a reader of days that gives them back as ISO text.

    Taken: 2007-07-26, a day whose month is named in one of the six languages, and figures of which only one reading
    is a day (24/09/2003). Figures that can be read in two ways (03/04/2005) are taken only if `order` says how.
    """

    def read(text: str) -> str:
        day = _day(text, order)
        if latest is not None and day > latest:
            raise CellRefused("day.future", day=day.isoformat(), today=latest.isoformat())
        if earliest is not None and day < earliest:
            raise CellRefused("day.too_early", day=day.isoformat(), first=earliest.isoformat())
        return day.isoformat()

    return read


def _day(text: str, order: DayOrder | None) -> date:
    try:
        return read_day(text, order)
    except TwoDays:
        raise CellRefused("day.ambiguous", text=text[:60]) from None
    except ValueError:
        code = "day.with_time" if _WITH_TIME.fullmatch(text) else "day.not_a_day"
        raise CellRefused(code, text=text[:60]) from None
