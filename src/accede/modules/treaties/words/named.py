"""Which States and instruments a text names, among other words: "Maroc financement", "Марокко, захват заложников"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accede.foundation.search.letters import is_chinese, lookups, plain, words_of
from accede.foundation.texts import folded
from accede.modules.treaties.queries.find import Finder
from accede.modules.treaties.queries.instruments import InstrumentFacts
from accede.modules.treaties.queries.register import Register

LONGEST_NAME = 8
"""Words that a State's name has at most."""

MOST_INSTRUMENTS = 3
"""Words that more instruments have than this mean none of them."""

_SHORT = 3
_AND = "و"
_SMALL = (
    frozenset(
        ("and", "or", "the", "of", "in", "to", "with", "for", "between", "from", "under", "on", "et", "ou", "le", "la")
    )
    | frozenset(
        ("les", "l", "de", "du", "des", "d", "en", "entre", "avec", "pour", "vers", "y", "e", "el", "los", "las", "del")
    )
    | frozenset(("con", "para", "por", "a", "и", "в", "на", "с", "между", "по", "из", "к", "о", "для", "و"))
)
_BETWEEN = re.compile(r"[\s,;:،；，、+&–—]+")


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names, in its order: States by code; what is left of it, as words that can be looked up."""

    states: tuple[str, ...]
    rest: tuple[str, ...]


def states_named(finder: Finder, text: str, *, on: date) -> Named:
    """Return the States that a text names, the longest names first; a code of two or three letters in capitals only."""
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    states: dict[str, None] = {}
    rest: list[str] = []
    at = 0
    while at < len(pieces):
        code, used = _state_at(finder, pieces, at, on=on)
        if code is None:
            rest.append(pieces[at])
        else:
            states[code] = None
        at += used
    left: list[str] = []
    for piece in rest:
        left += _without_chinese_states(finder, piece, states) if is_chinese(piece) else words_of(piece)
    return Named(tuple(states), tuple(word for word in left if folded(word) not in _SMALL))


def instruments_named(register: Register, words: Sequence[str]) -> tuple[str, ...]:
    """Return the instruments whose names have all of `words`: short names first; none where too many have them."""
    if not words:
        return ()
    for names_of in (_short_names, _all_names):
        found = tuple(key for key, facts in register.instruments.items() if has_all(names_of(facts), words))
        if found:
            return found if len(found) <= MOST_INSTRUMENTS else ()
    return ()


def has_all(names: str, words: Sequence[str]) -> bool:
    """Return whether names, of whatever languages, have each of the words, or another form of it."""
    there = {key for word in words_of(names) for key in (lookups(word) if not is_chinese(word) else ())}
    return all(_has(names, there, word) for word in words)


def _state_at(finder: Finder, pieces: Sequence[str], at: int, *, on: date) -> tuple[str | None, int]:
    for length in range(min(LONGEST_NAME, len(pieces) - at), 0, -1):
        name = " ".join(pieces[at : at + length])
        if length == 1 and name.isascii() and len(name) <= _SHORT and not name.isupper():
            continue
        code = finder.state(name, on=on) or (finder.state(name[1:], on=on) if name.startswith(_AND) else None)
        if code is not None:
            return code, length
    return None, 1


def _without_chinese_states(finder: Finder, run: str, states: dict[str, None]) -> Iterator[str]:
    there: dict[int, str] = {}
    names = [name for name in finder.naming.all_names if is_chinese(name) and name in run]
    for name in sorted(names, key=len, reverse=True):
        if name in run:
            there[run.index(name)] = finder.naming.all_names[name]
            run = run.replace(name, " " * len(name))
    states |= dict.fromkeys(code for _at, code in sorted(there.items()))
    yield from (word for word in words_of(run) if word not in {"和", "与", "的", "在"})


def _short_names(facts: InstrumentFacts) -> str:
    return " ".join([facts.key, *(name for title in facts.titles.values() for name in (title.short, *title.also))])


def _all_names(facts: InstrumentFacts) -> str:
    return " ".join([_short_names(facts), *(title.full for title in facts.titles.values())])


def _has(names: str, there: set[str], word: str) -> bool:
    if is_chinese(word):
        return word in plain(names)
    # A word in another form of its language begins alike: финансирование, финансировании.
    begun = [key[:-2] if len(key) > 6 else key for key in lookups(word)]
    return any(key in there for key in lookups(word)) or any(
        len(key) > 3 and one.startswith(key) for key in begun for one in there
    )
