"""Choices made out of bytes, for the laws: what is made of some hundred choices is one draw.

Drawn one by one, the choices took nine tenths of the time of the laws. As bytes they can still be made simpler when a
law fails: of zeros only, each choice is the first, the least or the fewest.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Days = tuple[date, date]
"""The first and the last of a run of days."""


class Chance:
    """Makes choices, each of the next byte; of the next two where there are more than 256 things to choose from."""

    def __init__(self, drawn: bytes) -> None:
        self._left = iter(drawn)

    def up_to(self, most: int) -> int:
        """Return a number from 0."""
        number = next(self._left)
        if most > 255:
            number = number << 8 | next(self._left)
        return number % (most + 1)

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of several."""
        return choices[self.up_to(len(choices) - 1)]

    def some_of(self, choices: Sequence[T], *, least: int, most: int) -> list[T]:
        """Return different ones of several."""
        left = list(choices)
        return [left.pop(self.up_to(len(left) - 1)) for _ in range(least + self.up_to(most - least))]

    def day(self, days: Days) -> date:
        """Return a day."""
        first, last = (day.toordinal() for day in days)
        return date.fromordinal(first + self.up_to(last - first))

    def perhaps(self, days: Days, *, absent: int = 1) -> date | None:
        """Return a day or, `absent` times as often, none."""
        return self.day(days) if self.up_to(absent) == absent else None

    def ordered_days(self, days: Days, *, least: int, most: int) -> list[date]:
        """Return days in order, each once."""
        return sorted({self.day(days) for _ in range(least + self.up_to(most - least))})


def made_of(size: int, make: Callable[[Chance], T]) -> st.SearchStrategy[T]:
    """Draw what `make` makes of so many bytes at most."""
    return st.binary(min_size=size, max_size=size).map(lambda drawn: make(Chance(drawn)))
