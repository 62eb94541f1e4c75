"""Golden pairs: each rule on two States, with the articles, checked by hand against the texts."""

from typing import Any

import pytest

from accede.core.cooperation.finder import find_bases, objections
from accede.core.cooperation.network import network_on
from accede.core.cooperation.tables import tables_of
from tests.core.cooperation.reading import cases, facts, lives, question

FILES = (
    "extradition",
    "newer_texts",
    "financing",
    "assistance",
    "prosecution",
    "treaties_beside",
    "not_known",
    "letter_of_the_texts",
    "surrender",
    "unless",
    "completed",
)


def pairs() -> list[Any]:
    return [case for name in FILES for case in cases(name)]


@pytest.mark.parametrize("case", pairs())
def test_a_pair_has_the_bases_that_the_texts_give(case):
    opinion = find_bases(question(case), facts(case)).answer
    expect = case["expect"]

    assert opinion.effect.value == expect["effect"]
    assert (opinion.strongest.treaty if opinion.strongest else None) == expect.get("by")
    if "bases" in expect:
        assert {b.treaty: b.effect.value for b in opinion.bases} == expect["bases"]
    strongest = opinion.strongest or (opinion.bases[0] if opinion.bases else None)
    named = {str(a) for a in strongest.articles} if strongest else set()
    every = named | {str(r.authority) for c in opinion.considered for r in c.because if r.authority}
    every |= {str(a) for b in opinion.bases for a in b.articles}
    assert set(expect.get("articles", ())) <= every
    assert not set(expect.get("without", ())) & every
    codes = {str(r.code) for b in opinion.bases for r in (*b.because, *b.conditions, *b.unknowns)}
    codes |= {str(r.code) for c in opinion.considered for r in c.because}
    codes |= {str(r.code) for r in (*opinion.conditions, *opinion.unknowns)}
    assert set(expect.get("because", ())) <= codes
    assert not set(expect.get("never", ())) & codes
    assert set(expect.get("considered", ())) <= {c.treaty for c in opinion.considered}


@pytest.mark.parametrize("case", pairs())
def test_the_network_says_the_same_as_the_finder(case):
    asked, known = question(case), facts(case)

    network = network_on(tables_of(known.world, asked.purpose), asked.on)

    effect = network.effect(asked.requesting, asked.requested, asked.offence)
    assert effect is find_bases(asked, known).answer.effect


@pytest.mark.parametrize("case", cases("refusals"))
def test_a_question_that_cannot_be_answered_is_refused_with_all_its_faults(case):
    found = objections(question(case), facts(case), dict(lives(case)))

    assert [[r.part, r.why.value, r.day] for r in found] == [[part, why, day] for part, why, day in case["expect"]]


def test_there_are_at_least_a_hundred_and_twenty_golden_pairs():
    assert len(pairs()) >= 120
