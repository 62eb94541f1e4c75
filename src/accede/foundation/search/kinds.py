"""What can be found: kinds of things, the entries of each, and answers that join several things."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.functional import Promise

from accede.foundation.access import PUBLIC, Actor, Level
from accede.foundation.access.declaring import Opening
from accede.foundation.access.doors import admits
from accede.foundation.access.people import EVERYTHING
from accede.foundation.pages import AsAt

ANY = ""
"""The language of names and texts that are not of one of the six, or of which it is not known."""

Words = Mapping[str, Sequence[str]]
"""By language: several words or texts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing as it is found.

    `titles`: what it is called, by language; `names`: what else it is called, by language; `symbols`: signs that are
    looked up whole or by their end, such as E/RES/2007/18; `texts`: what stands in it, by language. `level`, `owner`
    and `readers`: who may see it, as with the thing itself.
    """

    key: str
    titles: Mapping[str, str]
    names: Words = field(default_factory=dict)
    symbols: Sequence[str] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    level: Level = Level.PUBLIC
    owner: str = EVERYTHING
    readers: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things that can be found.

    `entries`: those of the keys given, all for None; a key of which none comes is no longer found. `address`: the page
    of a thing. `opens_to`: for whom these pages open at all. `seen`: the keys that an actor may see, None for all, of
    a kind whose rights no row can hold, since they follow from the day. `keeps_day`: its pages speak of a day.
    `follows`: by other kinds whose names its entries hold, in which of its own those are named.
    """

    key: str
    one: str | Promise
    many: str | Promise
    entries: Callable[[Collection[str] | None], Iterable[Entry]]
    address: Callable[[str], str]
    opens_to: Opening = PUBLIC
    seen: Callable[[Actor], Collection[str] | None] | None = None
    keeps_day: bool = False
    follows: Mapping[str, Callable[[Collection[str]], Collection[object]]] = field(default_factory=dict)

    @property
    def is_public(self) -> bool:
        """Whether rows alone say who may see a thing of this kind."""
        return self.opens_to is PUBLIC and self.seen is None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is, for those who join several things to one answer."""

    text: str
    language: str
    as_at: AsAt


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that joins several things, which anybody may see; `said`: what the record says of it."""

    title: str
    address: str
    said: str = ""


Joining = Callable[[Asked], Iterable[Answer]]

_kinds: dict[str, Kind] = {}
_joining: list[Joining] = []


def install_search(kinds: Iterable[Kind], joining: Iterable[Joining]) -> None:
    """Say what can be found, the kinds that matter most first; called once, by the site, when the product starts.

    Raises:
        ValueError: two kinds have one key.
    """
    listed = list(kinds)
    found = {kind.key: kind for kind in listed}
    if len(found) != len(listed):
        raise ValueError("two kinds of what can be found have one key")
    _kinds.clear()
    _kinds.update(found)
    _joining[:] = joining


def kinds() -> Sequence[Kind]:
    """Return the kinds, those that matter most first."""
    return tuple(_kinds.values())


def kind_of(key: str) -> Kind:
    """Return the kind of that key."""
    return _kinds[key]


def followers_of(key: str) -> Iterable[tuple[Kind, Callable[[Collection[str]], Collection[object]]]]:
    """Return the kinds whose entries hold names of a kind, each with what tells in which of them."""
    return [(kind, kind.follows[key]) for kind in _kinds.values() if key in kind.follows]


def place_of(key: str) -> int:
    """Return the place of a kind among all, from 0."""
    return list(_kinds).index(key)


def kinds_for(actor: Actor) -> Sequence[Kind]:
    """Return the kinds whose pages open to an actor."""
    return tuple(kind for kind in _kinds.values() if actor.is_system or admits(actor, (kind.opens_to,)))


def joined(asked: Asked) -> list[Answer]:
    """Return the answers that join several things, each address once."""
    found: dict[str, Answer] = {}
    for join in _joining:
        for answer in join(asked):
            found.setdefault(answer.address, answer)
    return list(found.values())
