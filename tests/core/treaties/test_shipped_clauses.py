"""The shipped final clauses equal those that the tests restate from the texts."""

from typing import Any

import pytest

from accede.core.treaties.instruments import Instrument, Wait
from tests.core.treaties.nineteen import NINETEEN, SHIPPED


def day(value: object) -> str | None:
    return None if value is None else str(value)


def wait(shipped: dict[str, Any]) -> tuple[str, int]:
    return shipped["delay"], shipped.get("days") or 0


def counted(given: Wait) -> tuple[str, int]:
    return given.delay.value, given.days


@pytest.mark.parametrize("instrument", [pytest.param(i, id=i.key) for i in NINETEEN.values()])
def test_the_shipped_clauses_are_those_of_the_text(instrument: Instrument) -> None:
    shipped, rule = SHIPPED[instrument.key], instrument.rule
    assert rule is not None

    assert (shipped["number"], shipped["adopted_on"], shipped["in_force_on"]) == (
        instrument.number,
        day(instrument.adopted_on),
        day(instrument.in_force_on),
    )
    assert shipped["opened_on"] == day(instrument.opened_on)
    assert shipped["depositaries"] == list(instrument.depositaries)
    assert (shipped.get("parent"), shipped.get("parent_link")) == (instrument.parent, instrument.parent_link)
    assert (shipped.get("parent_link_article") or "") == instrument.parent_article
    assert (shipped["denunciation_months"], shipped["denunciation_days"], shipped["denunciation_article"]) == (
        instrument.denunciation_months,
        instrument.denunciation_days,
        instrument.denunciation_article,
    )
    assert (shipped["falls_with_parent"], shipped["falls_with_parent_article"]) == (
        instrument.falls_with_parent,
        instrument.falls_with_parent_article,
    )
    clause = shipped["rule"]
    assert (str(clause["article"]), str(clause["later_article"])) == (rule.article, rule.later_article)
    assert (wait(clause["wait"]), wait(clause["later_wait"])) == (counted(rule.wait), counted(rule.later_wait))
    assert clause.get("deposits") == rule.deposits
    assert tuple(clause.get("share_of_parent") or ()) == (rule.share_of_parent or ())
    assert (clause.get("of_which_producers", 0), clause.get("signatories_only", False)) == (
        rule.of_which_producers,
        rule.signatories_only,
    )
    assert (clause.get("not_before_parent", False), clause.get("not_before")) == (
        rule.not_before_parent,
        rule.not_before,
    )
