"""Titles and passages as pieces: what was asked for is marked, and all of it stays plain text for templates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accede.foundation.search.asking import Question
from accede.foundation.search.letters import is_chinese, lookups, plain

_BEFORE, _LONGEST = 60, 240
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: marked, if it was asked for."""

    text: str
    is_marked: bool = False


def marked(text: str, question: Question) -> list[Piece]:
    """Return `text` in pieces."""
    pieces, at = [], 0
    for start, end in _spans(text, question):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], is_marked=True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces


def passage(texts: Iterable[str], question: Question) -> Sequence[Piece]:
    """Return a passage of the first of `texts` that has something of what was asked for; else how the first begins."""
    listed = list(texts)
    for text in listed:
        first = next(_spans(text, question), None)
        if first is not None:
            start = _word_begins(text, first[0] - _BEFORE)
            cut = text[start : start + _LONGEST]
            before, after = "… " if start else "", " …" if start + _LONGEST < len(text) else ""
            return [Piece(before), *marked(cut, question), Piece(after)]
    if not listed:
        return []
    return [Piece(listed[0][:_LONGEST]), Piece(" …" if len(listed[0]) > _LONGEST else "")]


def _spans(text: str, question: Question) -> Iterator[tuple[int, int]]:
    marks, runs = question.marks(), question.runs()
    for found in _WORD.finditer(text):
        if is_chinese(found[0]):
            run = next((run for run in runs if run in found[0]), "")
            if run:
                start = found.start() + found[0].index(run)
                yield start, start + len(run)
        elif any(_is_meant(key, marks) for key in _keys(found[0])):
            yield found.start(), found.end()


@lru_cache(maxsize=1 << 14)
def _keys(word: str) -> tuple[str, ...]:
    return lookups(plain(word))


def _is_meant(key: str, marks: frozenset[str]) -> bool:
    return key in marks or any(len(mark) > 2 and key.startswith(mark) for mark in marks)


def _word_begins(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + _BEFORE else at
