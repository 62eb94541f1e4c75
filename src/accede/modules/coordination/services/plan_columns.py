"""The columns of tables of plans, and how places and themes are called in files: by code or by name."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Words as Label
from accede.foundation.imports import CellRefused, Column, day_reader, plain_text, read_said
from accede.foundation.imports.cells import CellReader
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.problems import WORDS as FILE_WORDS
from accede.foundation.imports.problems import Words
from accede.foundation.texts import folded
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.coordination.fields.plans import LEVELS
from accede.modules.identity.queries.scopes import state_names
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.treaties.queries.register import current_register

FIRST_DAY = date(1945, 10, 24)
_YES = frozenset({"yes", "oui", "si", "да", "نعم", "是", "cancelled", "1", "true", "x"})
_NO = frozenset({"no", "non", "нет", "لا", "否", "0", "false"})
WORDS: Words = {
    **FILE_WORDS,
    "plan.no_body": _("Whose plans these are must be said: “%(text)s” is no body for which you can enter plans."),
    "plan.no_state": _("No State is known as “%(text)s”. Write its code, such as MLI, or its name."),
    "plan.no_region": _("“%(text)s” is no regional group. Groups: %(known)s."),
    "plan.no_topic": _("“%(text)s” is no topic. Topics: %(known)s."),
    "plan.no_level": _("“%(text)s” does not say who sees it. Write one of: %(known)s."),
    "plan.yes_or_no": _("“%(text)s” is neither yes nor no."),
    "plan.twice": _("Row %(other)s says the same. Give each plan its own reference."),
    "plan.too_long": _("A plan takes %(most)s days at most. Enter what takes longer by its parts."),
    "plan.wrong": _("%(words)s"),
    "plan.no_place": _("No State and no region is named, so that no overlap can be found. Say for which it is."),
    "ical.too_big": _("A calendar of more than %(most)s MB is not read. Export fewer years."),
    "ical.too_heavy": _(
        "Following the rules of recurrence of this calendar takes too long. Give the times of what repeats by "
        "themselves."
    ),
    "ical.no_events": _("This calendar holds no events."),
    "ical.unclosed": _("%(name)s begins on this line and does not end: the file is cut off. Export it again."),
    "ical.line": _("“%(text)s” cannot be read as a line of a calendar."),
    "ical.no_day": _("“%(text)s” is no day or time that there is."),
    "ical.zone": _(
        "“%(text)s” is no time zone that is known, and the file does not define it. Name it as Europe/Vienna, or write "
        "days without times."
    ),
    "ical.ends_before": _("This event ends before it begins."),
    "ical.rule": _(
        "“%(text)s” is no rule of recurrence that can be followed. Correct it, or give each time by itself."
    ),
    "ical.two_rules": _("This event has several rules of recurrence. Make an event of each."),
    "ical.scale": _("“%(text)s” counts by another calendar than the Gregorian one. Give each time by itself."),
    "ical.too_often": _("“%(text)s” repeats more than once a day. A plan is of days: repeat it once a day at most."),
    "ical.too_many_times": _("This event repeats more than %(most)s times. Give its end."),
    "ical.begun_long_ago": _("This event has been repeating since %(day)s. Begin it within the last fifteen years."),
    "ical.twice": _("The event on line %(line)s has the same UID. Export the calendar again, or remove one of them."),
    "ical.endless": _("This event repeats without end: it is taken until %(day)s."),
    "ical.no_such_time": _("A time is stated anew, %(time)s, that the series does not have. It is taken beside it."),
}
"""Every sentence that an import of plans can give."""


class Places:
    """How States, regions and themes are called, on a day."""

    def __init__(self, day: date) -> None:
        """Take the names of the day."""
        self._states = state_names(on=day)
        self._finder = current_register().finder

    def state(self, text: str) -> str | None:
        """Return the code of the State that is called so, None for none."""
        if len(text) == 3 and text.upper() in self._states:
            return text.upper()
        return self._finder.state(text)

    def states(self, text: str) -> str:
        """Return the codes of several States, with a space between them.

        Raises:
            CellRefused: one of them is none.
        """
        codes = text.replace(",", " ").replace(";", " ").split()
        if all(len(code) == 3 and code.upper() in self._states for code in codes):
            return " ".join(dict.fromkeys(code.upper() for code in codes))
        found = []
        for name in filter(None, map(str.strip, text.split(";"))):
            code = self.state(name)
            if code is None:
                raise CellRefused("plan.no_state", text=name[:60])
            found.append(code)
        return " ".join(dict.fromkeys(found))

    def named(self, names: Iterable[str]) -> tuple[str, str, str]:
        """Return the States, regions and themes that are among some names, as cells; what else there is is left."""
        states, regions, topics = [], [], []
        for name in dict.fromkeys(names):
            word = folded(name.replace("_", " ").replace("-", " "))
            if word in _meanings("regions"):
                regions.append(_meanings("regions")[word])
            elif word in _meanings("topics"):
                topics.append(_meanings("topics")[word])
            elif 2 < len(name) <= 60 and (code := self.state(name)):
                states.append(code)
        return " ".join(dict.fromkeys(states)), ";".join(dict.fromkeys(regions)), ";".join(dict.fromkeys(topics))


def columns_of(places: Places, order: DayOrder | None) -> tuple[Column, ...]:
    """Return the columns that a table of plans may have."""
    day = day_reader(latest=None, earliest=FIRST_DAY, order=order)
    return (
        _needed("title", ("activity", "event", "name", "summary"), plain_text(300)),
        _needed("first_day", ("start", "start date", "from", "begins", "date"), day),
        Column("last_day", ("end", "end date", "to", "until", "ends"), read=day),
        Column("states", ("state", "country", "countries"), read=places.states),
        Column("regions", ("region", "regional group"), read=_several("plan.no_region", "regions")),
        Column("topics", ("topic", "theme", "themes", "thematic area"), read=_several("plan.no_topic", "topics")),
        Column("source", read=plain_text(500)),
        Column("level", ("who sees it", "visibility"), read=_level),
        Column("cancelled", ("canceled",), read=_yes_or_no),
        Column("reference", ("id", "uid", "key"), read=plain_text(200)),
        Column("language", read=plain_text(20)),
    )


def _needed(name: str, also: tuple[str, ...], read: CellReader) -> Column:
    return Column(name, also, is_required=True, needs_value=True, read=read)


def read_given(level: str, source: str, states: str, places: Places) -> dict[str, str]:
    """Return what is said of all rows, as cells.

    Raises:
        FileRefused: what is said cannot be read; all of it at once.
    """
    return read_said([("level", level, _level), ("source", source, plain_text(500)), ("states", states, places.states)])


def _several(code: str, which: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        return ";".join(dict.fromkeys(_one(code, which, name) for name in map(str.strip, text.split(";")) if name))

    return read


def _level(text: str) -> str:
    return _one("plan.no_level", "levels", text)


def _yes_or_no(text: str) -> str:
    word = folded(text)
    if word not in _YES | _NO:
        raise CellRefused("plan.yes_or_no", text=text[:40])
    return "yes" if word in _YES else ""


def _one(code: str, which: str, text: str) -> str:
    found = _meanings(which).get(folded(text.replace("_", " ").replace("-", " "))[:200])
    if found is None:
        raise CellRefused(code, text=text[:60], known=list(_CODES[which]))
    return found


_CODES: Mapping[str, Mapping[str, Label]] = {"regions": GROUPS, "topics": TOPICS, "levels": LEVELS}


@cache
def _meanings(which: str) -> Mapping[str, str]:
    """Return codes by what they are called, folded, in each of the six languages."""
    codes = _CODES[which]
    found = {folded(code.replace("_", " ").replace("-", " ")): code for code in codes}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found |= {folded(str(words)): code for code, words in codes.items()}
    return found
