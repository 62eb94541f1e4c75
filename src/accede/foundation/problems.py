"""What is wrong with what somebody gave, as every face tells it: in words, and at the field at which it is."""

from collections.abc import Mapping
from dataclasses import dataclass

EVERYWHERE = ""
"""The field of a problem that lies in no single field."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in the reader's language, and the name of the field at which it is."""

    words: str
    field: str = EVERYWHERE

    def __str__(self) -> str:
        return self.words


class UnableTo(Exception):  # noqa: N818  (a state of affairs, told to a person)
    """It cannot be done; `problems` says all that is wrong by the field at which it is, in the reader's language."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


class Overtaken(UnableTo):
    """It can no longer be done, because somebody else was quicker; `problems` says what happened."""


def listed_problems(problems: Mapping[str, str]) -> list[Problem]:
    """Return problems by field as the summary above a form lists them."""
    return [Problem(words, field) for field, words in problems.items()]
