"""A time line with a mark for each thing that happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from accede.foundation.charts.curve import Frame
from accede.foundation.charts.svg import Words, drawing, element, label

_APART = 7
_AXIS = 26


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day; `kind` is the class that gives its look."""

    on: date
    kind: str


def draw_time_line(
    marks: Sequence[Mark], words: Words, *, first: date, last: date, width: int = 720, mirrored: bool = False
) -> SafeString:
    """Return the line of years with the marks above it; marks that would cover each other are stacked."""
    rows = _stacked(marks, Frame(first, last, top=1, width=width, axes=True, mirrored=mirrored))
    tallest = max((row for _mark, _x, row in rows), default=0)
    height = _AXIS + (tallest + 2) * _APART
    frame = Frame(first, last, top=1, width=width, height=height, axes=True, mirrored=mirrored)
    ground = height - _AXIS
    parts = [element("line", x1=frame.x(first), x2=frame.x(last), y1=ground, y2=ground, class_="chart-axis")]
    for year in range(first.year + -first.year % 10, last.year + 1, 10):
        x = frame.x(date(year, 1, 1))
        parts.append(element("line", x1=x, x2=x, y1=ground, y2=ground + 5, class_="chart-axis"))
        parts.append(label(str(year), x=x, y=height - 6, kind="chart-digits", anchor="middle"))
    parts += [
        element("circle", cx=x, cy=ground - _APART * (row + 1), r=2.8, class_=f"chart-event {mark.kind}")
        for mark, x, row in rows
    ]
    return drawing(parts, width=width, height=height, kind="chart chart-time-line", words=words)


def _stacked(marks: Sequence[Mark], frame: Frame) -> list[tuple[Mark, float, int]]:
    """Put each mark into the lowest row in which nothing is near."""
    ends: list[float] = []
    placed: list[tuple[Mark, float, int]] = []
    for mark in sorted(marks, key=lambda m: m.on):
        x = frame.x(mark.on)
        along = frame.width - x if frame.mirrored else x
        row = next((number for number, end in enumerate(ends) if along - end >= _APART), len(ends))
        if row == len(ends):
            ends.append(along)
        else:
            ends[row] = along
        placed.append((mark, x, row))
    return placed
