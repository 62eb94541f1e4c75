"""Months and weeks, and the days that an address asks for: between 1900 and 2199, so that no sum runs out of days."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import get_format
from django.utils.translation import gettext as _

from accede.foundation.pages.parameters import shortened

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_DAYS = 3660
"""Ten years: what is asked for at once."""
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_OF_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month of a day."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def later(self, months: int) -> "Month | None":
        """Return the month so many months after, or before; None beyond the calendar."""
        year, month = divmod(self.year * _OF_YEAR + self.month - 1 + months, _OF_YEAR)
        return Month(year, month + 1) if FIRST_YEAR <= year <= LAST_YEAR else None

    def quarter(self) -> "tuple[Month, ...]":
        """Return the three months of its quarter."""
        begins = self.month - (self.month - 1) % 3
        return tuple(Month(self.year, begins + number) for number in range(3))

    def weeks(self) -> list[list[date]]:
        """Return the weeks that hold its days, whole; they begin as the reader's language has it."""
        begin = self.first - timedelta(days=(self.first.weekday() - first_weekday()) % 7)
        number = ((self.last - begin).days + 7) // 7
        return [[begin + timedelta(days=7 * week + day) for day in range(7)] for week in range(number)]

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


def first_weekday() -> int:
    """Return the weekday with which weeks begin in the reader's language: 0 Monday, 5 Saturday, 6 Sunday."""
    return (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7


def read_month(text: str, *, problems: list[str]) -> Month | None:
    """Return the month written in `text`, None for no text; what is wrong is added to `problems`."""
    if not text:
        return None
    found = _MONTH.fullmatch(text)
    year, month = (int(part) for part in found.groups()) if found else (0, 0)
    if not 1 <= month <= _OF_YEAR:
        words = _("“%(text)s” is not a month. Write it as year-month, for example 2026-12.")
        problems.append(words % {"text": shortened(text)})
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        problems.append(_beyond(text))
        return None
    return Month(year, month)


def read_calendar_day(text: str, *, problems: list[str]) -> date | None:
    """Return the day written in `text`, which may lie ahead; None for no text."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None:
        words = _("“%(text)s” is not a day. Write it as year-month-day, for example 2007-07-26.")
        problems.append(words % {"text": shortened(text)})
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        problems.append(_beyond(text))
        return None
    return day


def read_span(since: str, until: str, *, on: date, problems: list[str]) -> tuple[date, date]:
    """Return the first and the last day asked for; without any, a year from the day on."""
    known = len(problems)
    first = read_calendar_day(since, problems=problems)
    last = read_calendar_day(until, problems=problems)
    if len(problems) > known:
        return on, on
    first = first or (min(on, last) if last else on)
    last = last or min(first + timedelta(days=365), date(LAST_YEAR, 12, 31))
    if last < first:
        problems.append(_("The first day, %(first)s, lies after the last, %(last)s.") % {"first": first, "last": last})
        return first, first
    if (last - first).days > MOST_DAYS:
        problems.append(_("At most ten years are shown at once. Choose days that lie nearer to each other."))
    return first, last


def _beyond(text: str) -> str:
    words = _("%(text)s lies outside of the calendar, which holds the years from %(first)s to %(last)s.")
    return words % {"text": shortened(text), "first": FIRST_YEAR, "last": LAST_YEAR}
