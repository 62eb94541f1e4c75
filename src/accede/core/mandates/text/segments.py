"""Which lines of a text belong to the one resolution that is read; pages of old volumes hold several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from accede.core.mandates.text.joining import is_finished
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import TITLE_NUMBER, Look

_NUMBER = re.compile(TITLE_NUMBER, re.IGNORECASE)
_SYMBOL = re.compile(
    rf"^(?:United Nations\s+)?(?:[AES]|A/HRC)/(?:RES|DEC)/(?P<number>{TITLE_NUMBER})(?:\s[A-Z])?\s*\*?$"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines of one resolution: from its title, or from the start of the text, to the next title."""

    start: int
    end: int
    number: str


def number_in(text: str) -> str:
    """Return the number of a resolution written in a title or symbol, in one spelling: "118 (II)", "72/194"."""
    match = _NUMBER.search(text.replace("_", "/"))
    return spelled(match[0]) if match else ""


def symbol_number(lines: Sequence[Line]) -> str:
    """Return the number in the symbol that stands by itself before the organ opens, "" for none.

    Documents of the United Nations bear their symbol in the masthead; some texts keep only that of the title.
    """
    for line in takewhile(lambda one: one.look is not Look.OPENING, lines):
        match = _SYMBOL.match(line.text)
        if match is not None:
            return spelled(match["number"])
    return ""


def title_words(text: str) -> str:
    """Return the words of a title line, without the resolution's number and the letter of its part."""
    bare = re.sub(
        r"^(?:(?:ECOSOC|General Assembly|Security Council)\s+)?"
        r"(?:(?:Decision|R[eé]solution|Resolución|Резолюция|القرار|قرار)\s+)?",
        "",
        text,
        flags=re.I,
    )
    return re.sub(r"^[\dSE/–-]+(?:\s?\([^)]*\))?(?:\s+[A-Z](?= *[.:]| [A-Z]))?[.:]?\s*", "", bare)


def spelled(number: str) -> str:
    """Return a resolution's number in the usual spelling: one blank before a bracket."""
    return re.sub(r"\s*\(", " (", number.strip().upper())


def _hint_number(hint: str) -> str:
    """Return the number that a symbol or a file's name carries: A_RES_118_(II) and A/RES/118 (II) are the same."""
    bare = re.sub(r"^.*?RES[_/ ]+", "", hint.upper())
    bare = re.sub(r"\.(?:TXT|JSON|DOCX|HTML?|MD)$", "", bare)
    bare = re.sub(r"_\(", " (", bare)
    if re.fullmatch(r"\d{4}-\d{1,3}|\d{1,3}-\d{1,4}", bare.removeprefix("ECOSOC-")):
        bare = bare.removeprefix("ECOSOC-").replace("-", "/")
    return number_in(bare)


def _has_body(lines: Sequence[Line], start: int, end: int) -> bool:
    return any(line.look is Look.OPENING for line in lines[start:end]) or end - start > 3


def segments(lines: Sequence[Line]) -> tuple[Segment, ...]:
    """Return the resolutions that a text holds, in order; a text without title line is one segment."""
    starts = [at for at, line in enumerate(lines) if line.look is Look.TITLE and not _runs_on(lines, at)]
    found = [
        Segment(start, end, number_in(lines[start].text))
        for start, end in pairwise([*starts, len(lines)])
        if _has_body(lines, start, end)
    ]
    return tuple(_merged(found)) or (Segment(0, len(lines), ""),)


def _runs_on(lines: Sequence[Line], at: int) -> bool:
    """Say whether what looks like a title goes on with a sentence: "its resolution" ended the line before."""
    before = lines[at - 1] if at else None
    is_open = before is not None and before.look is Look.TEXT and not is_finished(before.text)
    return is_open and any(line.look is Look.OPENING for line in lines[:at])


def _merged(found: list[Segment]) -> list[Segment]:
    """A number that is said twice on end (masthead, then title) begins one resolution, not two."""
    kept: list[Segment] = []
    for segment in found:
        if kept and kept[-1].number == segment.number:
            kept[-1] = Segment(kept[-1].start, segment.end, segment.number)
        else:
            kept.append(segment)
    return kept


def choose(lines: Sequence[Line], hint: str) -> tuple[Segment, tuple[Segment, ...]]:
    """Return the segment to read and the others; the hint is a symbol or the name of the file."""
    found = segments(lines)
    wanted = _hint_number(hint) if hint else ""
    chosen = next((segment for segment in found if wanted and segment.number == wanted), None)
    if chosen is None:
        complete = [s for s in found if any(line.look is Look.OPENING for line in lines[s.start : s.end])]
        chosen = (complete or list(found))[0]
    if len(found) == 1 and not found[0].number:
        return chosen, ()
    opening_before = any(line.look is Look.OPENING for line in lines[: chosen.start])
    if chosen is found[0] and not opening_before:
        chosen = Segment(0, chosen.end, chosen.number)
    return chosen, tuple(segment for segment in found if segment.number != chosen.number)
