"""What a resolution is made of: opening, preamble, operative part, headings, annexes — and what lies beside it.

The rules are those of the editorial practice of the United Nations: the organ opens; preambular paragraphs begin with a
participle and end with a comma; operative paragraphs are numbered where there are several, begin with a verb in the
third person and end with a semicolon; lists run (a), (i); the number of the plenary meeting and the date close; annexes
follow. Every line ends up in one place: in a paragraph, a heading, a footnote, the title, the opening, the closing, or
apart with the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from accede.core.mandates.words.numbering import Mark


class Kind(StrEnum):
    """The two kinds of paragraph."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"


class Part(StrEnum):
    """In which part of the document a paragraph stands."""

    RESOLUTION = "resolution"
    FRAME = "frame"
    """Around a recommended draft: what the recommending organ says itself."""
    ANNEX = "annex"


class Why(StrEnum):
    """Why a line belongs to no paragraph."""

    FRONT = "front_matter"
    OTHER_RESOLUTION = "other_resolution"
    AFTER_CLOSING = "after_closing"
    RULE = "rule"
    PAGE = "page_mark"
    RUNNING_HEAD = "running_head"
    DATE = "date"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as cut from the text.

    Attributes:
        kind: preambular or operative.
        part: resolution, frame or annex.
        number: as it is cited: "1", "(a)", ""; `prefix` as written: "1.", "(a)".
        level: 1 for numbered paragraphs, 2 for (a), 3 for (i); None for paragraphs of a preamble.
        text: the words, without number.
        first_line, last_line: where it stands, lines counted from 1.
        is_quoted: a text that the paragraph before it quotes.
        division: the part of the resolution that counts for itself: "A", "II", "A II"; "" where there is none.
    """

    kind: Kind
    part: Part
    number: str
    prefix: str
    level: int | None
    text: str
    first_line: int
    last_line: int
    is_quoted: bool = False
    division: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a resolution that counts for itself; `before` is the place of its first paragraph, from 0.

    `closing` holds its own meeting and day where it was adopted by itself.
    """

    mark: str
    title: str
    before: int
    line: int
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the resolution; `before` is the place of the paragraph that follows, counted from 0."""

    text: str
    level: int
    before: int
    line: int
    part: Part


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote with its mark and place."""

    mark: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Apart:
    """A line that belongs to no paragraph, and why."""

    line: int
    text: str
    why: Why


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader should look at: a code, a line, and the facts that its sentence needs."""

    code: str
    line: int
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """A text cut into its parts."""

    title: str
    title_number: str
    opening: str
    opening_line: int
    frame: tuple[Block, str] | None
    """The recommendation around the draft, and the opening of the organ that is to adopt it."""
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    footnotes: tuple[Footnote, ...]
    apart: tuple[Apart, ...]
    remarks: tuple[Remark, ...]
    closing: tuple[str, ...]
    other_resolutions: tuple[str, ...]
    front: tuple[str, ...]
    divisions: tuple[Division, ...] = ()
    submitted: tuple[str, ...] = ()
    """The lines that name a draft and who submits it."""
    is_draft: bool = False
    is_decision: bool = False
    """What a line before the text says that it is."""

    @property
    def own_letter(self) -> str:
        """The letter of the one part that a document holds: it is cited with its letter, "63/901 B".

        A document that holds several parts is cited by the number alone; a lone "I" may be a section's numeral.
        """
        letters = {one.mark.split()[0] for one in self.divisions}
        letter = letters.pop() if len(letters) == 1 else ""
        return letter if len(letter) == 1 and letter not in "IVXL" else ""


@dataclass(slots=True)
class Draft:
    """A paragraph that is being put together."""

    kind: Kind
    part: Part
    mark: Mark | None
    level: int | None
    text: str
    first_line: int
    last_line: int
    is_quoted: bool = False
    division: str = ""

    def done(self) -> Block:
        """Return the finished paragraph."""
        number, prefix = (self.mark.number, self.mark.written) if self.mark else ("", "")
        return Block(
            self.kind, self.part, number, prefix, self.level, self.text, self.first_line, self.last_line,
            self.is_quoted, self.division,
        )  # fmt: skip


def without_closing_quote(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs of quoted drafts, the mark that closes all of a draft taken off its last paragraph."""
    last = {block.division: at for at, block in enumerate(blocks) if block.part is Part.RESOLUTION}
    kept = list(blocks)
    for at in last.values():
        if kept[at].text.count("”") > kept[at].text.count("“"):
            kept[at] = replace(kept[at], text=re.sub(r"”([.;,]?)(?=\s*\S{0,2}$)", r"\1", kept[at].text))
    return kept


_RECOMMENDS = re.compile(
    r"\bdraft (?:resolutions?|decisions?|texts?|declarations?)\b.*:\s*$", re.IGNORECASE | re.DOTALL
)


def recommends_draft(text: str) -> bool:
    """Say whether a paragraph recommends the draft that follows it."""
    return text.rstrip().endswith(":") and _RECOMMENDS.search(text) is not None


def level_without_mark(previous: Draft | None) -> int:
    """A paragraph without mark after a colon is an item of the list; otherwise it stands beside its neighbour."""
    if previous is None or previous.level is None:
        return 1
    if previous.text.rstrip().endswith((":", "—")):
        return previous.level + 1
    return previous.level
