"""A view says for whom it opens, in the line above it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "accede_opens_to"


class Audience(StrEnum):
    """Those for whom a view can open."""

    PUBLIC = "public"


PUBLIC = Audience.PUBLIC


def opens_to(*audiences: Audience) -> Callable[[View], View]:
    """Declare for whom a view opens.

    Raises:
        ValueError: nobody is named; a view that opens to nobody is not needed.
    """
    if not audiences:
        raise ValueError("name at least one audience")

    def declared(view: View) -> View:
        declare(view, audiences)
        return view

    return declared


def declare(view: Callable[..., Any], audiences: Iterable[Audience]) -> None:
    """Write the declaration on `view`; for what makes views out of declared ones."""
    setattr(view, _MARK, frozenset(audiences))


def audiences_of(view: Callable[..., Any]) -> frozenset[Audience]:
    """Return for whom `view` opens; nobody where it declares nothing."""
    declared: frozenset[Audience] = getattr(view, _MARK, frozenset())
    return declared
