from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.foundation.imports import CellRefused, Column, day_reader, match_headings, plain_text
from accede.foundation.imports.cells import is_formula

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2007-07-26", "2007-07-26"),
        ("26 Jul 2007", "2007-07-26"),
        ("26 July 2007", "2007-07-26"),
        ("1 Sept 2007", "2007-09-01"),
        ("26-Jul-2007", "2007-07-26"),
        ("24/09/2003", "2003-09-24"),
        ("09/24/2003", "2003-09-24"),
        ("13.2.2004", "2004-02-13"),
        ("03/03/2005", "2005-03-03"),
        ("2007-07-26 00:00:00", "2007-07-26"),
        ("Mar. 1, 1933", "1933-03-01"),
        ("11th August 1972", "1972-08-11"),
        ("24 septembre 2003", "2003-09-24"),
        ("1er janvier 2003", "2003-01-01"),
        ("2 déc. 2004", "2004-12-02"),
        ("29 de abril de 2002", "2002-04-29"),
        ("24 сентября 2003 г.", "2003-09-24"),  # noqa: RUF001  (the Russian sign for the year)
        ("2003年9月24日", "2003-09-24"),
        ("二〇〇三年九月二十四日", "2003-09-24"),
        ("24 أيلول/سبتمبر 2003", "2003-09-24"),
        ("3 كانون الثاني/يناير 2001", "2001-01-03"),
        ("٢٤ سبتمبر ٢٠٠٣", "2003-09-24"),
    ],
)
def test_days_are_read_as_they_are_clearly_written(text, day):
    assert day_reader(latest=TODAY)(text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2007-02-30", "day.not_a_day"),
        ("2007", "day.not_a_day"),
        ("26 Jui 2007", "day.not_a_day"),
        ("26 Jul 2007 10:00", "day.not_a_day"),
        ("31/31/2005", "day.not_a_day"),
        ("30/02/2004", "day.not_a_day"),
        ("26/07/07", "day.not_a_day"),
        ("1 Ma 2007", "day.not_a_day"),
        ("03/04/2005", "day.ambiguous"),
        ("12.07.2007", "day.ambiguous"),
        ("2007-07-26 10:00:00", "day.with_time"),
        ("2031-01-01", "day.future"),
        ("1815-06-09", "day.too_early"),
    ],
)
def test_other_days_are_refused_with_the_reason(text, code):
    with pytest.raises(CellRefused) as caught:
        day_reader(latest=TODAY, earliest=date(1900, 1, 1))(text)

    assert caught.value.code == code


@pytest.mark.parametrize(("order", "day"), [("day-month", "2005-04-03"), ("month-day", "2005-03-04")])
def test_days_in_figures_are_read_once_somebody_says_how(order, day):
    assert day_reader(latest=TODAY, order=order)("03/04/2005") == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_every_day_is_read_back_from_both_ways_of_writing_it(day):
    read = day_reader(latest=TODAY)

    assert read(day.isoformat()) == read(f"{day.day} {day:%b} {day.year}") == day.isoformat()


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-A1", "@SUM(A1)", "=HYPERLINK()"])
def test_what_a_spreadsheet_would_calculate_is_a_formula(text):
    assert is_formula(text)


@pytest.mark.parametrize("text", ["", "12", "-12", "+1.5", "-1,000 %", "art. 24(2)", "2007-07-26"])
def test_numbers_and_words_are_no_formulas(text):
    assert not is_formula(text)


def test_a_text_that_is_too_long_is_refused():
    with pytest.raises(CellRefused):
        plain_text(3)("four")


COLUMNS = (Column("state", also=("country",), is_required=True), Column("in_force_on"), Column("note"))


def test_headings_are_matched_whatever_their_case_and_spacing():
    matched, problems = match_headings(["Country", "In force on", "NOTE"], COLUMNS)

    assert [column.name for column in matched if column] == ["state", "in_force_on", "note"]
    assert not problems


def test_everything_wrong_with_the_headings_is_said_at_once_with_the_nearest_names():
    _, problems = match_headings(["in_forc_on", "note", "Note", "colour", "", "x"], COLUMNS)

    assert [problem.code for problem in problems] == [
        "columns.unknown_near",
        "columns.twice",
        "columns.unknown",
        "columns.unnamed",
        "columns.unknown",
        "columns.missing",
    ]
    assert list(problems[0].params["nearest"]) == ["in_force_on"]
