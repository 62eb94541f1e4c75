"""Where the rows of a file come from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source as the person who brings it describes it; `as_of` is the day on which it stood."""

    key: str
    title: str
    locator: str
    authority: str
    as_of: date
    publisher: str = ""
