"""Figures: what stands in the picture, in which direction, and that nothing from outside becomes markup."""

import re
from datetime import date

import pytest

from accede.foundation.charts import Frame, Mark, StepPoint, Words, draw_curve, draw_grid, draw_segments, draw_time_line
from accede.foundation.charts.svg import label

FRAME = Frame(date(2000, 1, 1), date(2010, 1, 1), top=10, width=102, height=103)
WORDS = Words("curve-1", "Parties since 2000", "Parties on the day: 7")
POINTS = [StepPoint(date(2000, 1, 1), 0), StepPoint(date(2005, 1, 1), 5, uncertain=2), StepPoint(date(2008, 1, 1), 7)]


def line_of(picture: str) -> str:
    return str(re.findall(r'<path d="([^"]+)" class="chart-line"/>', picture)[0])


def test_a_curve_goes_in_steps_to_the_last_day():
    assert line_of(draw_curve(POINTS, FRAME, WORDS)) == "M1 102H51V52H81V32H101"


def test_a_mirrored_curve_begins_at_the_other_side():
    mirrored = Frame(FRAME.first, FRAME.last, top=10, width=102, height=103, mirrored=True)

    assert line_of(draw_curve(POINTS, mirrored, WORDS)) == "M101 102H51V52H21V32H1"


def test_what_is_not_known_lies_as_a_hatched_band_on_the_curve():
    picture = draw_curve(POINTS, FRAME, WORDS)

    assert '<pattern id="curve-1-hatch"' in picture
    assert 'd="M1 102H51V32H101V32H81V52H51V102H1Z" fill="url(#curve-1-hatch)"' in picture


def test_a_curve_that_is_known_throughout_has_no_band():
    assert "pattern" not in draw_curve([StepPoint(date(2001, 1, 1), 3)], FRAME, WORDS)


def test_points_after_the_frame_and_steps_on_one_spot_leave_no_trace():
    points = [StepPoint(date(2001, 1, 1), 3), StepPoint(date(2001, 1, 2), 4), StepPoint(date(2020, 1, 1), 9)]

    assert line_of(draw_curve(points, FRAME, WORDS)).count("V") == 1


def test_a_curve_without_points_is_an_empty_frame():
    assert "chart-line" not in draw_curve([], FRAME, WORDS)


def test_the_picture_is_named_for_those_who_do_not_see_it():
    picture = draw_curve(POINTS, FRAME, WORDS)

    assert 'role="img" aria-labelledby="curve-1-title curve-1-description"' in picture
    assert '<title id="curve-1-title">Parties since 2000</title>' in picture


def test_words_from_outside_do_not_become_markup():
    picture = draw_curve(POINTS, FRAME, Words('x" onload="alert(1)', "<script>alert(1)</script>"))

    assert "<script>" not in picture
    assert 'onload="' not in picture


def test_a_large_curve_writes_round_years_and_values():
    frame = Frame(date(1963, 1, 1), date(2026, 1, 1), top=209, width=720, height=240, axes=True)

    written = re.findall(r"<text[^>]*>(\d+)</text>", draw_curve([], frame, WORDS))

    assert written == ["0", "50", "100", "150", "200", "1970", "1980", "1990", "2000", "2010", "2020"]


def test_a_picture_holds_no_words():
    with pytest.raises(ValueError, match="no words"):
        label("Parties", x=0, y=0, kind="chart-digits")


def test_the_day_of_the_page_and_marked_days_stand_upright():
    picture = draw_curve(POINTS, FRAME, WORDS, marks=[date(2005, 1, 1), date(2030, 1, 1)], day=date(2008, 1, 1))

    assert (picture.count('class="chart-mark"'), picture.count('class="chart-day"')) == (1, 1)


def test_segments_of_one_class_are_one_stroke_and_blanks_are_left_out():
    picture = draw_segments(["in-force", "in-force", "", "not-known"])

    assert '<path class="in-force" d="M0 3h2"/><path class="not-known" d="M3 3h1"/>' in picture
    assert 'viewBox="0 0 4 6"' in picture
    assert 'aria-hidden="true"' in picture


def test_mirrored_segments_begin_at_the_other_side():
    assert 'class="in-force" d="M4 3h-2"' in draw_segments(["in-force", "in-force", "", "not-known"], mirrored=True)


def test_marks_of_one_day_are_stacked_on_a_time_line():
    marks = [Mark(date(2001, 5, 1), "chart-joined"), Mark(date(2001, 5, 1), "chart-signed")]

    picture = draw_time_line(marks, WORDS, first=date(1990, 1, 1), last=date(2010, 1, 1))

    heights = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', picture)
    assert len({x for x, _y in heights}) == 1
    assert len({y for _x, y in heights}) == 2


def test_a_time_line_without_marks_still_shows_its_years():
    picture = draw_time_line([], WORDS, first=date(1990, 1, 1), last=date(2010, 1, 1))

    assert re.findall(r">(\d+)</text>", picture) == ["1990", "2000", "2010"]


def test_a_grid_draws_neighbours_of_one_class_as_one_stroke_and_leaves_blanks():
    drawn = draw_grid([["a", "a", "", "b"], ["b", "", "", ""]], Words("grid", "A grid"))

    assert 'viewBox="0 0 4 2"' in drawn
    assert '<path class="a" d="M0 0.5h2"/>' in drawn
    assert '<path class="b" d="M3 0.5h1M0 1.5h1"/>' in drawn


def test_a_grid_runs_from_right_to_left_where_it_is_mirrored():
    assert 'd="M4 0.5h-2"' in draw_grid([["a", "a", "", ""]], Words("grid", "A grid"), mirrored=True)
