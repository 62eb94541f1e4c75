"""Where the cutter stands in a text, and the record of where each line went."""

from dataclasses import dataclass, field
from enum import Enum, auto

from accede.core.mandates.cutting.structure import Part
from accede.core.mandates.text.lines import Line


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
    placed: set[int] = field(default_factory=set)

    def put(self, line: Line) -> None:
        """Note that a line went somewhere."""
        self.placed.add(line.number)
