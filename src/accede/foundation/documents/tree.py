"""A document as a tree of blocks: what is said, and which part each thing plays; never how it looks.

Words that come from people are data in it. A writer of a format escapes them, and numbers what is numbered.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

#: What no format of text may hold: control characters, halves of pairs, code points that are no characters.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINKED = re.compile(r"(?:https?://|mailto:|[/#](?!/))[^\s<>\"\\]*", re.IGNORECASE)
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
DEEPEST = 2
"""Numbered paragraphs have two levels below the first: 1., (a), (i)."""
_MOST_LEVELS = 5


class UnsoundDocument(ValueError):  # noqa: N818  (a judgement on what was put together)
    """The blocks make no document that every reader could use; `problems` says why, all of it."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))


def cleaned(text: str) -> str:
    """Return a text without what no file may hold; tabs and other ends of lines become blanks and plain ends."""
    return _NEVER.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; an end of a line within them is kept.

    Attributes:
        language: of words in another language than the document's.
        address: where they lead; one that no reader should follow (`javascript:` …) is dropped, its words stay.
    """

    words: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    language: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", cleaned(self.words))
        if self.address and not _LINKED.fullmatch(self.address):
            object.__setattr__(self, "address", "")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, at the place in the words to which it belongs."""

    words: tuple[Run, ...]


Inline: TypeAlias = Run | Note
Words: TypeAlias = tuple[Inline, ...]
Looks: TypeAlias = tuple[tuple[str, str], ...]
"""Parts of a drawing by their class (".begun"), and the look of each on paper."""


def said(*parts: "str | Inline | Words") -> Words:
    """Return words in a row: plain texts, runs, footnotes, and what was put together before."""
    found: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            found += [Run(part)] if part else []
        elif isinstance(part, tuple):
            found += part
        else:
            found.append(part)
    return tuple(found)


def plain(words: Words) -> str:
    """Return words without their looks and footnotes."""
    return "".join(part.words for part in words if isinstance(part, Run))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands below the title. `key`: what links within a page lead to."""

    words: str
    level: int = 1
    key: str = ""
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        kind: "lead" for what sums up, "small" for what stands aside; else plain.
        mark: words by which a style sheet of pages knows it.
    """

    words: Words
    kind: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph with a number, as documents of the United Nations have them: 1., then (a), then (i)."""

    words: Words
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `is_ordered`: its items are counted, each list from one."""

    items: tuple[Words, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        weight: its share of the width.
        is_header: its cells name their rows.
        is_number: its cells are figures, which stand below each other.
        group: words above it; neighbours with the same share them.
    """

    title: str
    weight: int = 1
    is_header: bool = False
    is_number: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header is said again on each page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    source: Words = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of `foundation.charts`, what it shows for those who do not see it, and its table."""

    caption: str
    drawing: str
    described: str
    table: Table
    looks: Looks = ()


@dataclass(frozen=True, slots=True)
class Box:
    """Something set apart in a frame."""

    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, which begins a page. Headings in it begin at level 2."""

    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a document of the United Nations, without the emblem, in two columns.

    Attributes:
        issuer, symbol: the first line; body: the organ below it; lines: distribution, day, language, at the other side.
    """

    issuer: str
    symbol: str = ""
    body: str = ""
    lines: tuple[str, ...] = ()


Block: TypeAlias = Heading | Paragraph | Numbered | Listing | Table | Figure | Box | Annex


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language.

    Attributes:
        about: a sentence for who looks at the file's properties.
        site: where links that begin with "/" lead; without it, they are left out of files.

    Raises:
        UnsoundDocument: no title, a heading that skips a level, a table whose rows do not fit, a figure without words.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    about: str = ""
    author: str = ""
    site: str = ""
    masthead: Masthead | None = None
    is_right_to_left: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", cleaned(self.title).replace("\n", " ").strip())
        object.__setattr__(self, "is_right_to_left", self.language.partition("-")[0] in RIGHT_TO_LEFT)
        if problems := tuple(_problems(self)):
            raise UnsoundDocument(problems)


def walked(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield all blocks in order, those within boxes and annexes too."""
    for block in blocks:
        yield block
        if isinstance(block, Box | Annex):
            yield from walked(block.blocks)


def _problems(document: Document) -> Iterator[str]:
    if not document.title:
        yield "The document has no title."
    level = 0
    for block in walked(document.blocks):
        if isinstance(block, Annex):
            level = 1
        elif isinstance(block, Heading):
            if not block.words.strip() or not 1 <= block.level <= min(level + 1, _MOST_LEVELS):
                yield f"The heading “{block.words}” of level {block.level} stands below one of level {level}."
            level = block.level
        elif isinstance(block, Numbered) and not 0 <= block.depth <= DEEPEST:
            yield f"A numbered paragraph is at most {DEEPEST} levels deep: “{plain(block.words)[:40]}”."
        elif isinstance(block, Table):
            yield from _table_problems(block)
        elif isinstance(block, Figure):
            if not block.caption.strip() or not block.described.strip():
                yield f"The figure “{block.caption}” does not say what it shows."
            yield from _table_problems(block.table)


def _table_problems(table: Table) -> Iterator[str]:
    if not table.caption.strip() or not table.columns:
        yield f"The table “{table.caption}” has no caption or no columns."
    if any(len(row) != len(table.columns) for row in table.rows):
        yield f"The table “{table.caption}” has rows that do not fit its columns."
