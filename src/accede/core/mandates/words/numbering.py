"""Marks in front of paragraphs — "1.", "(a)", "(ii)", "Article 3" — and the level at which each stands."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from accede.core.mandates.words.verbs import read_lead


class Style(StrEnum):
    """How a mark is written."""

    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"
    PAREN_ARABIC = "paren_arabic"
    LETTER_DOT = "letter_dot"
    ROMAN_DOT = "roman_dot"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as written, without blanks, and what follows it on the line."""

    written: str
    style: Style
    rest: str
    cited: str = ""
    """Its number in European digits, where it is written in others."""

    @property
    def number(self) -> str:
        """The mark as a paragraph is cited: "1", "(a)", "1.1"."""
        if self.cited:
            return self.cited
        return self.written.rstrip(".") if self.style not in _IN_BRACKETS else self.written


_IN_BRACKETS = frozenset({Style.LETTER, Style.ROMAN, Style.PAREN_ARABIC, Style.BULLET})
_LETTERS_OF = {Style.ROMAN: Style.LETTER, Style.ROMAN_DOT: Style.LETTER_DOT}
_ROMAN_OF = {letters: roman for roman, letters in _LETTERS_OF.items()}
"""The two rows that marks of one shape can belong to: (i) after (h), or the first of a list of its own."""

_UNDOTTED = re.compile(r"^(\d{1,3})\s+(?=[A-Z])(.*)$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PATTERNS = (
    (Style.DECIMAL, re.compile(r"^(\d{1,3}\.\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=[A-Z“])(.*)$")),
    (Style.ARABIC, re.compile(r"^(\d{1,3}\s?\.)(?:\s*[—–-])?\s*(?=[A-Z“\"(\[*À-Ý])(.*)$")),
    (Style.PAREN_ARABIC, re.compile(r"^(\(\d{1,3}\))\s*(.*)$")),
    (Style.LETTER, re.compile(r"^(\(\s?[A-Za-z]{1,2}\s?\)|[a-z]\))\s*(.*)$")),
    (Style.ROMAN, re.compile(r"^(\([ivxlcIVX]{1,6}\)|[ivx]{2,5}\))\s*(.*)$")),
    (
        Style.LETTER_DOT,
        re.compile(r"^([a-z]\.|[a-z](?=\s[–—-]\s))(?:\s[–—-])?(?:\s+(?=[A-Za-zÀ-ÿ“\"])|(?=[A-Za-z]{3}))(.*)$"),
    ),
    (Style.ROMAN_DOT, re.compile(r"^([ivxl]{2,5}\.)\s+(?=[A-Za-zÀ-ÿ“\"])(.*)$")),
    (Style.BULLET, re.compile(r"^([•‣▪●◦·]|[–—-](?=\s))\s*(.+)$")),
)
_SECTION = re.compile(
    r"^(?:(?:Section|SECTION|Part|PART|Chapter)\s+)?([IVXL]{1,6}|[A-Z])"
    r"(\.?)(?:(?:\s+|(?<=\.)(?=[A-Z][a-z]))(\S.*))?$"
)
_ARTICLE = re.compile(
    r"^((?:Article|ARTICLE|Rule|RULE|Principle|PRINCIPLE|Regulation|REGULATION|Guideline|Section|SECTION|Part|PART|"
    r"Chapter|CHAPTER|Goal)"
    r"\s+(?:\d{1,3}(?:\.\d{1,3})?|[IVXL]{1,6}|[A-Z]|one|two|three|four|five|six))\b[.:]?\s*(.*)$"
)


def roman_value(text: str) -> int | None:
    """Return the value of a roman numeral in either case, or None when it is none."""
    total, biggest = 0, 0
    for letter in reversed(text.lower()):
        value = _ROMAN_VALUES.get(letter)
        if value is None:
            return None
        total += value if value >= biggest else -value
        biggest = max(biggest, value)
    return total or None


@lru_cache(maxsize=1024)
def read_mark(text: str) -> Mark | None:
    """Return the mark a line begins with, or None."""
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        written = "".join(match[1].split())
        letters = written.strip("()").lower()
        if style is Style.LETTER and len(letters) == 2 and roman_value(letters) is None and len(set(letters)) != 1:
            return None
        return Mark(written, style, match[2].strip())
    undotted = _UNDOTTED.match(text)
    if undotted is not None and read_lead(undotted[2], finite_only=True) is not None:
        return Mark(undotted[1], Style.ARABIC, undotted[2])
    return None


def read_section(text: str) -> tuple[str, str] | None:
    """Return the mark and the title of a section's heading ("II", "A. Title", "Article 3"), or None."""
    article = _ARTICLE.match(text)
    if (
        article is not None
        and len(text) < 160
        and not article[2].rstrip().endswith((";", ","))
        and _is_title(article[2])
    ):
        return article[1], article[2].strip()
    match = _SECTION.match(text)
    if match is None:
        return None
    title = (match[3] or "").strip()
    if not title:
        return match[1] + match[2], ""
    if len(title) > 160 or title.endswith((";", ",", ".")) or not title[0].isupper():
        return None
    if not match[2] and ((len(match[1]) == 1 and match[1] not in "IVX") or not _is_title(title)):
        return None
    return match[1] + match[2], title


def _is_title(title: str) -> bool:
    return not title or (title[0].isupper() and not re.search(r"\b(?:shall|should|may|is|are|was|will)\b", title))


def next_letter(written: str) -> str:
    """Return the letter that follows one in a list: (h) → (i), (z) → (aa)."""
    letters = written.strip("().").lower()
    if letters == "z":
        return "aa"
    return letters[:-1] + chr(ord(letters[-1]) + 1) if letters else "a"


@dataclass(slots=True)
class Levels:
    """The lists that are open at a place of the text, outermost first; tells the level of each mark in turn."""

    _open: list[tuple[Style, str]] = field(default_factory=list)

    def restart(self) -> None:
        """Close all lists: a new section or annex begins."""
        self._open.clear()

    def place(self, mark: Mark) -> int:
        """Return the level of a mark, 1 for the paragraphs themselves."""
        if mark.style in (Style.ARABIC, Style.DECIMAL):
            self._open[:] = [(mark.style, mark.written)]
            return 1
        if not self._open:
            self._open.append((Style.ARABIC, ""))
        style = self._style_in_context(mark)
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at][0] is style:
                del self._open[at + 1 :]
                self._open[at] = (style, mark.written)
                return at + 1
        letters = _LETTERS_OF.get(style)
        if letters is not None and len(self._open) == 1 and mark.written.strip("().").lower() != "i":
            self._open.append((letters, ""))
        self._open.append((style, mark.written))
        return len(self._open)

    def _style_in_context(self, mark: Mark) -> Style:
        """Tell (i) after (h) from (i) as the first of a list of its own: UN lists run (a), (i), a."""
        letters = mark.written.strip("().").lower()
        value = roman_value(letters)
        in_letters = _LETTERS_OF.get(mark.style, mark.style)
        in_roman = _ROMAN_OF.get(in_letters)
        if in_roman is None or value is None:
            return mark.style
        for style, written in reversed(self._open[1:]):
            bare = written.strip("().").lower()
            if style is in_roman and roman_value(bare) == value - 1:
                return in_roman
            if style is in_letters and next_letter(written) == letters:
                return in_letters
        return in_roman if value == 1 or len(letters) > 1 else in_letters
