"""Work that a page offers whoever may do it: the site says where it begins, the page of own work lists it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.foundation.access.deciding import can
from accede.foundation.access.people import Actor, Scope
from accede.foundation.access.roles import Permission


class Desk(Enum):
    """The part of an office's work to which a piece of it belongs, in the order in which the page shows them."""

    ASSISTANCE = _("Assistance to States")
    BODIES = _("With other bodies")
    MONEY = _("Money")
    REPORTS = _("Mandates and reports")
    RECORD = _("Treaty record")
    OFFICE = _("This office")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits for somebody: what it is called, where it is, and what is to be known of it."""

    words: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Errand:
    """Where a piece of work begins: its words, the name of its address, and the permission it needs.

    `over`: the scope over which it is needed; None: any. `desk`: where it is shown. `waiting`: how much of it waits for
    the actor; `items`: the first things that do.
    """

    words: str | Promise
    url_name: str
    needs: Permission
    over: Scope | None = None
    desk: Desk = Desk.ASSISTANCE
    waiting: Callable[[Actor], int] | None = None
    items: Callable[[Actor], Sequence[Item]] | None = None


_offered: list[Errand] = []


def install_errands(errands: Iterable[Errand]) -> None:
    """Say which work there is, in the order of the list; called once, by the site, when the product starts."""
    _offered[:] = errands


def errands_of(actor: Actor) -> Iterator[Errand]:
    """Return the work that an actor may do, in the order in which it is listed."""
    return (errand for errand in _offered if can(actor, errand.needs, on=errand.over))
