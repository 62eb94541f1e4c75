"""A list pasted as lines of text: with tabs between its columns, as browsers copy a table, or nothing but blanks."""

import re
from collections import Counter

from accede.foundation.printed.found import PrintedTable, table_of, tidy
from accede.foundation.printed.layout import Line, Piece, table_on_pages

_PIECE = re.compile(r"\S+(?: \S+)*")
MOST_LINES = 20_000


def table_of_lines(text: str) -> PrintedTable:
    """Return the table in lines whose columns stand apart by tabs, by two blanks or more, or by their days.

    Raises:
        PrintedRefused: no line is a row of a list with days.
    """
    if "\t" in text:
        return _with_tabs([line.split("\t") for line in text.splitlines()[:MOST_LINES]])
    lines = [
        Line(0, float(number), 1.0, tuple(Piece(m.start(), m.end(), m[0]) for m in _PIECE.finditer(line)))
        for number, line in enumerate(text.splitlines()[:MOST_LINES])
        if line.strip()
    ]
    return table_on_pages(lines, by_order=True)


def _with_tabs(lines: list[list[str]]) -> PrintedTable:
    """Return the lines that have as many columns as most; what was copied beside them stands around."""
    widths = Counter(len(line) for line in lines if len(line) > 1)
    width = widths.most_common(1)[0][0]
    rows = [[tidy(cell) for cell in line] for line in lines if len(line) == width]
    return table_of(rows[0], rows[1:], [tidy("\t".join(line)) for line in lines if len(line) != width])
