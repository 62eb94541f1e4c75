"""Months added to a day, against days that were printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede import data
from accede.core.values import after_months, months_later

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
PRINTED = {
    row["state"]: (date.fromisoformat(row["on"]), date.fromisoformat(row["in_force_on"]))
    for row in data.rows("cooperation/regional_acts.csv")
    if row["instrument"] == "ETS-090" and row["on"] and row["in_force_on"]
}
#: Italy deposited on the last day of February, and three months were counted to the last day of May; Monaco's printed
#: day is the first of a year; Montenegro's, a successor's, lies before its notification.
COUNTED_OTHERWISE = {"ITA": date(1986, 6, 1), "MCO": date(2008, 1, 1), "MNE": date(2006, 6, 6)}


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        pytest.param("1978-05-03", 3, "1978-08-03", id="the same day of the month"),
        pytest.param("2003-11-30", 3, "2004-02-29", id="the last day of February in a leap year"),
        pytest.param("2004-11-29", 3, "2005-02-28", id="the last day of February in another year"),
        pytest.param("1985-10-31", 1, "1985-11-30", id="the last day of a month of thirty days"),
        pytest.param("2003-10-03", 3, "2004-01-03", id="over the end of the year"),
        pytest.param("2019-12-12", 12, "2020-12-12", id="a year"),
        pytest.param("2020-02-29", 12, "2021-02-28", id="a year from a day that the next one has not"),
        pytest.param("2019-10-31", 2, "2019-12-31", id="to December"),
        pytest.param("1986-02-28", 3, "1986-05-28", id="the last day of a month is a day like others"),
        pytest.param("2019-12-12", 0, "2019-12-12", id="no month"),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_the_month(day, months, later):
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


@pytest.mark.parametrize("state", sorted(PRINTED))
def test_three_months_after_the_deposit_is_the_day_that_was_printed(state):
    deposit, printed = PRINTED[state]

    assert (after_months(deposit, 3) == printed) == (state not in COUNTED_OTHERWISE)
    assert COUNTED_OTHERWISE.get(state, printed) == printed


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_a_month_more_is_never_a_day_less(day, months, more):
    assert months_later(day, months) <= months_later(day, months + more)
    assert (months_later(day, months).year - day.year) * 12 + months_later(day, months).month - day.month == months


def test_a_day_beyond_the_calendar_is_refused():
    with pytest.raises(ValueError, match="10000"):
        months_later(date(9999, 12, 1), 1)
