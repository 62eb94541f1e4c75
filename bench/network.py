"""The network of legal bases: whole on a day, its history, one accession more, the planner; beside peers and limits.

``python bench/network.py [ROUNDS]`` (5). DuckDB, Polars and PostgreSQL answer the same question in its bitset form
(what a State holds is a number, what both hold is ``&``) from the same changes and treaties, and must give the same
bytes. The floor is the time to write as many. The planner's optimum is held against brute force on small cases.
"""

import argparse
import itertools
import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from peers.network import Peers

from accede.core.cooperation.agreements import Link, Serves
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.exact import optimum
from accede.core.cooperation.network import network_on
from accede.core.cooperation.network_history import history
from accede.core.cooperation.planning import Accession, CoverageProblem, closes, greedy, with_parents
from accede.core.cooperation.tables import Tables, tables_of
from accede.core.cooperation.what_if import what_if
from accede.core.cooperation.world import World

if TYPE_CHECKING:
    from accede.modules.cooperation.queries.snapshot import Cooperation

FIRST, LAST, DAY = date(1963, 1, 1), date(2026, 11, 24), date(2014, 7, 1)
LIMIT_PEER, LIMIT_FLOOR, LIMIT_HISTORY, LIMIT_WHAT_IF = 10.0, 4.0, 1.0, 0.01
Bytes = NDArray[np.uint8]


