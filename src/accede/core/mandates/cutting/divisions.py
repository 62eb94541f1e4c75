"""Parts of a resolution that count for themselves: A and B, each opened by the organ anew, or sections I and II.

A resolution may be adopted as several texts under one number, "58/901 A and B"; each opens with its organ, and may
close with its own meeting. Older ones have sections whose paragraphs begin again at 1. Where the numbers run on
through the sections, a section is a heading and no more: paragraph 7 is cited as paragraph 7.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accede.core.mandates.cutting.structure import Block, Division, Part, recommends_draft
from accede.core.mandates.text.joining import is_finished
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import Look
from accede.core.mandates.words.numbering import next_letter, read_mark, roman_value

_PASSED_OVER = frozenset({Look.BLANK, Look.PAGE, Look.RULE, Look.RUNNING_HEAD, Look.FOOTNOTE})
_MARK = re.compile(
    r"^(?:(?:Part|PART|Section|SECTION|(?i:draft resolution))\s+)?"
    r"(?P<mark>[A-Z]|[IVXL]{1,6})[.:]?(?:\s+(?P<title>[A-Z“].*))?$"
)
_TITLE_MARK = re.compile(r"^[^.:]*?[\d)]\s+(?P<mark>[A-Z])(?:[.:]\s*|\s(?=[A-Z]))(?P<title>.*)$")
_LONGEST_TITLE = 4
_LONGEST_SENTENCE = 12
_RECOMMENDING = re.compile(
    r"\b(?:Commission|Committee|Council|Conference|Board|Congress)\b.*\b(?:recommends?|submits)\b|\brecommends?\b"
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A part that begins at a line: its mark, its title, and at which line the organ opens it."""

    mark: str
    title: str
    opens_at: int


def next_line(lines: Sequence[Line], at: int) -> Line | None:
    """Return the next line after a place that is neither blank nor beside the text."""
    return next((line for line in lines[at + 1 :] if line.look not in _PASSED_OVER), None)


def next_opens(lines: Sequence[Line], at: int) -> bool:
    """Say whether the next line that is not blank opens a resolution."""
    following = next((line for line in lines[at + 1 :] if line.look is not Look.BLANK), None)
    return following is not None and following.look is Look.OPENING


