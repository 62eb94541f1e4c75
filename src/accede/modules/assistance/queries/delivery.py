"""Activities that deliver a request, counted by whoever owns activities: this module knows nobody above."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delivery:
    """How many activities for a request are being delivered, and how many were delivered to their end."""

    delivering: int = 0
    delivered: int = 0


Counting = Callable[[int], Delivery]
"""Counts the activities for a request, by its key, whoever may see them: gates ask for what is."""

_counting: list[Counting] = []


def install_delivery(counting: Iterable[Counting]) -> None:
    """Say who counts activities; called once, by the site, when the product starts."""
    _counting[:] = counting


def delivery_of(number: int) -> Delivery:
    """Return what is delivered for a request."""
    found = [count(number) for count in _counting]
    return Delivery(sum(one.delivering for one in found), sum(one.delivered for one in found))
