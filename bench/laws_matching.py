"""How well provisions are found that answer obligations: leave one State out, beside plain BM25, in one run.

    python bench/laws_matching.py --laws FOLDER [--state CAN] [--cross] [--misses]

FOLDER holds `manifest.csv`, `gold_dev.csv` and the laws that it names. A case is one obligation in one State; R@k is
the share of the case's known provisions among the first k, macro-averaged. Intervals: bootstrap over obligations, 1,000
draws of a fixed seed. Exemplars are the provisions confirmed for *other* States. Plain BM25: windows of 700 characters,
heading in front, the best window counts, one question of an obligation in the language of the law. `--cross` asks
English questions of codes in other languages. Nothing in the product reads this folder.
"""

import argparse
import csv
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from django.conf import settings

if not settings.configured:
    settings.configure(USE_I18N=False)

from accede.core.legislation.bm25 import Bm25
from accede.core.legislation.catalogue import Catalogue, Obligation
from accede.core.legislation.matching import LawIndex, Matcher, Provision, Weights, windows_of
from accede.core.legislation.provisions import CANDIDATES
from accede.core.legislation.segmenting import is_empty
from accede.core.legislation.tongues import terms
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.services.reading import read_content

MAPPED = Path(__file__).with_name("laws_obligations.csv")
MOST = 20


@dataclass(frozen=True)
class Case:
    state: str
    obligation: str
    kind: str
    known: frozenset[tuple[str, str]]


def content_of(folder: Path, name: str) -> bytes:
    path = folder / name
    content = path.read_bytes() if path.exists() else gzip.decompress((folder / f"{name}.gz").read_bytes())
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    if name.startswith("zwe/"):
        sections = json.loads(content)["provisions"]
        content = "\n".join(f"##### {one['section']} {one['title']}\n{one['content']}" for one in sections).encode()
    return content


