"""The table of requests: delivery begins with an activity, whatever came before; every gate says what is missing."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from accede.core.assistance.clocks import answer_due_on, due_on
from accede.core.assistance.requests import ENDED, REQUEST, Asked, RequestState

OPEN = Asked(
    is_whole=True, channel="note_verbale", documents=1, clauses=("1",), is_named=True, delivering=1, delivered=0
)
SHUT = Asked(is_whole=False, channel="letter", documents=0, clauses=(), is_named=False, delivering=0, delivered=0)


def reached(facts: Asked) -> set[RequestState]:
    """Return the states that any sequence of steps reaches while the facts are so."""
    there, ahead = {REQUEST.start}, [REQUEST.start]
    while ahead:
        for step in REQUEST.steps_from(ahead.pop()):
            if all(found.answer for found in step.judge(facts)) and step.target not in there:
                there.add(step.target)
                ahead.append(step.target)
    return there


def variants() -> list[Asked]:
    """Return every mixture of what is met and what is not, but for delivery, which is not."""
    choices = itertools.product([True, False], ["form", "letter"], [0, 1], [(), ("1",)], [True, False])
    return [Asked(whole, how, papers, clauses, named, 0, 0) for whole, how, papers, clauses, named in choices]


def test_no_sequence_of_steps_leads_to_delivery_without_an_activity():
    assert all(RequestState.IN_DELIVERY not in reached(facts) for facts in variants())
    assert RequestState.IN_DELIVERY in reached(OPEN)


def test_what_came_as_a_paper_is_not_accepted_without_it_and_a_form_is_its_own_record():
    accept = REQUEST.step("accept")

    assert accept is not None
    assert [one.answer for one in accept.judge(SHUT)] == [False]
    assert [one.answer for one in accept.judge(OPEN)] == [True]
    assert [one.answer for one in accept.judge(replace(SHUT, channel="form"))] == [True]


@pytest.mark.parametrize("gate", REQUEST.gates(), ids=lambda gate: gate.code)
def test_every_gate_names_its_clause_and_a_remedy(gate):
    found = gate.judge(SHUT)

    assert not found.answer
    assert found.because[0].authority
    assert found.because[1].code.endswith(".remedy")


def test_a_request_is_complete_when_nothing_is_in_delivery_any_more():
    complete = REQUEST.step("complete")

    assert complete is not None
    for delivering, delivered, is_met in ((0, 0, False), (1, 1, False), (0, 1, True)):
        facts = replace(SHUT, delivering=delivering, delivered=delivered)
        assert [one.answer for one in complete.judge(facts)] == [is_met]


def test_its_state_may_withdraw_it_at_any_time_until_it_is_delivered():
    without = {state for state in RequestState if "withdraw" not in {step.key for step in REQUEST.steps_from(state)}}

    assert without == ENDED | {RequestState.COMPLETED, RequestState.FOLLOWED_UP}


def test_days_count_from_the_step_and_what_waits_for_an_activity_has_none():
    assert due_on(RequestState.RECEIVED, date(2026, 12, 28)) == date(2027, 1, 4)
    assert due_on(RequestState.ACCEPTED, date(2026, 12, 28)) is None
    assert answer_due_on(date(2026, 2, 1)) == date(2026, 3, 3)
