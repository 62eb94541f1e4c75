"""Statements in effect on a day, from a table of cases."""

from datetime import date
from typing import Any

import pytest

from accede.core.treaties.acts import SettledAct
from accede.core.treaties.declarations import StatementCase, excluded_treaty, producers_on, statements_on
from accede.core.treaties.episodes import Life
from accede.core.treaties.whole_record import all_timelines
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.reading import cases, settled


def acts_of(rows: list[dict[str, Any]], instrument: str) -> list[SettledAct]:
    return [settled(one, instrument=instrument, state="XXA", number=number) for number, one in enumerate(rows)]


@pytest.mark.parametrize("row", cases("statements"))
def test_the_effect_of_a_statement_on_a_day(row: dict[str, Any]) -> None:
    key = row["instrument"]
    acts = acts_of(row["acts"], key)
    timelines = {instrument: found for (_, instrument), found in all_timelines(NINETEEN, acts, {"XXA": Life()}).items()}
    case = StatementCase(key, acts, timelines[key], timelines, NINETEEN[key].annex)

    for expected in row["expect"]:
        statements = {one.act.key: one for one in statements_on(expected["day"], case)}
        assert {key: str(one.effect) for key, one in statements.items()} == expected["statements"], expected["day"]
        for act, since in expected.get("since", {}).items():
            assert statements[act].since == since, (expected["day"], act)
        for act, day in expected.get("works_from", {}).items():
            assert statements[act].because[-1].facts["in_force_on"] == day, (expected["day"], act)


def test_a_producer_counts_from_its_deposit_until_it_declares_otherwise() -> None:
    rows = [
        {"kind": "ratification", "day": date(1997, 5, 21)},
        {"kind": "declaration", "subject": "producer", "attested_on": date(2015, 11, 25)},
        {"kind": "declaration", "subject": "not_producer", "day": date(2010, 1, 1)},
        {"kind": "declaration", "subject": "producer", "state": "XXB", "attested_on": date(2015, 11, 25)},
    ]
    acts = acts_of(rows, "PLASTIC-1991")

    assert producers_on(date(1997, 5, 20), acts) == frozenset()
    assert producers_on(date(1997, 5, 21), acts) == {"XXA"}
    assert producers_on(date(2010, 1, 1), acts) == frozenset()
    assert producers_on(date(2015, 11, 25), acts) == {"XXB"}


def test_only_a_declaration_about_production_makes_a_producer() -> None:
    rows = [
        {"kind": "declaration", "subject": "art. XI(2)", "day": date(1997, 5, 21)},
        {"kind": "reservation", "subject": "producer", "day": date(1997, 5, 21), "state": "XXB"},
    ]

    assert producers_on(date(2000, 1, 1), acts_of(rows, "PLASTIC-1991")) == frozenset()


def test_the_excluded_treaty_is_read_from_the_subject() -> None:
    annex = NINETEEN["FINANCING-1999"].annex

    assert excluded_treaty("art. 2(2)(a) IPP-1973", annex) == "IPP-1973"
    assert excluded_treaty("art. 2(2)(a)", annex) is None
