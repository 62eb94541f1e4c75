"""Figures drawn by the server: facts in, SVG out, without words in the picture; its table stands beside it on the page.

Colours are classes of the style sheet `charts.css`, so one drawing serves light, dark and print. Time and order run in
the reader's direction (`mirrored` for right to left); digits stay as they are. Nothing here may know a word of the
programme.
"""

from accede.foundation.charts.curve import Frame, StepPoint, draw_curve
from accede.foundation.charts.grid import draw_grid
from accede.foundation.charts.marks import Mark, draw_time_line
from accede.foundation.charts.segments import draw_segments
from accede.foundation.charts.svg import Words

__all__ = [
    "Frame",
    "Mark",
    "StepPoint",
    "Words",
    "draw_curve",
    "draw_grid",
    "draw_segments",
    "draw_time_line",
]
