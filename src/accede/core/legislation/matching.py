"""Which provisions of a law may answer an obligation: ranked candidates, each with the reasons.

Several questions are asked of windows below the provision and of whole provisions, and their scores are fused; a
provision that names the convention, stands under a heading that answers, or is like one that was confirmed for another
State moves up. What is found is a proposal to a person; nothing here says that a law answers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from accede.core.legislation.bm25 import Bm25, Scores
from accede.core.legislation.catalogue import Catalogue, Obligation
from accede.core.legislation.tongues import terms

WINDOW = 700
"""Characters of a window: with whole provisions alone, a section of 30,000 characters hides its clauses."""
_MOST_EXEMPLAR_TERMS = 24
_MOST_REASONS = 8
_ALIKE = 0.6
"""Of the likest provision: so like is what is said to be like a confirmed one."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision as it is matched."""

    law: str
    key: str
    number: str
    heading: str
    within: tuple[str, ...]
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision that may answer, its score, and why: terms that matched, whether it names the convention."""

    provision: Provision
    score: float
    terms: tuple[str, ...]
    names_convention: bool = False
    is_like_confirmed: bool = False
    window: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each ingredient counts; measured on the folder of laws with one State left out (docs/domain)."""

    windows: float = 1.0
    whole: float = 0.5
    headings: float = 0.35
    joined: float = 1.0
    inherited: float = 1.0
    treaty: float = 0.35
    exemplars: float = 0.2
    neighbours: float = 0.2


@dataclass(frozen=True, slots=True)
class _Asked:
    questions: tuple[tuple[Mapping[str, float], float], ...]
    names: tuple[frozenset[str], ...] = ()
    exemplars: tuple[Mapping[str, float], ...] = field(default=())


class LawIndex:
    """The provisions of one language, indexed to be asked."""

    def __init__(self, provisions: Sequence[Provision], language: str) -> None:
        """Index `provisions`, all in `language`."""
        self.provisions = tuple(provisions)
        self.language = language
        owners: list[int] = []
        self._windows: list[str] = []
        whole: list[list[str]] = []
        headings: list[list[str]] = []
        window_terms: list[list[str]] = []
        for at, provision in enumerate(self.provisions):
            lead = terms(" ".join((provision.heading, *provision.within[-1:])), language)
            found: list[str] = []
            for window in windows_of(provision.text):
                words = terms(window, language)
                found += words
                owners.append(at)
                self._windows.append(window)
                window_terms.append(lead + words)
            whole.append(lead + found)
            headings.append(lead + terms(" ".join((*provision.within[-2:], provision.title)), language))
        self._owners = np.array(owners, dtype=np.int64)
        self._by_window = Bm25(window_terms)
        self._by_whole = Bm25(whole)
        self._by_heading = Bm25(headings)
        self._laws = np.array([one.law for one in self.provisions])
        self._terms = [frozenset(one) for one in whole]
        self._window_terms = window_terms

    def rank(self, asked: "_Asked", weights: Weights, *, most: int) -> list[Candidate]:
        """Return the best candidates, best first."""
        if not self.provisions:
            return []
        total = np.zeros(len(self.provisions), dtype=np.float32)
        for question, share in asked.questions:
            total += share * self._scored(question, weights)
        likeness = np.zeros_like(total)
        for exemplar in asked.exemplars:
            likeness = np.maximum(likeness, _even(self._by_whole.scores(exemplar)))
        total = _even(total) + weights.exemplars * likeness
        total = total + weights.neighbours * self._beside(total)
        naming = self._naming(asked.names)
        total = total + weights.treaty * naming
        order = np.argsort(-total, kind="stable")[:most]
        wanted = Counter[str]()
        for question, _share in asked.questions:
            wanted.update(question.keys())
        found = [
            self._candidate(
                int(at), float(total[at]), wanted, naming=bool(naming[at] > 0), alike=bool(likeness[at] > _ALIKE)
            )
            for at in order
            if total[at] > 0
        ]
        return [one for one in found if len(one.terms) > 1 or one.names_convention or one.is_like_confirmed]

    def _scored(self, question: Mapping[str, float], weights: Weights) -> Scores:
        windows = self._best_window(question)
        total: Scores = (
            weights.windows * _even(windows)
            + weights.whole * _even(self._by_whole.scores(question))
            + weights.headings * _even(self._by_heading.scores(question))
        ).astype(np.float32)
        return total

    def _best_window(self, question: Mapping[str, float]) -> Scores:
        best = np.zeros(len(self.provisions), dtype=np.float32)
        np.maximum.at(best, self._owners, self._by_window.scores(question))
        return best

    def _beside(self, scores: Scores) -> Scores:
        """Return for each provision the best score of those beside it: an answer is often spread over a few."""
        best = np.zeros_like(scores)
        for step in (1, 2):
            same = self._laws[step:] == self._laws[:-step]
            best[step:] = np.maximum(best[step:], np.where(same, scores[:-step], 0) / step)
            best[:-step] = np.maximum(best[:-step], np.where(same, scores[step:], 0) / step)
        return best

    def _naming(self, names: Iterable[frozenset[str]]) -> Scores:
        found = np.zeros(len(self.provisions), dtype=np.float32)
        for name in names:
            for at, window in enumerate(self._window_terms):
                if name <= set(window):
                    found[self._owners[at]] = 1.0
        return found

    def _candidate(self, at: int, score: float, wanted: Counter[str], *, naming: bool, alike: bool) -> Candidate:
        provision = self.provisions[at]
        matched = sorted(self._terms[at] & wanted.keys(), key=lambda term: -self._by_whole.weight(term))
        own = np.flatnonzero(self._owners == at)
        own_terms = [len(set(self._window_terms[one]) & wanted.keys()) for one in own]
        shown = own[int(np.argmax(own_terms))] if own_terms else None
        words = _words_behind(matched[:_MOST_REASONS], provision, self.language)
        return Candidate(provision, score, words, naming, alike, self._windows[shown] if shown is not None else "")


