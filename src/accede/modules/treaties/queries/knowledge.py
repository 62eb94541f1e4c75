"""On which days the record learned of something or took something back."""

from bisect import bisect_right
from datetime import date

from accede.modules.treaties.knowledge import Known


def days_of_change(*models: type[Known]) -> tuple[date, ...]:
    """Return the days on which what these tables hold changed, in order."""
    days: set[date] = set()
    for model in models:
        learned = model._default_manager.values_list("known_on", flat=True)
        taken_back = model._default_manager.exclude(retracted_on=None).values_list("retracted_on", flat=True)
        days.update(learned.union(taken_back))
    return tuple(sorted(days))


def last_change(days: tuple[date, ...], known_on: date | None) -> date | None:
    """Return the last day of change up to `known_on`; None: as known now. `days` in order.

    Days between two changes so share what is computed of them.
    """
    if known_on is None:
        return None
    before = bisect_right(days, known_on)
    if before == len(days):
        return None
    return days[before - 1] if before else date.min
