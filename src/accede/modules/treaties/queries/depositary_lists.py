"""Where each instrument's depositary publishes its list of parties, and how old the newest list is that we have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from accede import data
from accede.core.values import months_later
from accede.modules.treaties.queries.register import Register

_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class DepositaryList:
    """A depositary's own list: `list` says whose, `number` is that of the United Nations Treaty Collection.

    `is_verified`: a list was read from there, be it through a copy; `source`: an older list that was read.
    """

    instrument: str
    list: str
    number: str
    title: str
    publisher: str
    locator: str
    is_verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class ListAge:
    """How old what we have is: the day of the newest whole list with its source, and of the newest dated source.

    None: there is none.
    """

    listed: DepositaryList
    whole_on: date | None
    whole_source: str
    heard_on: date | None
    is_old: bool


@cache
def depositary_lists() -> Mapping[str, DepositaryList]:
    """Return the lists by instrument, in the order of the instruments."""
    rows = data.rows("depositary_lists.csv")
    return {
        row["instrument"]: DepositaryList(
            instrument=row["instrument"],
            list=row["list"],
            number=row["number"],
            title=row["title"],
            publisher=row["publisher"],
            locator=row["locator"],
            is_verified=row["verified"] == "true",
            source=row["source"],
        )
        for row in rows
    }


def ages_of_lists(register: Register, *, on: date) -> list[ListAge]:
    """Return how old the lists are on a day, the oldest first: those of which there is none, then by their days.

    A list is old when it is of more than a year ago, or when there is none.
    """
    heard: dict[str, date] = {}
    for report in register.reports.values():
        # A source whose own day is not known tells nothing of how old what we have is.
        day = register.sources[report.source].as_of_until
        if day is not None and day <= on:
            heard[report.instrument] = max(day, heard.get(report.instrument, date.min))
    ages = [_age(register, listed, heard.get(listed.instrument), on) for listed in depositary_lists().values()]
    return sorted(ages, key=lambda age: (age.whole_on or date.min, age.heard_on or date.min))


def _age(register: Register, listed: DepositaryList, heard_on: date | None, on: date) -> ListAge:
    lists = [one for one in register.coverage if one.instrument == listed.instrument and one.complete_on <= on]
    newest = max(lists, key=lambda one: one.complete_on, default=None)
    return ListAge(
        listed=listed,
        whole_on=newest.complete_on if newest else None,
        whole_source=newest.source if newest else "",
        heard_on=heard_on,
        is_old=newest is None or months_later(newest.complete_on, _A_YEAR) < on,
    )
