"""The pages of one section, as tabs; each reader is offered those that open to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from accede.foundation.access import Permission, can
from accede.foundation.access.acting import actor_of


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of a section: its words, its address."""

    label: str
    address: str
    is_current: bool


def tabs_for(request: HttpRequest, parts: Iterable[tuple[str, str, tuple[Permission, ...]]], current: str) -> list[Tab]:
    """Return the tabs that open to the reader; none where there is one page alone.

    `parts`: of each page its name among the addresses, its words, and permissions of which one is enough.
    """
    actor = actor_of(request)
    tabs = [
        Tab(label, reverse(name), is_current=name == current)
        for name, label, enough in parts
        if any(can(actor, one) for one in enough)
    ]
    return tabs if len(tabs) > 1 else []
