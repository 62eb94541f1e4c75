"""Find States and instruments by code or by name in any of the six languages, accents or not, and what is near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accede.foundation.texts import LONGEST, folded, most_alike
from accede.modules.reference.queries import SourceFacts, StateFacts, StateNames
from accede.modules.treaties.queries.instruments import InstrumentFacts

MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found; `kind` is state, instrument or source."""

    kind: str
    key: str
    label: str
    matched: str


@dataclass(frozen=True)
class Finder:
    """Looks names up in one snapshot of the register."""

    states: Mapping[str, StateFacts]
    instruments: Mapping[str, InstrumentFacts]
    sources: Mapping[str, SourceFacts]

    @cached_property
    def naming(self) -> StateNames:
        """What the States are called."""
        return StateNames(self.states)

    @property
    def _state_names(self) -> Mapping[str, str]:
        return self.naming.all_names

    @cached_property
    def _instrument_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for facts in self.instruments.values():
            for label in (facts.key, *(name for title in facts.titles.values() for name in title.names)):
                names.setdefault(folded(label), facts.key)
        return names

    @cached_property
    def _instrument_words(self) -> Sequence[Sequence[tuple[str, frozenset[str]]]]:
        """The words of each instrument's short names, then of what else it is called; its key gives the year."""
        short = [(key, title.short) for key, facts in self.instruments.items() for title in facts.titles.values()]
        also = [
            (key, name)
            for key, facts in self.instruments.items()
            for title in facts.titles.values()
            for name in title.also
        ]
        return [
            [(key, frozenset(f"{folded(key)} {folded(name)}".split())) for key, name in row] for row in (short, also)
        ]

    def state(self, text: str, *, on: date | None = None) -> str | None:
        """Return the code of the State that `text` names, or None; a day chooses among those that bear one name."""
        return self.naming.find(text, on=on)

    def instrument(self, text: str) -> str | None:
        """Return the key of the instrument that `text` names, or None.

        A name is taken whole, and else by its words in any order, with or without its year, where one instrument alone
        has them all: “Hague 1970”, “convention de La Haye (1970)”.
        """
        asked = folded(text)
        if asked in self._instrument_names:
            return self._instrument_names[asked]
        words = {word for word in asked.split() if word not in _SMALL}
        if not words - _KINDS:
            return None
        for names in self._instrument_words:
            found = {key for key, name in names if words <= name}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def near_states(self, text: str) -> list[str]:
        """Return codes of States that `text` may mean or whose code or name is like it, the likeliest first."""
        responsible = self.naming.territory(text)
        meant = (*self.naming.meant(text), *((responsible,) if responsible else ()))
        return list(dict.fromkeys((*meant, *_near(text, self._state_names))))[:MOST_NEAR]

    def near_instruments(self, text: str) -> list[str]:
        """Return keys of instruments whose key or title is like `text`, the likeliest first."""
        return _near(text, self._instrument_names)

    def search(self, text: str, *, language: str) -> list[Hit]:
        """Return States, instruments and sources whose names hold every word of `text`, exact names first."""
        words = folded(text).split()
        if not words:
            return []
        hits = [
            *(
                Hit("state", code, self.states[code].name(language), name)
                for name, code in self._state_names.items()
                if _holds(name, words)
            ),
            *(
                Hit("instrument", key, self.instruments[key].title(language).short, name)
                for name, key in self._instrument_names.items()
                if _holds(name, words)
            ),
            *(
                Hit("source", source.key, source.title, folded(source.title))
                for source in self.sources.values()
                if _holds(folded(f"{source.title} {source.key}"), words)
            ),
        ]
        asked = " ".join(words)
        best: dict[tuple[str, str], Hit] = {}
        for hit in sorted(hits, key=lambda h: (h.matched != asked, not h.matched.startswith(asked), len(h.matched))):
            best.setdefault((hit.kind, hit.key), hit)
        return sorted(best.values(), key=lambda h: _KIND_ORDER.index(h.kind))


_SMALL = frozenset(("the", "of", "on", "to", "la", "le", "les", "de", "du", "des", "l", "d", "el", "los", "las"))
_KINDS = frozenset(
    ("convention", "convenio", folded("convención"), "protocol", "protocole", "protocolo", "amendment", "2005")
)
"""Words that alone name no instrument."""


_KIND_ORDER = ("state", "instrument", "source")


def _holds(name: str, words: list[str]) -> bool:
    # A code or a word of Latin script is matched from its beginning; Chinese and Arabic words have no such edges.
    padded = f" {name}"
    return all(f" {word}" in padded or (not word.isascii() and word in name) for word in words)


def _near(text: str, names: Mapping[str, str]) -> list[str]:
    asked = folded(text[:LONGEST])
    inside = [name for name in names if len(asked) >= 3 and asked in name]
    alike = most_alike(asked, list(names), MOST_NEAR * 2)
    return list(dict.fromkeys(names[name] for name in (*alike, *sorted(inside, key=len))))[:MOST_NEAR]
