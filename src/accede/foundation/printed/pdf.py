"""The lines of a PDF file that has a text layer, each with the places of its pieces."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from accede.foundation.printed.found import PrintedRefused, PrintedTable
from accede.foundation.printed.layout import Line, Piece, table_on_pages

MOST_PAGES = 60
MOST_LETTERS = 200_000
_SAME_LINE = 0.45
"""Letters whose feet lie no farther apart, in heights of a letter, stand in one line."""
_BLANK = 0.18
_GAP = 0.95
"""What lies farther apart, in heights of a letter, are two pieces."""
_RAISED = 0.8
"""A smaller letter above the foot of its line is the sign of a note."""
_OF_ROOM = 0.8
"""How high letters are, of the room that their font gives them."""


@dataclass(frozen=True, slots=True)
class _Letter:
    left: float
    right: float
    foot: float
    height: float
    sign: str


def table_of_pdf(path: Path, first: int, last: int) -> PrintedTable:
    """Return the table on the pages from `first` to `last` (0: to the end).

    Raises:
        PrintedRefused: it is damaged or locked, has no text, too many pages, or no table.
    """
    import pypdfium2  # noqa: PLC0415  (the process apart alone needs it)

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise PrintedRefused("locked" if "assword" in str(error) else "damaged") from None
    pages = range(len(document))[first - 1 if first else 0 : last or None]
    if not pages:
        raise PrintedRefused("no_such_pages", pages=str(len(document)))
    if len(pages) > MOST_PAGES:
        raise PrintedRefused("too_many_pages", pages=str(len(document)), most=str(MOST_PAGES))
    lines: list[Line] = []
    letters = 0
    for number in pages:
        try:
            found = list(_letters(document[number], pypdfium2.raw))
        except pypdfium2.PdfiumError:
            raise PrintedRefused("damaged") from None
        letters += len(found)
        if letters > MOST_LETTERS:
            raise PrintedRefused("too_many_pages", pages=str(len(document)), most=str(MOST_PAGES))
        lines += _lines(found, number)
    if not lines:
        raise PrintedRefused("no_text")
    return table_on_pages(lines)


def _letters(page: Any, raw: Any) -> Iterator[_Letter]:
    """Yield the letters of a page with the room that each takes up; `foot` grows downward."""
    text = page.get_textpage()
    top = page.get_height()
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(min(text.count_chars(), MOST_LETTERS + 1)):
        sign = chr(raw.FPDFText_GetUnicode(text, place))
        if sign.isspace() or not sign.isprintable():
            continue
        boxed = raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box))
        if boxed and raw.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y)):
            # The size that a file states for its font may be scaled by anything; the room above and below is not.
            height = _OF_ROOM * abs(box.top - box.bottom) or 1.0
            yield _Letter(box.left, box.right, top - y.value, height, sign)


def _lines(letters: list[_Letter], page: int) -> Iterator[Line]:
    """Yield the lines of a page from its top to its foot."""
    rows: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda one: (one.foot, one.left)):
        if rows and letter.foot - rows[-1][-1].foot <= _SAME_LINE * max(letter.height, rows[-1][-1].height):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    for row in rows:
        height = median(letter.height for letter in row)
        foot = median(letter.foot for letter in row if letter.height >= _RAISED * height)
        kept = [one for one in row if one.height >= _RAISED * height or one.foot >= foot]
        yield Line(page, foot, height, tuple(_pieces(sorted(kept, key=lambda one: one.left), height)))


def _pieces(letters: list[_Letter], height: float) -> Iterator[Piece]:
    begins, text = letters[0].left, letters[0].sign
    for before, letter in pairwise(letters):
        gap = letter.left - before.right
        if gap > _GAP * height:
            yield Piece(begins, before.right, text)
            begins, text = letter.left, ""
        elif gap > _BLANK * height:
            text += " "
        text += letter.sign
    yield Piece(begins, letters[-1].right, text)