def _words_behind(stems: Sequence[str], provision: Provision, language: str) -> tuple[str, ...]:
    """Return the words of the provision that stand behind stems, since a reader knows words."""
    found: dict[str, str] = {}
    for word in re.findall(r"\w+", f"{provision.heading} {provision.text[:20_000]}"):
        for stem in terms(word, language):
            found.setdefault(stem, word.lower())
    return tuple(dict.fromkeys(found.get(stem, stem) for stem in stems))


def _even(scores: Scores) -> Scores:
    """Return scores of which the best is 1: those of questions of different lengths can then be added."""
    top = float(scores.max()) if len(scores) else 0.0
    even: Scores = (scores / np.float32(top or 1.0)).astype(np.float32)
    return even


def windows_of(text: str) -> list[str]:
    """Return a text in windows of some 700 characters, broken between lines or words."""
    found: list[str] = []
    at = 0
    while at < len(text):
        end = min(len(text), at + WINDOW)
        if end < len(text):
            space = max(text.rfind("\n", at + WINDOW // 2, end), text.rfind(" ", at + WINDOW // 2, end))
            end = space + 1 if space > 0 else end
        found.append(text[at:end])
        at = end
    return found or [""]


class Matcher:
    """Asks the provisions of a State, in whatever languages they are, what the catalogue asks."""

    def __init__(self, catalogue: Catalogue, indexes: Sequence[LawIndex], weights: Weights | None = None) -> None:
        """Ask `indexes`, one for each language."""
        self._catalogue = catalogue
        self._indexes = tuple(indexes)
        self._weights = weights or Weights()

    def candidates(
        self, obligation: Obligation, *, exemplars: Mapping[str, Sequence[str]] | None = None, most: int = 20
    ) -> list[Candidate]:
        """Return the provisions that may answer an obligation; `exemplars` are confirmed texts by language."""
        found: list[Candidate] = []
        for index in self._indexes:
            texts = (exemplars or {}).get(index.language, ())
            found += index.rank(self._asked(obligation, index, texts), self._weights, most=most)
        return sorted(found, key=lambda one: -one.score)[:most]

    def _asked(self, obligation: Obligation, index: LawIndex, exemplars: Sequence[str]) -> _Asked:
        language = index.language
        own = [dict(Counter(terms(one, language))) for one in obligation.questions[language]]
        questions: list[tuple[Mapping[str, float], float]] = [(one, 1 / len(own)) for one in own]
        questions.append((_joined(own), self._weights.joined))
        for name in obligation.inherits:
            others = self._catalogue.obligations[name].questions[language]
            joined = [dict(Counter(terms(one, language))) for one in others]
            questions += [(one, self._weights.inherited / len(joined)) for one in joined]
        names = [
            frozenset(terms(phrase, language))
            for phrase in self._catalogue.names.get(obligation.instrument, {}).get(language, ())
        ]
        return _Asked(tuple(questions), tuple(one for one in names if one), _exemplar_terms(exemplars, index))


def _joined(questions: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    """Return one question of several: a term of many is asked more, and less than in proportion."""
    total: Counter[str] = Counter()
    for question in questions:
        total.update(question.keys())
    return {term: count**0.5 for term, count in total.items()}


def _exemplar_terms(texts: Sequence[str], index: LawIndex) -> tuple[Mapping[str, float], ...]:
    found: list[Mapping[str, float]] = []
    for text in texts:
        counts = Counter(terms(text, index.language))
        weighed = {term: (1 + np.log(count)) * index._by_whole.weight(term) for term, count in counts.items()}
        best = sorted(weighed, key=lambda term: -weighed[term])[:_MOST_EXEMPLAR_TERMS]
        found.append({term: 1.0 for term in best if weighed[term] > 0})
    return tuple(found)
