"""Days as they are written in resolutions: "18 December 2007"."""

import re
from datetime import date, timedelta

from accede.core.mandates.words.wordlists import word_list
from accede.core.values import months_later

MONTHS = word_list("January February March April May June July August September October November December")
DAY = rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})\b"
_DAY = re.compile(rf"\b{DAY}")


def day_of(day: str, month: str, year: str) -> date | None:
    """Return the day that three words name; None for none, as 31 June."""
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def first_day_in(text: str) -> date | None:
    """Return the first day that a text names and the calendar has."""
    days = (day_of(*match.groups()) for match in _DAY.finditer(text))
    return next((day for day in days if day is not None), None)


def later(day: date, count: int, unit: str) -> date:
    """Return the day some time after another, or before it; months and years as `months_later` counts them."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return months_later(day, count * (12 if unit == "year" else 1))
