"""Which State a text names: by its code, its name in United Nations documents, or what sources and readers call it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from accede.foundation.texts import folded
from accede.modules.reference.queries.states import StateFacts

# Words that lists leave out, move or write short, in the languages of the six and of the usual sources.
_SMALL = frozenset(("the", "of", "and", "le", "la", "les", "l", "de", "du", "des", "d", "et")) | frozenset(
    ("el", "los", "las", "y", "e", "del", "di", "da", "do", "dos", "и", "和", "و")
)
_ALIKE: Mapping[str, str] = {
    **dict.fromkeys(("republic", "republique", "republica", "rep"), "rep"),
    **dict.fromkeys(("democratic", "democratique", "democratica", "dem"), "dem"),
    **dict.fromkeys(("saint", "st", "sainte", "ste"), "st"),
    **dict.fromkeys(("islands", "island", "isles", "iles", "ile", "islas", "isla", "is"), "is"),
}
_ASIDE = re.compile(r"\s*[(（\[].*?[)）\]]|\s*[,،].*$")


class StateNames:
    """Looks up what a text names; made once from the States of a record.

    A name is taken in this order: code; name in United Nations documents, short or formal; another name; the name
    without what stands in brackets or behind a comma; its words in any order, without articles and with the usual
    abbreviations. At each step it counts only if it means one State. Where it means several, the one that existed on
    the day decides, if a day is given; else nothing is chosen, and `meant` names them all.
    """

    def __init__(self, states: Mapping[str, StateFacts]) -> None:
        """Look among `states`."""
        self._states = states

    def find(self, text: str, *, on: date | None = None) -> str | None:
        """Return the code of the State that `text` names, None where it names none or may mean several."""
        meant = self.meant(text, on=on)
        return meant[0] if len(meant) == 1 else None

    def meant(self, text: str, *, on: date | None = None) -> tuple[str, ...]:
        """Return the codes of the States that `text` may mean, in alphabetical order of codes; empty for none."""
        key = folded(text)
        if on is not None:
            named = self._official.get(key, frozenset()) | self._other.get(key, frozenset())
            existing = {code for code in named if on in self._states[code].exists}
            if existing and len(existing) < len(named):
                return tuple(sorted(existing))
        # In this order, and no index is made before it is needed: most programs ask for one State by its code.
        found = self._codes.get(key) or self._official.get(key) or self._other.get(key) or self._heads.get(key)
        return tuple(sorted(found or self._loose.get(_loose(text), frozenset())))

    def territory(self, text: str) -> str | None:
        """Return the code of the State responsible for the territory that `text` names, None where it names none."""
        return self._territories.get(_loose(text))

    @cached_property
    def all_names(self) -> Mapping[str, str]:
        """Every code and name in folded form, with the State that it means; without those that mean several."""
        names: dict[str, str] = {}
        for index in (self._codes, self._official, self._other, self._heads):
            for name, codes in index.items():
                if len(codes) == 1:
                    names.setdefault(name, next(iter(codes)))
        return names

    @cached_property
    def _codes(self) -> dict[str, frozenset[str]]:
        return _index((code, state.code) for state in self._states.values() for code in (state.code, state.iso2))

    @cached_property
    def _official(self) -> dict[str, frozenset[str]]:
        return _index((name, state.code) for state in self._states.values() for name in _official(state))

    @cached_property
    def _other(self) -> dict[str, frozenset[str]]:
        return _index((name, state.code) for state in self._states.values() for name in state.other_names)

    @cached_property
    def _heads(self) -> dict[str, frozenset[str]]:
        """Names without what stands aside, where nobody else bears them: “Bolivia” of “Bolivia (Plurinational …)”."""
        heads = _index(
            (_ASIDE.sub("", name), state.code)
            for state in self._states.values()
            for name in (*_official(state), *state.other_names)
            if _ASIDE.search(name)
        )
        return {
            head: codes
            for head, codes in heads.items()
            if head not in self._official and head not in self._other and head not in self._codes
        }

    @cached_property
    def _loose(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for state in self._states.values():
            for name in (*_official(state), *state.other_names):
                found[_loose(name)].add(state.code)
        for head, codes in self._heads.items():
            found[_loose(head)] |= codes
        return {key: frozenset(codes) for key, codes in found.items() if key}

    @cached_property
    def _territories(self) -> dict[str, str]:
        return {_loose(name): state.code for state in self._states.values() for name in state.territories}


def _official(state: StateFacts) -> Iterator[str]:
    for name in state.names.values():
        yield name.short
        if name.formal:
            yield name.formal


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in pairs:
        if key := folded(name):
            found[key].add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


def _loose(text: str) -> str:
    words = folded(text).split()
    if words and all(len(word) == 1 and word.isascii() for word in words):
        return "".join(words)
    return " ".join(sorted(_ALIKE.get(word, word) for word in words if word not in _SMALL))
