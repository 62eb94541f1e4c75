"""What the file of a State holds of one thing, whichever module owns it."""

from dataclasses import dataclass
from datetime import date

MOST = 200
"""How many things of one kind the file of a State holds: the latest ones; lists hold all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A thing with its days, what it is called, and the code of where it is; `last` is None where it has one day."""

    key: str
    first: date | None
    last: date | None
    title: str
    status: str
