"""Work that a page offers whoever may do it: modules say where their work begins, the page of own work lists it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from accede.foundation.access.deciding import can
from accede.foundation.access.people import Actor, Scope
from accede.foundation.access.roles import Permission


@dataclass(frozen=True, slots=True)
class Errand:
    """Where a piece of work begins: its words, the name of its address, and the permission it needs.

    `over`: the scope over which it is needed; None: any.
    """

    words: str | Promise
    url_name: str
    needs: Permission
    over: Scope | None = None


_offered: dict[str, Errand] = {}


def offer(errand: Errand) -> None:
    """Offer a piece of work; called by the module that owns it, when the product starts.

    Raises:
        ValueError: the address is offered already, in other words or for another permission.
    """
    if _offered.get(errand.url_name, errand) != errand:
        raise ValueError(f"{errand.url_name} is offered already")
    _offered[errand.url_name] = errand


def errands_of(actor: Actor) -> Iterator[Errand]:
    """Return the work that an actor may do, in the order in which it was offered."""
    return (errand for errand in _offered.values() if can(actor, errand.needs, on=errand.over))
