"""Cuts a text into paragraphs, headings, footnotes and what lies apart."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from accede.core.mandates.cutting.cutter import Cutter
from accede.core.mandates.cutting.structure import Apart, Structure, Why
from accede.core.mandates.text.joining import is_finished
from accede.core.mandates.text.lines import Line
from accede.core.mandates.text.looks import Look
from accede.core.mandates.text.segments import Segment, choose, symbol_number
from accede.core.mandates.tongues.tongue import Tongue


def are_wrapped(lines: Sequence[Line]) -> bool:
    """Say whether a text's lines are broken at a fixed width, so that a paragraph runs over several of them."""
    lengths = sorted(len(line.text) for line in lines if line.look is Look.TEXT)
    if len(lengths) < 4 or lengths[int(len(lengths) * 0.95) - 1] > 150:
        return False
    pairs = [
        (first, second) for first, second in pairwise(lines) if first.look is Look.TEXT and second.look is Look.TEXT
    ]
    return len(pairs) > 2 and sum(not is_finished(first.text) for first, _ in pairs) * 3 > len(pairs)


def cut(lines: Sequence[Line], *, hint: str = "", tongue: Tongue | None = None) -> Structure:
    """Return a text cut into its parts; `hint` is a symbol, or the name of the file, where the text holds several."""
    segment, others = choose(lines, hint)
    chosen = lines[segment.start : segment.end]
    cutter = Cutter(chosen, are_wrapped=are_wrapped(chosen), tongue=tongue)
    cutter.run()
    outside = [
        Apart(line.number, line.text, Why.OTHER_RESOLUTION)
        for line in (*lines[: segment.start], *lines[segment.end :])
        if line.look is not Look.BLANK
    ]
    number = cutter.title_number or segment.number or symbol_number(chosen)
    heads = tuple(takewhile(lambda line: line.look is not Look.OPENING, chosen))
    is_draft = any(_SAYS_DRAFT.match(line.text) for line in heads)
    is_decision = any(line.look is Look.TITLE and line.text.lower().startswith("decision") for line in heads)
    return replace(_structure(cutter, number, others, outside), is_draft=is_draft, is_decision=is_decision)


_SAYS_DRAFT = re.compile(r"\[?draft (?:resolution|decision|presidential statement)\b", re.IGNORECASE)


def _structure(cutter: Cutter, number: str, others: tuple[Segment, ...], outside: list[Apart]) -> Structure:
    blocks, divisions = cutter.body.settled()
    return Structure(
        title=" ".join(piece.strip() for piece in cutter.title if piece.strip()),
        title_number=number,
        opening=cutter.opening,
        opening_line=cutter.opening_line,
        frame=cutter.frame,
        blocks=blocks,
        headings=tuple(cutter.body.headings),
        footnotes=tuple(cutter.asides.footnotes),
        apart=tuple(sorted([*outside, *cutter.asides.apart], key=lambda one: one.line)),
        remarks=tuple(sorted([*cutter.remarks, *cutter.body.remarks], key=lambda one: one.line)),
        closing=tuple(cutter.closing),
        other_resolutions=tuple(dict.fromkeys(segment.number for segment in others)),
        front=tuple(cutter.front),
        divisions=divisions,
        submitted=tuple(cutter.submitted),
    )
