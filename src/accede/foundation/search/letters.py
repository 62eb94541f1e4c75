"""Words as they are looked up: in any script, without case, accents and marks; symbols stay whole.

PostgreSQL's own reading of a text is given nothing but words: it takes A/RES/60/288 for the path of a file, 205¹ for
2051 and knows neither the figures of Arabic and Persian nor where Chinese words end. So a text is cut here. Chinese is
looked up by each two characters that stand together, most of its words being of two; of Arabic words, articles and
endings are taken off (the light stemming of Larkey, Ballesteros and Connell, 2002), since Snowball's stemmer parts
"law" from "the law".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from accede.foundation.texts import LONGEST, folded

STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
"""The dictionaries of PostgreSQL by which words are cut to their stems, by language."""

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_IS_CJK = re.compile(rf"[{_CJK}]")
_IS_ARABIC = re.compile("[\u0600-\u06ff]")
_SYMBOL = re.compile(r"(?<![\w/])[^\W_][\w.\-]*(?:/[^\W_][\w.\-]*(?:\(\w{1,12}\))?)+")
_NOTE_MARKS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"), " ")
_TATWEEL = "\N{ARABIC TATWEEL}"
_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_LEAST_LEFT = 3


def plain(text: str) -> str:
    """Return `text` in one case, its figures as 0 to 9, marks of footnotes and control characters as spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_NOTE_MARKS)).casefold()
    return text.lower().translate(_LETTERS)


def words_of(text: str) -> Sequence[str]:
    """Return the words of `text`, accents and all; a run of Chinese is one word."""
    return _words_of_name(text) if len(text) <= LONGEST else _words_of(text)


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_RUN.findall(plain(text)))


#: Names of States and instruments stand in thousands of titles.
_words_of_name = lru_cache(maxsize=1 << 12)(_words_of)


@lru_cache(maxsize=1 << 14)
def lookups(word: str) -> tuple[str, ...]:
    """Return as what a word is kept and looked up, of Chinese all of them, else the first or any other."""
    if is_chinese(word):
        return tuple(word[at : at + 2] for at in range(max(1, len(word) - 1)))
    key = folded(word).replace(" ", "")
    if not key:
        return ()
    light = _light(key) if _IS_ARABIC.search(key) else key
    return (key,) if light == key else (key, light)


def is_chinese(word: str) -> bool:
    """Return whether a word is one run of Chinese."""
    return not word.isascii() and _IS_CJK.search(word) is not None


def symbols_in(text: str) -> Iterator[str]:
    """Yield the symbols in `text`: what is written with strokes and has a figure, such as a/res/60/288."""
    if "/" not in text:
        return
    for found in _SYMBOL.findall(plain(text)):
        symbol = found.rstrip(".-")
        if any(character.isdigit() for character in symbol):
            yield symbol


def ends_of(symbol: str) -> Iterator[str]:
    """Yield a symbol and its ends that are symbols too: e/res/2007/18, res/2007/18, 2007/18."""
    parts = symbol.split("/")
    for at in range(len(parts) - 1):
        yield "/".join(parts[at:])


def whole(name: str) -> str:
    """Return a whole name as it is looked up."""
    return " ".join(lookup for word in words_of(name) for lookup in ([word] if is_chinese(word) else lookups(word)[:1]))


def for_stemming(text: str, language: str) -> str:
    """Return the words of `text` that the stemmer of a language can cut, in one line."""
    # The endings of Russian adjectives are told by the letter й, which folding would take for и.
    return " ".join(_stemmable(word, language) for word in words_of(text) if not is_chinese(word))


@lru_cache(maxsize=1 << 14)
def _stemmable(word: str, language: str) -> str:
    return word.replace("ё", "е") if language == "ru" else folded(word)


def _light(key: str) -> str:
    for prefix in _PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) >= _LEAST_LEFT:
            key = key.removeprefix(prefix)
            break
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(key) - len(suffix) >= _LEAST_LEFT:
            key = key.removesuffix(suffix)
    return key


class _Letters(dict[int, str]):
    """Each character as it is looked up, found out once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = found = self._found(character)
        return found

    def _found(self, character: str) -> str:
        if character.isascii():
            return character if character.isprintable() else " "
        if character.isdecimal():
            return str(unicodedata.decimal(character))
        return "" if character == _TATWEEL or unicodedata.category(character) in {"Mn", "Cf"} else character


_LETTERS = _Letters()