def is_heading_here(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line that names an organ heads what follows: a numbered paragraph goes on right after it.

    An organ that opens a text ends with a comma, and a preamble follows; "The Committee" over paragraph 2 does neither.
    """
    if lines[at].text.endswith((",", ":")):
        return False
    following = next_line(lines, at)
    mark = read_mark(following.text) if following is not None else None
    return mark is not None and mark.number != "1"


def recommendation_ahead(lines: Sequence[Line], at: int) -> int | None:
    """Return the place after a sentence before any opening that recommends the draft that follows; None for none.

    So begins a commission's chapter of drafts: "The Commission recommends … the following draft resolution:".
    """
    if not _RECOMMENDING.search(lines[at].text):
        return None
    words = ""
    for place in range(at, min(at + _LONGEST_SENTENCE, len(lines))):
        if lines[place].look is Look.OPENING:
            return None
        words = f"{words} {lines[place].text}".strip()
        if is_finished(words):
            return place + 1 if recommends_draft(words) else None
    return None


def part_ahead(lines: Sequence[Line], at: int) -> Ahead | None:
    """Return the part that begins at a line: a mark, perhaps a title, and the organ that opens; None for none."""
    line = lines[at]
    if line.look not in (Look.TEXT, Look.TITLE):
        return None
    match = (_TITLE_MARK if line.look is Look.TITLE else _MARK).match(line.text)
    if match is None:
        return None
    words = [match["title"] or ""]
    for place in range(at + 1, len(lines)):
        following = lines[place]
        if following.look in _PASSED_OVER:
            continue
        if following.look is Look.OPENING:
            return Ahead(match["mark"], " ".join(word for word in words if word), place)
        if following.look is not Look.TEXT or len(words) == _LONGEST_TITLE or _is_text(following.text):
            return None
        words.append(following.text)
    return None


def _is_text(text: str) -> bool:
    return text.endswith((",", ";", ":")) or read_mark(text) is not None


def _roman(mark: str) -> int | None:
    return roman_value(mark) if set(mark) <= set("IVXL") else None


def _is_later(mark: str, earlier: str) -> bool:
    """Say whether a mark comes after another of the same kind: B after A, III after I."""
    value, before = _roman(mark), _roman(earlier)
    if value is not None and before is not None and value > before:
        return True
    return len(mark) == len(earlier) == 1 and mark > earlier


def _is_next(mark: str, earlier: str) -> bool:
    """Say whether a section's mark goes on with a row of marks: C after B, II or III after I."""
    value, before = _roman(mark), _roman(earlier)
    if value is not None and before is not None and value > before:
        return True
    return len(earlier) == 1 and next_letter(earlier) == mark.lower()


class Divisions:
    """The parts and sections that were met so far, and the one in which the text stands."""

    def __init__(self) -> None:
        self.base = ""
        self._sections: list[str] = []
        self._found: list[Division] = []
        self._base_of: dict[str, str] = {"": ""}

    @property
    def current(self) -> str:
        """The marks under which a paragraph stands here: "", "A", "II", "A II"."""
        return " ".join(mark for mark in (self.base, *self._sections) if mark)

    def may_open(self, ahead: Ahead, *, is_first: bool) -> bool:
        """Say whether a part can begin: before everything else, or after a part with an earlier mark."""
        return is_first or (bool(self.base) and _is_later(ahead.mark, self.base))

    def open(self, ahead: Ahead, *, before: int, line: int) -> None:
        """Begin a part that the organ opens."""
        if self._found and self._found[-1].before == before and self._found[-1].mark == ahead.mark:
            self._found.pop()
        self.base, self._sections = ahead.mark, []
        self._base_of[ahead.mark] = ahead.mark
        self._found.append(Division(ahead.mark, ahead.title, before, line))

    def close(self, words: str) -> None:
        """Take the words that close a part, its meeting and its day."""
        if self._found and self.base:
            self._found[-1] = replace(self._found[-1], closing=(*self._found[-1].closing, words))

    def section(self, mark: str, title: str, *, before: int, line: int) -> None:
        """Begin a section: II ends I and all that stands in it; A within I stands below it."""
        bare = _MARK.match(mark)
        if bare is None:
            return
        letter = bare["mark"]
        place = next((at for at, one in enumerate(self._sections) if _is_next(letter, one)), None)
        if place is None and letter in ("A", "I"):
            place = len(self._sections)
        self._sections = [*self._sections[: place or 0], letter]
        self._base_of[self.current] = self.base
        self._found.append(Division(self.current, title, before, line))

    def settled(self, blocks: Sequence[Block]) -> tuple[list[Block], tuple[Division, ...]]:
        """Return the paragraphs and the parts that count for themselves; other sections are headings only."""
        anew = {base for base in set(self._base_of.values()) if _counts_anew(blocks, self._base_of, base)}
        kept = [
            replace(block, division=self._settled(block.division, anew)) if block.division else block
            for block in blocks
        ]
        return kept, tuple(one for one in self._found if self._settled(one.mark, anew) == one.mark)

    def _settled(self, mark: str, anew: set[str]) -> str:
        base = self._base_of.get(mark, "")
        return mark if base in anew else base


def _counts_anew(blocks: Sequence[Block], base_of: dict[str, str], base: str) -> bool:
    """Say whether a section begins again at 1 where one before it did so already."""
    seen: set[str] = set()
    for block in blocks:
        is_counted = block.part is Part.RESOLUTION and block.level == 1 and not block.is_quoted
        if is_counted and block.number == "1" and base_of.get(block.division, "") == base:
            if seen - {block.division}:
                return True
            seen.add(block.division)
    return False
