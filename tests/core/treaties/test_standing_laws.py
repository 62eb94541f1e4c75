"""Laws of standing, over made-up acts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.episodes import Life
from accede.core.treaties.instruments import CompleteList
from accede.core.treaties.positions import BOUND, Case, Standing
from accede.core.treaties.reasons import REASON_FACTS
from accede.core.treaties.standing import at, standing_on, timeline
from accede.core.values import Period
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.strategies import DAYS, KNOWN, STATE, acts

ACTS = st.lists(acts(), max_size=6).map(lambda some: [replace(one, key=f"a{i}") for i, one in enumerate(some)])
LIVES = st.sampled_from(
    [
        Life(),
        Life((Period(date(1991, 6, 25), None),)),
        Life((Period(None, date(1993, 2, 4)),)),
        Life((Period(date(1988, 1, 1), date(1990, 1, 1)), Period(date(1991, 1, 1), None)), ("OLD",)),
    ]
)
LISTS = st.lists(DAYS, max_size=2).map(lambda days: tuple(CompleteList(f"list-{day}", day) for day in days))
#: To the end of the year's notice that the last denunciation needs, and a little more.
LAST_DAY = date(1995, 2, 1)
ANY_DAY = st.integers(date(1985, 1, 1).toordinal(), LAST_DAY.toordinal()).map(date.fromordinal)


@st.composite
def case_of(draw: st.DrawFn) -> Case:
    some = draw(ACTS)
    life = draw(LIVES)
    sua = replace(NINETEEN["SUA-1988"], complete_lists=draw(LISTS))
    platforms = replace(NINETEEN["FIXEDPLATFORMS-1988"], complete_lists=draw(LISTS))
    parent = timeline(Case(sua, STATE, tuple(some), life))
    return draw(
        st.sampled_from([Case(sua, STATE, tuple(some), life), Case(platforms, STATE, tuple(some), life, parent)])
    )


@given(case_of(), st.lists(ANY_DAY, min_size=1, max_size=20))
def test_the_timeline_and_the_question_for_one_day_agree(case: Case, days: Sequence[date]) -> None:
    changes = timeline(case)

    for day in days:
        change, finding = at(changes, day), standing_on(day, case)
        assert (change.position, change.because) == (finding.answer, finding.because)


@settings(max_examples=15)
@given(case_of())
def test_no_change_is_overlooked_on_any_day(case: Case) -> None:
    changes = timeline(case)
    starts = {change.starts_on for change in changes}
    before = standing_on(date(1987, 12, 31), case)

    for ordinal in range(date(1988, 1, 1).toordinal(), LAST_DAY.toordinal()):
        day = date.fromordinal(ordinal)
        finding = standing_on(day, case)
        assert finding == before or day in starts, day
        before = finding


@given(case_of(), st.randoms(use_true_random=False))
def test_standing_is_a_function_of_the_acts_whatever_their_order(case: Case, random: Any) -> None:
    shuffled = list(case.acts)
    random.shuffle(shuffled)

    assert timeline(replace(case, acts=tuple(shuffled))) == timeline(case)


@given(case_of(), acts())
def test_an_act_of_another_state_or_instrument_changes_nothing(case: Case, other: SettledAct) -> None:
    unrelated = (replace(other, key="x", state="ZZZ"), replace(other, key="y", instrument="TOKYO-1963"))

    assert timeline(replace(case, acts=(*case.acts, *unrelated))) == timeline(case)


@given(case_of(), acts(), KNOWN)
def test_what_is_learned_later_does_not_change_what_was_known(case: Case, later: SettledAct, known_on: date) -> None:
    learned = replace(later, key="later", instrument=case.instrument.key, known_on=date(2026, 1, 2))

    before = timeline(case, known_on=known_on)

    assert timeline(replace(case, acts=(*case.acts, learned)), known_on=known_on) == before


@given(case_of())
def test_a_timeline_begins_at_the_beginning_and_changes_at_each_change(case: Case) -> None:
    changes = timeline(case)

    assert changes[0].starts_on == date.min
    assert [c.starts_on for c in changes] == sorted({c.starts_on for c in changes})
    assert all((one.position, one.because) != (two.position, two.because) for one, two in pairwise(changes))


@given(case_of(), ANY_DAY)
def test_existence_and_adoption_come_before_everything(case: Case, day: date) -> None:
    standing = standing_on(day, case).answer.standing

    assert (standing is Standing.INSTRUMENT_ABSENT) == (day < case.instrument.adopted_on)
    exists = any(day in period for period in case.life.periods)
    if day >= case.instrument.adopted_on:
        assert (standing is Standing.STATE_ABSENT) == (not exists)


@given(case_of(), ANY_DAY)
def test_nobody_is_bound_without_an_act_nor_before_entry_into_force_unless_printed(case: Case, day: date) -> None:
    finding = standing_on(day, case)

    if finding.answer.standing in BOUND:
        assert any(act.kind is not ActKind.SIGNATURE for act in case.acts)
        assert finding.answer.since is None or finding.answer.since <= day
        assert finding.because


@given(case_of(), ANY_DAY)
def test_every_reason_carries_the_facts_promised(case: Case, day: date) -> None:
    for reason in standing_on(day, case).because:
        assert {code: facts for code, facts in REASON_FACTS.items() if code == reason.code} == {
            reason.code: frozenset(reason.facts)
        }


@given(case_of(), ANY_DAY)
def test_none_is_never_said_after_the_last_list_without_a_later_act(case: Case, day: date) -> None:
    finding = standing_on(day, case)
    last = case.instrument.last_complete_on

    if finding.answer.standing is Standing.NONE and not case.acts and day >= date(1988, 3, 10):
        assert last is not None
        assert day <= last
