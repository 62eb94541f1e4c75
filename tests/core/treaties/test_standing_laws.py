"""Laws of standing, over made-up acts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.episodes import Life
from accede.core.treaties.positions import BOUND, Case, Standing
from accede.core.treaties.reasons import REASON_FACTS
from accede.core.treaties.standing import at, standing_on, timeline
from accede.core.values import Period
from tests.core.chance import Chance, made_of
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.strategies import KNOWN, OF_ONE, STATE, an_act, some_acts, some_lists

LIVES = (
    Life(),
    Life((Period(date(1991, 6, 25), None),)),
    Life((Period(None, date(1993, 2, 4)),)),
    Life((Period(date(1988, 1, 1), date(1990, 1, 1)), Period(date(1991, 1, 1), None)), ("OLD",)),
)
#: To the end of the year's notice that the last denunciation needs, and a little more.
FIRST_DAY, LAST_DAY = date(1985, 1, 1), date(1995, 2, 1)
ANY_DAY = made_of(2, lambda chance: chance.day((FIRST_DAY, LAST_DAY)))


def a_case(chance: Chance) -> Case:
    """Make a case under SUA, or under its protocol on fixed platforms."""
    acts = some_acts(chance, 6)
    life = chance.one_of(LIVES)
    sua = Case(replace(NINETEEN["SUA-1988"], complete_lists=some_lists(chance)), STATE, acts, life)
    if chance.one_of((True, False)):
        return sua
    platforms = replace(NINETEEN["FIXEDPLATFORMS-1988"], complete_lists=some_lists(chance))
    return Case(platforms, STATE, acts, life, timeline(sua))


cases = made_of(1 + 6 * OF_ONE + 2 + 2 * 5, a_case)


@given(cases, st.lists(ANY_DAY, min_size=1, max_size=20))
def test_the_timeline_and_the_question_for_one_day_agree(case: Case, days: Sequence[date]) -> None:
    changes = timeline(case)

    for day in days:
        change, finding = at(changes, day), standing_on(day, case)
        assert (change.position, change.because) == (finding.answer, finding.because)


@given(cases, ANY_DAY)
def test_no_change_is_overlooked_on_any_day(case: Case, first: date) -> None:
    changes = timeline(case)
    starts = {change.starts_on for change in changes}
    before = standing_on(first - timedelta(days=1), case)

    for day in (first + timedelta(days=number) for number in range(120)):
        finding = standing_on(day, case)
        assert finding == before or day in starts, day
        before = finding


@given(cases, st.randoms(use_true_random=False))
def test_standing_is_a_function_of_the_acts_whatever_their_order(case: Case, random: Any) -> None:
    shuffled = list(case.acts)
    random.shuffle(shuffled)

    assert timeline(replace(case, acts=tuple(shuffled))) == timeline(case)


@given(cases, an_act)
def test_an_act_of_another_state_or_instrument_changes_nothing(case: Case, other: SettledAct) -> None:
    unrelated = (replace(other, key="x", state="ZZZ"), replace(other, key="y", instrument="TOKYO-1963"))

    assert timeline(replace(case, acts=(*case.acts, *unrelated))) == timeline(case)


@given(cases, an_act, KNOWN)
def test_what_is_learned_later_does_not_change_what_was_known(case: Case, later: SettledAct, known_on: date) -> None:
    learned = replace(later, key="later", instrument=case.instrument.key, known_on=date(2026, 1, 2))

    before = timeline(case, known_on=known_on)

    assert timeline(replace(case, acts=(*case.acts, learned)), known_on=known_on) == before


@given(cases)
def test_a_timeline_begins_at_the_beginning_and_changes_at_each_change(case: Case) -> None:
    changes = timeline(case)

    assert changes[0].starts_on == date.min
    assert [c.starts_on for c in changes] == sorted({c.starts_on for c in changes})
    assert all((one.position, one.because) != (two.position, two.because) for one, two in pairwise(changes))


@given(cases, ANY_DAY)
def test_existence_and_adoption_come_before_everything(case: Case, day: date) -> None:
    standing = standing_on(day, case).answer.standing

    assert (standing is Standing.INSTRUMENT_ABSENT) == (day < case.instrument.adopted_on)
    exists = any(day in period for period in case.life.periods)
    if day >= case.instrument.adopted_on:
        assert (standing is Standing.STATE_ABSENT) == (not exists)


@given(cases, ANY_DAY)
def test_nobody_is_bound_without_an_act_nor_before_entry_into_force_unless_printed(case: Case, day: date) -> None:
    finding = standing_on(day, case)

    if finding.answer.standing in BOUND:
        assert any(act.kind is not ActKind.SIGNATURE for act in case.acts)
        assert finding.answer.since is None or finding.answer.since <= day
        assert finding.because


@given(cases, ANY_DAY)
def test_every_reason_carries_the_facts_promised(case: Case, day: date) -> None:
    for reason in standing_on(day, case).because:
        assert {code: facts for code, facts in REASON_FACTS.items() if code == reason.code} == {
            reason.code: frozenset(reason.facts)
        }


@given(cases, ANY_DAY)
def test_none_is_never_said_after_the_last_list_without_a_later_act(case: Case, day: date) -> None:
    finding = standing_on(day, case)
    last = case.instrument.last_complete_on

    if finding.answer.standing is Standing.NONE and not case.acts and day >= date(1988, 3, 10):
        assert last is not None
        assert day <= last