def read_laws(folder: Path, states: Iterable[str]) -> dict[str, dict[str, list[Provision]]]:
    """Return provisions by State and language; French codes of Canada as the State CAN-fr."""
    found: dict[str, dict[str, list[Provision]]] = defaultdict(lambda: defaultdict(list))
    with (folder / "manifest.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["use"] != "no gold"]
    for row in rows:
        state = "CAN-fr" if row["iso3"] == "CAN" and row["language"] == "fr" else row["iso3"]
        if state not in states:
            continue
        law = row["file"].removesuffix(".gz")
        read = read_content(content_of(folder, row["file"]), Path(law).name)
        by_number: dict[str, Provision] = {}
        for piece in read.segmented.provisions:
            is_regulation = state == "FRA" and piece.number[:1] in "RD"
            if piece.place not in CANDIDATES or is_empty(read.law.text, piece) or is_regulation:
                continue
            text = read.law.text[piece.body_from : piece.end]
            key = piece.number
            if key in by_number:
                text = f"{by_number[key].text}\n{text}"
            by_number[key] = Provision(law, key, key, piece.heading, piece.within, text, read.law.title)
        found[state][row["language"]] += by_number.values()
    return found


def cases_of(folder: Path) -> list[Case]:
    kinds = {one["id"]: one["kind"] for one in json.loads((folder / "obligations_dev.json").read_text())}
    known: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    with (folder / "gold_dev.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            law = row["file"].removesuffix(".gz")
            known[row["iso3"], row["obligation_id"]].add((law, row["provision"]))
            if row["iso3"] == "CAN":
                known["CAN-fr", row["obligation_id"]].add((law.replace(".en.", ".fr."), row["provision"]))
    return [Case(state, name, kinds[name], frozenset(answers)) for (state, name), answers in known.items()]


def joined_obligation(found: Catalogue, keys: Sequence[str]) -> Obligation:
    """Return one obligation of several finer ones, since the folder's are coarser."""
    first = found.obligations[keys[0]]
    others = [found.obligations[key] for key in keys[1:]]
    inherits = tuple(dict.fromkeys(name for one in (first, *others) for name in one.inherits if name not in keys))
    questions = {
        language: tuple(phrase for one in (first, *others) for phrase in one.questions[language])
        for language in first.questions
    }
    return Obligation(first.key, first.instrument, first.article, first.kind, questions, inherits)


def plain(index_of: Mapping[str, Sequence[Provision]], found: Obligation) -> list[tuple[str, str]]:
    """Return what plain BM25 over windows finds."""
    best: dict[tuple[str, str], float] = {}
    for language, provisions in index_of.items():
        windows, owners = PLAIN[id(provisions)] if id(provisions) in PLAIN else _plain_index(provisions, language)
        question = Counter(terms(found.questions[language][min(1, len(found.questions[language]) - 1)], language))
        scores = windows.scores({term: float(often) for term, often in question.items()})
        for at, score in enumerate(scores):
            name = owners[at]
            best[name] = max(best.get(name, 0.0), float(score))
    return [name for name, score in sorted(best.items(), key=lambda item: -item[1])[:MOST] if score > 0]


PLAIN: dict[int, tuple[Bm25, list[tuple[str, str]]]] = {}


def _plain_index(provisions: Sequence[Provision], language: str) -> tuple[Bm25, list[tuple[str, str]]]:
    texts, owners = [], []
    for one in provisions:
        for window in windows_of(one.text):
            texts.append(terms(f"{one.heading} {window}", language))
            owners.append((one.law, one.number))
    PLAIN[id(provisions)] = Bm25(texts), owners
    return PLAIN[id(provisions)]


def measures(ranked: Sequence[tuple[str, str]], known: frozenset[tuple[str, str]]) -> tuple[float, float, float]:
    first = next((1 / place for place, name in enumerate(ranked, 1) if name in known), 0.0)
    return (len(known & set(ranked[:10])) / len(known), len(known & set(ranked[:20])) / len(known), first)


def interval(rows: Sequence[tuple[str, float]]) -> tuple[float, float]:
    by_obligation: dict[str, list[float]] = defaultdict(list)
    for name, value in rows:
        by_obligation[name].append(value)
    names = list(by_obligation)
    drawn = random.Random(20071)  # noqa: S311  (the same each time)
    means = sorted(
        float(np.mean([value for name in drawn.choices(names, k=len(names)) for value in by_obligation[name]]))
        for _draw in range(1000)
    )
    return means[25], means[974]


Rows = list[tuple[Case, tuple[float, float, float], tuple[float, float, float]]]


def show(rows: Rows, name: Callable[[Case], str]) -> None:
    groups: dict[str, Rows] = defaultdict(list)
    for row in rows:
        groups[name(row[0])].append(row)
    for group, members in sorted(groups.items()):
        ours = np.mean([one[1] for one in members], axis=0)
        theirs = np.mean([one[2] for one in members], axis=0)
        low, high = interval([(case.obligation, found[0]) for case, found, _peer in members])
        print(
            f"{group:24} {len(members):4}  {ours[0]:.3f} / {ours[1]:.3f} / {ours[2]:.3f}  ({low:.2f}-{high:.2f})"
            f"   plain {theirs[0]:.3f} / {theirs[1]:.3f} / {theirs[2]:.3f}"
        )


def run(folder: Path, states: Sequence[str], *, cross: bool, misses: bool, weights: Weights) -> None:
    began = time.perf_counter()
    laws = read_laws(folder, states)
    print(f"read and cut: {time.perf_counter() - began:.1f} s")
    found = catalogue()
    with MAPPED.open(encoding="utf-8") as stream:
        mapped = {row["measured"]: row["obligations"].split() for row in csv.DictReader(stream)}
    cases = [one for one in cases_of(folder) if one.state in laws]
    confirmed = exemplars_of(laws, cases)
    rows: Rows = []
    began, provisions = time.perf_counter(), 0
    matchers: dict[str, Matcher] = {}
    for state, by_language in laws.items():
        indexes = [LawIndex(of_language, language) for language, of_language in by_language.items()]
        provisions += sum(len(of_language) for of_language in by_language.values())
        matchers[state] = Matcher(found, indexes, weights)
    print(f"indexed: {provisions} provisions, {provisions / (time.perf_counter() - began):.0f} a second")
    began = time.perf_counter()
    for case in cases:
        obligation = joined_obligation(found, mapped[case.obligation])
        if cross and set(laws[case.state]) == {"en"}:
            continue
        others = {
            language: [text for state, text in texts if not same_state(state, case.state)]
            for language, texts in confirmed[case.obligation].items()
        }
        candidates = matchers[case.state].candidates(obligation, exemplars=others, most=MOST)
        ranked = [(one.provision.law, one.provision.number) for one in candidates]
        rows.append((case, measures(ranked, case.known), measures(plain(laws[case.state], obligation), case.known)))
        if misses and not rows[-1][1][1]:
            print("not found:", case.state, case.obligation, sorted(case.known), ranked[:5])
    print(f"asked: {(time.perf_counter() - began) / max(1, len(rows)) * 1000:.1f} ms an obligation")
    print("R@10 / R@20 / MRR (interval of R@10)")
    without_french_canada = [row for row in rows if row[0].state != "CAN-fr"]
    show(rows, lambda case: case.state)
    show(without_french_canada, lambda case: case.kind)
    show(without_french_canada, lambda _case: "all, without CAN-fr")


def same_state(one: str, other: str) -> bool:
    return one.removesuffix("-fr") == other.removesuffix("-fr")


def exemplars_of(
    laws: Mapping[str, Mapping[str, Sequence[Provision]]], cases: Sequence[Case]
) -> dict[str, dict[str, list[tuple[str, str]]]]:
    texts = {
        (state, one.law, one.number): (language, f"{one.heading} {one.text[:4000]}")
        for state, by_language in laws.items()
        for language, provisions in by_language.items()
        for one in provisions
    }
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for case in cases:
        for law, number in case.known:
            if (case.state, law, number) in texts:
                language, text = texts[case.state, law, number]
                found[case.obligation][language].append((case.state, text))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--laws", type=Path, required=True)
    parser.add_argument("--state", action="append")
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    states = given.state or ["CAN", "CAN-fr", "AUS", "FRA", "RUS", "PER", "ZWE", "GBR"]
    run(given.laws, states, cross=given.cross, misses=given.misses, weights=Weights())


if __name__ == "__main__":
    main()
