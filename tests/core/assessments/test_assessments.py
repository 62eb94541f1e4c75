"""The rules of assessments: what a consent covers, what keeps a visit from going on, how long each side has."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from accede.core.assessments.clocks import clocks_of, rules_for
from accede.core.assessments.consents import Consent, NotShared, Shareable, why_not_shared
from accede.core.assessments.visits import ASSESSMENT, CONSENT_GATES, Assessed, Stage
from accede.core.values import Period
from accede.modules.assessments.queries.clocks import rule_sets

CONSENT = Consent(
    state="XSA",
    valid=Period(date(2010, 1, 1), date(2011, 1, 1)),
    topics=frozenset({"legislation"}),
    participants=frozenset({"body"}),
    may_share=frozenset({"needs"}),
    share_with=frozenset({"donor"}),
)
VISIT = Assessed(
    kind="visit",
    state="XSA",
    first_day=date(2010, 3, 1),
    last_day=date(2010, 3, 5),
    topics={"legislation": "Legislation"},
    participants={"body": "Body A"},
    consent=CONSENT,
    has_team=True,
    has_report=True,
    has_comments=False,
    comments_until=date(2010, 4, 30),
    open_follow_up=0,
    today=date(2010, 4, 1),
)


def shut(step: str, facts: Assessed) -> list[str]:
    found = ASSESSMENT.step(step)
    assert found is not None
    return [one.because[0].code for one in found.judge(facts) if not one.answer]


def test_each_limit_of_a_consent_keeps_a_visit_from_going_on_by_its_own_gate():
    cases = {
        "assessment.consent": replace(VISIT, consent=None),
        "assessment.withdrawal": replace(VISIT, consent=replace(CONSENT, withdrawn_on=date(2010, 2, 1))),
        "assessment.days": replace(VISIT, last_day=date(2011, 1, 1)),
        "assessment.topics": replace(VISIT, topics={"financing": "Financing"}),
        "assessment.participants": replace(VISIT, participants={"other": "Body B"}),
    }
    assert {code: shut("agree", facts) for code, facts in cases.items()} == {code: [code] for code in cases}
    assert shut("agree", VISIT) == shut("make", VISIT) == []
    assert shut("agree", replace(VISIT, consent=replace(CONSENT, state="XSB"))) == ["assessment.consent"]
    for step in ("make", "draft", "report"):
        assert "assessment.withdrawal" in shut(step, cases["assessment.withdrawal"])


def test_a_desk_review_needs_no_consent_but_stays_within_one_that_it_has():
    review = replace(VISIT, kind="desk_review", consent=None)

    assert shut("agree", review) == []
    assert shut("agree", replace(review, consent=CONSENT, topics={"tools": "Tools"})) == ["assessment.topics"]


def test_the_draft_waits_for_the_state_until_its_time_is_over():
    assert shut("report", VISIT) == ["assessment.comments"]
    assert shut("report", replace(VISIT, has_comments=True)) == []
    assert shut("report", replace(VISIT, today=date(2010, 4, 30))) == ["assessment.comments"]
    assert shut("report", replace(VISIT, today=date(2010, 5, 1))) == []
    assert shut("report", replace(VISIT, comments_until=None)) == ["assessment.comments"]
    assert shut("make", replace(VISIT, today=date(2010, 3, 4), has_team=False)) == [
        "assessment.team",
        "assessment.over",
    ]
    assert shut("close", replace(VISIT, open_follow_up=2)) == ["assessment.follow_up"]


@given(
    withdrawn=st.booleans(), state=st.sampled_from(["XSA", "XSB"]), topic=st.sampled_from(["legislation", "tools"]),
    organisation=st.sampled_from(["donor", "other"]), what=st.sampled_from(Shareable),
    on=st.dates(date(2009, 12, 1), date(2011, 2, 1)),
)  # fmt: skip
def test_nothing_is_shared_but_what_the_consent_names(withdrawn, state, topic, organisation, what, on):
    given_one = replace(CONSENT, withdrawn_on=date(2010, 6, 1) if withdrawn else None)
    why = why_not_shared(given_one, what=what, topic=topic, state=state, organisation=organisation, on=on)

    named = (state, topic, organisation, what) == ("XSA", "legislation", "donor", Shareable.NEEDS)
    assert (why == ()) is (named and on.year == 2010 and not withdrawn)
    assert why_not_shared(None, what=what, topic=topic, state=state, organisation=organisation, on=on) == (
        NotShared.NO_CONSENT,
    )


def test_times_are_those_of_the_rule_set_that_counted_when_the_visit_ended():
    of_2019 = rules_for("committee", date(2019, 5, 1), rule_sets())
    of_2026 = rules_for("directorate", date(2026, 5, 1), rule_sets())
    assert of_2019 is not None
    assert of_2026 is not None
    assert rules_for("committee", date(2010, 5, 1), rule_sets()) is None

    clocks = clocks_of(of_2019, draft_sent_on=date(2019, 6, 1), reported_on=date(2019, 8, 31))
    assert (clocks.comments_until, clocks.response_until) == (date(2019, 7, 1), date(2020, 2, 29))
    assert clocks_of(of_2026, draft_sent_on=None, reported_on=date(2026, 8, 31)).response_until == date(2027, 8, 31)
    assert clocks_of(None, draft_sent_on=date(2010, 1, 1), reported_on=None).comments_until is None
    assert all(one.source and not one.is_verified for one in rule_sets())


def test_every_step_that_leads_on_from_a_plan_asks_for_the_consent():
    on_its_way = {Stage.AGREED, Stage.MADE, Stage.COMMENTING, Stage.REPORTED}
    assert [
        step.key for step in ASSESSMENT.steps if step.target in on_its_way and not set(CONSENT_GATES) <= set(step.needs)
    ] == []
