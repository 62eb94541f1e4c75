"""Months added to a day, and the day on which a period of months is over."""

import calendar
from datetime import date, timedelta


def months_later(day: date, months: int) -> date:
    """Return the day that lies `months` months after `day`; a year is twelve of them.

    It has the same number in its month; where that month has no such day, it is the last of the month (European
    Convention on the Calculation of Time-Limits, ETS 76, art. 4(2)).

    Raises:
        ValueError: the day would lie outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def after_months(day: date, months: int) -> date:
    """Return the first day on which `months` months have passed since `day`.

    A period runs from midnight at the end of the day it is counted from to midnight at the end of its last day (ETS 76,
    art. 3(1)): what takes effect when it has passed takes effect on the next day.

    Raises:
        ValueError: the day would lie outside the years 1 to 9999.
    """
    return months_later(day, months) + timedelta(days=1)
