"""Entry into force from the instruments' own articles."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind
from accede.core.treaties.entry_into_force import (
    Circumstances,
    Deposit,
    deposit_counted_back,
    entry_into_force,
    in_force_for,
    takes_effect,
)
from accede.core.treaties.entry_into_force_story import StepKind, entry_into_force_story
from accede.core.treaties.instruments import Delay, Instrument, Wait
from accede.core.treaties.reasons import ReasonCode
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.reading import cases

DAYS = st.dates(date(1963, 9, 14), date(2030, 1, 1))
#: What a case may say of the facts in a reason.
TOLD = {
    "filled_by": (ReasonCode.EIF_REACHED, "state"),
    "required": (ReasonCode.EIF_NOT_REACHED, "required"),
    "undated": (ReasonCode.EIF_UNDATED, "count"),
    "former_states": (ReasonCode.EIF_FORMER_STATES, "states"),
}
SECOND_MONTH = Wait(Delay.FIRST_OF_SECOND_MONTH)


def deposits_of(row: dict[str, Any]) -> list[Deposit]:
    many = row.get("many", {"count": 0, "day": None})
    kind = ActKind(many.get("kind", "consent_unspecified"))
    some = [Deposit(f"S{number:02}", many["day"], kind) for number in range(many["count"])]
    for state, day, *named in row.get("deposits", ()):
        some.append(Deposit(state, day, ActKind(named[0]) if named else ActKind.CONSENT_UNSPECIFIED, key=state))
    return some


def circumstances_of(row: dict[str, Any]) -> Circumstances:
    parties = row.get("parent_parties")
    by_day = parties if isinstance(parties, dict) else {date.min: parties}
    return Circumstances(
        signatories=frozenset(row["signatories"]) if "signatories" in row else None,
        producers=frozenset(row.get("producers", ())),
        not_before_on=row.get("not_before_on"),
        parent_parties_on=lambda day: by_day[max(since for since in by_day if since <= day)],
        ended_on=row.get("ended_on", {}),
        continues=row.get("continues", {}),
    )


@pytest.mark.parametrize("row", cases("entry_into_force"))
def test_the_day_follows_from_the_deposits(row: dict[str, Any]) -> None:
    finding = entry_into_force(NINETEEN[row["instrument"]], deposits_of(row), circumstances_of(row))

    codes = {str(reason.code) for reason in finding.because}
    assert finding.answer == row["in_force_on"]
    assert set(row.get("because", ())) <= codes
    assert not set(row.get("not_because", ())) & codes
    for name, (code, fact) in TOLD.items():
        if name in row:
            told = [reason.facts[fact] for reason in finding.because if reason.code == code]
            assert told == [tuple(row[name]) if isinstance(row[name], list) else row[name]], name


@pytest.mark.parametrize(
    ("deposit_on", "wait", "effect_on"),
    [
        (date(2002, 3, 11), Wait(Delay.DAYS_AFTER, 30), date(2002, 4, 10)),
        (date(1969, 9, 5), Wait(Delay.DAYS_AFTER, 90), date(1969, 12, 4)),
        (date(1998, 4, 22), Wait(Delay.DAYS_AFTER, 60), date(1998, 6, 21)),
        (date(2019, 1, 30), SECOND_MONTH, date(2019, 3, 1)),
        (date(2014, 11, 30), SECOND_MONTH, date(2015, 1, 1)),
        (date(2018, 12, 1), SECOND_MONTH, date(2019, 2, 1)),
        (date(2016, 5, 9), Wait(Delay.SAME_DAY), date(2016, 5, 9)),
    ],
)
def test_each_way_of_counting(deposit_on: date, wait: Wait, effect_on: date) -> None:
    assert takes_effect(deposit_on, wait) == effect_on


@given(DAYS, st.sampled_from([Wait(Delay.DAYS_AFTER, 30), Wait(Delay.DAYS_AFTER, 90), Wait(Delay.SAME_DAY)]))
def test_a_deposit_can_be_counted_back_where_only_one_day_fits(day: date, wait: Wait) -> None:
    assert deposit_counted_back(takes_effect(day, wait), wait) == day


@given(DAYS)
def test_the_second_month_begins_between_29_and_62_days_later(day: date) -> None:
    effect_on = takes_effect(day, SECOND_MONTH)

    assert effect_on.day == 1
    assert timedelta(days=29) <= effect_on - day <= timedelta(days=62)
    assert deposit_counted_back(effect_on, SECOND_MONTH) is None


@given(st.lists(st.tuples(st.sampled_from("ABCDEFGH"), DAYS), max_size=20), st.randoms(use_true_random=False))
def test_the_order_in_which_deposits_are_listed_does_not_matter(rows: list[tuple[str, date]], random: Any) -> None:
    instrument, circumstances = NINETEEN["FIXEDPLATFORMS-1988"], Circumstances(not_before_on=date(1992, 3, 1))
    deposits = [Deposit(state, day) for state, day in rows]
    shuffled = list(deposits)
    random.shuffle(shuffled)

    finding = entry_into_force(instrument, deposits, circumstances)

    assert entry_into_force(instrument, shuffled, circumstances).answer == finding.answer
    assert (finding.answer is not None) == (len({state for state, _ in rows}) >= 3)


@given(st.sampled_from(sorted(NINETEEN)), DAYS)
def test_nobody_is_bound_before_the_treaty_is_in_force_nor_before_its_deposit(key: str, day: date) -> None:
    instrument = NINETEEN[key]

    answer = in_force_for(instrument, day, instrument.in_force_on).answer

    assert answer is not None
    assert instrument.in_force_on is not None
    assert answer >= max(day, instrument.in_force_on)


def test_without_general_entry_into_force_nobody_is_bound() -> None:
    finding = in_force_for(NINETEEN["BOMBINGS-1997"], date(1999, 1, 1), None)

    assert finding.answer is None
    assert [reason.code for reason in finding.because] == ["eif.not_in_force"]


def test_the_story_goes_from_adoption_over_each_deposit_to_entry_into_force() -> None:
    deposits = [Deposit("NOR", date(1991, 4, 18)), Deposit("ESP", date(1989, 7, 7)), Deposit("ITA", date(1990, 1, 26))]

    story = entry_into_force_story(
        NINETEEN["FIXEDPLATFORMS-1988"], deposits, Circumstances(not_before_on=date(1992, 3, 1))
    )

    assert [(step.kind, step.on, step.state, step.number) for step in story] == [
        (StepKind.ADOPTED, date(1988, 3, 10), "", 0),
        (StepKind.OPENED, date(1988, 3, 10), "", 0),
        (StepKind.DEPOSIT, date(1989, 7, 7), "ESP", 1),
        (StepKind.DEPOSIT, date(1990, 1, 26), "ITA", 2),
        (StepKind.DEPOSIT, date(1991, 4, 18), "NOR", 3),
        (StepKind.FILLED, date(1991, 4, 18), "NOR", 0),
        (StepKind.OTHER_IN_FORCE, date(1992, 3, 1), "", 0),
        (StepKind.IN_FORCE, date(1992, 3, 1), "", 0),
    ]


def test_the_story_names_the_official_day_where_the_deposits_on_record_do_not_reach_it() -> None:
    story = entry_into_force_story(NINETEEN["IPP-1973"], [Deposit("XXA", date(1975, 1, 1))])

    assert [step.kind for step in story] == [StepKind.ADOPTED, StepKind.OPENED, StepKind.DEPOSIT, StepKind.OFFICIAL]
    assert story[2].required == 22


def test_the_story_of_an_instrument_not_in_force_ends_there() -> None:
    instrument = Instrument("NEW", 1, date(2020, 1, 1), NINETEEN["IPP-1973"].rule)

    assert [step.kind for step in entry_into_force_story(instrument, ())] == [
        StepKind.ADOPTED,
        StepKind.NOT_IN_FORCE,
    ]
