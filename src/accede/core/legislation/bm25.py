"""BM25 over texts cut to terms (Robertson and Zaragoza, 2009): k1 1.2, b 0.75, weights as Lucene has them."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_K1 = 1.2
_B = 0.75

Scores = NDArray[np.float32]


class Bm25:
    """An index of texts; a question is scored against all of them at once."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Index `texts`, each given as its terms."""
        self._size = len(texts)
        lengths = np.fromiter((len(text) for text in texts), dtype=np.float32, count=self._size)
        mean = float(lengths.mean()) if self._size else 1.0
        norms = _K1 * (1 - _B + _B * lengths / max(mean, 1.0))
        places: dict[str, list[int]] = {}
        counts: dict[str, list[int]] = {}
        for at, text in enumerate(texts):
            for term, count in Counter(text).items():
                places.setdefault(term, []).append(at)
                counts.setdefault(term, []).append(count)
        self._postings: dict[str, tuple[NDArray[np.int32], Scores]] = {}
        for term, at_texts in places.items():
            where = np.array(at_texts, dtype=np.int32)
            often = np.array(counts[term], dtype=np.float32)
            weighed = self._weight(len(at_texts)) * often / (often + norms[where])
            self._postings[term] = (where, weighed.astype(np.float32))

    def _weight(self, texts: int) -> np.float32:
        return np.float32(np.log(1 + (self._size - texts + 0.5) / (texts + 0.5)))

    def weight(self, term: str) -> float:
        """Return how rare a term is; 0 where it stands nowhere."""
        found = self._postings.get(term)
        return float(self._weight(len(found[0]))) if found else 0.0

    def scores(self, terms: Mapping[str, float]) -> Scores:
        """Return the score of every text for terms and their weights in the question."""
        total = np.zeros(self._size, dtype=np.float32)
        for term, often in terms.items():
            found = self._postings.get(term)
            if found is not None:
                total[found[0]] += found[1] * np.float32(often)
        return total
