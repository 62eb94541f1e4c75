"""New reports against the record, from a table of cases."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from accede.core.treaties.acts import SettledAct
from accede.core.treaties.checks import KnownRecord, identity_of, mismatches_of
from accede.core.treaties.episodes import Life
from accede.core.treaties.mismatches import MISMATCH_FACTS, MismatchCode, obstacle, remark
from tests.core.treaties.reading import cases, life, report, settled
from tests.core.treaties.test_standing import with_lists

TODAY = date(2026, 11, 24)


def record_of(row: dict[str, Any]) -> KnownRecord:
    acts: dict[tuple[str, str], list[SettledAct]] = defaultdict(list)
    for number, one in enumerate(row.get("record", ())):
        act = settled(one, instrument=row["report"]["instrument"], state="XXA", number=number)
        acts[act.instrument, act.state].append(act)
    new = report(row["report"], instrument="", state="XXA")
    return KnownRecord(
        instruments=with_lists(row),
        lives={"XXA": life(row), "OLD": Life()},
        today=TODAY,
        acts=acts,
        predecessors={"XXA": row.get("predecessors", ())},
        identities={identity_of(new)} if row.get("again") else frozenset(),
    )


@pytest.mark.parametrize("row", cases("checks"))
def test_all_problems_are_found_at_once(row: dict[str, Any]) -> None:
    new = report({"attested_on": date(2020, 1, 1), **row["report"]}, instrument="", state="XXA")

    problems = mismatches_of(new, record_of(row))

    assert [p.code for p in problems if p.blocks] == row.get("obstacles", [])
    assert [p.code for p in problems if not p.blocks] == row.get("remarks", [])


def test_every_problem_has_a_case() -> None:
    rows = [parameter.values[0] for parameter in cases("checks")]
    named = {code for row in rows for code in (*row.get("obstacles", ()), *row.get("remarks", ()))}

    assert named == {str(code) for code in MismatchCode}


def test_two_reports_that_differ_only_in_key_and_day_of_learning_are_the_same() -> None:
    one = report({"kind": "accession", "day": date(2003, 1, 20)}, instrument="IPP-1973", state="XXA")

    assert identity_of(one) == identity_of(replace(one, key="other", known_on=date(2030, 1, 1)))
    assert identity_of(one) != identity_of(replace(one, source="other"))


@pytest.mark.parametrize("make", [obstacle, remark])
def test_a_problem_must_carry_the_facts_promised(make: Any) -> None:
    with pytest.raises(ValueError, match="carries"):
        make(MismatchCode.BEFORE_ADOPTION, on=TODAY)

    assert set(MISMATCH_FACTS) == set(MismatchCode)
