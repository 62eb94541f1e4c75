"""Codes promise which facts they carry; a face may rely on these and on no other."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

Code = TypeVar("Code", bound=str)


def promises(names: Mapping[Code, str]) -> Mapping[Code, frozenset[str]]:
    """Return the names of the facts by code, from one line of names for each."""
    return MappingProxyType({code: frozenset(line.split()) for code, line in names.items()})


def hold(promised: Mapping[Code, frozenset[str]], code: Code, facts: Mapping[str, object]) -> None:
    """Check that exactly the facts promised for a code are there.

    Raises:
        ValueError: a fact is missing or is not promised.
    """
    if facts.keys() != promised[code]:
        raise ValueError(f"{code} carries {sorted(promised[code])}, not {sorted(facts)}")
