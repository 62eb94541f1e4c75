"""Lines of a text as they come in, and what each of them looks like by itself.

A resolution comes in many coats: one line per paragraph or lines of a fixed width, with page numbers, running heads,
footnotes between two halves of a sentence, italics marked with asterisks, non-breaking and full-width characters.
Nothing here decides where a paragraph ends; a line is only told apart from what surely is no paragraph.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from accede.core.mandates.text.looks import Look, foreign_look, look_of
from accede.core.mandates.tongues.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its number from 1, its words without coat, and what it looks like.

    `quote` is the quotation mark that was taken off its beginning; `closes_quote` says that one ends there.
    """

    number: int
    text: str
    look: Look
    quote: str = ""
    closes_quote: bool = False


_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffe]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
#: Without a bound, marks that are never closed would take the square of the text's length.
_ITALICS = re.compile(r"(?<![\w*])(\*{1,3}|_)(?=[^\s*_])(.{1,1000}?)(?<=[^\s*_])\1(?![\w*])")
_MARKED = re.compile(r"[*_<#\\]")
_TAG = re.compile(r"</?(?:i|em|b|strong|u|sup|span)\b[^>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([.()\[\]–—-])")
"""Markdown keeps "1." from becoming a list by a backslash; it is no part of the text."""

_HASHES = re.compile(r"^#{1,6}\s+")
_OPENING_QUOTES = '“„«"‟〝'
_WIDE = re.compile("[\uff01-\uff5e]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_FULL_WIDTH_LETTERS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def plain(text: str) -> str:
    """Return the words of a line: one kind of space, no invisible or control characters, no full-width letters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    if _WIDE.search(text):
        # Full-width commas and stops are what Chinese is written with; letters and digits are not.
        text = text.translate(_FULL_WIDTH_LETTERS if _CHINESE.search(text) else _FULL_WIDTH)
    text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text))).strip()


def without_italics(text: str) -> tuple[str, bool]:
    """Return the text without marks of emphasis, and whether its opening words carried one."""
    if _MARKED.search(text) is None:
        return text, False
    text = _ESCAPED.sub(r"\1", text)
    bare = _HASHES.sub("", _TAG.sub("", text))
    match = _ITALICS.search(bare)
    leads = match is not None and len(bare[: match.start()].strip(' “"().0123456789abcdefghijklmnopqrstuvwxyz')) == 0
    return _ITALICS.sub(r"\2", bare), leads


def read_line(number: int, raw: str, tongue: Tongue | None = None) -> Line:
    """Return a line with its look."""
    if not raw or raw.isspace():
        return Line(number, "", Look.BLANK)
    written = plain(raw)
    bare = without_italics(written)[0].strip()
    opens = bare[:1] in _OPENING_QUOTES and len(bare) > 1
    inner = bare[1:].lstrip() if opens else bare
    look = look_of(inner, written) if tongue is None else foreign_look(inner, tongue)
    if opens and look in (Look.FOOTNOTE, Look.PAGE, Look.RUNNING_HEAD, Look.RULE):
        look = Look.TEXT
    closes = inner.rstrip(" 0123456789.;,").endswith(("”", "»", '"')) and inner.count("”") > inner.count("“")
    return Line(number, inner, look, quote=bare[0] if opens else "", closes_quote=closes)


def read_lines(raw_lines: Iterable[str], tongue: Tongue | None = None) -> tuple[Line, ...]:
    """Return the lines of a text, numbered from 1 as its reader counts them."""
    lines: list[Line] = []
    mark = ""
    for number, raw in enumerate(raw_lines, 1):
        if _BARE_MARK.match(raw) and not mark:
            # It belongs to the next line that has words.
            mark = raw.strip()
            lines.append(read_line(number, "", tongue))
        elif mark and raw.strip():
            lines.append(read_line(number, f"{mark} {raw}", tongue))
            mark = ""
        else:
            lines.append(read_line(number, raw, tongue))
    return tuple(lines if not mark else [*lines[:-1], read_line(len(lines), mark, tongue)] if lines else [])


_BARE_MARK = re.compile(
    r"^\s*(?:\d{1,3}\.|\([a-z]{1,4}\)|\d{1,4}(?:st|nd|rd|th)(?: \([a-z ]{3,24}\)(?: plenary)?| plenary(?: "
    r"\([a-z ]{3,24}\))?))\s*$"
)
"""A number or letter alone on its line, or the number of a meeting whose line breaks before "meeting"."""
