"""How much two spellings of a sound differ, and the cheapest way to turn one word's sounds into another's.

Costs say how near sounds lie in the writing of names: nought is the same, one a letter that does not belong. They
follow where sounds are made (labials with labials) and what the tables of romanization confuse: Arabic short vowels are
not written (ISO 233), the letter dhal is dh, d or z, jim is j, dj or g (UNGEGN), Korean has g or k for one letter
(Revised Romanization, McCune-Reischauer), Cyrillic kha is kh, h or x (ICAO Doc 9303-3, BGN/PCGN, ISO 9).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SOUNDS = ".pbfvwmnNtTdDszSCZjXxkgqhHGlryaeiouOAIUE"
CODE = {sound: at for at, sound in enumerate(SOUNDS)}
LONGEST = 14
_VOWELS = "aeiouO"
_LONG = "AIU"

_NEAR = {
    0.05: "qk Iy Ii Uu Uw",
    0.1: "fv wu yi tT dD HG hH Sx Nn Aa Oo Ou Oe gG qg",
    0.15: "vw kg jZ Dz Ts pb td jC SC CX Xs bp",
    0.2: "xs xH yj xk sz DT Dt uo ie",
    0.25: "sS ZS Zz jg fp Xz Ck CH ae ZC Hk sC xC",
    0.3: "bv ij Xj oe gh qG qH jz XS jX rl yZ Ae Ie Uo wv",
    0.35: "ai mn Th kH eu ou sx jx Zx au",
}
"""Pairs of sounds by what it costs to read one for the other; all others cost one, vowels among themselves .45."""


def _substitutions() -> NDArray[np.float32]:
    costs = np.ones((len(SOUNDS), len(SOUNDS)), np.float32)
    for one in _VOWELS + _LONG:
        for other in _VOWELS + _LONG:
            costs[CODE[one], CODE[other]] = 0.45
    for cost, pairs in sorted(_NEAR.items(), reverse=True):
        for pair in pairs.split():
            first, second = CODE[pair[0]], CODE[pair[1]]
            costs[first, second] = costs[second, first] = cost
    for vowel in _VOWELS:
        costs[CODE["E"], CODE[vowel]] = costs[CODE[vowel], CODE["E"]] = 0.05
    np.fill_diagonal(costs, 0.0)
    return costs


def _omissions() -> NDArray[np.float32]:
    """Return by [how many of the two words leave out short vowels, sound] the cost of a sound that one has not."""
    costs = np.ones((3, len(SOUNDS)), np.float32)
    for sound, plain, beside in (
        *((vowel, 0.4, beside) for vowel, beside in zip(_VOWELS, (0.04, 0.04, 0.15, 0.1, 0.2, 0.1), strict=True)),
        *((vowel, 0.45, 0.3) for vowel in _LONG),
        ("E", 0.0, 0.0),
        ("h", 0.35, 0.35),
        ("y", 0.25, 0.25),
        ("w", 0.5, 0.5),
        (".", 0.0, 0.0),
    ):
        costs[:, CODE[sound]] = plain, beside, max(plain, 0.7 if sound in _LONG else 0.0)
    return costs


SUBSTITUTION = _substitutions()
OMISSION = _omissions()


def encoded(words: Sequence[str]) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """Return the words as rows of codes, and their lengths."""
    rows = np.zeros((len(words), LONGEST), np.int8)
    for at, word in enumerate(words):
        cut = word[:LONGEST]
        rows[at, : len(cut)] = [CODE[sound] for sound in cut]
    return rows, np.array([min(len(word), LONGEST) for word in words], np.int8)


def costs_between(
    words: NDArray[np.int8], lengths: NDArray[np.int8], bare: NDArray[np.bool_], pairs: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return for each pair (rows of `words`) the least cost of turning one into the other.

    `bare` marks words without short vowels. The usual table of edit distance, with neighbours swapped for one, filled
    for all pairs at once.
    """
    a, b = words[pairs[:, 0]], words[pairs[:, 1]]
    how_bare = bare[pairs].sum(axis=1)[:, None]
    leave_a, leave_b = OMISSION[how_bare, a], OMISSION[how_bare, b]
    wide_a, wide_b = int(lengths[pairs[:, 0]].max(initial=0)), int(lengths[pairs[:, 1]].max(initial=0))
    count = len(pairs)
    last2 = np.zeros((wide_b + 1, count), np.float32)
    last = np.zeros((wide_b + 1, count), np.float32)
    for j in range(wide_b):
        last[j + 1] = last[j] + leave_b[:, j]
    for i in range(wide_a):
        row = np.empty_like(last)
        row[0] = last[0] + leave_a[:, i]
        for j in range(wide_b):
            best = np.minimum(last[j + 1] + leave_a[:, i], row[j] + leave_b[:, j])
            np.minimum(best, last[j] + SUBSTITUTION[a[:, i], b[:, j]], out=best)
            if i and j:
                swapped = (a[:, i] == b[:, j - 1]) & (a[:, i - 1] == b[:, j]) & (a[:, i] > 0)
                np.minimum(best, np.where(swapped, last2[j - 1] + np.float32(0.7), best), out=best)
            row[j + 1] = best
        last2, last = last, row
    found: NDArray[np.float32] = last[wide_b]
    return found
