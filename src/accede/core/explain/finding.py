"""`Finding`: an answer, the rule that gave it, and the facts it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a rule is written: an instrument and its article, e.g. ``VCLT``, ``2(1)(g)``."""

    text: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.text} art. {self.article}" if self.article else self.text


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a finding, as a code that a face turns into a sentence in the reader's language.

    `code` is a lower-case dotted word ("standing.not_yet_in_force"); `facts` are the values that the
    sentence needs; `authority` is the article applied, if any; `acts` are the keys of the acts relied on.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    authority: Authority | None = None
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding(Generic[T_co]):
    """An answer with the reasons that lead to it, in the order in which they were applied."""

    answer: T_co
    because: tuple[Reason, ...] = ()
