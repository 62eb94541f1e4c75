"""What can be done about a thing in a module above the one that it belongs to, as links on the thing's page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from accede.foundation.access.deciding import can
from accede.foundation.access.people import Actor
from accede.foundation.access.roles import Permission
from accede.foundation.exports import Link


@dataclass(frozen=True, slots=True)
class Onward:
    """A way on from things of a kind: its words, the permission that it needs, and its address by the thing's key."""

    kind: str
    label: str | Promise
    needs: Permission
    address: Callable[[str], str]


_ways: list[Onward] = []


def install_onward(ways: Iterable[Onward]) -> None:
    """Say which ways there are; called once, by the site, when the product starts."""
    _ways[:] = ways


def ways_onward(kind: str, key: str, reader: Actor) -> list[Link]:
    """Return the ways on from a thing that open to a reader."""
    return [Link(str(one.label), one.address(key)) for one in _ways if one.kind == kind and can(reader, one.needs)]