def main() -> int:
    """Make a record of the shipped facts, measure, print; 1 if a limit is not held."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rounds", nargs="?", type=int, default=5)
    rounds: int = asked.parse_args().rounds
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="1", DJANGO_SETTINGS_MODULE="accede.site.settings.local")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    try:
        snapshot = read_record()
        tables = snapshot.tables(Purpose.EXTRADITION)
        kept = [whole(tables, rounds), through_time(tables, rounds), one_more(snapshot, rounds), planner(snapshot)]
        growth(snapshot.facts.world, rounds)
    finally:
        from accede.foundation import database  # noqa: PLC0415  (needs Django set up)

        database.stop()
        shutil.rmtree(home, ignore_errors=True)
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0 if all(kept) else 1


def read_record() -> "Cooperation":
    """Return the snapshot of the shipped record; print what it takes to make it."""
    import django  # noqa: PLC0415  (reads what `main` sets)

    from accede.foundation import clock, database  # noqa: PLC0415  (needs Django set up)

    database.ensure_running()
    django.setup()
    database.migrate_under_lock()
    from accede.modules.cooperation.queries.snapshot import current_cooperation  # noqa: PLC0415  (needs Django set up)
    from accede.modules.treaties.queries.register import current_register  # noqa: PLC0415  (needs Django set up)
    from accede.site.facts import load_everything  # noqa: PLC0415  (needs Django set up)

    load_everything(at=clock.now())
    _ = current_register().timelines
    begun = time.perf_counter()
    snapshot = current_cooperation()
    world = snapshot.facts.world
    made = time.perf_counter()
    snapshot.tables(Purpose.EXTRADITION)
    print(
        f"{len(world.states)} States, {len(world.catalogue.offences)} offences, {len(world.links):,} treaty links; "
        f"once an edition: facts {made - begun:.2f} s, arrays {time.perf_counter() - made:.2f} s"
    )
    return snapshot


def whole(tables: Tables, rounds: int) -> bool:
    """Measure one day beside the peers and the floor."""
    ours, answer = best(lambda: network_on(tables, DAY).cells, rounds * 10)
    other = np.empty_like(answer)
    fill, _ = best(lambda: other.fill(7), rounds * 10)
    copied, _ = best(lambda: np.copyto(other, answer), rounds * 10)
    print(f"network on {DAY}, {answer.size:,} cells: Accede {ours * 1000:.2f} ms")
    print(f"  to write as many bytes {copied * 1000:.2f} ms (one value throughout: {fill * 1000:.2f} ms)")
    print(f"  Accede takes {ours / copied:.1f} times that ({ours / fill:.1f} times one value throughout)")
    peers = Peers(tables)
    fastest = float("inf")
    for name, ask in (("DuckDB", peers.duckdb), ("Polars", peers.polars), ("PostgreSQL", peers.postgresql)):
        theirs, _ = best(partial(ask, DAY), 2 if name == "PostgreSQL" else rounds)
        peers.checks = True
        assert np.array_equal(answer.reshape(-1), ask(DAY)), name
        peers.checks = False
        fastest = min(fastest, theirs)
        print(f"  {name:10} {theirs * 1000:9.1f} ms   Accede is {theirs / ours:.0f} times as fast; same answers")
    return fastest / ours >= LIMIT_PEER and ours / copied <= LIMIT_FLOOR


def through_time(tables: Tables, rounds: int) -> bool:
    """Measure the history since 1963."""
    taken, told = best(lambda: history(tables, FIRST, LAST), rounds)
    assert told.sure_at_last == int((network_on(tables, LAST).cells >= 80).sum())
    print(f"history {FIRST} to {LAST}: {len(told.points):,} change-points in {taken:.2f} s; ends at the same network")
    return taken < LIMIT_HISTORY


def one_more(snapshot: "Cooperation", rounds: int) -> bool:
    """Measure the effect of one accession beside computing the world."""
    from accede.modules.cooperation.queries.plans import problem_on  # noqa: PLC0415  (needs Django set up)

    problem = problem_on(snapshot, LAST, Purpose.EXTRADITION)
    full, _ = best(lambda: network_on(snapshot.tables(Purpose.EXTRADITION), LAST), rounds * 10)
    taken, _ = best(lambda: [what_if(problem.reach, a.state, a.instrument) for a in problem.accessions], rounds)
    each = taken / len(problem.accessions)
    print(
        f"one accession more: {each * 1e6:.1f} µs, {each / full:.2%} of the whole computation "
        f"(mean of {len(problem.accessions):,} accessions)"
    )
    return each / full < LIMIT_WHAT_IF


def planner(snapshot: "Cooperation") -> bool:
    """Measure the planner; hold its optimum against brute force on small cases."""
    from accede.modules.cooperation.queries.plans import problem_on  # noqa: PLC0415  (needs Django set up)

    problem = problem_on(snapshot, LAST, Purpose.EXTRADITION)
    begun = time.perf_counter()
    first = greedy(problem, 5)
    chosen = time.perf_counter()
    proof = optimum(problem, 5)
    print(
        f"five accessions for the world: greedy closes {first.closes:,} in {chosen - begun:.2f} s "
        f"(bound {first.upper_bound:,}, gap {first.gap:.2%})"
    )
    print(
        f"  optimum {proof.choice.closes:,} in {time.perf_counter() - chosen:.2f} s, proven bound "
        f"{proof.choice.upper_bound:,}, gap {proof.choice.gap:.2%}; accessions put aside {proof.put_aside:,}, "
        f"considered {proof.considered}"
    )
    picked = random.Random(7)  # noqa: S311  (which small cases are tried, the same every time)
    equal = behind = 0
    for _ in range(20):
        small = CoverageProblem(problem.reach, tuple(sorted(picked.sample(problem.accessions, 12))))
        truth = brute_force(small, 3)
        exact, step = optimum(small, 3).choice.closes, greedy(small, 3).closes
        assert exact == truth, (exact, truth)
        equal += 1
        behind += step < truth
    print(f"  small cases: {equal} of 20 equal brute force; greedy was behind in {behind}")
    return proof.choice.gap == 0.0


def brute_force(problem: CoverageProblem, count: int) -> int:
    """Return the most that any choice closes, parents with their protocols."""
    by_pair = {(a.state, a.instrument): a for a in problem.accessions}

    def allowed(chosen: tuple[Accession, ...]) -> bool:
        joined = {(a.state, a.instrument) for a in chosen}
        return all(with_parents(a, joined - {(a.state, a.instrument)}, by_pair) == (a,) for a in chosen)

    return max(
        closes(problem, chosen)
        for size in range(count + 1)
        for chosen in itertools.combinations(problem.accessions, size)
        if allowed(chosen)
    )


def growth(world: World, rounds: int) -> None:
    """Measure ten times the bilateral treaties, and three times the States."""
    picked = random.Random(11)  # noqa: S311  (made-up treaties)
    extra = tuple(
        Link(
            (min(a, b), max(a, b)),
            f"made-{n}",
            frozenset({Serves.EXTRADITION}),
            date(1970 + n % 50, 1, 1),
            since_is_known=True,
            until=None,
        )
        for n in range(9 * len(world.links))
        for a, b in [picked.sample(world.states, 2)]
    )
    names = [f"{code}{copy}" for copy in range(3) for code in world.states]
    thrice = replace(
        world,
        states=tuple(names),
        holdings={p: {f"{c}{n}": h for n in range(3) for c, h in held.items()} for p, held in world.holdings.items()},
        links=tuple(
            replace(link, states=(f"{link.states[0]}{n}", f"{link.states[1]}{n}"))
            for link in world.links
            for n in range(3)
        ),
        needs={f"{c}{n}": needs for n in range(3) for c, needs in world.needs.items()},
    )
    for title, grown in (
        ("as it is", world),
        ("10 × treaties", replace(world, links=(*world.links, *extra))),
        ("3 × States", thrice),
    ):
        tables = tables_of(grown)
        taken, cells = best(partial(_cells, tables), rounds * 4)
        moved, _ = best(partial(history, tables, FIRST, LAST), 1)
        print(
            f"  {title:14} {taken * 1000:6.2f} ms a day for {cells.size / 1e6:5.1f} million cells, "
            f"history {moved:.2f} s"
        )


def _cells(tables: Tables) -> Bytes:
    return network_on(tables, DAY).cells


def best(ask: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    """Return the median time of an answer, and the answer."""
    taken: list[float] = []
    answer: Any = None
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = ask()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), answer


if __name__ == "__main__":
    sys.exit(main())
