"""Plans: what would open most for a State and for the world."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from accede.core.cooperation.calendars import Entry, PlannedDeposit, calendar_of
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.planning import Accession, Choice, CoverageProblem, candidates, closes, greedy
from accede.core.cooperation.state_plans import StatePlan, plan_for
from accede.core.cooperation.what_if import Reach, reach_of
from accede.core.treaties.positions import Change, Standing
from accede.modules.cooperation.queries.snapshot import NETWORK_KINDS, Cooperation

if TYPE_CHECKING:
    from accede.core.cooperation.exact import Proof

MOST_ACCESSIONS = 20
USUAL = 5
"""Accessions of the plan that is asked for by name only."""
MOST_SECONDS = 1.5
"""How long a proof is sought; after that the gap that remains is told."""
_ODD_SECONDS = 0.4
"""How long for a question of a page's visitor that is not the usual one: anybody may think up thousands of them."""


@dataclass(frozen=True, slots=True)
class WorldPlan:
    """The k accessions that close most blind cells: chosen one by one, and the best with its proof."""

    count: int
    blind_cells: int
    greedy: Choice
    best: Choice
    considered: int
    put_aside: int
    perhaps_joined: frozenset[tuple[str, str]]
    seconds: float
    """For how long at most a better choice, or the proof that there is none, was sought."""


def states_present(snapshot: Cooperation, on: date) -> tuple[str, ...]:
    """Return the States of the network that exist on a day."""
    states = snapshot.register.states
    return tuple(
        code
        for code in snapshot.facts.world.states
        if any(on in period for period in snapshot.lives[code])
        and (states[code].kind in NETWORK_KINDS or states[code].exists.end is not None)
    )


def reach_on(snapshot: Cooperation, on: date, purpose: Purpose) -> Reach:
    """Return who reaches whom on a day."""
    return reach_of(snapshot.network(on, purpose), states_present(snapshot, on))


def problem_on(snapshot: Cooperation, on: date, purpose: Purpose) -> CoverageProblem:
    """Return every accession that is open on a day, on top of the network of that day."""
    reach = reach_on(snapshot, on, purpose)
    open_now = [i.core for i in snapshot.register.instruments.values() if i.core.adopted_on <= on]
    return CoverageProblem(reach, candidates(reach, open_now, states_present(snapshot, on)))


def plan_for_visitors(
    snapshot: Cooperation, on: date, *, count: int, today: date, purpose: Purpose = Purpose.EXTRADITION
) -> WorldPlan:
    """Return the world's plan, kept for those who ask again; a proof is sought for long of what everybody asks only."""
    is_usual = count == USUAL and on == today
    most_seconds = MOST_SECONDS if is_usual else _ODD_SECONDS
    return snapshot.kept.get(
        ("plan", on, purpose, count),
        lambda: world_plan(snapshot, on, count=count, purpose=purpose, most_seconds=most_seconds),
    )


def world_plan(
    snapshot: Cooperation,
    on: date,
    *,
    count: int,
    purpose: Purpose = Purpose.EXTRADITION,
    most_seconds: float = MOST_SECONDS,
) -> WorldPlan:
    """Return the `count` accessions that close most blind cells.

    Raises:
        ValueError: the count is not between 1 and `MOST_ACCESSIONS`.
    """
    if not 1 <= count <= MOST_ACCESSIONS:
        raise ValueError(f"the number of accessions is between 1 and {MOST_ACCESSIONS}")
    problem = problem_on(snapshot, on, purpose)
    first, proof = _chosen(snapshot, problem, count, most_seconds)
    named = {(a.state, a.instrument) for a in (*first.accessions, *proof.choice.accessions)}
    perhaps = {
        (state, key)
        for state, key in named
        if snapshot.register.standing(key, state, on).answer.standing is Standing.NOT_KNOWN
    }
    reach = problem.reach
    total = len(reach.tables.world.catalogue.offences)
    present = reach.present.bit_count()
    sure = sum(
        bits.bit_count() * weight
        for reached, weight in zip(reach.reached, reach.weights, strict=True)
        for bits in reached
    )
    return WorldPlan(
        count=count,
        blind_cells=present * (present - 1) * total - sure,
        greedy=first,
        best=proof.choice,
        considered=proof.considered,
        put_aside=proof.put_aside,
        perhaps_joined=frozenset(perhaps),
        seconds=most_seconds if proof.was_sought else 0,
    )


def _chosen(snapshot: Cooperation, problem: CoverageProblem, count: int, most_seconds: float) -> tuple[Choice, Proof]:
    """Return both choices; days with the same network, some thousands of them, share the work."""
    # The solver is heavy to load and few readers ask for it.
    from accede.core.cooperation.exact import optimum  # noqa: PLC0415  (loaded when first asked for)

    def choose() -> tuple[Choice, Proof]:
        first = greedy(problem, count)
        return first, optimum(problem, count, most_seconds=most_seconds, start=first)

    reach = problem.reach
    asked = (reach.reached, sorted(reach.holders.items()), reach.present, reach.weights, problem.accessions)
    digest = hashlib.blake2b(pickle.dumps(asked), digest_size=16).digest()
    return snapshot.kept.get(("choices", digest, count, most_seconds), choose)


def state_plan(snapshot: Cooperation, state: str, on: date, *, purpose: Purpose = Purpose.EXTRADITION) -> StatePlan:
    """Return what would open most for one State."""
    timelines = {key: snapshot.register.timelines[key, state].changes for key in snapshot.register.instruments}
    return plan_for(state, on, reach=reach_on(snapshot, on, purpose), facts=snapshot.facts, timelines=timelines)


def scenario(snapshot: Cooperation, on: date, accessions: Sequence[Accession], *, purpose: Purpose) -> int:
    """Return how many blind cells some accessions would close together."""
    return closes(problem_on(snapshot, on, purpose), accessions)


def calendar(snapshot: Cooperation, deposits: Sequence[PlannedDeposit]) -> tuple[Entry, ...]:
    """Return planned deposits with their days of effect and what is owed to whom."""
    register = snapshot.register
    timelines: dict[str, dict[str, Sequence[Change]]] = {
        d.state: {key: register.timelines[key, d.state].changes for key in register.instruments} for d in deposits
    }
    acts = {(d.state, key): register.acts.get((key, d.state), ()) for d in deposits for key in register.instruments}
    return calendar_of(
        deposits,
        instruments={key: facts.core for key, facts in register.instruments.items()},
        timelines=timelines,
        acts=acts,
    )
