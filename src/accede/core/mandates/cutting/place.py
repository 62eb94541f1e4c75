"""Where the cutter stands in a text, and the record of where each line went."""

from dataclasses import dataclass, field
from enum import Enum, auto

from accede.core.mandates.cutting.structure import Part
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import FRONT_WORDS
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.numbering import Mark, read_mark
from accede.core.mandates.words.verbs import Lead, read_lead


class Phase(Enum):
    """The parts of a document in their order."""

    FRONT = auto()
    PREAMBLE = auto()
    OPERATIVE = auto()
    CLOSED = auto()
    ANNEX = auto()
    OVER = auto()


@dataclass(slots=True)
class Place:
    """Where the cutter stands: what both the document's frame and its paragraphs must know.

    Attributes:
        has_opening: the organ opens the text somewhere; are_wrapped: lines are broken at a fixed width.
        after_gap: a blank line, or in a text of one line a paragraph any line, lies before this one.
        is_framed: the draft that another organ recommends has begun.
        tongue: the language of the text; None for English.
        at: the index of the line at hand; placed: numbers of the lines that went somewhere.
    """

    lines: tuple[Line, ...]
    has_opening: bool
    are_wrapped: bool
    phase: Phase = Phase.FRONT
    part: Part = Part.RESOLUTION
    after_gap: bool = True
    is_framed: bool = False
    at: int = 0
    tongue: Tongue | None = None
    placed: set[int] = field(default_factory=set)

    def lead(self, text: str, *, finite_only: bool = False) -> Lead | None:
        """Return the verb with which a text opens, in the language of the text."""
        if self.tongue is not None:
            return self.tongue.lead(text, finite_only=finite_only)
        return read_lead(text, finite_only=finite_only)

    def mark(self, text: str) -> Mark | None:
        """Return the mark with which a line begins, in the language of the text."""
        return self.tongue.mark(text) if self.tongue is not None else read_mark(text)

    def may_start(self, text: str) -> bool:
        """Say whether a text begins as a paragraph may."""
        return self.tongue.may_start(text) if self.tongue is not None else text[:1].isupper()

    def is_front(self, text: str) -> bool:
        """Say whether a line before the text belongs to the masthead rather than to the title."""
        return (self.tongue.front if self.tongue is not None else FRONT_WORDS).match(text) is not None

    def put(self, line: Line) -> None:
        """Note that a line went somewhere."""
        self.placed.add(line.number)
