"""From reports to settled acts, from tables of cases, and the laws of settling."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind, RecordedAct
from accede.core.treaties.settling import settle
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.reading import cases, report
from tests.core.treaties.strategies import KNOWN, RANKS, a_report, reports


@pytest.mark.parametrize("row", cases("settling"))
def test_many_reports_make_one_act(row: dict[str, Any]) -> None:
    given_reports = [
        report(one, instrument=row["instrument"], state="XXA", number=number)
        for number, one in enumerate(row["reports"])
    ]

    settled = settle(given_reports, authority_of=row["ranks"], instruments=NINETEEN)

    wanted = [expected(act) for act in row["acts"]]
    found = [{name: getattr(act, name) for name in names} for act, names in zip(settled.acts, wanted, strict=True)]
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert [
        {"field": d.field, "chosen": d.chosen, "settled_by": d.settled_by} for d in settled.disagreements
    ] == row.get("disagreements", [])


def expected(act: dict[str, Any]) -> dict[str, Any]:
    named = {"on" if name == "day" else name: value for name, value in act.items()}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in named.items()}


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(some: list[RecordedAct], random: Any) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)

    assert settle(shuffled, authority_of=RANKS, instruments=NINETEEN) == settle(
        some, authority_of=RANKS, instruments=NINETEEN
    )


@given(reports)
def test_no_report_is_dropped_and_none_counts_twice(some: list[RecordedAct]) -> None:
    settled = settle(some, authority_of=RANKS, instruments=NINETEEN)

    supporting = [key for act in settled.acts for key in act.reports]
    assert sorted(supporting) == sorted(one.key for one in some)


@given(reports)
def test_every_value_taken_was_reported(some: list[RecordedAct]) -> None:
    for act in settle(some, authority_of=RANKS, instruments=NINETEEN).acts:
        behind = [one for one in some if one.key in act.reports]
        assert act.on in {None, *(one.on for one in behind)}
        assert (act.on is None) == all(one.on is None for one in behind)
        assert act.kind in {one.kind for one in behind}
        assert act.first_attested_on == min(one.attested_on for one in behind)
        assert act.known_on == min(one.known_on for one in behind)


@given(reports, a_report)
def test_a_report_about_another_state_changes_nothing(some: list[RecordedAct], other: RecordedAct) -> None:
    elsewhere = replace(other, state="ZZZ")

    alone = settle(some, authority_of=RANKS, instruments=NINETEEN)
    together = settle([*some, elsewhere], authority_of=RANKS, instruments=NINETEEN)

    assert [act for act in together.acts if act.state != "ZZZ"] == list(alone.acts)
    assert [d for d in together.disagreements if d.state != "ZZZ"] == list(alone.disagreements)


@given(reports, KNOWN)
def test_what_was_known_on_a_day_does_not_change_with_what_is_learned_later(
    some: list[RecordedAct], known_on: date
) -> None:
    by_then = [one for one in some if one.known_on <= known_on]

    assert settle(some, authority_of=RANKS, instruments=NINETEEN, known_on=known_on) == settle(
        by_then, authority_of=RANKS, instruments=NINETEEN
    )


def test_a_withdrawal_points_at_the_settled_act() -> None:
    made = RecordedAct(
        "a", "IPP-1973", "XXA", ActKind.RESERVATION, "weak", date(2010, 1, 1), date(2020, 1, 1), on=date(1990, 1, 1)
    )
    same = replace(made, key="b", source="strong")
    back = replace(made, key="c", kind=ActKind.WITHDRAWAL, on=date(2000, 1, 1), withdraws="a")

    acts = settle([made, same, back], authority_of={"strong": 0}, instruments=NINETEEN).acts

    assert [(act.key, act.withdraws) for act in acts] == [("b", None), ("c", "b")]
