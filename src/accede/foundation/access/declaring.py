"""A view, an operation or a command says for whom it opens, in the line above it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from accede.foundation.access.roles import Permission

Face = TypeVar("Face")

_MARK = "accede_opens_to"
_SECRET = "accede_is_secret"  # noqa: S105  (the name of a mark)


class Audience(StrEnum):
    """Those for whom a face can open, whatever their grants."""

    PUBLIC = "public"
    SIGNED_IN = "signed in"
    OPERATOR = "operator"


PUBLIC = Audience.PUBLIC
SIGNED_IN = Audience.SIGNED_IN
OPERATOR = Audience.OPERATOR
"""Whoever may start programs on the machine of the installation: for commands only."""

Opening = Audience | Permission


def opens_to(*openings: Opening, is_secret: bool = False) -> Callable[[Face], Face]:
    """Declare for whom a view, an operation or a command opens; any one of `openings` is enough.

    A visitor who has not signed in is shown the way in, and a person who may not enter that there is nothing. Where
    the address itself `is_secret`, both are told that there is nothing.

    Raises:
        ValueError: nobody is named; what opens to nobody is not needed.
    """
    if not openings:
        raise ValueError("name at least one audience")

    def declared(face: Face) -> Face:
        declare(face, openings, is_secret=is_secret)
        return face

    return declared


def declare(face: object, openings: Iterable[Opening], *, is_secret: bool = False) -> None:
    """Write the declaration on `face`; for what makes faces out of declared ones."""
    setattr(face, _MARK, frozenset(openings))
    setattr(face, _SECRET, is_secret)


def audiences_of(face: Callable[..., Any] | object) -> frozenset[Opening]:
    """Return for whom `face` opens; nobody where it declares nothing."""
    declared: frozenset[Opening] = getattr(face, _MARK, frozenset())
    return declared


def is_secret(face: object) -> bool:
    """Return whether the very address of `face` is told to nobody who may not enter."""
    return bool(getattr(face, _SECRET, False))
