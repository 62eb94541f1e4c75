"""Standing on a day, from tables of cases."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from accede.core.treaties.instruments import CompleteList, Instrument, StatedAbsence
from accede.core.treaties.positions import Case, Standing
from accede.core.treaties.standing import at, standing_on
from accede.core.treaties.whole_record import all_timelines
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.reading import cases, life, settled

FILES = ("standing", "not_known", "succession", "withdrawal", "parents")


def with_lists(row: dict[str, Any]) -> dict[str, Instrument]:
    lists = row.get("lists", {})
    if isinstance(lists, list):
        lists = {row["instrument"]: lists}
    said = {row["instrument"]: row["said_not_party"]} if "said_not_party" in row else {}
    return {
        key: replace(
            instrument,
            complete_lists=tuple(CompleteList(f"list-{day}", day) for day in lists.get(key, ())),
            stated_absences=tuple(StatedAbsence(row["state"], f"said-{day}", day) for day in said.get(key, ())),
        )
        for key, instrument in NINETEEN.items()
    }


@pytest.mark.parametrize("row", [case for file in FILES for case in cases(file)])
def test_the_standing_follows_from_the_acts(row: dict[str, Any]) -> None:
    acts = [
        settled(act, instrument=row["instrument"], state=row["state"], number=number)
        for number, act in enumerate(row.get("acts", ()))
    ]

    timelines = all_timelines(with_lists(row), acts, {row["state"]: life(row)})

    for expected in row["expect"]:
        change = at(timelines[row["state"], row["instrument"]], expected["day"])
        codes = [str(reason.code) for reason in change.because]
        found = {name: getattr(change.position, name) for name in expected if hasattr(change.position, name)}
        wanted = {name: value for name, value in expected.items() if name in found}
        assert found == wanted, (expected["day"], change)
        assert set(expected.get("because", ())) <= set(codes), (expected["day"], codes)
        for fact in ("after", "before"):
            if fact in expected:
                told = [reason.facts[fact] for reason in change.because if fact in reason.facts]
                assert told == [expected[fact]], (expected["day"], fact)
        articles = {str(reason.authority) for reason in change.because if reason.authority}
        assert set(expected.get("cites", ())) <= articles, (expected["day"], articles)
        assert not set(expected.get("not_because", ())) & set(codes), (expected["day"], codes)


def test_where_the_text_is_not_at_hand_a_state_is_party_once_a_source_names_it_after_entry_into_force() -> None:
    instrument = Instrument("NEW", 1, date(1990, 1, 1), None, in_force_on=date(2000, 1, 1))
    row = {"kind": "accession", "day": date(1995, 1, 1)}

    def standings(attested_on: date, *days: date) -> list[Standing]:
        act = settled({**row, "attested_on": attested_on}, instrument="NEW", state="XXA")
        return [standing_on(day, Case(instrument, "XXA", (act,))).answer.standing for day in days]

    assert standings(date(1996, 1, 1), date(1999, 12, 31), date(2000, 1, 1)) == [Standing.CONTRACTING, Standing.PARTY]
    assert standings(date(2005, 1, 1), date(2004, 12, 31), date(2005, 1, 1)) == [Standing.CONTRACTING, Standing.PARTY]
