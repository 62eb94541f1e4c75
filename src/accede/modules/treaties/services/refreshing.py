"""Bring the depositary's own list of parties, as it was saved from its site, so that a second person confirms it.

The software asks no depositary; a person does. What the file says of its own day and total is read from it; what it
does not say, the person says. The list becomes a source of its own, one for each day.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.foundation.imports import (
    Bringing,
    FileRefused,
    Options,
    Outcome,
    Problem,
    Progress,
    open_table,
    refused_whole,
    silent,
)
from accede.foundation.imports.days import DayOrder, TwoDays, read_day
from accede.foundation.imports.opening import file_digest
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.tables import around_of
from accede.modules.treaties.queries.depositary_lists import DepositaryList, depositary_lists
from accede.modules.treaties.services.import_acts import WORDS as ACT_WORDS
from accede.modules.treaties.services.import_acts import Given, check_acts, import_acts
from accede.modules.treaties.services.list_statements import ListStatement, statement_of

LIST_WORDS: dict[str, str | Promise] = {
    "list.no_day": _("The list does not say on which day it stood. Give the day on which you saved it."),
    "list.day": _("“%(text)s” is no day up to today. Write it as year-month-day, for example 2026-11-30."),
    "list.two_days": _(
        "The list says that it stood on %(said)s, and you say %(given)s. Leave the day blank, or correct it."
    ),
    "list.parties": _("“%(text)s” is no number of parties."),
    "list.two_totals": _(
        "The list states %(said)s parties, and you say %(given)s. Leave the number blank, or correct it."
    ),
}
WORDS = {**ACT_WORDS, **LIST_WORDS}
"""Every sentence that bringing a list can give."""
_MOST_PARTIES = 400


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved list, of which instrument, and what the person says of it where the list itself does not."""

    path: Path
    instrument: str
    day: str = ""
    parties: str = ""
    day_order: DayOrder | None = None
    options: Options = field(default_factory=Options)


def check_list(saved: Saved, *, bringing: Bringing, progress: Progress = silent) -> Outcome:
    """Return what bringing a list would do, and change nothing."""
    try:
        given = given_of(saved, today=bringing.at.date())
    except FileRefused as refusal:
        return refused_whole(_digest(saved.path), refusal.problems)
    return check_acts(saved.path, given, by=bringing.by, at=bringing.at, progress=progress)


def bring_list(saved: Saved, *, bringing: Bringing, good_rows: bool = False, progress: Progress = silent) -> Outcome:
    """Propose a list, so that a second person confirms it.

    Raises:
        Refused: the actor may not.
    """
    try:
        given = given_of(saved, today=bringing.at.date())
    except FileRefused as refusal:
        return refused_whole(_digest(saved.path), refusal.problems)
    return import_acts(saved.path, given, bringing, good_rows=good_rows, progress=progress)


def given_of(saved: Saved, *, today: date) -> Given:
    """Return what is to be said of all rows of a list.

    Raises:
        FileRefused: no table can be read, or its day is not known.
    """
    stated = _statement(saved)
    problems: list[Problem] = []
    day = _day(saved.day, stated.as_at, today, problems)
    parties = _number(saved.parties, stated.parties, problems)
    if problems or day is None:
        raise FileRefused(problems)
    return Given(
        instrument=saved.instrument,
        new_source=source_of(depositary_lists()[saved.instrument], day),
        day_order=saved.day_order,
        options=saved.options,
        is_list=True,
        parties_stated=parties,
    )


def source_of(listed: DepositaryList, day: date) -> NewSource:
    """Return the source that a depositary's list of a day is."""
    return NewSource(
        key=f"{listed.list}-{listed.instrument}-{day}".lower(),
        title=listed.title,
        locator=listed.locator,
        authority="depositary",
        as_of=day,
        publisher=listed.publisher,
    )


def _statement(saved: Saved) -> ListStatement:
    table = open_table(saved.path, saved.options)
    try:
        return statement_of(around_of(table))
    finally:
        table.close()


def _digest(path: Path) -> str:
    return file_digest(path) if path.is_file() else ""


def _day(given: str, said: date | None, today: date, problems: list[Problem]) -> date | None:
    if not given and said is None:
        problems.append(Problem("list.no_day"))
        return None
    try:
        day = read_day(given, None) if given else said
    except (TwoDays, ValueError):
        day = None
    if day is None or day > today:
        problems.append(Problem("list.day", params={"text": given[:40] or str(said)}))
    elif said is not None and said != day:
        problems.append(Problem("list.two_days", params={"said": str(said), "given": str(day)}))
    return day


def _number(given: str, said: int | None, problems: list[Problem]) -> int | None:
    if not given:
        return said
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < 4 else 0
    if not 0 < number <= _MOST_PARTIES:
        problems.append(Problem("list.parties", params={"text": given[:40]}))
    elif said is not None and said != number:
        problems.append(Problem("list.two_totals", params={"said": str(said), "given": str(number)}))
    return number
