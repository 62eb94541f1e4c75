"""Days as readers of each language write them out."""

from datetime import date

from django.utils import dateformat, translation

FORMATS = {
    "ar": "j F Y",
    "en": "j F Y",
    "es": r"j \d\e F \d\e Y",
    "fr": "j F Y",
    "ru": "j E Y",
    "zh-hans": "Y年n月j日",
}
"""Day, month in words, year; no language here is left to a form that another reader would take for another day."""


def format_day(day: date, language: str) -> str:
    """Return a day in words of `language`: "26 July 2007", "1er mars 2012"."""
    with translation.override(language):
        text = dateformat.format(day, FORMATS.get(language, FORMATS["en"]))
    return f"1er{text[1:]}" if language == "fr" and day.day == 1 else text
