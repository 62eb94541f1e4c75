"""The calendar of sessions that ships: one session of the Assembly closes on the day before the next one opens."""

from datetime import timedelta

import pytest

from accede.core.mandates.sessions import SessionDates, SessionKey
from accede.modules.mandates.queries.calendar import calendar


def session_of_the_assembly(number: int) -> SessionDates:
    found = calendar().find(SessionKey("GA", number))
    assert found is not None
    return found


@pytest.mark.parametrize("number", range(58, 90))
def test_a_session_closes_on_the_day_before_the_next_one_opens(number):
    opens = session_of_the_assembly(number + 1).opens_on

    assert session_of_the_assembly(number).closes_on == opens - timedelta(days=1)
