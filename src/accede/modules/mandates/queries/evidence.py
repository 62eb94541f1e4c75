"""Kinds of evidence: the modules that own records say how each kind is counted; a kind nobody counts yet says so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from accede.modules.mandates.fields.codes import EVIDENCE, in_words


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many records of a kind there are, the newest of them, and where to see them (a URL name with parameters)."""

    count: int
    newest_on: date | None
    url_name: str
    parameters: tuple[tuple[str, str], ...] = ()


class Counting(Protocol):
    """Counts the records of one kind between two days, both included."""

    def __call__(self, *, since: date | None, until: date) -> Evidence:
        """Return the evidence."""


_counting: dict[str, Counting] = {}


def register_evidence(code: str, counting: Callable[..., Evidence]) -> None:
    """Say how records of a kind are counted; called once by the module that owns them, when the product starts.

    Raises:
        ValueError: the kind has another counter already, or is no kind of evidence.
    """
    if _counting.get(code, counting) is not counting:
        raise ValueError(f"evidence kind {code} is registered already")
    if code not in EVIDENCE:
        raise ValueError(f"{code} is no kind of evidence")
    _counting[code] = counting


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence of one kind for a duty; `evidence` is None where no module records this kind yet."""

    code: str
    words: str
    evidence: Evidence | None

    @property
    def is_silent(self) -> bool:
        """Whether the kind is recorded and nothing of it is there."""
        return self.evidence is not None and self.evidence.count == 0


def evidence_of(codes: list[str], *, since: date | None, until: date) -> tuple[Found, ...]:
    """Return what the records show for kinds of evidence."""
    found = []
    for code in codes:
        counting = _counting.get(code)
        shown = counting(since=since, until=until) if counting is not None else None
        found.append(Found(code, in_words(EVIDENCE, code), shown))
    return tuple(found)
