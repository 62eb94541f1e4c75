"""Which words of names may be one and the same, and at what cost: found by rough keys, settled by the sounds."""

import itertools
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from accede.core.training.matching.scripts import is_bare, script_of, sounds_of
from accede.core.training.matching.sounds import OMISSION, costs_between, encoded

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_ROUGH: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("pb", ("p",)),
    **dict.fromkeys("fv", ("f",)),
    **dict.fromkeys("td", ("t",)),
    **dict.fromkeys("szSXxZ", ("s",)),
    **dict.fromkeys("nN", ("n",)),
    **dict.fromkeys("kqG", ("k",)),
    **dict.fromkeys("lr", ("r",)),
    "m": ("m",),
    "T": ("t", "s"),
    "D": ("t", "s"),
    "C": ("s", "k"),
    "j": ("s", "k", ""),
    "g": ("k", "s"),
    "H": ("k", ""),
    "h": ("", "k"),
    "w": ("", "f"),
}
_MOST_KEYS = 8
_CHUNK = 200_000
SURE_ENOUGH = 0.55
"""Words whose cost exceeds this share of their weight are two words."""


def rough_keys(said: str) -> set[str]:
    """Return the consonants of a word by where they are made, in each way in which they may be read."""
    choices = [_ROUGH.get(sound, ("",)) for sound in said]
    found = {"".join(one) for one in itertools.islice(itertools.product(*choices), _MOST_KEYS)}
    return {"".join(one for one, _ in itertools.groupby(key)) or said[:1] for key in found}


def slip_keys(word: str) -> Iterable[str]:
    """Return a word with each letter left out, so that words one slip apart share a key."""
    yield word
    if len(word) >= 4:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def pairs_within(groups: Ints, members: Ints) -> Ints:
    """Return all pairs of members that share a group, smaller one first, each once."""
    order = np.lexsort((members, groups))
    groups, members = groups[order], members[order]
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]]) if len(groups) else np.zeros(0, np.int64)
    ends = np.r_[starts[1:], len(groups)]
    after = np.repeat(ends, ends - starts) - np.arange(len(groups)) - 1
    first = np.repeat(np.arange(len(groups)), after)
    offsets = np.arange(len(first)) - np.repeat(np.cumsum(after) - after, after)
    pairs = np.stack((members[first], members[first + 1 + offsets]), axis=1)
    return np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)


class Words:
    """The distinct words of a register. A family name of one Han or Hangul syllable is said as family names are."""

    def __init__(self) -> None:
        self.number_of: dict[tuple[str, bool], int] = {}
        self.texts: list[str] = []
        self.forms: list[tuple[str, ...]] = []

    def number(self, text: str, *, family: bool) -> int:
        """Return the number of a word, a new one where it is new."""
        family = family and script_of(text[0]) in {"CJK", "HANGUL"}
        known = self.number_of.get((text, family))
        if known is None:
            known = self.number_of[text, family] = len(self.texts)
            self.texts.append(text)
            self.forms.append(sounds_of(text, family=family) or ("E",))
        return known

    def keyed(self) -> tuple[Ints, Ints]:
        """Return keys and the words that have them."""
        numbers: dict[str, int] = {}
        keys: list[int] = []
        owners: list[int] = []
        for at, (text, forms) in enumerate(zip(self.texts, self.forms, strict=True)):
            mine = {f"~{key}" for form in forms for key in rough_keys(form)}
            mine.update(f"{script_of(text[0])[0]}{key}" for key in slip_keys(text))
            for key in mine:
                keys.append(numbers.setdefault(key, len(numbers)))
                owners.append(at)
        return np.array(keys, np.int64), np.array(owners, np.int64)

    def likenesses(self, pairs: Ints) -> csr_array:
        """Return the symmetric table of 1 − cost/weight of those pairs that may be one word; a word is like itself."""
        owners = np.array([at for at, forms in enumerate(self.forms) for _ in forms], np.int64)
        first = np.r_[0, np.cumsum([len(forms) for forms in self.forms])]
        said = [form for forms in self.forms for form in forms]
        coded, lengths = encoded(said)
        bare = np.array([is_bare(self.texts[at]) for at in owners])
        weights = OMISSION[0][coded].sum(axis=1)
        most = max((len(forms) for forms in self.forms), default=1)
        found: list[tuple[Ints, Ints, Floats]] = []
        for one, other in itertools.product(range(most), repeat=2):
            held = (first[pairs[:, 0]] + one < first[pairs[:, 0] + 1]) & (
                first[pairs[:, 1]] + other < first[pairs[:, 1] + 1]
            )
            of = np.stack((first[pairs[held, 0]] + one, first[pairs[held, 1]] + other), axis=1)
            for at in range(0, len(of), _CHUNK):
                part = of[at : at + _CHUNK]
                cost = costs_between(coded, lengths, bare, part)
                weight = np.maximum(np.minimum(weights[part[:, 0]], weights[part[:, 1]]), 1.0)
                like = 1 - cost / weight / (1 + 0.12 * weight) * 1.36
                near = like > SURE_ENOUGH
                found.append((owners[part[near, 0]], owners[part[near, 1]], like[near].astype(np.float32)))
        count = len(self.texts)
        itself = np.arange(count)
        a = np.concatenate([*(one[0] for one in found), itself])
        b = np.concatenate([*(one[1] for one in found), itself])
        like = np.concatenate([*(one[2] for one in found), np.ones(count, np.float32)])
        a, b, like = np.r_[a, b], np.r_[b, a], np.r_[like, like]
        order = np.lexsort((-like, b, a))
        a, b, like = a[order], b[order], like[order]
        keep = np.r_[True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])] if len(a) else np.zeros(0, bool)
        return csr_array((like[keep], (a[keep], b[keep])), shape=(count, count))
