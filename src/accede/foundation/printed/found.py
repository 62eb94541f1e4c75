"""What a document holds: its table, and the lines around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST_ROWS = 5_000
MOST_COLUMNS = 200
LONGEST_CELL = 2_000
MOST_LINES_AROUND = 5_000
LONGEST_LINE_AROUND = 600


class PrintedRefused(Exception):  # noqa: N818  (a judgement on the document, no fault of the program)
    """No table can be read out of the document; `code` says why, `params` what the sentence names."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params = params
        super().__init__(code)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the refusal be told from one process to another."""
        return _refusal, (self.code, dict(self.params))


def _refusal(code: str, params: dict[str, str]) -> PrintedRefused:
    return PrintedRefused(code, **params)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: its headings, the cells of each row, and what else the document says, line by line.

    A heading that the document does not give is blank for the first column and “[2]”, “[3]” … for the others.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    around: tuple[str, ...]


def table_of(header: Sequence[str], rows: Sequence[Sequence[str]], around: Sequence[str]) -> PrintedTable:
    """Return a table with every row as wide as the widest, and no more of anything than is read."""
    if len(rows) > MOST_ROWS:
        raise PrintedRefused("too_many_rows", most=str(MOST_ROWS))
    width = min(max([len(header), *map(len, rows)], default=0), MOST_COLUMNS)
    named = [text or (f"[{place}]" if place > 1 else "") for place, text in enumerate(_wide(header, width), start=1)]
    return PrintedTable(
        tuple(named),
        tuple(tuple(_wide(row, width)) for row in rows),
        tuple(line[:LONGEST_LINE_AROUND] for line in around[:MOST_LINES_AROUND]),
    )


def _wide(cells: Sequence[str], width: int) -> list[str]:
    kept = [cell[:LONGEST_CELL] for cell in cells[:width]]
    return kept + [""] * (width - len(kept))


def tidy(text: str) -> str:
    """Return a text in one line, with single blanks."""
    return " ".join(text.split())
