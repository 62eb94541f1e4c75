"""How well persons are found again in a seeded register of six scripts, beside bare splink on names as written.

    python bench/persons.py [--size 5000] [--states 28] [--seeds 21,23] [--held-out] [--without-peer]

Sure pairs are counted after joining them to persons, those to look at as proposed. `--held-out` draws from one half of
each list of names only; the weights were fitted on the other half. The peer: splink's own estimation without labels,
first and last word of the name by Jaro-Winkler, birth year, organisation, within the State, at its best threshold in
hindsight.
"""

import argparse
import logging
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import pyarrow as pa
import splink.comparison_library as compare
from person_register.drawing import Drawn, draw
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from accede.core.training.matching import PersonName, persons_of, persons_range, propose


def pairs_of(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def truth_of(rows: Sequence[Drawn]) -> set[tuple[str, str]]:
    by_person: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        by_person[row.person].append(row.key)
    return pairs_of(by_person.values())


def ours(rows: Sequence[Drawn], true: set[tuple[str, str]]) -> None:
    given = [
        PersonName(one.key, one.name, one.state, one.event, one.sex, one.birth_year, one.organisation, one.post)
        for one in rows
    ]
    began = time.perf_counter()
    proposals = propose(given)
    took = time.perf_counter() - began
    groups: dict[str, list[str]] = defaultdict(list)
    for key, first in persons_of(given, proposals).items():
        groups[first].append(key)
    sure = pairs_of(groups.values())
    looked = {(min(one.a, one.b), max(one.a, one.b)) for one in proposals}
    many, few = persons_range(given, proposals=proposals)
    print(f"  sure P {len(sure & true) / len(sure):.3f} R {len(sure & true) / len(true):.3f}", end="; ")
    print(f"to look at R {len(looked & true) / len(true):.3f} at {len(looked) / len(true):.2f} a true pair", end="; ")
    print(f"persons {few}-{many} of {len({one.person for one in rows})}; {took:.1f} s with the keys", end="; ")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
    kind = {one.key: one.kind for one in rows}
    found, there = Counter[str](), Counter[str]()
    for a, b in true:
        name = "/".join(sorted((kind[a], kind[b])))
        there[name] += 1
        found[name] += (a, b) in sure
    print("  R of sure by kind:", ", ".join(f"{name} {found[name] / there[name]:.2f}" for name in sorted(there)))


def peer(rows: Sequence[Drawn], true: set[tuple[str, str]]) -> None:
    logging.getLogger("splink").setLevel(logging.ERROR)
    began = time.perf_counter()
    table = pa.Table.from_pylist(
        [
            {
                "unique_id": one.key,
                "given": one.name.split()[0],
                "family": one.name.split()[-1],
                "state": one.state,
                "year": str(one.birth_year) if one.birth_year else None,
                "office": one.organisation or None,
            }
            for one in rows
        ]
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("given", [0.92, 0.8]),
            compare.JaroWinklerAtThresholds("family", [0.92, 0.8]),
            compare.ExactMatch("year"),
            compare.ExactMatch("office"),
        ],
        blocking_rules_to_generate_predictions=[block_on("state", "given"), block_on("state", "family")],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(table), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("state", "given", "family")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("state", "given"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("state", "family"))
    found = linker.inference.predict(threshold_match_probability=0.5).as_record_list()
    took = time.perf_counter() - began
    ordered = sorted(found, key=lambda one: -one["match_probability"])
    right, best = 0, (0.0, 0.0)
    for at, one in enumerate(ordered, 1):
        right += (min(one["unique_id_l"], one["unique_id_r"]), max(one["unique_id_l"], one["unique_id_r"])) in true
        if right / at >= 0.98:
            best = (right / at, right / len(true))
    print(f"  splink on names as written: P {best[0]:.3f} R {best[1]:.3f}; {took:.1f} s")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--size", type=int, default=5000)
    asked.add_argument("--states", type=int, default=28)
    asked.add_argument("--seeds", default="21,23")
    asked.add_argument("--held-out", action="store_true")
    asked.add_argument("--without-peer", action="store_true")
    args = asked.parse_args()
    for seed in (int(one) for one in args.seeds.split(",")):
        rows = draw(seed, args.size, args.states, half=1 if args.held_out else None)
        true = truth_of(rows)
        years = sum(one.birth_year is not None for one in rows) / len(rows)
        print(f"seed {seed}: {len(rows)} rows, {args.states} States, {len(true)} true pairs, years in {years:.0%}")
        ours(rows, true)
        if not args.without_peer:
            peer(rows, true)


if __name__ == "__main__":
    main()
