"""Where a State is on its way to joining: each step, what is missing, and what closes it."""

from datetime import date

import pytest

from accede.core.assistance.joining_way import StepStanding, StepTold, WayStep, way_on

DAY = date(2026, 12, 1)
BEFORE, AFTER = date(2026, 11, 1), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (StepTold(), StepStanding.OPEN),
        (StepTold(planned_on=AFTER), StepStanding.PLANNED),
        (StepTold(planned_on=DAY), StepStanding.PLANNED),
        (StepTold(planned_on=BEFORE), StepStanding.OVERDUE),
        (StepTold(planned_on=BEFORE, done_on=DAY), StepStanding.DONE),
        (StepTold(done_on=AFTER), StepStanding.OPEN),
        (StepTold(not_needed="Art. 55 (sample)"), StepStanding.NOT_NEEDED),
    ],
)
def test_where_a_step_is_on_a_day(told, standing):
    found = way_on(DAY, {WayStep.CABINET: told}, deposited_on=None).answer

    assert found.steps[WayStep.CABINET] is standing
    assert found.next_step is WayStep.DECISION


def test_what_is_missing_is_said_of_each_open_step_and_nothing_of_the_others():
    told: dict[WayStep, StepTold] = {step: StepTold(done_on=BEFORE) for step in WayStep}
    del told[WayStep.DEPOSIT]
    told |= {WayStep.PARLIAMENT: StepTold(not_needed="Art. 55 (sample)"), WayStep.INSTRUMENT: StepTold(who="Palace")}
    found = way_on(DAY, told, deposited_on=None)

    assert found.answer.next_step is WayStep.INSTRUMENT
    assert [(reason.code, reason.facts["step"]) for reason in found.because] == [
        ("way.no_day", "instrument"),
        ("way.nobody", "deposit"),
        ("way.no_day", "deposit"),
    ]


def test_the_deposit_alone_closes_the_way_from_its_day_on():
    closed, day_before = way_on(DAY, {}, deposited_on=DAY), way_on(BEFORE, {}, deposited_on=DAY)

    assert closed.answer.is_closed
    assert closed.answer.next_step is None
    assert closed.answer.steps[WayStep.DEPOSIT] is StepStanding.DONE
    assert not day_before.answer.is_closed
    done = {WayStep.DEPOSIT: StepTold(planned_on=BEFORE)}
    assert not way_on(DAY, done, deposited_on=None).answer.is_closed, "a plan is no deposit"
