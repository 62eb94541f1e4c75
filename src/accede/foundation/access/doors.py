"""Whether a declaration lets an actor in."""

from collections.abc import Iterable

from accede.foundation.access.deciding import can
from accede.foundation.access.declaring import PUBLIC, SIGNED_IN, Opening
from accede.foundation.access.people import Actor
from accede.foundation.access.roles import Permission


def admits(actor: Actor, openings: Iterable[Opening]) -> bool:
    """Return whether one of `openings` is for the actor; none of them: nobody is let in."""
    return any(_admits(actor, opening) for opening in openings)


def _admits(actor: Actor, opening: Opening) -> bool:
    if isinstance(opening, Permission):
        return can(actor, opening)
    return opening is PUBLIC or (opening is SIGNED_IN and actor.is_signed_in)
