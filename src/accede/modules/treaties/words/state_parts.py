"""What modules above have on a State, for its page: each a few links under a heading. The site says which there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from accede.foundation.exports import Link


@dataclass(frozen=True, slots=True)
class StateAsked:
    """The State of a page. `is_there`: on the day of the page; `query`: what keeps that day in an address."""

    code: str
    kind: str
    is_there: bool
    query: str


@dataclass(frozen=True, slots=True)
class StatePart:
    """What one module has on a State; no links: nothing, and no heading either."""

    label: str | Promise
    links: Callable[[StateAsked], Sequence[Link]]


_parts: list[StatePart] = []


def install_state_parts(parts: Iterable[StatePart]) -> None:
    """Say which parts there are, in their order; called once, by the site, when the product starts."""
    _parts[:] = parts


def state_parts(asked: StateAsked) -> list[tuple[str, Sequence[Link]]]:
    """Return the parts that have something on a State, each with its heading."""
    found = [(str(part.label), part.links(asked)) for part in _parts]
    return [(label, links) for label, links in found if links]
