"""Persons and attendances: how each is counted, and how much may still change by what people decide.

An *attendance* is one official who was present at one or more sessions of one event. A *person* is one official,
however many events. While nobody has decided whether two nominations are of one official, the number of persons lies
between two bounds: all proposed pairs are one, or none of them is.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Persons:
    """How many persons there are at least and at most; the same where everything is decided."""

    least: int
    most: int


def groups(keys: Iterable[Key], same: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """Return of each key the first key of its group; pairs that name other keys join groups as well."""
    parent = {key: key for key in keys}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in same:
        first, second = root(one), root(other)
        if first != second:
            parent[second] = first
    return {key: root(key) for key in list(parent)}


def count_persons(
    keys: Iterable[Key], decided: Iterable[tuple[Key, Key]], proposed: Iterable[tuple[Key, Key]] = ()
) -> Persons:
    """Return how many persons nominations are of.

    `decided`: pairs of which a person said that they are one official; `proposed`: those that wait for a decision.
    """
    counted, sure = list(keys), list(decided)
    most = groups(counted, sure)
    least = groups(counted, [*sure, *proposed])
    return Persons(len({least[key] for key in counted}), len({most[key] for key in counted}))
