"""The only place that reads the time. Everything else is handed the day or the moment.

The legal day is the day in UTC: the record must give the same answer to two readers who ask at one moment
from two ends of the world.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

#: By how much the clocks of two machines, or of one before and after it was set, may differ without being wrong. What
#: was made later than that after now was made by a clock that ran ahead, and is not let last the longer for it.
MAY_DIFFER = timedelta(minutes=5)

_stopped_at: datetime | None = None


def now() -> datetime:
    """Return this moment, in UTC."""
    return _stopped_at or datetime.now(tz=UTC)


def today() -> date:
    """Return the day on which this moment falls, in UTC."""
    return now().date()


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Hold the clock at `moment`, in every thread of this process. For tests and rehearsals."""
    global _stopped_at  # noqa: PLW0603  (one clock for all threads: a test's live server runs in another one)
    if moment.tzinfo is None:
        raise ValueError("The moment must say its time zone.")
    before, _stopped_at = _stopped_at, moment.astimezone(UTC)
    try:
        yield
    finally:
        _stopped_at = before
