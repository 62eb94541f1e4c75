"""Days as tables write them: in figures, and in the words of the six languages of the United Nations.

Only what has one reading is taken. Where figures alone can mean two days, somebody has to say which.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Literal

from accede.foundation.texts import folded

DayOrder = Literal["day-month", "month-day"]

MONTHS: Mapping[int, tuple[str, ...]] = {
    1: ("january", "janvier", "enero", "январь", "января", "يناير", "كانون الثاني", "جانفي"),
    2: ("february", "fevrier", "febrero", "февраль", "февраля", "فبراير", "شباط", "فيفري"),
    3: ("march", "mars", "marzo", "март", "марта", "مارس", "آذار"),
    4: ("april", "avril", "abril", "апрель", "апреля", "أبريل", "إبريل", "نيسان", "أفريل"),
    5: ("may", "mai", "mayo", "май", "мая", "مايو", "أيار", "ماي"),
    6: ("june", "juin", "junio", "июнь", "июня", "يونيو", "يونيه", "حزيران", "جوان"),
    7: ("july", "juillet", "julio", "июль", "июля", "يوليو", "يوليه", "تموز", "جويلية"),
    8: ("august", "aout", "agosto", "август", "августа", "أغسطس", "آب", "أوت", "غشت"),
    9: ("september", "septembre", "septiembre", "setiembre", "сентябрь", "сентября", "سبتمبر", "أيلول", "شتنبر"),
    10: ("october", "octobre", "octubre", "октябрь", "октября", "أكتوبر", "تشرين الأول"),
    11: ("november", "novembre", "noviembre", "ноябрь", "ноября", "نوفمبر", "تشرين الثاني", "نونبر"),
    12: ("december", "decembre", "diciembre", "декабрь", "декабря", "ديسمبر", "كانون الأول", "دجنبر"),
}
_SMALL = frozenset(
    ("de", "del", "of", "the", "le", "el", "on", "du", "st", "nd", "rd", "th", "er", "г", "года", "م")  # noqa: RUF001  (the Russian sign for the year)
)
_SHORTEST = 3
_LONGEST = 60
"""No day takes more characters to write."""
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00(?:\.0+)?)?Z?")
_CHINESE = re.compile(r"([0-9]{4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号]")
_FIGURES = re.compile(r"([0-9]{1,2})\s?[/.\-]\s?([0-9]{1,2})\s?[/.\-]\s?([0-9]{4})")
_PIECES = re.compile(r"[0-9]+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\w\s.,،/\-–'’º°ª]*")
_CHINESE_FIGURES = {figure: str(value) for value, figure in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_CHINESE_TENS = re.compile(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=[月日号])")


class TwoDays(Exception):  # noqa: N818  (a judgement on the text, no fault of the program)
    """The figures can mean two different days, and nobody said which."""


def read_day(text: str, order: DayOrder | None) -> date:
    """Return the day that `text` names.

    Raises:
        TwoDays: it can mean two, and `order` does not say which.
        ValueError: it is no day.
    """
    if len(text) > _LONGEST:
        raise ValueError(text[:_LONGEST])
    plain = _plain(text)
    if match := _MIDNIGHT.fullmatch(plain):
        return date.fromisoformat(match[1])
    if match := _ISO.fullmatch(plain):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := _CHINESE.fullmatch(_chinese(plain)):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(plain):
        return _of_figures(int(match[1]), int(match[2]), int(match[3]), order)
    return _in_words(plain)


def _plain(text: str) -> str:
    """Return the text with figures of the Latin script, and without the marks that only set its direction."""
    kept = (character for character in text if unicodedata.category(character) != "Cf")
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in kept).strip()


def _chinese(text: str) -> str:
    with_tens = _CHINESE_TENS.sub(lambda m: f"{m[1] or '一'}{m[2] or '零'}", text)
    return "".join(_CHINESE_FIGURES.get(character, character) for character in with_tens)


def _of_figures(first: int, second: int, year: int, order: DayOrder | None) -> date:
    if order == "month-day":
        return date(year, first, second)
    if order == "day-month" or first == second:
        return date(year, second, first)
    readings = [date(year, month, day) for day, month in ((first, second), (second, first)) if month <= 12]
    if len(readings) > 1:
        raise TwoDays(text_of(first, second, year))
    if not readings:
        raise ValueError(text_of(first, second, year))
    return readings[0]


def text_of(first: int, second: int, year: int) -> str:
    """Return the figures for a message."""
    return f"{first}/{second}/{year}"


def _in_words(text: str) -> date:
    """Read a day whose month has a name: 26 Jul 2007, Mar. 1, 1933, 11th August 1972, 29 de abril de 2002."""
    if not _BETWEEN.fullmatch(text):
        raise ValueError(text)
    pieces = [piece for piece in _PIECES.findall(text) if piece.isdecimal() or folded(piece) not in _SMALL]
    figures = [piece for piece in pieces if piece.isdecimal()]
    words = [piece for piece in pieces if not piece.isdecimal()]
    if len(figures) != 2 or not words or not _together(pieces):
        raise ValueError(text)
    long = [figure for figure in figures if len(figure) == 4]
    short = [figure for figure in figures if len(figure) <= 2]
    if len(long) != 1 or len(short) != 1 or (pieces[0] in long and pieces[-1] not in short):
        raise ValueError(text)
    months = set(_months(words))
    if len(months) != 1:
        raise ValueError(text)
    return date(int(long[0]), months.pop(), int(short[0]))


def _together(pieces: list[str]) -> bool:
    """Whether the words of the month stand side by side."""
    shape = re.sub(r"w+", "w", "".join("f" if piece.isdecimal() else "w" for piece in pieces))
    return shape in {"fwf", "wff"}


def _months(words: Iterable[str]) -> Iterator[int]:
    """Yield the month that each word names; Arabic names several words, and often the same month twice.

    Raises:
        ValueError: a word names none, or more than one.
    """
    left = [folded(word) for word in words]
    while left:
        two = " ".join(left[:2])
        if len(left) > 1 and (found := _named().get(two)):
            left = left[2:]
        else:
            found = _month(left.pop(0))
        yield found


@cache
def _named() -> Mapping[str, int]:
    return {folded(name): month for month, names in MONTHS.items() for name in names}


@cache
def _month(word: str) -> int:
    if (exact := _named().get(word)) is not None:
        return exact
    found = {month for name, month in _named().items() if name.startswith(word)}
    if len(word) < _SHORTEST or len(found) != 1:
        raise ValueError(word)
    return found.pop()
