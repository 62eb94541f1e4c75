"""Lines of a document that lie on a page, read as a table.

A row is a name and, to its right, days, dashes and short words. The rows tell where the columns are: what stands above
one another belongs together. The lines right above the first row are the headings. A name or a word that goes on in the
next line is joined; heads and feet of pages are left out. What is no row is what the document says around its table.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from accede.foundation.printed.days import is_day, is_nothing, pieces
from accede.foundation.printed.found import PrintedRefused, PrintedTable, table_of, tidy

_SHORT_WORDS = re.compile(r"[^\W\d_][^\d:;.?!]{0,38}")
_PAGE_NUMBER = re.compile(
    r"(?:.*\s)?[-–—]\s*\d{1,4}\s*[-–—](?:\s.*)?|\D{0,12}\d{1,4}(?:\s*(?:/|of|de|sur|из)\s*\d{1,4})?"
)
_GOES_ON = re.compile(r".*(?:[(,\-/]|\b(?:of|the|and|et|de|du|des|la|y|del|и))", re.IGNORECASE)
_LEADS_TO_DAY = re.compile(r"[:,]$|\b(?:on|of|le|du|el|del|от|au|am|since|before|after)$", re.IGNORECASE)
_EDGE = 2
"""So many lines at the top and at the foot of a page may be its head and foot."""
_MOST_HEADINGS = 9
_NEAR = 2.1
"""Lines of one heading lie no farther apart, in heights of a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand together, and where."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `y` grows downward, `height` is that of its letters."""

    page: int
    y: float
    height: float
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line as one text."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class _Row:
    cells: list[str]
    last: Line
    filled: set[int] = field(default_factory=set)


def table_on_pages(lines: Iterable[Line], *, by_order: bool = False) -> PrintedTable:
    """Return the table that these lines hold.

    `by_order`: where a piece stands says nothing; the first piece after the name belongs to the second column.

    Raises:
        PrintedRefused: no line is a row of a list with days.
    """
    # On a page, a name and its days stand apart: one text with a day in it is a sentence.
    divided = [_divided(line) if by_order or len(line.pieces) > 1 else line for line in lines]
    heads = _heads_and_feet(divided)
    around = [line.text for number, line in enumerate(divided) if number in heads]
    body = [line for number, line in enumerate(divided) if number not in heads]
    places = [number for number, line in enumerate(body) if _is_row(line)]
    if not places:
        raise PrintedRefused("no_table")
    columns = _Columns.by_order(body[p] for p in places) if by_order else _Columns.of([body[p] for p in places])
    first, header = _headings_above(places[0], body, columns)
    around += [line.text for line in body[:first]]
    rows, rest = _rows(body[places[0] : places[-1] + 2], columns, {tidy(line.text) for line in body[first : places[0]]})
    around += [*rest, *(line.text for line in body[places[-1] + 2 :])]
    return table_of(header, [row.cells for row in rows], around)


def _divided(line: Line) -> Line:
    """Return the line with each day in a piece of its own."""
    found: list[Piece] = []
    for piece in line.pieces:
        parts = pieces(piece.text)
        each = (piece.right - piece.left) / max(len(piece.text), 1)
        found += [
            Piece(piece.left + start * each, piece.left + end * each, tidy(piece.text[start:end]))
            for start, end in parts
        ]
    return Line(line.page, line.y, line.height, tuple(piece for piece in found if piece.text))


def _heads_and_feet(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that are heads or feet of pages: page numbers, and what recurs at the edges."""
    edges: list[int] = []
    pages: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        pages.setdefault(line.page, []).append(place)
    for places in pages.values():
        edges += dict.fromkeys([*places[:_EDGE], *places[-_EDGE:]])
    texts = Counter(_without_figures(lines[place]) for place in edges)
    return {
        place
        for place in edges
        if _PAGE_NUMBER.fullmatch(lines[place].text)
        or (texts[_without_figures(lines[place])] > max(1, len(pages) // 2) and not _is_row(lines[place]))
    }


def _without_figures(line: Line) -> str:
    return re.sub(r"\d+", "#", tidy(line.text))


def _is_row(line: Line) -> bool:
    """Whether a line is a name with at least one day or two dashes to its right, and nothing but short words beside."""
    if len(line.pieces) < 2:
        return False
    name, *values = (piece.text for piece in line.pieces)
    if _is_value(name) or _LEADS_TO_DAY.search(name) or not any(sign.isalpha() for sign in name):
        return False
    days, dashes = sum(map(is_day, values)), sum(map(is_nothing, values))
    return (days > 0 or dashes > 1) and all(_is_value(text) or _SHORT_WORDS.fullmatch(text) for text in values)


def _is_value(text: str) -> bool:
    return is_day(text) or is_nothing(text)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns after the first are; none: they are told by their order."""

    spans: tuple[tuple[float, float], ...]
    names_end: float

    @classmethod
    def of(cls, rows: Sequence[Line]) -> "_Columns":
        """Find the columns under which the values of the rows stand."""
        spans: list[tuple[float, float]] = []
        for left, right in sorted((p.left, p.right) for row in rows for p in row.pieces[1:]):
            if spans and left < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], right))
            else:
                spans.append((left, right))
        return cls(tuple(spans), max(row.pieces[0].right for row in rows))

    @classmethod
    def by_order(cls, _rows: Iterable[Line]) -> "_Columns":
        """Take the pieces in their order."""
        return cls((), 0.0)

    def cells(self, line: Line) -> dict[int, str]:
        """Return the texts of a line by column."""
        if not self.spans:
            return {place: piece.text for place, piece in enumerate(line.pieces)}
        found: dict[int, str] = {}
        for piece in line.pieces:
            place = self._place(piece)
            found[place] = f"{found[place]} {piece.text}" if place in found else piece.text
        return found

    def holds(self, line: Line) -> bool:
        """Whether each piece of a line lies within one column, as headings and cells do and sentences do not."""
        if not self.spans:
            return False
        return all(self._shared(piece, self._place(piece)) >= 0.6 * (piece.right - piece.left) for piece in line.pieces)

    def _place(self, piece: Piece) -> int:
        places = range(len(self.spans) + 1)
        return max(places, key=lambda place: (self._shared(piece, place), -place))

    def _shared(self, piece: Piece, place: int) -> float:
        left, right = self._extent(place)
        return min(piece.right, right) - max(piece.left, left)

    def _extent(self, place: int) -> tuple[float, float]:
        """Return how far a column reaches: to the middle of what lies between it and the next."""
        middle = [
            (before + after[0]) / 2
            for before, after in zip([self.names_end, *(span[1] for span in self.spans)], self.spans, strict=False)
        ]
        # A long name may reach below the days of other rows.
        middle[0] = min(middle[0], self.spans[0][0])
        left = middle[place - 1] if place else float("-inf")
        return left, middle[place] if place < len(middle) else float("inf")


