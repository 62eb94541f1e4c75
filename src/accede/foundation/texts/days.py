"""Days as readers of each language write them out."""

from datetime import date
from functools import lru_cache

from django.utils import dateformat, translation

from accede.foundation.texts.sentences import begun

FORMATS = {
    "en": "j F Y",
    "es": r"j \d\e F \d\e Y",
    "fr": "j F Y",
    "ru": "j E Y",
    "zh-hans": "Y年n月j日",
}
"""Day, month in words, year; no language here is left to a form that another reader would take for another day."""
ARABIC_MONTHS = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)
"""Each month in its Levantine and its Egyptian name, as Arabic documents of the United Nations write it: readers east
and west each use but one of the two, and the framework has the second only."""


@lru_cache(1 << 14)
def format_day(day: date, language: str) -> str:
    """Return a day in words of `language`: "26 July 2007", "1er mars 2012"."""
    if language == "ar":
        return f"{day.day} {ARABIC_MONTHS[day.month - 1]} {day.year}"
    with translation.override(language):
        text = dateformat.format(day, FORMATS.get(language, FORMATS["en"]))
    return f"1er{text[1:]}" if language == "fr" and day.day == 1 else text


_MONTHS = {"es": r"F \d\e Y", "zh-hans": "Y年n月"}


@lru_cache(1 << 10)
def format_month(day: date, language: str) -> str:
    """Return the month of a day in words of `language`: "July 2007", "июль 2007"; as a heading begins."""
    if language == "ar":
        return f"{ARABIC_MONTHS[day.month - 1]} {day.year}"
    with translation.override(language):
        return begun(dateformat.format(day, _MONTHS.get(language, "F Y")))
