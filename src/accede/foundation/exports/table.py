"""The one description of a table that leaves the product."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    AMOUNT = "amount"
    LINK = "link"
    YES_OR_NO = "yes_or_no"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    label: str
    address: str


Cell = str | int | float | bool | date | Decimal | Link | None
"""None: nothing is known, or nothing to say; left blank."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a key that stays the same in every language, and the heading that is shown."""

    key: str
    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, in the language and the order in which they are shown.

    Attributes:
        name: a short word for the file's name, e.g. "parties-FINANCING-1999-2007-07-26".
        rows: may be a generator: it is read once.
        lines: the same rows as lines of CSV, guarded, where something writes them faster than from cells; read once.
        meta: what a reader must know of where this comes from: address, day, edition, sources.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    lines: Iterable[bytes] | None = None
    language: str = "en"
    is_right_to_left: bool = False
    meta: Mapping[str, object] = field(default_factory=dict)


def shown(cell: Cell) -> str:
    """Return a cell as text: days as year-month-day, nothing for nothing."""
    if cell is None:
        return ""
    if isinstance(cell, Link):
        return cell.label
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def guarded(cell: Cell) -> str:
    """Return a cell as text, an apostrophe before what a spreadsheet would take for a formula."""
    text = shown(cell)
    if isinstance(cell, str | Link) and text.startswith(FORMULA_SIGNS):
        return f"'{text}"
    return text


def guarded_column(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells of a column as `guarded` does, those left as they are that a CSV writer writes the same."""
    return [
        cell if type(cell) in _PLAIN or (type(cell) is str and cell[:1] not in _SIGNS) else guarded(cell)
        for cell in cells
    ]


_PLAIN = frozenset({date, int, type(None)})
_SIGNS = frozenset(FORMULA_SIGNS)
