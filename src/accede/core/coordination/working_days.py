"""The working days of an office: the clock of a consultation runs on these and on no others."""

from collections.abc import Collection
from datetime import date, timedelta

WEEKS = {"mon_fri": (5, 6), "sun_thu": (4, 5), "sun_fri": (5,), "mon_sat": (6,)}
"""Working weeks, each with the days off: Monday is 0."""
MOST = 90


def day_after(sent: date, working_days: int, *, week: str, closed: Collection[date] = ()) -> date:
    """Return the last day of a time of so many working days that begins the day after `sent`.

    Raises:
        ValueError: the number of days is below one or above `MOST`, or there is no such week.
    """
    if not 1 <= working_days <= MOST or week not in WEEKS:
        raise ValueError(f"{working_days} working days of the week {week}")
    days_off, day, left = WEEKS[week], sent, working_days
    while left:
        day += timedelta(days=1)
        if day.weekday() not in days_off and day not in closed:
            left -= 1
    return day
