"""Compares the rows of one State: which pairs are worth a look, and what of them agrees, as columns of numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu

from accede.core.training.matching.parts import parts_of
from accede.core.training.matching.rows import PersonName
from accede.core.training.matching.words import Ints, Words, pairs_within

Numbers = NDArray[np.float64]
MOST_PARTS = 6
_LEAST_BITS = 2.0
_STEADY = 25.0
_STRANGE = 0.001
_UNKNOWN = 200.0
_FEW = 100
_DENSE = 5_000


@dataclass
class Register:
    """Rows made ready: words of each reading of each name, by State."""

    rows: list[PersonName]
    words: Words
    readings: Ints
    reading_of: Ints
    initials: Ints
    likeness: csr_array
    everywhere: Numbers
    states: list[Ints]

    def texts_by_row(self) -> Callable[[PersonName], Sequence[str]]:
        """Return what tells the words of a row's first reading."""
        first = {
            self.rows[owner].key: reading
            for reading, owner in zip(self.readings[::-1], self.reading_of[::-1], strict=True)
        }
        return lambda row: [self.words.texts[number] for number in first.get(row.key, ()) if number >= 0]


def ready(rows: Sequence[PersonName]) -> Register:
    """Cut the names and find the words that are alike within each State."""
    ordered = sorted(rows, key=lambda row: row.key)
    words = Words()
    cut: list[tuple[int, ...]] = []
    of: list[int] = []
    initials = np.zeros(len(ordered), np.int64)
    kept: dict[str, tuple[tuple[tuple[int, ...], ...], int]] = {}
    for at, row in enumerate(ordered):
        if row.name not in kept:
            parts = parts_of(row.name)
            numbers = tuple(
                tuple(
                    words.number(text, family=not place and len(reading) > 1)
                    for place, text in enumerate(reading[:MOST_PARTS])
                )
                for reading in parts.readings
            )
            kept[row.name] = (numbers, len(parts.initials))
        numbers, initials[at] = kept[row.name]
        cut += numbers
        of += [at] * len(numbers)
    readings = np.full((len(cut), MOST_PARTS), -1, np.int64)
    for place, reading in enumerate(cut):
        readings[place, : len(reading)] = reading
    reading_of = np.array(of, np.int64)
    by_state: dict[str, list[int]] = {}
    for at, row in enumerate(ordered):
        by_state.setdefault(row.state, []).append(at)
    states = [np.array(members, np.int64) for members in by_state.values()]
    likeness = words.likenesses(_pairs_of_words(words, readings, reading_of, states, len(ordered)))
    used = np.bincount(readings[readings >= 0], minlength=len(words.texts)).astype(float)
    return Register(ordered, words, readings, reading_of, initials, likeness, likeness @ used, states)


def _pairs_of_words(words: Words, readings: Ints, reading_of: Ints, states: Sequence[Ints], count: int) -> Ints:
    state_of = np.zeros(count, np.int64)
    for number, members in enumerate(states):
        state_of[members] = number
    state_of_word = np.repeat(state_of[reading_of], MOST_PARTS)
    flat = readings.ravel()
    met = np.unique(np.stack((flat, state_of_word), axis=1)[flat >= 0], axis=0)
    keys, owners = words.keyed()
    ends = np.searchsorted(owners, met[:, 0], side="right")
    starts = np.searchsorted(owners, met[:, 0], side="left")
    sizes = ends - starts
    places = np.repeat(starts, sizes) + np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    states_of = np.repeat(met[:, 1], sizes)
    return pairs_within(keys[places] * len(states) + states_of, owners[places])


@dataclass
class Pairs:
    """Pairs of rows of one State, first the smaller number, and what agrees."""

    a: Ints
    b: Ints
    bits: Numbers
    matched: Ints
    unlike: Numbers
    missing: Ints
    other: Ints
    namesakes: Numbers
    steps: NDArray[np.float32]

    def only(self, which: NDArray[np.bool_] | Ints) -> "Pairs":
        """Return some of the pairs."""
        return Pairs(*(getattr(self, column.name)[which] for column in fields(self)))

    @classmethod
    def joined(cls, many: Sequence["Pairs"]) -> "Pairs":
        """Return the pairs of several States as one; of none an empty one."""
        nothing, none = np.zeros(0), np.zeros(0, np.int64)
        steps = np.zeros((0, MOST_PARTS, 4), np.float32)
        empty = cls(none, none, nothing, none, nothing, none, none, nothing, steps)
        return cls(
            *(np.concatenate([getattr(one, column.name) for one in (many or [empty])]) for column in fields(cls))
        )


def _rarity(register: Register, members: Ints, local: csr_array, incidence: csr_array, of: Ints) -> Numbers:
    """Return bits that agreement on each word of the State is worth: −log2 of how many others have one like it."""
    here = np.maximum(local @ np.asarray(incidence.sum(axis=0)).ravel() - 2, 0.0)
    rows = len(register.rows)
    everywhere = (np.maximum(register.everywhere[of] - 2, 0.2) + _STRANGE * _UNKNOWN) / (rows + _UNKNOWN)
    share = (here + _STEADY * everywhere) / (len(members) + _STEADY)
    bits: Numbers = -np.log2(np.clip(share, 1e-6, 1.0))
    return bits


