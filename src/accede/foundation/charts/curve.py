"""A step curve over days, with a hatched band for what is not known; small ones beside each other share a frame."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from accede.foundation.charts.svg import Words, drawing, element, label

_MOST_YEARS_NAMED = 8


@dataclass(frozen=True, slots=True)
class StepPoint:
    """From `on` the value holds until the next point; up to `uncertain` more may have to be added to it.

    `outdated` of these were counted out on an earlier day: they lie next to the curve, dotted instead of hatched.
    """

    on: date
    value: int
    uncertain: int = 0
    outdated: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The common ground of curves that are compared: the same days, the same scale, the same size.

    Attributes:
        top: the largest value that the scale holds.
        axes: whether years and values are written at the sides.
        ends: whether, without axes, the first year, the last one and the value of the day are written.
        mirrored: time runs from right to left.
    """

    first: date
    last: date
    top: int
    width: int = 160
    height: int = 64
    axes: bool = False
    ends: bool = False
    mirrored: bool = False

    @property
    def _sides(self) -> tuple[int, int, int, int]:
        """Room before the first day, after the last, above and below, for what is written there."""
        if self.axes:
            return (34, 24, 10, 22)
        return (1, 1, 11, 12) if self.ends else (1, 1, 2, 1)

    def x(self, day: date) -> float:
        """Return where a day lies."""
        before, after, _above, _below = self._sides
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        along = before + min(max(share, 0.0), 1.0) * (self.width - before - after)
        return self.width - along if self.mirrored else along

    def y(self, value: float) -> float:
        """Return where a value lies."""
        _before, _after, above, below = self._sides
        return self.height - below - value / max(self.top, 1) * (self.height - above - below)


def draw_curve(
    points: Sequence[StepPoint], frame: Frame, words: Words, *, marks: Iterable[date] = (), day: date | None = None
) -> SafeString:
    """Return the curve; a thin line at each day of `marks`, and a stronger one at `day`, the day of the page."""
    shown = _placed((point for point in points if point.on <= frame.last), frame)
    hatch = f"{words.identity}-hatch"
    parts = [*_axes(frame)] if frame.axes else [_line(frame.first, frame.last, 0, frame, kind="chart-axis")]
    if any(point.outdated for _x, point in shown):
        dots = f"{words.identity}-dots"
        band = _band([(x, p.value, p.value + p.outdated) for x, p in shown], frame)
        parts += [_dots(dots), element("path", d=band, fill=f"url(#{dots})")]
    if any(point.uncertain > point.outdated for _x, point in shown):
        band = _band([(x, p.value + p.outdated, p.value + p.uncertain) for x, p in shown], frame)
        parts += [_pattern(hatch), element("path", d=band, fill=f"url(#{hatch})")]
    parts += [_upright(mark, frame, kind="chart-mark") for mark in marks if frame.first <= mark <= frame.last]
    if shown:
        parts.append(element("path", d=_steps([(x, p.value) for x, p in shown], frame), class_="chart-line"))
    if day is not None and frame.first <= day <= frame.last:
        parts.append(_upright(day, frame, kind="chart-day"))
        if frame.ends:
            parts += _ends(shown, frame, day)
    return drawing(parts, width=frame.width, height=frame.height, kind="chart chart-curve", words=words)


def _placed(points: Iterable[StepPoint], frame: Frame) -> list[tuple[float, StepPoint]]:
    """Return the points by their spots; of those that fall on one spot, the first of all aside, the last stands."""
    placed: list[tuple[float, StepPoint]] = []
    for point in points:
        x = _rounded(frame.x(point.on))
        if len(placed) > 1 and placed[-1][0] == x:
            placed.pop()
        placed.append((x, point))
    return placed


def _corners(values: Iterable[tuple[float, int]], frame: Frame) -> list[tuple[float, float]]:
    """Return where the curve steps to another height."""
    corners: list[tuple[float, float]] = []
    for x, value in values:
        y = _rounded(frame.y(value))
        if not corners or corners[-1][1] != y:
            corners.append((x, y))
    return corners


def _steps(values: Iterable[tuple[float, int]], frame: Frame) -> str:
    """Return a path along the steps to the last day of the frame."""
    (x, y), *others = _corners(values, frame)
    along = "".join(f"H{x:g}V{y:g}" for x, y in others)
    return f"M{x:g} {y:g}{along}H{_rounded(frame.x(frame.last)):g}"


def _band(places: Sequence[tuple[float, int, int]], frame: Frame) -> str:
    """Return the area between two values at each spot: out above, back below."""
    above = _steps([(x, high) for x, _low, high in places], frame)
    below = _corners([(x, low) for x, low, _high in places], frame)
    back = "".join(f"V{y:g}H{x:g}" for x, y in reversed(below))
    return f"{above}{back}Z"


def _axes(frame: Frame) -> Iterator[str]:
    start = "end" if frame.mirrored else "start"
    for value in _round_values(frame.top):
        yield _line(frame.first, frame.last, value, frame, kind="chart-axis" if value == 0 else "chart-grid")
        at = frame.width if frame.mirrored else 0
        yield label(str(value), x=at, y=frame.y(value) + 4, kind="chart-digits", anchor=start)
    for year in _round_years(frame.first.year, frame.last.year):
        x = frame.x(date(year, 1, 1))
        yield label(str(year), x=x, y=frame.height - 4, kind="chart-digits", anchor="middle")


def _ends(shown: Sequence[tuple[float, StepPoint]], frame: Frame, day: date) -> Iterator[str]:
    """Write the first and the last year below, and the value of the day at its line, on the side with room for it."""
    below = frame.height - 2
    first, last = ("end", "start") if frame.mirrored else ("start", "end")
    yield label(str(frame.first.year), x=frame.x(frame.first), y=below, kind="chart-ends", anchor=first)
    yield label(str(frame.last.year), x=frame.x(frame.last), y=below, kind="chart-ends", anchor=last)
    value = next((point.value for _x, point in reversed(shown) if point.on <= day), 0)
    x = frame.x(day)
    anchor = "end" if x > frame.width / 2 else "start"
    yield label(
        str(value), x=x + (-3 if anchor == "end" else 3), y=frame.y(frame.top) - 2, kind="chart-ends", anchor=anchor
    )


def _round_values(top: int) -> range:
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if top / s <= 5), 5000)
    return range(0, top + 1, step)


def _round_years(first: int, last: int) -> range:
    step = next((s for s in (1, 2, 5, 10, 20, 50) if (last - first) / s <= _MOST_YEARS_NAMED), 100)
    return range(first + -first % step, last + 1, step)


def _line(first: date, last: date, value: int, frame: Frame, *, kind: str) -> str:
    y = frame.y(value)
    return element("line", x1=frame.x(first), x2=frame.x(last), y1=y, y2=y, class_=kind)


def _upright(day: date, frame: Frame, *, kind: str) -> str:
    x = frame.x(day)
    return element("line", x1=x, x2=x, y1=frame.y(0), y2=frame.y(frame.top), class_=kind)


def _pattern(identity: str) -> str:
    stripe = element("path", d="M0 0V4", class_="chart-hatch")
    return element(
        "pattern",
        stripe,
        id=identity,
        width=3,
        height=4,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def _dots(identity: str) -> str:
    dot = element("circle", cx=1, cy=1, r=0.6, class_="chart-dot")
    return element("pattern", dot, id=identity, width=4, height=4, patternUnits="userSpaceOnUse")


def _rounded(value: float) -> float:
    return round(value * 2) / 2
