"""A law's text cut into pieces, and what each piece is."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where in a law a piece stands."""

    FRONT = "front"
    """What stands before the first provision: title, preamble, note of the publisher."""
    CONTENTS = "contents"
    HEADING = "heading"
    BODY = "body"
    QUOTED = "quoted"
    """A provision of another code, quoted by the act that inserts or changes it."""
    SCHEDULE = "schedule"
    TREATY = "treaty"
    """The text of a treaty in a schedule: no national provision."""
    NOTES = "notes"


CANDIDATES = frozenset({Place.BODY, Place.QUOTED, Place.SCHEDULE})


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the source text: a provision, or what stands between provisions.

    `number` is normal (core/legislation/numbers.py), `key` is unique within the law, `within` the headings above it.
    """

    place: Place
    start: int
    end: int
    number: str = ""
    label: str = ""
    heading: str = ""
    within: tuple[str, ...] = ()
    key: str = ""
    body_from: int = 0

    @property
    def is_provision(self) -> bool:
        """Whether it has a number of its own."""
        return bool(self.number)


class Doubt(StrEnum):
    """Where the reader of laws is unsure."""

    REPEATED = "repeated"
    GAP = "gap"
    EMPTY = "empty"
    LONG = "long"
    NO_PROVISIONS = "no_provisions"


@dataclass(frozen=True, slots=True)
class Unsure:
    """A place that a person should look at: which number, where in the text, and why."""

    doubt: Doubt
    start: int
    number: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Segmented:
    """The pieces of a law, in order; joined they are the source text."""

    text: str
    pieces: tuple[Piece, ...]
    unsure: tuple[Unsure, ...]

    @property
    def provisions(self) -> tuple[Piece, ...]:
        """The pieces that have a number."""
        return tuple(one for one in self.pieces if one.is_provision)

    def words_of(self, piece: Piece) -> str:
        """Return the characters of a piece."""
        return self.text[piece.start : piece.end]


class TextLostError(Exception):
    """Raised when the pieces do not make up the source text."""


def check_nothing_lost(segmented: Segmented) -> None:
    """Check that the pieces follow each other without hole or overlap from the first character to the last.

    Raises:
        TextLostError: they do not.
    """
    at = 0
    for piece in segmented.pieces:
        if piece.start != at or piece.end < piece.start:
            raise TextLostError(piece.key or str(piece.start))
        at = piece.end
    if at != len(segmented.text):
        raise TextLostError(str(at))
