"""What stands in the calendar: the site lists the kinds, modules say what there is of each for a reader.

Entries are filtered before anything is counted: a kind is asked only for whom it opens, and in their name.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.conf import settings
from django.utils.functional import Promise

from accede.foundation.access import PUBLIC, Actor
from accede.foundation.access.declaring import Opening
from accede.foundation.access.doors import admits


class Status(StrEnum):
    """Whether an entry still stands, has been done, or will not happen."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


Mark = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facet:
    """By what entries can be asked for: its key, its label, and how its codes are called in the reader's language."""

    key: str
    label: str | Promise
    names: Callable[[Collection[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something on a day, or on days in a row, in the reader's language.

    Attributes:
        key: what it is, for ever; of entries of its kind the only one with it.
        address: the path of the page of the thing.
        about: the thing itself by its key, where the calendar of one thing can be asked for.
        marks: what else it can be asked for by, each as the key of a facet and a code.
        language: of the title, where it is not the reader's.
        changed_at: when it became what it is, as far as is known; the same for the same entry whoever asks.
    """

    key: str
    first: date
    last: date
    title: str
    changed_at: datetime
    words: str = ""
    address: str = ""
    about: str = ""
    marks: frozenset[Mark] = frozenset()
    language: str = ""
    status: Status = Status.OPEN


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, for which days, and as of which day; both ends of the days belong to them."""

    reader: Actor
    first: date
    last: date
    on: date

    def holds(self, entry: Entry) -> bool:
        """Return whether an entry falls on one of the days."""
        return entry.first <= self.last and entry.last >= self.first


Finding = Callable[[Asked], Iterable[Entry]]
"""Returns what the reader may see, of those days at least; more is left out afterwards."""


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of entries: its key, its words in the plural, for whom there are any, and what finds them."""

    key: str
    label: str | Promise
    opens: Opening
    find: tuple[Finding, ...]

    def is_for(self, reader: Actor) -> bool:
        """Return whether there can be entries of this kind for a reader."""
        return reader.is_system or admits(reader, (self.opens,))


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its kind."""

    kind: EntryKind
    entry: Entry

    @property
    def uid(self) -> str:
        """A number of its own, the same for ever and for every reader (RFC 7986, section 5.3: no address in it)."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{settings.ACCEDE_SITE}/calendar/{self.kind.key}/{self.entry.key}"))

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.kind.opens is PUBLIC


_kinds: list[EntryKind] = []
_facets: list[Facet] = []


def install_calendar(kinds: Iterable[EntryKind], facets: Iterable[Facet]) -> None:
    """Say which kinds of entries and which facets there are, in their order; called once, when the product starts."""
    _kinds[:] = kinds
    _facets[:] = facets


def calendar_facets() -> Sequence[Facet]:
    """Return by what entries can be asked for."""
    return _facets


def kinds_for(reader: Actor) -> list[EntryKind]:
    """Return the kinds of which a reader can see entries."""
    return [kind for kind in _kinds if kind.is_for(reader)]


def entries(
    asked: Asked, *, kinds: Collection[str] = (), about: str = "", marks: Collection[Mark] = ()
) -> list[Placed]:
    """Return what stands in the calendar for a reader, in order; of some kinds, about one thing, or all of it.

    `marks`: only entries that have all of them.
    """
    found = [
        Placed(kind, entry)
        for kind in kinds_for(asked.reader)
        if not kinds or kind.key in kinds
        for find in kind.find
        for entry in find(asked)
        if asked.holds(entry) and (not about or entry.about == about) and entry.marks.issuperset(marks)
    ]
    return in_order(found)


def in_order(found: Sequence[Placed]) -> list[Placed]:
    """Return entries by day, of one day in the order of their kinds, each once."""
    once = {(one.kind.key, one.entry.key): one for one in found}
    places = {kind.key: place for place, kind in enumerate(_kinds)}
    return sorted(
        once.values(),
        key=lambda one: (one.entry.first, one.entry.last, places[one.kind.key], one.entry.title, one.entry.key),
    )