def _headings_above(first_row: int, body: Sequence[Line], columns: _Columns) -> tuple[int, list[str]]:
    """Return where the headings begin, and their texts."""
    begins, below = first_row, body[first_row]
    while begins > 0 and first_row - begins < _MOST_HEADINGS:
        line = body[begins - 1]
        # Between the headings and the first row may lie a little more.
        most = _NEAR * max(line.height, below.height, 1.0) * (1.5 if begins == first_row else 1.0)
        if line.page != below.page or below.y - line.y > most or not columns.holds(line):
            break
        if any(":" in piece.text or is_day(piece.text) for piece in line.pieces):
            break
        begins, below = begins - 1, line
    texts: dict[int, list[str]] = {}
    for line in body[begins:first_row]:
        for place, text in columns.cells(line).items():
            texts.setdefault(place, []).append(text)
    width = max(len(columns.spans) + 1, *texts, 0) if texts else len(columns.spans) + 1
    return begins, [" ".join(texts.get(place, ())) for place in range(width)]


def _rows(lines: Sequence[Line], columns: _Columns, headings: set[str]) -> tuple[list[_Row], list[str]]:
    """Return the rows, names that go on joined to them, and what is no part of any row."""
    rows: list[_Row] = []
    rest: list[str] = []
    apart = _usual_distance(lines)
    above: Line | None = None
    for line in lines:
        cells = columns.cells(line)
        if tidy(line.text) in headings:
            continue
        if _is_row(line):
            if above is not None and _begins_before(above, line):
                cells[0] = f"{rest.pop()} {cells[0]}"
            rows.append(_row_of(line, cells, columns))
            above = None
        elif rows and above is None and _is_continued(rows[-1], line, cells, columns, apart):
            _join(rows[-1], cells)
            rows[-1].last = line
        else:
            rest.append(line.text)
            # A name may begin in the line above its days.
            above = line if set(cells) == {0} and columns.holds(line) else None
    return rows, rest


def _row_of(line: Line, cells: dict[int, str], columns: _Columns) -> _Row:
    width = len(columns.spans) + 1 if columns.spans else len(cells)
    return _Row([cells.get(place, "") for place in range(width)], line, set(cells))


def _usual_distance(lines: Sequence[Line]) -> float:
    """Return how far apart rows lie that follow each other."""
    rows = [line for line in lines if _is_row(line)]
    found = [b.y - a.y for a, b in pairwise(rows) if a.page == b.page and b.y > a.y]
    return median(found) if found else 0.0


def _is_continued(row: _Row, line: Line, cells: dict[int, str], columns: _Columns, apart: float) -> bool:
    """Whether a line is the rest of the row above: it lies near and its words go on, or it lies nearer than rows do."""
    if line.page != row.last.page or not columns.holds(line) or not set(cells) <= row.filled | {0}:
        return False
    distance = line.y - row.last.y
    if distance > _NEAR * max(line.height, 1.0):
        return False
    return distance < 0.95 * apart or all(_words_go_on(row.cells[place], text) for place, text in cells.items())


def _words_go_on(before: str, text: str) -> bool:
    return text[0] in "(&" or text[0].islower() or _GOES_ON.fullmatch(before) is not None


def _begins_before(above: Line, row: Line) -> bool:
    """Whether a name begins in the line above its row."""
    near = above.page == row.page and row.y - above.y <= _NEAR * max(row.height, 1.0)
    return near and _words_go_on(above.text, row.pieces[0].text)


def _join(row: _Row, cells: dict[int, str]) -> None:
    for place, text in cells.items():
        row.cells[place] = tidy(f"{row.cells[place]} {text}")
