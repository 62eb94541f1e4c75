"""The register as it was known on a day."""

from datetime import date, timedelta

import pytest

from accede.core.treaties.acts import ActKind
from accede.modules.treaties.queries.register import current_register
from tests.factories.small_record import recorded, small_record

LEARNED = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> None:
    small_record()
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07", known_on=LEARNED - timedelta(days=30))
    recorded("FINANCING-1999", "MAR", ActKind.RATIFICATION, "2002-09-19")


def test_before_the_record_began_nothing_was_known(record):
    assert current_register(LEARNED - timedelta(days=31)).settled.acts == ()


def test_what_was_learned_later_was_not_known(record):
    register = current_register(LEARNED - timedelta(days=1))

    assert [act.state for act in register.settled.acts] == ["FRA"]


def test_days_between_two_changes_share_a_snapshot(record):
    assert current_register(LEARNED - timedelta(days=1)) is current_register(LEARNED - timedelta(days=29))


def test_after_the_last_change_it_is_as_known_now(record):
    assert current_register(LEARNED) is current_register(None)
    assert {act.state for act in current_register(LEARNED).settled.acts} == {"FRA", "MAR"}
