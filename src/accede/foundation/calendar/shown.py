"""The calendar as a page shows it: months as weeks of days, and the same entries as a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accede.foundation.calendar.entries import Placed, Status
from accede.foundation.calendar.months import Month, first_weekday
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field, Words
from accede.foundation.texts import format_day, format_month

_IN_A_CELL = 4
STATUS_WORDS: Mapping[str, Words] = {
    Status.OPEN: pgettext_lazy("calendar", "Open"),
    Status.DONE: pgettext_lazy("calendar", "Done"),
    Status.CANCELLED: pgettext_lazy("calendar", "Cancelled"),
}


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One entry. `state`: in words where it is not open."""

    title: str
    address: str
    language: str
    kind: str
    words: str
    first: date
    last: date
    status: str
    state: str

    @property
    def is_long(self) -> bool:
        """Whether it takes more than one day."""
        return self.last > self.first


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day of a week. `further`: how many entries more it has than are shown; `all`: where all of them stand."""

    day: date
    words: str
    in_month: bool
    is_on: bool
    entries: tuple[ShownEntry, ...]
    further: int
    all: str


@dataclass(frozen=True, slots=True)
class ShownMonth:
    """A month: its weeks, and its entries in order."""

    key: str
    title: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[ShownDay, ...], ...]
    entries: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True)
class ShownCalendar:
    """What the component shows: `view` is month, quarter or list."""

    view: str
    months: tuple[ShownMonth, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not any(month.entries for month in self.months)


def shown_calendar(
    view: str, months: Sequence[Month], found: Sequence[Placed], *, on: date, list_of: str
) -> ShownCalendar:
    """Return months with their entries; without months, those that have entries.

    `list_of`: the address of the list, to which the days are added.
    """
    is_list = not months
    months = months or tuple(sorted({Month.of(one.entry.first) for one in found}))
    return ShownCalendar(
        view, tuple(_month(month, found, on=on, list_of=list_of, only_begun=is_list) for month in months)
    )


def columns() -> list[Field[Placed]]:
    """Return the columns of entries in a file."""
    return [
        Field("first", _("First day"), lambda one: one.entry.first, Kind.DAY),
        Field("last", _("Last day"), lambda one: one.entry.last, Kind.DAY),
        Field("kind", _("Kind"), lambda one: str(one.kind.label)),
        Field("title", pgettext_lazy("calendar", "Entry"), lambda one: one.entry.title),
        Field("status", _("State of the entry"), lambda one: one.entry.status.value, choices=STATUS_WORDS),
        Field("words", _("More about it"), lambda one: one.entry.words),
        Field(
            "address",
            pgettext_lazy("calendar", "Page"),
            lambda one: Link(one.entry.address, one.entry.address),
            Kind.LINK,
        ),
    ]


def shown_entry(placed: Placed) -> ShownEntry:
    """Return an entry in words."""
    entry = placed.entry
    return ShownEntry(
        title=entry.title,
        address=entry.address,
        language=entry.language,
        kind=str(placed.kind.label),
        words=entry.words,
        first=entry.first,
        last=entry.last,
        status=entry.status.value,
        state="" if entry.status is Status.OPEN else str(STATUS_WORDS[entry.status]),
    )


def _month(month: Month, found: Iterable[Placed], *, on: date, list_of: str, only_begun: bool) -> ShownMonth:
    language = get_language() or "en"
    here = [one for one in found if one.entry.first <= month.last and one.entry.last >= month.first]
    if only_begun:
        here = [one for one in here if Month.of(one.entry.first) == month]
    days = [first_weekday() + number for number in range(7)]
    return ShownMonth(
        key=str(month),
        title=format_month(month.first, language),
        weekdays=tuple((str(WEEKDAYS[day % 7]), str(WEEKDAYS_ABBR[day % 7])) for day in days),
        weeks=()
        if only_begun
        else tuple(
            tuple(_day(day, month, here, on=on, list_of=list_of, language=language) for day in week)
            for week in month.weeks()
        ),
        entries=tuple(shown_entry(one) for one in here),
    )


def _day(day: date, month: Month, found: Iterable[Placed], *, on: date, list_of: str, language: str) -> ShownDay:
    in_month = Month.of(day) == month
    here = [one for one in found if in_month and one.entry.first <= day <= one.entry.last]
    shown = here if len(here) <= _IN_A_CELL else here[: _IN_A_CELL - 1]
    return ShownDay(
        day=day,
        words=format_day(day, language),
        in_month=in_month,
        is_on=in_month and day == on,
        entries=tuple(shown_entry(one) for one in shown),
        further=len(here) - len(shown),
        all=f"{list_of}&since={day}&until={day}",
    )
