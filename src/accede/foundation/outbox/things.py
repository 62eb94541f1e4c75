"""What notices are about, and who is told: the site lists the things, identity knows the people."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing: which of them an actor may see now, by their keys, and the address of one."""

    seen: Callable[[Actor, Collection[str]], Collection[str]]
    address: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody with an open account: where mail reaches them, and as whom they can act, in each of their bodies."""

    person: UUID
    to: str
    language: str
    time_zone: str
    actors: tuple[Actor, ...]


def thing(kind: str) -> Thing | None:
    """Return the things of that kind, as the site lists them; None where there are none any more."""
    listed = cast("Mapping[str, Thing]", import_string(settings.ACCEDE_THINGS))
    return listed.get(kind)


def seen_by(actors: Sequence[Actor], kind: str, keys: Collection[str]) -> frozenset[str]:
    """Return which things somebody may see, in whichever of their bodies they act.

    Asked of the queries, each of which filters by its actor: the database is told of one body at a time only.
    """
    found = thing(kind)
    if found is None or not keys:
        return frozenset()
    with acting(SYSTEM):
        return frozenset(key for actor in actors for key in found.seen(actor, keys))


def mailbox_of(person: UUID) -> Mailbox | None:
    """Return where a person is reached; None for nobody, or an account that is closed."""
    look_up = cast("Callable[[UUID], Mailbox | None]", import_string(settings.ACCEDE_MAILBOX_OF))
    return look_up(person)
