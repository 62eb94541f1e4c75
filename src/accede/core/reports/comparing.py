"""Two versions of a section side by side: what was taken out and what was put in, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from accede.core.reports.paragraphs import Paragraph, by_key

_PIECE = re.compile(r"\{[^{}]*\}|[\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|[^\w\s]")
_MOST_PIECES = 4_000
"""Of longer texts the whole is shown as taken out and put in: to compare them would take too long."""


class How(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and what became of them."""

    how: How
    words: str


def differences(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[list[Piece]]:
    """Return each paragraph that changed, in pieces, in the order of the later version; one taken out stands last."""
    old, new = by_key(before), by_key(after)
    keys = (*new, *(key for key in old if key not in new))
    pairs = ((old[key].text if key in old else "", new[key].text if key in new else "") for key in keys)
    return [list(_pieces(was, now)) for was, now in pairs if was != now]


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) + len(new) > _MOST_PIECES:
        yield from (Piece(how, words) for how, words in ((How.OUT, before), (How.IN, after)) if words)
        return
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(How.KEPT, "".join(new[new_from:new_to]))
            continue
        if old_to > old_from:
            yield Piece(How.OUT, "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Piece(How.IN, "".join(new[new_from:new_to]))
