"""What the address of a calendar asks: which days, in which form, of which kinds; read so that all faces agree."""

from collections.abc import Collection, Sequence
from datetime import date

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import Actor
from accede.foundation.calendar.entries import EntryKind, Mark, calendar_facets, kinds_for
from accede.foundation.calendar.months import Month, read_month, read_span
from accede.foundation.listings import PageParameters
from accede.foundation.pages import AsAt
from accede.foundation.pages.parameters import shortened, unknown_parameters
from accede.foundation.texts import listed

MONTH, QUARTER, LIST = VIEWS = ("month", "quarter", "list")
AS_CALENDAR = "ics"
"""What an address says that asks for the entries shown as programs read them."""
_KNOWN = frozenset({"view", "month", "since", "until", "kind", "about", "on", "format"})


class CalendarPageQuestion(PageParameters):
    """Reads the address of the calendar's page.

    Attributes:
        view: month, quarter or list.
        month: in which the reader is.
        months: those that are shown; of a list none, its days are `first` to `last`.
        kinds: the keys that were chosen; none: all.
        marks: what entries have to have, each as a facet and a code.
        as_calendar: whether what is shown is wanted as programs read it.
    """

    def __init__(self, request: HttpRequest, reader: Actor) -> None:
        super().__init__()
        self.query = request.GET
        self.language = get_language() or "en"
        on = self.day(self.as_written("on")) or self._today
        self.day_asked = AsAt(on=on, today=self._today)
        self.problems += unknown_parameters(self.query, {*_KNOWN, *(facet.key for facet in calendar_facets())})
        self.as_calendar = self.text("format") == AS_CALENDAR
        self.format = None if self.as_calendar else self.wanted_format()
        self.view = self.choice("view", VIEWS) or MONTH
        self.month = read_month(self.text("month"), problems=self.problems) or Month.of(on)
        self.months = {MONTH: (self.month,), QUARTER: self.month.quarter()}.get(self.view, ())
        self.first, self.last = self._days(on)
        self.open_kinds = kinds_for(reader)
        self.kinds = chosen_kinds(self.query.getlist("kind"), self.open_kinds, problems=self.problems)
        self.about = self.text("about").replace("\x00", "")[:200]
        self.marks = chosen_marks(self.query)

    def _days(self, on: date) -> tuple[date, date]:
        if self.view == LIST:
            return read_span(self.text("since"), self.text("until"), on=on, problems=self.problems)
        if self.text("since") or self.text("until"):
            self.problems.append(_("“since” and “until” are for the list: add “view=list”."))
        return self.months[0].first, self.months[-1].last


def chosen_marks(query: QueryDict) -> tuple[Mark, ...]:
    """Return what an address asks entries to have; a code that there is not leaves no entry."""
    asked = ((facet.key, query.get(facet.key, "").replace("\x00", "")[:100]) for facet in calendar_facets())
    return tuple((key, code) for key, code in asked if code)


def read_marks(text: str, *, problems: list[str]) -> tuple[Mark, ...]:
    """Return what a text asks entries to have, such as “state:MLI, theme:financing”; what is wrong is added."""
    known = [facet.key for facet in calendar_facets()]
    marks = []
    for part in filter(None, map(str.strip, text.replace("\x00", "")[:500].split(","))):
        key, _colon, code = part.partition(":")
        if key not in known or not code:
            words = _("“%(text)s” is none of: %(known)s, each with its code, such as state:MLI.")
            problems.append(words % {"text": shortened(part), "known": listed(known)})
        marks.append((key, code.strip()))
    return tuple(marks)


def chosen_kinds(asked: Sequence[str], open_kinds: Collection[EntryKind], *, problems: list[str]) -> tuple[str, ...]:
    """Return the kinds that were chosen among those that there are for the reader; others are told as if unknown."""
    known = [kind.key for kind in open_kinds]
    chosen = [key for key in dict.fromkeys(one.strip() for one in asked) if key]
    words = _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
    choices = listed(known) or "–"
    problems.extend(
        words % {"name": "kind", "choices": choices, "text": shortened(key)} for key in chosen if key not in known
    )
    return tuple(key for key in chosen if key in known)
