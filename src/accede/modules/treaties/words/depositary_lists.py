"""Where a depositary's list is found, and how old what we have is, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.foundation.texts import format_day
from accede.modules.treaties.queries.depositary_lists import DepositaryList, ListAge, ages_of_lists
from accede.modules.treaties.queries.register import Register

_HOW: Mapping[str, str | Promise] = {
    "untc": gettext_lazy(
        "United Nations Treaty Collection, “Status of treaties”, chapter and number %(number)s. Save the page, or open "
        "its XML file and save that."
    ),
    "icao": gettext_lazy(
        "International Civil Aviation Organization, pages of its Legal Affairs, “Lists of parties”: one PDF file for "
        "each treaty. Save that file."
    ),
    "imo": gettext_lazy(
        "International Maritime Organization, “Status of IMO Treaties”: one PDF file for all treaties. Save it, and "
        "say on which pages the list of Contracting States of this treaty stands."
    ),
    "iaea": gettext_lazy(
        "International Atomic Energy Agency, page of the treaty, “Status list”: a PDF file. Save that file."
    ),
}


@dataclass(frozen=True, slots=True)
class ListLine:
    """One instrument with the depositary's list and the age of what we have, as a page or a command shows it.

    `note`: whether the way to the list was tried.
    """

    instrument: str
    name: str
    title: str
    how: str
    locator: str
    note: str
    whole_on: date | None
    whole_source: str
    heard_on: date | None
    is_old: bool


def list_lines(register: Register, *, on: date, language: str) -> list[ListLine]:
    """Return a line for each instrument, the oldest lists first."""
    return [_line(register, age, language) for age in ages_of_lists(register, on=on)]


def day_words(day: date | None, language: str) -> str:
    """Return a day, or that there is none."""
    return format_day(day, language) if day else _("none yet")


def how_found(listed: DepositaryList) -> str:
    """Return how a depositary's list is found and saved."""
    return str(_HOW[listed.list]) % {"number": listed.number}


def _line(register: Register, age: ListAge, language: str) -> ListLine:
    listed = age.listed
    return ListLine(
        instrument=listed.instrument,
        name=register.instruments[listed.instrument].title(language).short,
        title=listed.title,
        how=how_found(listed),
        locator=listed.locator,
        note="" if listed.is_verified else _("This way was not tried from here: the software asks no depositary."),
        whole_on=age.whole_on,
        whole_source=age.whole_source,
        heard_on=age.heard_on,
        is_old=age.is_old,
    )
