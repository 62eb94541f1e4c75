"""What somebody asks: read, bounded, and turned into queries of the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db import connection
from django.utils.translation import gettext as _

from accede.foundation.search.letters import (
    STEMMERS,
    ends_of,
    for_stemming,
    is_chinese,
    lookups,
    plain,
    symbols_in,
    whole,
    words_of,
)
from accede.foundation.search.writing import lexeme
from accede.foundation.texts import LONGEST

MOST_WORDS = 12
_SHORTEST_BEGINNING = 3
DICTIONARIES = {language: f"{name}_stem" for language, name in STEMMERS.items()}
_ASIDE = frozenset({"في", "من", "على", "عن", "الى", "مع", "的", "和", "与", "在"})
"""Words between words in languages of which PostgreSQL knows no list; its own lists hold those of the others."""

_STEMS = (
    f"select {', '.join(f'ts_lexize({name!r}, {language})' for language, name in DICTIONARIES.items())}"  # noqa: S608  (constants)
    f" from unnest({', '.join(['%s::text[]'] * len(STEMMERS))}) as asked({', '.join(STEMMERS)})"
)


def problems_of(text: str) -> list[str]:
    """Return what is wrong with a question: too long, or nothing in it that can be looked up; nothing for no text."""
    if len(text) > LONGEST:
        return [_("Write at most %(most)s characters.") % {"most": LONGEST}]
    if text.strip() and not words_of(text):
        return [_("Write at least one letter or figure: marks alone cannot be looked up.")]
    return []


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: `ways` are the lexemes any of which is meant, each of several that are all needed."""

    text: str
    ways: tuple[tuple[str, ...], ...]
    is_aside: bool

    def query(self, *, weights: str = "", begins: bool = False) -> str:
        """Return the word as a query, in words of some weights only; `begins`: also words that begin so."""
        ways = [" & ".join(_weighed(one, weights) for one in way) for way in self.ways]
        if begins and len(self.text) >= _SHORTEST_BEGINNING and not is_chinese(self.text):
            ways.append(_weighed(self.ways[0][0], f"*{weights}"))
        return "(" + " | ".join(f"({way})" for way in ways) + ")"


class Question:
    """A text as it is looked up: every word but those between words, and symbols whole."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _read(words_of(_without_symbols(text))[:MOST_WORDS])
        self.symbols = tuple(dict.fromkeys(symbols_in(text)))[:MOST_WORDS]

    @cached_property
    def needed(self) -> Sequence[Word]:
        """The words that must be there: all but those between words, unless there are no others."""
        return [word for word in self.words if not word.is_aside] or ([] if self.symbols else self.words)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it can be looked up."""
        return not self.needed and not self.symbols

    def query(self, *, weights: str = "") -> str:
        """Return what must be there as a query; the last word may be the beginning of one."""
        return " & ".join(self._parts(weights))

    def ranked(self) -> str:
        """Return the query by which what is found is weighed: any of its words, but for those between words."""
        return " | ".join(self._parts(""))

    def _parts(self, weights: str) -> list[str]:
        last = len(self.needed) - 1
        words = [word.query(weights=weights, begins=at == last) for at, word in enumerate(self.needed)]
        return [*words, *(_symbol_query(symbol, weights) for symbol in self.symbols)]

    def exact(self) -> str:
        """Return the query for what is called just so, with or without the words between words."""
        names = {whole(self.text), " ".join(whole(word.text) for word in self.needed)}
        return " | ".join(lexeme(f"name/{name}") for name in sorted(names))

    def marks(self) -> frozenset[str]:
        """Return by what words of a text are known as meant: the beginnings of lexemes."""
        found = {way[0] for word in self.needed for way in word.ways if not is_chinese(word.text)}
        return frozenset(found | {part for symbol in self.symbols for part in words_of(symbol)})

    def runs(self) -> frozenset[str]:
        """Return the runs of Chinese that are meant."""
        return frozenset(word.text for word in self.needed if is_chinese(word.text))


def _read(texts: Sequence[str]) -> list[Word]:
    stems = _stems(texts)
    found = []
    for text, of_languages in zip(texts, stems, strict=True):
        keys = lookups(text)
        if not keys:
            continue
        if is_chinese(text):
            found.append(Word(text, (tuple(keys),), text in _ASIDE))
            continue
        cut = [stem for stem_list in of_languages if stem_list for stem in stem_list]
        ways = tuple((way,) for way in dict.fromkeys((*keys, *cut)))
        is_aside = any(stem_list == [] for stem_list in of_languages) or text in _ASIDE or keys[0] in _ASIDE
        found.append(Word(text, ways, is_aside))
    return found


def _stems(texts: Sequence[str]) -> list[tuple[list[str] | None, ...]]:
    """Return, for each word and each dictionary, its stems; none of them for a word between words."""
    if not texts:
        return []
    columns = [[for_stemming(text, language) or text for text in texts] for language in STEMMERS]
    with connection.cursor() as cursor:
        cursor.execute(_STEMS, columns)
        return list(cursor.fetchall())


def _without_symbols(text: str) -> str:
    rest = plain(text)
    for symbol in symbols_in(text):
        rest = rest.replace(symbol, " ")
    return rest


def _symbol_query(symbol: str, weights: str) -> str:
    """Return the query for a symbol: as it is, by the two figures at its end, or by its parts as words."""
    ways = [_weighed(f"symbol/{symbol}", weights)]
    *_before, last = ends_of(symbol)
    if last != symbol and all(part.isdigit() for part in last.split("/")):
        ways.append(_weighed(f"symbol/{last}", weights))
    return "(" + " | ".join(ways) + ")"


def _weighed(word: str, weights: str) -> str:
    return f"{lexeme(word)}:{weights}" if weights else lexeme(word)


def any_of(parts: Iterable[str]) -> str:
    """Return a query that one of `parts` satisfies."""
    return "(" + " | ".join(parts) + ")"