def compared(register: Register, members: Ints, sheet: NDArray[np.bool_]) -> Pairs | None:
    """Compare the rows `members` of one State pairwise; of each pair at least one is of the sheet."""
    mine = np.flatnonzero(np.isin(register.reading_of, members))
    readings = register.readings[mine]
    owners = register.reading_of[mine]
    of = np.unique(readings[readings >= 0])
    if len(members) < 2 or not len(of):
        return None
    numbers = np.searchsorted(of, readings)
    held = readings >= 0
    local = register.likeness[of][:, of]
    lines = np.broadcast_to(np.arange(len(mine))[:, None], readings.shape)[held]
    incidence = csr_array((np.ones(len(lines)), (lines, numbers[held])), shape=(len(mine), len(of)))
    incidence.data[:] = 1
    bits = _rarity(register, members, local, incidence, of)
    table = local.tocoo()
    worth = csr_array(
        (np.sqrt(bits[table.row] * bits[table.col]) * table.data, (table.row, table.col)), shape=local.shape
    )
    shared = triu(incidence @ worth @ incidence.T, k=1).tocoo()
    near = shared.data >= _LEAST_BITS
    first, second = shared.row[near], shared.col[near]
    ok = (owners[first] != owners[second]) & (sheet[owners[first]] | sheet[owners[second]])
    first, second = first[ok].astype(np.int64), second[ok].astype(np.int64)
    padded = np.where(held, numbers, len(of))
    return _aligned((padded, owners), (first, second), (local, bits, of), len(members))


def _lookup(local: csr_array) -> NDArray[np.float32] | None:
    size = local.shape[0]
    if size > _DENSE:
        return None
    dense = np.zeros((size + 1, size + 1), np.float32)
    dense[:size, :size] = local.toarray()
    return dense


def _likeness_of(local: csr_array, dense: NDArray[np.float32] | None, a: Ints, b: Ints) -> NDArray[np.float32]:
    if dense is not None:
        return dense[a[:, :, None], b[:, None, :]]
    size = local.shape[0]
    asked = (np.minimum(a, size)[:, :, None] * (size + 1) + b[:, None, :]).ravel()
    table = local.tocoo()
    keys = table.row.astype(np.int64) * (size + 1) + table.col
    order = np.argsort(keys)
    at = np.minimum(np.searchsorted(keys[order], asked), len(keys) - 1)
    found = np.where(keys[order][at] == asked, table.data[order][at], 0)
    return found.reshape(len(a), a.shape[1], b.shape[1]).astype(np.float32)


def _aligned(
    lines: tuple[Ints, Ints], pairs: tuple[Ints, Ints], tables: tuple[csr_array, Numbers, Ints], count: int
) -> Pairs:
    """Lay the parts of two names one to one, most alike first, and keep the best reading of each pair of rows."""
    padded, owners = lines
    local, bits, of = tables
    size = local.shape[0]
    bits, of = np.r_[bits, 0.0], np.r_[of, -1]
    a, b = padded[pairs[0]], padded[pairs[1]]
    like = _likeness_of(local, _lookup(local), a, b)
    value = np.sqrt(bits[a][:, :, None] * bits[b][:, None, :]).astype(np.float32)
    each = np.arange(len(a))
    steps = np.full((len(a), MOST_PARTS, 4), -1, np.float32)
    for step in range(MOST_PARTS):
        best = (like * value).reshape(len(a), -1).argmax(axis=1)
        i, j = best // MOST_PARTS, best % MOST_PARTS
        got = like[each, i, j] > 0
        if not got.any():
            break
        found = np.stack((of[a[each, i]], of[b[each, j]], like[each, i, j], value[each, i, j]), axis=1)
        steps[got, step] = found[got]
        like[each, i, :] = 0
        like[each, :, j] = 0
    took = steps[:, :, 0] >= 0
    matched = took.sum(axis=1)
    gained = np.where(took, steps[:, :, 3], 0).sum(axis=1)
    unlike = np.where(took, 1 - steps[:, :, 2], 0).sum(axis=1)
    left_a, left_b = (a < size).sum(axis=1) - matched, (b < size).sum(axis=1) - matched
    spare, left_over = np.minimum(left_a, left_b), np.abs(left_a - left_b)
    low, high = np.minimum(owners[pairs[0]], owners[pairs[1]]), np.maximum(owners[pairs[0]], owners[pairs[1]])
    turned = owners[pairs[0]] > owners[pairs[1]]
    steps[turned] = steps[turned][:, :, [1, 0, 2, 3]]
    order = np.lexsort((-(gained - 10 * unlike - 7 * spare - left_over), high, low))
    first = np.r_[True, (low[order][1:] != low[order][:-1]) | (high[order][1:] != high[order][:-1])][: len(order)]
    many = np.full(len(a), np.log2(max(count, _FEW)))
    return Pairs(low, high, gained, matched, unlike, left_over, spare, many, steps).only(order[first])


def numbered(values: Sequence[str]) -> Ints:
    """Return the values as numbers, nothing as −1."""
    seen: dict[str, int] = {}
    plain = [" ".join(value.split()).casefold() for value in values]
    return np.array([seen.setdefault(value, len(seen)) if value else -1 for value in plain], np.int64)
