"""Read one cell: each different text of a column is read once, whatever the number of rows."""

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from accede.foundation.imports.problems import Param

DayOrder = Literal["day-month", "month-day"]

FORMULA_SIGNS = "=+-@\t\r"
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,  ]*%?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WITH_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:.*")
_MONTH_NAMED = re.compile(r"([0-9]{1,2})[ \-.]*([A-Za-z]{3,9})\.?[ \-,]*([0-9]{4})")
_NUMBERS = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


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


def plain_text(most: int = 2000) -> CellReader:
    """Return a reader of free text of at most `most` characters."""

    def read(text: str) -> str:
        if len(text) > most:
            raise CellRefused("cell.too_long", most=str(most))
        return text

    return read


def day_reader(*, latest: date | None, earliest: date | None = None, order: DayOrder | None = None) -> CellReader:
    """Return a reader of days that gives them back as ISO text.

    Taken: 2007-07-26, and a day whose month is named in English, as the depositaries print it (26 Jul 2007). A day
    in figures alone (03/04/2005) can be read in two ways and is taken only if `order` says how it is meant.
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
    parts = _parts(text, order)
    try:
        return date(*parts)
    except ValueError:
        raise CellRefused("day.not_a_day", text=text[:60]) from None


def _parts(text: str, order: DayOrder | None) -> tuple[int, int, int]:
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _MONTH_NAMED.fullmatch(text):
        return int(match[3]), _month(match[2], text), int(match[1])
    if match := _NUMBERS.fullmatch(text):
        if order is None:
            raise CellRefused("day.ambiguous", text=text)
        day, month = (match[1], match[2]) if order == "day-month" else (match[2], match[1])
        return int(match[3]), int(month), int(day)
    if _WITH_TIME.fullmatch(text):
        raise CellRefused("day.with_time", text=text[:60])
    raise CellRefused("day.not_a_day", text=text[:60])


def _month(name: str, text: str) -> int:
    wanted = name.lower()
    found = [
        number for number, month in enumerate(_MONTHS, start=1) if month.startswith(wanted[:4]) or wanted == month[:3]
    ]
    if wanted == "sept":
        return 9
    if len(found) != 1 or not _MONTHS[found[0] - 1].startswith(wanted):
        raise CellRefused("day.not_a_day", text=text[:60])
    return found[0]
