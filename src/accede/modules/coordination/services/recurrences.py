"""The days on which an event of a calendar falls (RFC 5545, sections 3.3.10 and 3.8.5), within bounds.

A rule is followed in the event's own zone, by the clock on the wall. What repeats without end is followed for
`AHEAD` days; what repeats more often than once a day, or too many times, is refused.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr

from accede.foundation.imports import CellRefused

MOST_TIMES = 1000
"""How often one event may repeat."""
AHEAD = timedelta(days=730)
"""How far ahead what repeats without end is followed."""
BEGUN = timedelta(days=15 * 366)
"""How long ago what repeats may have begun."""
_ONCE_A_DAY = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_OF_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
_DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_DAY = date(2199, 12, 31)
_LAST_MOMENT = time(23, 59, 59)
Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Repeated:
    """When an event falls, by the clock of its zone; `is_day`: it is stated by days, without a time."""

    start: datetime
    is_day: bool
    zone: tzinfo | None
    today: date

    def local(self, moment: Moment) -> datetime:
        """Return a moment by the clock of the event's zone; a day alone is the event's time on that day."""
        if not isinstance(moment, datetime):
            return datetime.combine(moment, self.start.time())
        if moment.tzinfo is None or self.zone is None:
            return moment.replace(tzinfo=None)
        return moment.astimezone(self.zone).replace(tzinfo=None)

    def by_rule(self, rule: Any) -> "tuple[list[datetime], bool]":
        """Return the times that a rule gives, the first one with them, and whether it has an end.

        Raises:
            CellRefused: the rule cannot be followed, or gives too many times.
        """
        text = rule.to_ical().decode()
        if "RSCALE" in rule or "SKIP" in rule:
            raise CellRefused("ical.scale", text=text[:80])
        if rule["FREQ"][0] not in _ONCE_A_DAY or any(len(rule.get(part, ())) > 1 for part in _OF_A_DAY):
            raise CellRefused("ical.too_often", text=text[:80])
        count, until = (rule.get(part, [None])[0] for part in ("COUNT", "UNTIL"))
        interval = rule.get("INTERVAL", [1])[0]
        if (count is not None and until is not None) or (count is not None and count < 1) or interval < 1:
            raise CellRefused("ical.rule", text=text[:80])
        if self.start.date() < self.today - BEGUN:
            raise CellRefused("ical.begun_long_ago", day=self.start.date().isoformat())
        kept = {name: value for name, value in rule.items() if name not in {"COUNT", "UNTIL", *_OF_A_DAY}}
        if _never_holds(rule):
            raise CellRefused("ical.rule", text=text[:80])
        last = self._until(until, is_endless=count is None and until is None)
        try:
            plain = type(rule)(kept).to_ical().decode()
            found = rrulestr(plain, dtstart=self.start).replace(until=last)
            times = list(islice(found, min(count or MOST_TIMES + 1, MOST_TIMES + 1)))
        except (ValueError, TypeError, OverflowError):
            raise CellRefused("ical.rule", text=text[:80]) from None
        if len(times) > MOST_TIMES:
            raise CellRefused("ical.too_many_times", most=str(MOST_TIMES))
        return list(dict.fromkeys([self.start, *times])), count is not None or until is not None

    def _until(self, until: Moment | None, *, is_endless: bool) -> datetime:
        """Return the last moment to which a rule is followed, by the clock of the event's zone."""
        ahead = max(self.today, self.start.date()) + AHEAD if is_endless else _LAST_DAY
        furthest = datetime.combine(ahead, _LAST_MOMENT)
        if until is None:
            return furthest
        if not isinstance(until, datetime):
            return min(furthest, datetime.combine(until, _LAST_MOMENT))
        return min(furthest, self.local(until))


def _never_holds(rule: Any) -> bool:
    """Return whether no day can fit a rule, or it names parts that its frequency does not have (RFC 5545, 3.3.10)."""
    frequency = rule["FREQ"][0]
    if ("BYWEEKNO" in rule or "BYYEARDAY" in rule) and frequency != "YEARLY":
        return True
    if frequency == "DAILY" and "BYSETPOS" in rule and not {1, -1} & {int(one) for one in rule["BYSETPOS"]}:
        return True
    months = [int(one) for one in rule.get("BYMONTH", range(1, 13))]
    if any(not 1 <= month <= len(_DAYS_OF_MONTHS) for month in months):
        return True
    longest = max(_DAYS_OF_MONTHS[month - 1] for month in months)
    return "BYMONTHDAY" in rule and all(abs(int(one)) > longest for one in rule["BYMONTHDAY"])


def without(times: Iterable[datetime], left_out: Collection[Moment], of: Repeated) -> Iterator[datetime]:
    """Yield times but those that are left out; a day alone leaves out whatever falls on it."""
    days = {one for one in left_out if not isinstance(one, datetime)}
    moments = {of.local(one) for one in left_out if isinstance(one, datetime)}
    yield from (one for one in times if one not in moments and one.date() not in days)


def last_day_of(start: datetime, end: datetime, *, is_day: bool) -> date:
    """Return the last day of an event: the end of days is not one of them, nor is midnight."""
    if is_day or (end.time() == time() and end > start):
        return max(start.date(), (end - timedelta(days=1)).date())
    return end.date()


def zone_reader(of_file: Callable[[str], tzinfo | None]) -> Callable[[str], tzinfo | None]:
    """Return what finds a zone by its name: the world's names, those of Windows, and those that the file defines."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  (read for calendars only)

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415  (as above)

    def named(name: str) -> tzinfo | None:
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, KeyError):  # no such name, or none that can be one
            return None

    def read(name: str) -> tzinfo | None:
        if name.upper() in {"UTC", "GMT", "Z"}:
            return UTC
        parts = name.strip("/").split("/")
        # Some programs write their own address before the name: /example.org/20050809/Europe/Vienna.
        tails = ["/".join(parts[place:]) for place in range(len(parts) - 1)] if name.startswith("/") else [name]
        tails += [WINDOWS_TO_OLSON[name]] if name in WINDOWS_TO_OLSON else []
        return next(filter(None, map(named, tails)), None) or of_file(name)

    return read
