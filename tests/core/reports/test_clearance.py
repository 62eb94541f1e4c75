"""The way of a report: a second person, nothing suggested, everything frozen and translated."""

from dataclasses import replace
from datetime import date

from accede.core.reports.clearance import CLEARANCE, Drafted, ReportState

READY = Drafted(
    has_written=False,
    suggestions=0,
    not_frozen=0,
    untranslated="",
    last_day=date(2008, 12, 31),
    today=date(2009, 2, 1),
)


def shut(step: str, facts: Drafted) -> set[str]:
    found = CLEARANCE.step(step)
    assert found is not None
    return {finding.because[0].code for finding in found.judge(facts) if not finding.answer}


def test_a_report_that_is_ready_goes_all_the_way():
    assert [shut(step, READY) for step in ("review", "clear", "issue")] == [set(), set(), set()]


def test_each_gate_shuts_its_steps():
    assert shut("review", replace(READY, has_written=True, suggestions=2)) == {
        "report.second-person",
        "report.suggestions",
    }
    assert shut("review", replace(READY, last_day=date(2009, 2, 1))) == {"report.period-over"}
    assert shut("clear", replace(READY, untranslated="Español")) == {"report.translated"}
    assert shut("issue", replace(READY, not_frozen=3)) == {"report.frozen"}


def test_whoever_began_it_reviews_and_clears_nothing_and_nothing_leads_on_from_issued():
    steps = {step.key: step.not_by for step in CLEARANCE.steps}

    assert (steps["review"], steps["clear"]) == ("drafted_by", "drafted_by")
    assert CLEARANCE.steps_from(ReportState.ISSUED) == ()
