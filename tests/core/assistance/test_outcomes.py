"""Whether an outcome counts on a day, whether assistance had begun, and when it is looked at again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.core.assistance.outcomes import (
    Claim,
    Fact,
    Help,
    OutcomeKind,
    OutcomeStatus,
    began_before,
    follow_up_days,
    status_on,
)

DAY, REPORTED = date(2026, 3, 2), date(2026, 4, 1)
CLAIM = Claim(OutcomeKind.LAW, DAY, REPORTED)
NOW = date(2026, 12, 1)


def fact(on: date | None = DAY, known_on: date = date(2026, 5, 1), key: str = "law:1") -> Fact:
    return Fact(key, on, known_on)


@pytest.mark.parametrize(
    ("on", "facts", "status", "code"),
    [
        (date(2026, 3, 31), [fact()], OutcomeStatus.NOT_YET, "outcome.not_yet"),
        (REPORTED, [fact()], OutcomeStatus.REPORTED, "outcome.no_fact"),
        (date(2026, 4, 30), [fact()], OutcomeStatus.REPORTED, "outcome.no_fact"),
        (date(2026, 5, 1), [fact()], OutcomeStatus.VERIFIED, "outcome.held"),
        (NOW, [], OutcomeStatus.REPORTED, "outcome.no_fact"),
        (NOW, [fact(None)], OutcomeStatus.REPORTED, "outcome.fact_without_day"),
        (NOW, [fact(date(2026, 3, 3))], OutcomeStatus.REPORTED, "outcome.other_day"),
        (NOW, [fact(date(2026, 3, 3)), fact(None), fact()], OutcomeStatus.VERIFIED, "outcome.held"),
    ],
)
def test_an_outcome_counts_once_the_record_knew_the_fact_of_that_day(on, facts, status, code):
    found = status_on(on, CLAIM, facts)

    assert found.answer is status
    assert [reason.code for reason in found.because] == [code]
    assert (found.because[0].acts == ("law:1",)) is (status is OutcomeStatus.VERIFIED)


@given(st.lists(st.builds(fact, st.none() | st.dates(), st.dates())), st.dates(), st.dates())
def test_what_counts_on_a_day_counts_on_every_later_day(facts, first, second):
    earlier, later = sorted((first, second))

    if status_on(earlier, CLAIM, facts).answer is OutcomeStatus.VERIFIED:
        assert status_on(later, CLAIM, facts).answer is OutcomeStatus.VERIFIED


def test_what_came_about_before_the_assistance_began_cannot_have_come_of_it():
    begun, late, never = Help("visit", "1", DAY), Help("activity", "2", date(2026, 3, 3)), Help("request", "3", None)

    assert began_before(DAY, [begun]).answer, "both on one day"
    found = began_before(DAY, [begun, late, never])
    assert not found.answer
    assert [(reason.code, reason.facts["key"]) for reason in found.because] == [
        ("outcome.before", "2"),
        ("outcome.not_begun", "3"),
    ]


def test_it_is_looked_at_again_after_six_and_twelve_months():
    assert follow_up_days(date(2026, 8, 31)) == ((6, date(2027, 2, 28)), (12, date(2027, 8, 31)))
