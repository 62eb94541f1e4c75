from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accede.foundation import clock


def test_the_day_is_the_day_in_utc():
    just_before_midnight_in_new_york = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5)))

    with clock.stopped_at(just_before_midnight_in_new_york):
        assert clock.today() == date(2026, 3, 2)


def test_a_stopped_clock_goes_on_where_it_was_before():
    before = clock.now()

    with clock.stopped_at(datetime(1999, 12, 9, tzinfo=UTC)):
        assert clock.now().year == 1999

    assert clock.now() == before


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), clock.stopped_at(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass
