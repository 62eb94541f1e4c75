"""Laws of cooperation that hold for any States, treaties and days."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from accede.core.cooperation.effects import STRENGTH, Effect, Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.finder import find_bases
from accede.core.cooperation.network import SURE, network_on
from accede.core.cooperation.network_history import history
from accede.core.cooperation.opinions import OpinionQuestion
from accede.core.cooperation.tables import tables_of
from accede.core.cooperation.what_if import reach_of, what_if
from accede.core.cooperation.world import Held, World
from accede.core.treaties.positions import Change, Position, Standing
from tests.core.cooperation.worlds import CATALOGUE, DAYS, STATES, worlds
from tests.core.treaties.nineteen import NINETEEN

PURPOSES = st.sampled_from(Purpose)
OFFENCES = st.sampled_from([o.code for o in CATALOGUE.offences])
PAIRS = st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)
_STANDING = {Held.YES: Standing.PARTY, Held.PERHAPS: Standing.NOT_KNOWN, Held.NO: Standing.NONE}


def facts_of(world: World) -> Facts:
    def change_on(instrument: str, state: str, day: date) -> Change:
        return Change(day, Position(_STANDING[world.held_on(state, instrument, day)]), ())

    return Facts(world, NINETEEN, change_on)


@settings(max_examples=60)
@given(worlds, DAYS, PURPOSES, OFFENCES)
def test_the_network_equals_the_finder_pair_by_pair(world, day, purpose, offence):
    network, facts = network_on(tables_of(world, purpose), day), facts_of(world)

    for pair in permutations(STATES, 2):
        opinion = find_bases(OpinionQuestion(*pair, offence, day, purpose), facts).answer

        assert network.effect(*pair, offence) is opinion.effect
        if opinion.strongest is not None and opinion.strongest.treaty in {*NINETEEN, "ETS-090"}:
            assert network.treaty(*pair, offence) == opinion.strongest.treaty


@given(worlds, DAYS, PURPOSES)
def test_whether_there_is_a_sure_basis_does_not_depend_on_who_asks(world, day, purpose):
    sure = network_on(tables_of(world, purpose), day).cells >= SURE

    assert (sure == sure.transpose(0, 2, 1)).all()


@given(worlds, DAYS, st.sampled_from([Purpose.MLA, Purpose.PROSECUTION]))
def test_assistance_and_prosecution_are_the_same_in_both_directions(world, day, purpose):
    cells = network_on(tables_of(world, purpose), day).cells

    assert (cells == cells.transpose(0, 2, 1)).all()


@given(worlds, DAYS, PURPOSES, st.sampled_from(STATES), st.data())
def test_an_accession_never_weakens_a_basis(world, day, purpose, state, data):
    provision = data.draw(st.sampled_from([*world.holdings]))
    joined = {**world.holdings[provision], state: ((date.min, Held.YES),)}
    after = replace(world, holdings={**world.holdings, provision: joined})

    before_cells = network_on(tables_of(world, purpose), day).cells >> 4
    after_cells = network_on(tables_of(after, purpose), day).cells >> 4

    assert (after_cells >= before_cells).all()


@given(worlds, DAYS, OFFENCES, PAIRS, st.sampled_from(STATES), st.data())
def test_an_accession_takes_a_basis_away_only_by_a_newer_text(world, day, offence, pair, state, data):
    provision = data.draw(st.sampled_from([*world.holdings]))
    joined = {**world.holdings[provision], state: ((date.min, Held.YES),)}
    after = replace(world, holdings={**world.holdings, provision: joined})
    question = OpinionQuestion(pair[0], pair[1], offence, day)

    had = {b.treaty: b.effect for b in find_bases(question, facts_of(world)).answer.bases}
    has = {b.treaty: b.effect for b in find_bases(question, facts_of(after)).answer.bases}

    assert had.keys() <= has.keys()
    weaker = {t for t in had if STRENGTH[has[t]] < STRENGTH[had[t]]}
    assert all(has[treaty] is Effect.SUPERSEDED for treaty in weaker)


@settings(max_examples=40)
@given(worlds, PURPOSES, st.lists(DAYS, min_size=2, max_size=2, unique=True).map(sorted))
def test_the_history_arrives_at_the_network_of_its_last_day(world, purpose, days):
    tables = tables_of(world, purpose)

    told = history(tables, days[0], days[1])

    assert told.sure_at_first == int((network_on(tables, days[0]).cells >= SURE).sum())
    assert told.sure_at_last == int((network_on(tables, days[1]).cells >= SURE).sum())


@given(worlds, DAYS, PURPOSES, st.sampled_from(STATES), st.sampled_from(["HAGUE-1970", "BOMBINGS-1997", "SUA-1988"]))
def test_what_an_accession_opens_is_what_the_world_with_it_has_more(world, day, purpose, state, instrument):
    tables = tables_of(world, purpose)
    network = network_on(tables, day)
    held = world.holdings.get(instrument, {})
    joined = {**held, state: ((date.min, Held.YES),)}
    after = network_on(tables_of(replace(world, holdings={**world.holdings, instrument: joined}), purpose), day)

    opened = what_if(reach_of(network, STATES), state, instrument)

    assert opened.cells == int((after.cells >= SURE).sum()) - int((network.cells >= SURE).sum())
    pairs = (after.cells >= SURE) & ~(network.cells >= SURE)
    assert opened.pairs == int(np.any(pairs, axis=0).sum())
