"""Weighs what agrees and differs between two rows, in bits: a sum of terms after Fellegi and Sunter (1969).

A shared part speaks by its rarity in the State, an unlike spelling against. Matches do not grow with the square of the
rows, namesakes do: hence the term `namesakes`. What an organisation or a function is called in another language is
learned from the rows themselves: from how often the two values meet on pairs that names and years already make likely,
beside how often they would by chance.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accede.core.training.matching.comparing import Numbers, Pairs, numbered
from accede.core.training.matching.rows import PersonName
from accede.core.training.matching.words import Ints

WEIGHTS = {
    "bits": 0.62,
    "two": 0.54,
    "three": 1.02,
    "unlike": -6.31,
    "missing": -0.4,
    "other": -4.84,
    "more_other": -4.27,
    "may_have_married": 1.34,
    "same_birth_year": 4.92,
    "near_birth_year": -0.97,
    "other_birth_year": -11.8,
    "same_sex": 0.52,
    "other_sex": -8.0,
    "namesakes": -1.0,
    "initials": -0.49,
    "base": 3.26,
    "organisation": 0.67,
    "post": 0.38,
}
"""Bits by term: fitted by logistic regression on one half of the published names; the bench reports on both."""
HOPELESS = -13.0
SLIPS_OF_YEARS = (1, 10)
"""Years by which one slip of a digit sets a birth year wrong."""
_LEARNED_FROM = 0.9
_STEADY = 4.0
_OTHER_VALUES = 20.0
_USUALLY_KEPT = 0.6
_MOST = 6.0
_LEAST = -2.5


class Facts:
    """What rows say beside names, as columns of numbers."""

    def __init__(self, rows: Sequence[PersonName], initials: Ints) -> None:
        self.years = np.array([row.birth_year or 0 for row in rows], np.int64)
        self.sexes = numbered([row.sex for row in rows])
        self.events = numbered([row.event for row in rows])
        self.women = np.array([row.sex.casefold() in {"f", "female", "w"} for row in rows], bool)
        self.organisations = numbered([row.organisation for row in rows])
        self.posts = numbered([row.post for row in rows])
        self.initials = initials

    def are_two_persons(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Return which pairs stand on the list of one event: nobody attends an event twice."""
        twice: NDArray[np.bool_] = (self.events[pairs.a] >= 0) & (self.events[pairs.a] == self.events[pairs.b])
        return twice


def name_terms(facts: Facts, pairs: Pairs) -> dict[str, Numbers]:
    """Return the terms of names, birth year and sex, before their weights."""
    a, b = pairs.a, pairs.b
    apart = np.abs(facts.years[a] - facts.years[b])
    known = (facts.years[a] > 0) & (facts.years[b] > 0)
    slip = np.isin(apart, SLIPS_OF_YEARS)
    sexes = (facts.sexes[a] >= 0) & (facts.sexes[b] >= 0)
    initials = np.minimum(facts.initials[a] + facts.initials[b], pairs.missing)
    terms = {
        "bits": pairs.bits,
        "two": pairs.matched >= 2,
        "three": pairs.matched >= 3,
        "unlike": pairs.unlike,
        "missing": pairs.missing - initials,
        "initials": initials,
        "other": pairs.other >= 1,
        "more_other": np.maximum(pairs.other - 1, 0),
        "may_have_married": (pairs.other > 0) & (facts.women[a] | facts.women[b]),
        "same_birth_year": known & (apart == 0),
        "near_birth_year": known & slip,
        "other_birth_year": known & (apart > 0) & ~slip,
        "same_sex": sexes & (facts.sexes[a] == facts.sexes[b]),
        "other_sex": sexes & (facts.sexes[a] != facts.sexes[b]),
        "namesakes": pairs.namesakes,
        "base": np.ones(len(a)),
    }
    return {name: np.asarray(column, float) for name, column in terms.items()}


def weighed(terms: dict[str, Numbers]) -> Numbers:
    """Return the sum of the terms in bits."""
    return np.asarray(sum(WEIGHTS[name] * column for name, column in terms.items()), float)


def learned(values: Ints, pairs: Pairs, likely: Numbers) -> Numbers:
    """Return for each pair the bits that its two values speak for one person; nought where one is not given.

    `likely` is the chance, from all else, that the pair is one person. A value that nobody has met
    keeps what is expected of it: that most people keep their organisation.
    """
    x, y = values[pairs.a], values[pairs.b]
    given = (x >= 0) & (y >= 0)
    bits = np.zeros(len(x))
    if not given.any():
        return bits
    many = int(values.max()) + 1
    share = (np.bincount(values[values >= 0], minlength=many) + 0.5) / ((values >= 0).sum() + _OTHER_VALUES)
    low, high = np.minimum(x, y), np.maximum(x, y)
    teaches = given & (likely >= _LEARNED_FROM)
    code = low * many + high
    kinds, place = np.unique(code[given], return_inverse=True)
    met = np.zeros(len(kinds))
    np.add.at(met, place, np.where(teaches[given], likely[given], 0.0))
    seen = np.zeros(many)
    for side in (x, y):
        seen += np.bincount(side[teaches], weights=likely[teaches], minlength=many)
    one, other = kinds // many, kinds % many
    same = one == other
    met = np.where(same, 2 * met, met)
    ratios = np.zeros(len(kinds))
    for u, v in ((one, other), (other, one)):
        expected = (1 - _USUALLY_KEPT) * share[v] + _USUALLY_KEPT * same
        ratios += 0.5 * np.log2((met + _STEADY * expected) / (seen[u] + _STEADY) / share[v])
    bits[given] = np.clip(ratios, _LEAST, _MOST)[place]
    return bits
