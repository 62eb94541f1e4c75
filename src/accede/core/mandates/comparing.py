"""Two resolutions of a series side by side: clauses carried over, changed, new and dropped, and the gates that move.

Numbers shift from one resolution to the next, so clauses are matched by their words: two are as near as the angle
between their words, where a word counts the more, the fewer clauses hold it. Where both resolutions have parts, clauses
are matched part by part first; only what is left may have moved from one part to another.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.cutting.structure import Kind, Part
from accede.core.mandates.duties import Duty, Section, duties_of
from accede.core.mandates.reading import Reading


class Fate(StrEnum):
    """What became of a clause."""

    CARRIED = "carried_over"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of the earlier resolution, of the later one, or of both; and the gates that it gained or lost."""

    fate: Fate
    earlier: Paragraph | None
    later: Paragraph | None
    nearness: float
    gates_gained: tuple[str, ...]
    gates_lost: tuple[str, ...]

    @property
    def division(self) -> str:
        """The part in which the clause stands: of the later resolution, of the earlier where it was dropped."""
        clause = self.later or self.earlier
        return clause.block.division if clause is not None else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All clauses, in the order of the later resolution, dropped ones where they stood; and the sums."""

    pairs: tuple[Pair, ...]
    gates: Mapping[str, tuple[int, int]]
    """For each condition, in how many operative clauses it stands: earlier, later."""
    sections_gained: tuple[Section, ...]
    sections_lost: tuple[Section, ...]

    def count(self, fate: Fate) -> int:
        """Return how many clauses met a fate."""
        return sum(pair.fate is fate for pair in self.pairs)


_SAME = 0.985
_NEAR = 0.42
_WORD = re.compile(r"[a-z][a-z-]+|\d+")


def compare(
    earlier: Reading,
    later: Reading,
    *,
    kind: Kind = Kind.OPERATIVE,
    duties: tuple[Sequence[Duty], Sequence[Duty]] | None = None,
) -> Comparison:
    """Compare the clauses of one kind of two resolutions; `duties` are those that hold, None for those as read."""
    first, second = _clauses(earlier, kind), _clauses(later, kind)
    matches = _matches(first, second)
    by_later = {later_at: (earlier_at, nearness) for earlier_at, later_at, nearness in matches}
    used = {earlier_at for earlier_at, _, _ in matches}
    pairs: list[tuple[float, Pair]] = []
    for at, paragraph in enumerate(second):
        if at in by_later:
            earlier_at, nearness = by_later[at]
            pairs.append((at, _pair(first[earlier_at], paragraph, nearness)))
        else:
            pairs.append((at, Pair(Fate.NEW, None, paragraph, 0.0, _codes(paragraph), ())))
    places = {earlier_at: later_at for earlier_at, later_at, _ in matches}
    for at, paragraph in enumerate(first):
        if at not in used:
            before = max((places[one] for one in used if one < at), default=-1)
            pairs.append((before + 0.5, Pair(Fate.DROPPED, paragraph, None, 0.0, (), _codes(paragraph))))
    held = (duties_of(earlier), duties_of(later)) if duties is None else duties
    sections = [dict.fromkeys(duty.section for duty in one) for one in held]
    return Comparison(
        pairs=_by_division([pair for _, pair in sorted(pairs, key=lambda one: one[0])], earlier, later),
        gates=_gates(first, second),
        sections_gained=tuple(one for one in sections[1] if one not in sections[0]),
        sections_lost=tuple(one for one in sections[0] if one not in sections[1]),
    )


def _by_division(pairs: list[Pair], earlier: Reading, later: Reading) -> tuple[Pair, ...]:
    """Return the pairs part by part: the later resolution's parts in order, then those that only the earlier has."""
    marks = dict.fromkeys(["", *(one.mark for one in (*later.divisions, *earlier.divisions))])
    order = {mark: at for at, mark in enumerate(marks)}
    return tuple(sorted(pairs, key=lambda pair: order.get(pair.division, 0)))


def _clauses(reading: Reading, kind: Kind) -> list[Paragraph]:
    return [p for p in reading.paragraphs if p.block.kind is kind and p.block.part is Part.RESOLUTION and p.block.text]


def _codes(paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in paragraph.conditions))


def _pair(earlier: Paragraph, later: Paragraph, nearness: float) -> Pair:
    before, after = _codes(earlier), _codes(later)
    is_same = " ".join(_WORD.findall(earlier.block.text.lower())) == " ".join(_WORD.findall(later.block.text.lower()))
    return Pair(
        Fate.CARRIED if is_same or nearness >= _SAME else Fate.CHANGED,
        earlier,
        later,
        nearness,
        tuple(code for code in after if code not in before),
        tuple(code for code in before if code not in after),
    )


def _gates(first: Sequence[Paragraph], second: Sequence[Paragraph]) -> dict[str, tuple[int, int]]:
    before, after = (Counter(code for p in side for code in _codes(p)) for side in (first, second))
    return {code: (before[code], after[code]) for code in sorted({*before, *after})}


def _matches(first: Sequence[Paragraph], second: Sequence[Paragraph]) -> list[tuple[int, int, float]]:
    """Return pairs of clauses, those of the same part before others and the nearest first, each in one pair at most."""
    texts = [Counter(_WORD.findall(one.block.text.lower())) for one in (*first, *second)]
    holds = Counter(word for text in texts for word in text)
    weight = {word: math.log((1 + len(texts)) / count) for word, count in holds.items()}
    vectors = [{word: count * weight[word] for word, count in text.items()} for text in texts]
    lengths = [math.sqrt(sum(value * value for value in vector.values())) or 1.0 for vector in vectors]
    candidates = []
    for at in range(len(first)):
        for other in range(len(second)):
            place = len(first) + other
            shared = vectors[at].keys() & vectors[place].keys()
            nearness = sum(vectors[at][word] * vectors[place][word] for word in shared) / (lengths[at] * lengths[place])
            if nearness >= _NEAR:
                is_same_part = first[at].block.division == second[other].block.division
                candidates.append((is_same_part, nearness, -abs(at - other), at, other))
    taken_first: set[int] = set()
    taken_second: set[int] = set()
    matches = []
    for _, nearness, _, at, other in sorted(candidates, reverse=True):
        if at not in taken_first and other not in taken_second:
            taken_first.add(at)
            taken_second.add(other)
            matches.append((at, other, nearness))
    return matches
