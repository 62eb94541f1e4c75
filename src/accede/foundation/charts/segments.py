"""A row of equal segments, one for each thing in a fixed order, each in the look of its class."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from django.utils.safestring import SafeString

from accede.foundation.charts.svg import drawing, element

_MOST = 1 << 12
"""Rows kept: a State's row is the same in every language and on most days."""


def draw_segments(classes: Sequence[str], *, height: int = 6, mirrored: bool = False) -> SafeString:
    """Return the row, decoration for the words beside it; an empty class leaves its segment blank.

    Neighbours of one class are drawn as one stroke: two hundred such rows on a page stay small.
    """
    return _drawn(tuple(classes), height, mirrored)


@lru_cache(_MOST)
def _drawn(classes: tuple[str, ...], height: int, mirrored: bool) -> SafeString:  # noqa: FBT001  (a key of the cache)
    width = len(classes)
    strokes: dict[str, list[str]] = {}
    start = 0
    for kind, run in groupby(classes):
        length = len(list(run))
        if kind:
            at, along = (width - start, -length) if mirrored else (start, length)
            strokes.setdefault(kind, []).append(f"M{at} {height / 2:g}h{along}")
        start += length
    parts = [element("path", class_=kind, d="".join(runs)) for kind, runs in strokes.items()]
    return drawing(parts, width=width, height=height, kind="segments", stretched=True)
