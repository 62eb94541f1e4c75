"""Arrays of standing against the timelines they come from."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from accede.core.treaties.history import CODE_TABLE, Histories, accession_curve
from accede.core.treaties.positions import BOUND, Case, Change, Standing
from accede.core.treaties.standing import at, timeline
from tests.core.chance import Chance, made_of
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.strategies import OF_ONE, STATE, some_acts

FIRST, LAST = date(1989, 1, 1), date(1993, 12, 31)


def some_timelines(chance: Chance) -> list[tuple[Change, ...]]:
    sua = NINETEEN["SUA-1988"]
    return [timeline(Case(sua, STATE, some_acts(chance, 4))) for _ in range(chance.up_to(3))]


@settings(max_examples=25)
@given(made_of(1 + 3 * (1 + 4 * OF_ONE), some_timelines))
def test_every_cell_is_the_standing_of_its_day(timelines: list[tuple[Change, ...]]) -> None:
    histories = Histories.of(timelines)
    table = histories.between(FIRST, LAST)
    curve = accession_curve(timelines, FIRST, LAST)

    assert table.shape == (len(timelines), 1826)
    for index in range(0, 1826, 41):
        day = FIRST + timedelta(days=index)
        standings = [at(changes, day).position.standing for changes in timelines]
        assert [CODE_TABLE[code] for code in table[:, index]] == standings
        assert [CODE_TABLE[code] for code in histories.on(day)] == standings
        assert curve.on(day) == sum(standing in BOUND for standing in standings)
        assert curve.not_known[index] == sum(standing is Standing.NOT_KNOWN for standing in standings)


def test_the_curve_by_month_ends_with_the_last_day() -> None:
    months = accession_curve([], date(2026, 9, 15), date(2026, 11, 24)).by_month()

    assert months == ((date(2026, 9, 30), 0, 0), (date(2026, 10, 31), 0, 0), (date(2026, 11, 24), 0, 0))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Histories.of([]).between(LAST, FIRST)


def test_a_period_may_be_a_single_day() -> None:
    assert Histories.of([]).between(FIRST, FIRST).shape == (0, 1)
