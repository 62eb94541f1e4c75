"""What people want to be told of beside what concerns them: begun and stopped by each for themselves.

A module names a kind of news, marks what it is about by a text of its own, and numbers what is new in rising order.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accede.foundation.access import SYSTEM, Actor, Refused
from accede.foundation.access.acting import acting
from accede.foundation.outbox.models import Following


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who is to be told, what about, and up to which number they were told already."""

    person: UUID
    about: str
    told_up_to: int


def follow(kind: str, about: str, *, by: Actor, up_to: int, at: datetime) -> None:
    """Tell the actor from now on of news of a kind about something; what came up to `up_to` is no news.

    Raises:
        Refused: the actor is nobody.
    """
    if by.person is None:
        raise Refused
    Following.objects.get_or_create(
        person=by.person, kind=kind, about=about, defaults={"begun_at": at, "told_up_to": up_to}
    )


def unfollow(kind: str, about: str, *, by: Actor) -> None:
    """Tell the actor no more of it; nothing happens where they were not told.

    Raises:
        Refused: the actor is nobody.
    """
    if by.person is None:
        raise Refused
    Following.objects.filter(person=by.person, kind=kind, about=about).delete()


def followed_by(actor: Actor, kind: str) -> tuple[str, ...]:
    """Return what the actor follows, in the order in which they began."""
    if actor.person is None:
        return ()
    rows = Following.objects.filter(person=actor.person, kind=kind).order_by("begun_at", "about")
    return tuple(rows.values_list("about", flat=True))


@acting(SYSTEM)
def to_be_told(kind: str, *, before: int) -> tuple[Follower, ...]:
    """Return whoever was told of less than number `before`; only jobs ask."""
    rows = Following.objects.filter(kind=kind, told_up_to__lt=before).order_by("person", "about")
    return tuple(Follower(*row) for row in rows.values_list("person", "about", "told_up_to"))


@acting(SYSTEM)
def note_told(kind: str, *, up_to: int) -> None:
    """Note that everybody who follows a kind was told of all up to a number."""
    Following.objects.filter(kind=kind, told_up_to__lt=up_to).update(told_up_to=up_to)
