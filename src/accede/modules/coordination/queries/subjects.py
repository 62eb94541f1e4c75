"""What a consultation can be about: things of other modules, by kind and key; the site says which kinds there are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.foundation.access import Actor
from accede.foundation.fields import Words


@dataclass(frozen=True, slots=True)
class SubjectFacts:
    """A thing that a body can be consulted about; `is_confidential`: neither its title nor its State is told."""

    kind: str
    key: str
    title: str
    states: tuple[str, ...]
    topics: tuple[str, ...]
    first_day: date
    last_day: date
    is_confidential: bool
    address: str


@dataclass(frozen=True, slots=True)
class SubjectKind:
    """A kind of thing: what one and all are called, how one is found for a reader, and the way to all of them.

    `between`: those that lie between two days and are still to be, for a reader.
    """

    label: Words
    all_of_them: Words
    find: Callable[[Actor, str], SubjectFacts | None]
    listed_at: Words
    between: Callable[[Actor, date, date], Iterable[SubjectFacts]]


_kinds: dict[str, SubjectKind] = {}


def install_subjects(kinds: Mapping[str, SubjectKind]) -> None:
    """Say what a consultation can be about; called once, by the site, when the product starts."""
    _kinds.clear()
    _kinds.update(kinds)


def subject_kinds() -> Mapping[str, SubjectKind]:
    """Return the kinds of things that a consultation can be about."""
    return _kinds


def subject_for(actor: Actor, kind: str, key: str) -> SubjectFacts | None:
    """Return a thing, None where there is none for this actor."""
    found = _kinds.get(kind)
    return found.find(actor, key) if found else None


def is_number(text: str) -> bool:
    """Return whether a text is a number that a table can hold."""
    return text.isascii() and text.isdecimal() and len(text) < _FIGURES


_FIGURES = 19
