"""A picture of many rows of equal cells, each in the look of its class: a whole matrix at a glance."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.safestring import SafeString

from accede.foundation.charts.svg import Words, drawing, element


def draw_grid(rows: Sequence[Sequence[str]], words: Words, *, mirrored: bool = False) -> SafeString:
    """Return the picture; an empty class leaves its cell blank. `mirrored`: the columns run from right to left.

    Neighbours of one class in a row are one stroke, and all strokes of a class one path, so that ten thousand cells
    stay a few kilobytes.
    """
    width = max((len(row) for row in rows), default=0)
    strokes: dict[str, list[str]] = {}
    for number, row in enumerate(rows):
        start = 0
        for kind, run in groupby(row):
            length = len(list(run))
            if kind:
                at, along = (width - start, -length) if mirrored else (start, length)
                strokes.setdefault(kind, []).append(f"M{at} {number + 0.5:g}h{along}")
            start += length
    parts = [element("path", class_=kind, d="".join(runs)) for kind, runs in strokes.items()]
    return drawing(parts, width=width, height=len(rows), kind="chart chart-grid-cells", words=words, stretched=True)
