"""Answers on a terminal: lines, tables and JSON."""

import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

import click

_GAP = "  "
_NARROWEST = 12


def say(text: str = "") -> None:
    """Print a line of the answer."""
    click.echo(text, color=has_colours())


def tell(text: str) -> None:
    """Print a line about the answer, where it does not mix with it."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """Print `value` as JSON, with days as year-month-day."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_as_json))


def _as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value)


def has_colours() -> bool:
    """Return whether bold and colours may be used: on a terminal, unless NO_COLOR says no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def terminal_width() -> int | None:
    """Return how many columns there are; None where the answer goes to a file or a program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as wide as it needs to be, on a terminal no wider than that."""
    for line in table_lines(headings, [list(row) for row in rows], width=terminal_width()):
        say(line)


def table_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], *, width: int | None) -> list[str]:
    """Return the lines of a table; cells that do not fit go on below."""
    if not rows:
        return []
    needed = [
        max(display_width(line) for cell in column for line in str(cell).split("\n") or [""])
        for column in zip(headings, *rows, strict=True)
    ]
    widths = needed if width is None else _fitted(needed, width)
    heading = [click.style(line, bold=True) for line in _lines_of(headings, widths)]
    rule = _GAP.join("─" * column for column in widths)
    return [*heading, rule, *(line for row in rows for line in _lines_of(row, widths))]


def _fitted(needed: Sequence[int], width: int) -> list[int]:
    """Narrow the widest columns until all fit, none below what can still be read."""
    widths = list(needed)
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _lines_of(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [wrap(str(cell), column) for cell, column in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    return [
        _GAP.join(
            padded(lines[number] if number < len(lines) else "", column)
            for lines, column in zip(wrapped, widths, strict=True)
        ).rstrip()
        for number in range(height)
    ]


def wrap(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` columns, between words where it has any."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            candidate = f"{line} {word}" if line else word
            if display_width(candidate) <= width:
                line = candidate
                continue
            if line:
                lines.append(line)
            *whole, line = _cut(word, width)
            lines.extend(whole)
        lines.append(line)
    return lines


def _cut(word: str, width: int) -> list[str]:
    """Cut a word that is wider than a line (Chinese has no spaces) where the line ends."""
    pieces, piece = [], ""
    for character in word:
        if piece and display_width(piece + character) > width:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def padded(text: str, width: int) -> str:
    """Return `text` with spaces after it up to `width` columns."""
    return text + " " * (width - display_width(text))


def display_width(text: str) -> int:
    """Return how many columns a terminal needs for `text`: two for East Asian letters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(_letter_width(character) for character in text)


def _letter_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
