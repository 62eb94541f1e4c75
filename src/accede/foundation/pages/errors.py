"""Errors that a reader can do something about."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import Http404


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something near to what was asked for: its words and its address."""

    label: str
    address: str


class BadInput(BadRequest):
    """The address asks for something that cannot be; `problems` says what, all of it, in the reader's language."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))


class NotHere(Http404):
    """There is no such thing for this reader; `nearest` names what may have been meant."""

    def __init__(self, message: str, nearest: Iterable[Suggestion] = ()) -> None:
        self.message = message
        self.nearest = tuple(nearest)
        super().__init__(message)
