"""How well resolutions are read: against the marks of a folder of paragraph JSON, and against a sample marked by hand.

    python bench/mandates_reading.py FOLDER [--as lines|page|bare|wrapped] [--misses] [--speed] [--many N] [--languages]

Every second file is for development, the others are reported on. The paragraphs' text goes in — `lines`: numbers in
front; `page`: with page headings, footnotes and neighbours; `bare`: without numbers; `wrapped`: in lines of 85
letters — and what comes out is compared with the marks. The marks were made by a machine: where they are wrong,
bench/mandates_marks.yaml says so, and the second figures leave those out. As a page the whole file goes in: annexes
come out as annexes (`part` in the JSON), and where the file keeps them as back matter they are counted by themselves.
"""

import argparse
import json
import re
import resource
import textwrap
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.cutting.structure import Part
from accede.core.mandates.reading import Reading, read
from accede.core.mandates.text.lines import read_line
from accede.core.mandates.text.looks import Look
from accede.modules.mandates.queries.calendar import calendar
from accede.modules.mandates.services.document_lines import document_of

HERE = Path(__file__).parent
Item = dict[str, Any]
Judged = dict[str, list[str]]


def normal(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def lines_of(items: list[Item], manner: str) -> list[str]:
    """Return the text that goes in."""
    lines: list[str] = []
    for item in items:
        if manner != "page" and item["type"] not in ("title", "paragraph", "heading"):
            continue
        prefix = (item["prefix"] or "").strip()
        bare = manner == "bare" and item["type"] == "paragraph"
        text = item["text"] if bare or not prefix else f"{prefix} {item['text']}"
        lines += textwrap.wrap(text, 85) if manner == "wrapped" else text.split("\n")
        if manner == "wrapped":
            lines.append("")
    return lines


@dataclass
class Score:
    """Counts of one half."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    annexes: int = 0
    """Read as an annex, where the file keeps the annexes as back matter and marks none of their paragraphs."""
    levels: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        precision, recall = ratio(self.found, self.extra), ratio(self.found, self.missed)
        yield f"  paragraphs  precision {precision}  recall {recall}  ({self.found} found)"
        if self.annexes:
            yield f"              of annexes that the file keeps as back matter: {self.annexes}, in neither figure"
        right = self.verbs["right"]
        wrong = self.verbs["extra"] + self.verbs["other"]
        not_read = self.verbs["missed"] + self.verbs["other"]
        yield f"  lead verbs  precision {ratio(right, wrong)}  recall {ratio(right, not_read)}"
        yield f"  levels      right {ratio(self.levels['right'], self.levels['wrong'])}"


def ratio(right: int, wrong: int) -> str:
    return f"{right / (right + wrong):.4f}" if right + wrong else "—"


def compare(items: list[Item], reading: Reading, name: str, score: Score, judged: Judged) -> None:
    """Compare a reading with the marks; what `judged` holds is left out on both sides."""
    unused: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        unused[normal(paragraph.block.text)[:40]].append(paragraph)
    for item in items:
        if item["type"] != "paragraph" or read_line(1, item["text"]).look is Look.OPENING:
            continue
        key = normal(item["text"])
        found = next((p for p in unused[key[:40]] if normal(p.block.text)[-20:] == key[-20:]), None)
        is_wrong = is_judged(judged, name, key)
        if found is not None:
            unused[key[:40]].remove(found)
        if is_wrong:
            if found is None:
                _drop(unused, key)
            continue
        if found is None:
            score.missed += 1
            score.misses.append(f"{name} missed: {item['prefix'] or ''} {item['text'][:40]!r}")
            continue
        score.found += 1
        _compare_one(item, found, name, score)
    _count_left(items, [p for paragraphs in unused.values() for p in paragraphs], name, score, judged)


def _count_left(items: list[Item], left: list[Paragraph], name: str, score: Score, judged: Judged) -> None:
    """Count what was read and is not marked as a paragraph."""
    beside = "\n".join(normal(item["text"]) for item in items if item["type"] not in ("paragraph", "heading"))
    for one in left:
        key = normal(one.block.text)
        if one.block.part is Part.ANNEX and key[:40] in beside:
            score.annexes += 1
        elif not is_judged(judged, name, key):
            score.extra += 1
            score.misses.append(f"{name} extra: {one.path} {one.block.text[:40]!r}")


def _drop(unused: dict[str, list[Paragraph]], key: str) -> None:
    unused[key[:40]] = [p for p in unused[key[:40]] if normal(p.block.text)[:24] != key[:24]]


def _compare_one(item: Item, found: Paragraph, name: str, score: Score) -> None:
    same = found.block.level == item["paragraph_level"] and found.block.kind == item["paragraph_type"]
    score.levels["right" if same else "wrong"] += 1
    if not same:
        marked = f"{item['paragraph_type']} {item['paragraph_level']}"
        score.misses.append(f"{name} level: {found.path} is {found.block.kind} {found.block.level}, marked {marked}")
    marked = (item["action_verb"] or "").lower().strip(",")
    verb = found.lead.verb.lower() if found.lead else ""
    if verb == marked:
        score.verbs["right" if verb else "none"] += 1
        return
    score.verbs["extra" if not marked else "other" if verb else "missed"] += 1
    score.misses.append(f"{name} verb: {found.path} read {verb!r}, marked {marked!r}: {found.block.text[:40]!r}")


def judgements() -> Judged:
    """Return the marks that were judged wrong: for each file, how their paragraphs begin."""
    found: Judged = defaultdict(list)
    for files in yaml.safe_load((HERE / "mandates_marks.yaml").read_text(encoding="utf-8")).values():
        for name, phrases in files.items():
            found[name] += [normal(phrase) for phrase in phrases]
    return found


def is_judged(judged: Judged, name: str, key: str) -> bool:
    phrases = [phrase for phrase in judged.get(name, ()) if phrase]
    # A letter that stands alone heads a part; no paragraph that begins with it is meant.
    is_meant = any(key == phrase if len(phrase) < 3 else key.startswith(phrase) for phrase in phrases)
    return is_meant or (not key and name in judged)


def sample_scores(readings: dict[str, Reading]) -> Iterator[str]:
    """Compare with the sample marked by hand; print every miss."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    notes: list[str] = []
    for mark in yaml.safe_load((HERE / "mandates_sample.yaml").read_text(encoding="utf-8")):
        reading = readings.get(mark["file"])
        paragraph = next((p for p in reading.paragraphs if p.path == str(mark["paragraph"])), None) if reading else None
        if paragraph is None:
            notes.append(f"{mark['file']} {mark['paragraph']}: not there")
            continue
        read_values = {
            "addressees": list(paragraph.addressees),
            "conditions": [one.code for one in paragraph.conditions],
            "deadlines": [one.text for one in paragraph.deadlines],
            "citations": [one.text for one in paragraph.citations],
        }
        for what, values in read_values.items():
            wanted = list(mark.get(what, []))
            rest = list(values)
            for one in wanted:
                hit = next((value for value in rest if one.lower() in value.lower()), None)
                counts[what]["right" if hit else "missed"] += 1
                if hit is None:
                    notes.append(f"{mark['file']} {mark['paragraph']}: {what} missed {one!r}")
                else:
                    rest.remove(hit)
            counts[what]["extra"] += len(rest)
            notes += [f"{mark['file']} {mark['paragraph']}: {what} extra {one[:60]!r}" for one in rest]
    for what, count in counts.items():
        precision, recall = ratio(count["right"], count["extra"]), ratio(count["right"], count["missed"])
        yield f"  {what:<11} precision {precision}  recall {recall}  ({count['right']} right)"
    yield from (f"    {note}" for note in notes)


def report(folder: Path, manner: str, *, show_misses: bool) -> None:
    files = sorted(folder.glob("*.json"))
    judged = judgements()
    readings: dict[str, Reading] = {}
    for title, half in (("development", files[0::2]), ("report", files[1::2])):
        raw, fair = Score(), Score()
        for path in half:
            items = [item for item in json.loads(path.read_text(encoding="utf-8")) if item.get("language") != "french"]
            reading = read(lines_of(items, manner), calendar=calendar(), hint=path.name)
            readings[path.stem] = reading
            compare(items, reading, path.stem, raw, {})
            compare(items, reading, path.stem, fair, judged)
        print(f"{title} half, {len(half)} files, text as {manner}")
        print(*raw.lines(), sep="\n")
        print(" without the marks judged wrong:")
        print(*fair.lines(), sep="\n")
        if show_misses:
            print(*(f"    {miss}" for miss in fair.misses), sep="\n")
    print("sample marked by hand")
    print(*sample_scores(readings), sep="\n")


def speed(folder: Path) -> None:
    """Time the reading beside the mere extraction of the same text."""
    contents = [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    start = time.process_time()
    texts = [document_of(content, name=name) for name, content in contents]
    extraction = time.process_time() - start
    start = time.process_time()
    for text in texts:
        read(text.lines, calendar=calendar(), hint=text.name)
    reading = time.process_time() - start
    letters = sum(len(line) for text in texts for line in text.lines)
    print(f"extraction: {len(texts) / extraction:.0f} documents/s of processor time")
    print(f"reading: {len(texts) / reading:.0f} documents/s, {letters / reading / 1e6:.2f} million letters/s")


def many(folder: Path, count: int) -> None:
    """Read `count` documents in one run and show that memory stays flat."""
    files = sorted(folder.glob("*.json"))
    start = time.process_time()
    for number, path in enumerate(repeated(files, count), 1):
        text = document_of(path.read_bytes(), name=path.name)
        read(text.lines, calendar=calendar(), hint=text.name)
        if number in (len(files), count // 2, count):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number} documents, {time.process_time() - start:.1f} s, peak memory {peak:.0f} MB")


def repeated(files: list[Path], count: int) -> Iterable[Path]:
    return (files[number % len(files)] for number in range(count))


def languages(folder: Path) -> None:
    """Compare excerpts in five languages with the English of the same paragraphs: kinds, numbers, and no verb lost."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.glob("*.excerpt.en.txt")):
        english = _shape(path)
        for code in ("ar", "es", "fr", "ru", "zh"):
            other = path.with_name(path.name.replace(".en.", f".{code}."))
            if other.exists():
                found = _shape(other)
                counts[code]["same"] += found == english
                counts[code]["other"] += found != english
    for code, count in counts.items():
        print(
            f"{code}: {count['same']} of {count['same'] + count['other']} excerpts with the paragraphs of the English"
        )


def _shape(path: Path) -> list[tuple[str, str]]:
    reading = read(path.read_text(encoding="utf-8").splitlines(), calendar=calendar(), hint=path.name)
    return [(str(one.block.kind), one.block.number) for one in reading.paragraphs]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as", dest="manner", choices=("lines", "page", "bare", "wrapped"), default="lines")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--languages", action="store_true")
    parser.add_argument("--many", type=int, default=0)
    asked = parser.parse_args()
    if asked.languages:
        languages(asked.folder)
    elif asked.speed:
        speed(asked.folder)
    elif asked.many:
        many(asked.folder, asked.many)
    else:
        report(asked.folder, asked.manner, show_misses=asked.misses)


if __name__ == "__main__":
    main()
