"""How long what is kept on an official is kept, and what stays afterwards.

Names, addresses, posts and results are kept until five years after the end of the event, so that its figures can be
audited and its certificates checked; then they are taken away. Sex, State, function, language and attendance stay,
which name nobody: figures are counted from them.
"""

from datetime import date

KEPT_YEARS = 5
FOLLOWED_UP_AFTER = (6, 12)
"""Months after the end of an event in which its participants are asked what they use."""
ANSWER_WITHIN = 60
"""Days in which such a question can be answered."""


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def kept_until(last_day: date) -> date:
    """Return the last day on which the names of an event's officials are kept."""
    return months_after(last_day, 12 * KEPT_YEARS)
