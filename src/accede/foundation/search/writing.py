"""Entries of the index are written in the transaction that writes what they tell of."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from accede.foundation.access import SYSTEM, Level
from accede.foundation.access.acting import acting
from accede.foundation.search.kinds import ANY, Entry, Kind, followers_of, kind_of, place_of
from accede.foundation.search.letters import (
    STEMMERS,
    ends_of,
    for_stemming,
    is_chinese,
    lookups,
    symbols_in,
    whole,
    words_of,
)

TITLE, NAME, TEXT = "A", "B", "D"
"""The weights of PostgreSQL: of what a thing is called, of what else it is called, of what stands in it."""

LONGEST_TEXT = 20_000
_LONGEST_WORD = 200
"""What is longer is no word; PostgreSQL takes none of more than 2,046 bytes."""
_LONGEST_NAME = 400
_HIGHEST_POSITION = 16_383
_MOST_POSITIONS = 32
_AT_ONCE = 500


def keep_found(kind: str, keys: Iterable[object], *, is_new: bool = False) -> None:
    """Bring the entries of things to what the things are now; what is no longer there is no longer found.

    To be called by whatever writes one of them, in the transaction in which it does. `is_new`: nothing can name them
    yet.
    """
    wanted = [str(key) for key in keys]
    if wanted:
        _keep(kind_of(kind), wanted)
        followers = [] if is_new else followers_of(kind)
        for follower, keys_of in followers:
            # Whoever writes a name may not see all that holds it.
            with acting(SYSTEM):
                _keep(follower, [str(key) for key in keys_of(wanted)])


def _keep(kind: Kind, wanted: Collection[str]) -> None:
    there = put(kind, kind.entries(wanted))
    drop(kind.key, set(wanted) - there)


def put(kind: Kind, entries: Iterable[Entry]) -> set[str]:
    """Write entries of a kind; return their keys."""
    return put_rows(row_of(kind, entry) for entry in entries)


def put_rows(rows: Iterable["Row"]) -> set[str]:
    """Write rows of the index; return their keys."""
    there: set[str] = set()
    left = iter(rows)
    while batch := list(islice(left, _AT_ONCE)):
        there |= {row.key for row in batch}
        names = sorted(set().union(*(row.names for row in batch)))
        values = json.dumps([row.values for row in batch], ensure_ascii=False)
        with connection.cursor() as cursor:
            cursor.execute("select accede_put_entries(%s::jsonb, %s::text[])", [values, names])
    return there


def drop(kind: str, keys: Collection[str]) -> None:
    """Have things no longer be found."""
    if keys:
        with connection.cursor() as cursor:
            cursor.execute("select accede_drop_entries(%s, %s::text[])", [kind, list(keys)])


def lexeme(text: str) -> str:
    """Return a word as PostgreSQL writes it in a vector or a query."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as the table holds it, and the words of its names that everybody may see."""

    values: dict[str, Any]
    names: frozenset[str]

    @property
    def key(self) -> str:
        """The key of the thing."""
        return str(self.values["key"])

    @property
    def digest(self) -> str:
        """A digest of all that the entry says."""
        return str(self.values["digest"])


class _Vector:
    """The words of an entry but for stems: each with its places and their weights."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = defaultdict(list)
        self._at = 0

    def mark(self, text: str) -> None:
        """Add what is looked up only, and never ranked."""
        self._places.setdefault(text, [])

    def add(self, word: str, weight: str) -> None:
        """Add a word behind those before."""
        self._at = min(self._at + 1, _HIGHEST_POSITION)
        for lookup in lookups(word):
            if len(lookup) > _LONGEST_WORD:
                continue
            places = self._places[lookup]
            if len(places) < _MOST_POSITIONS:
                places.append(f"{self._at}{weight}")
        if is_chinese(word) and len(word) > 1:
            # The last character begins no pair, and is asked for too.
            self._places[word[-1]].append(f"{self._at}{weight}")

    def symbol(self, symbol: str, weight: str) -> None:
        """Add a symbol and its ends."""
        for end in ends_of(symbol[:_LONGEST_WORD]):
            self._places[f"symbol/{end}"].append(f"{min(self._at + 1, _HIGHEST_POSITION)}{weight}")

    def __str__(self) -> str:
        return " ".join(
            f"{lexeme(word)}:{','.join(places[:_MOST_POSITIONS])}" if places else lexeme(word)
            for word, places in self._places.items()
        )


def row_of(kind: Kind, entry: Entry) -> Row:
    """Return an entry as a row of the index."""
    vector = _Vector()
    vector.mark(f"kind/{kind.key}")
    if kind.seen is not None:
        vector.mark(f"key/{entry.key}")
    for mark in _openings(entry):
        vector.mark(mark)
    names: set[str] = set()
    weighed = (
        (TITLE, {language: [title] for language, title in entry.titles.items()}),
        (TITLE, {ANY: list(entry.symbols)}),
        (NAME, entry.names),
        (TEXT, {language: [text[:LONGEST_TEXT]] for language, text in entry.texts.items()}),
    )
    for weight, words in weighed:
        for texts in words.values():
            for text in texts:
                _add(vector, text, weight)
                if weight != TEXT:
                    vector.mark(f"name/{whole(text)[:_LONGEST_NAME]}")
                    names.update(word for word in words_of(text) if not is_chinese(word))
    values: dict[str, Any] = {
        "kind": kind.key,
        "key": entry.key,
        "place": place_of(kind.key),
        "titles": dict(entry.titles),
        "texts": {language: text[:LONGEST_TEXT] for language, text in entry.texts.items() if text},
        "level": str(entry.level),
        "owner": entry.owner,
        "readers": [str(reader) for reader in entry.readers],
        "words": str(vector),
        **_stemmed(entry),
    }
    said = json.dumps(values, sort_keys=True, ensure_ascii=False)
    values["digest"] = hashlib.blake2b(said.encode(), digest_size=12).hexdigest()
    # Words of what only some may see would tell others that there is such a thing.
    is_open = kind.is_public and entry.level is Level.PUBLIC
    return Row(values, frozenset(_known_words(names)) if is_open else frozenset())


def _add(vector: _Vector, text: str, weight: str) -> None:
    for word in words_of(text):
        vector.add(word, weight)
    for symbol in symbols_in(text):
        vector.symbol(symbol, weight)


def _openings(entry: Entry) -> Iterable[str]:
    yield f"opens/{entry.level}"
    yield f"opens/{entry.level}/{entry.owner}"
    for reader in entry.readers:
        yield f"reader/{reader}"


def _stemmed(entry: Entry) -> Mapping[str, str]:
    """Return the columns that PostgreSQL cuts to stems: of each language, by weight."""
    return {
        f"{language}_{weight.lower()}": for_stemming(text, language)
        for language in STEMMERS
        for weight, text in (
            (TITLE, entry.titles.get(language, "")),
            (NAME, " ".join(entry.names.get(language, ()))),
            (TEXT, entry.texts.get(language, "")[:LONGEST_TEXT]),
        )
    }


def _known_words(names: Iterable[str]) -> Iterable[str]:
    for word in names:
        keys = lookups(word)
        if keys and len(keys[0]) > 2 and not keys[0].isdigit():
            yield keys[0]
