"""The register about some States only: the same answers, and nothing of others."""

import pytest

from accede.core.treaties.acts import ActKind
from accede.modules.treaties.queries.register import current_register, register_about
from tests.factories.small_record import STATES, complete_list, recorded, small_record, two_parties

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> None:
    small_record()
    two_parties()
    recorded("HAGUE-1970", "SUN", ActKind.RATIFICATION, "1971-09-24")
    recorded("HAGUE-1970", "CSK", ActKind.RATIFICATION, "1972-04-06")
    complete_list("HAGUE-1970", "2013-01-01")


@pytest.mark.parametrize("code", STATES)
def test_a_state_stands_where_it_stands_in_the_whole_register(record, code):
    whole, alone = current_register(), register_about([code])

    assert set(alone.timelines) == {pair for pair in whole.timelines if pair[1] == code}
    assert all(alone.timelines[pair] == whole.timelines[pair] for pair in alone.timelines)


def test_a_state_that_continues_another_comes_with_its_acts_and_no_more_is_read(record):
    assert {report.state for report in register_about(["RUS"]).reports.values()} == {"SUN"}


def test_states_are_named_as_readers_name_them(record):
    assert register_about(["Maroc", "fra"]).about == frozenset({"MAR", "FRA"})


def test_a_name_that_is_none_stands_for_no_state(record):
    nobody = register_about(["Atlantis"])

    assert (nobody.about, nobody.reports, nobody.settled.acts) == (frozenset(), {}, ())
    assert nobody.finder.near_states("Marok")
