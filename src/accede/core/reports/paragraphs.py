"""Paragraphs of a report: each with a key that stays, so that a translation knows which paragraph it is one of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from accede.core.indicators.definitions import digest_of

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|\w+(?:[’'\-.,]\w+)*")
_FIGURE = re.compile(r"\{[^{}]*\}")
_BREAK = re.compile(r"\n[ \t]*\n+")
LONGEST = 20_000
"""The longest paragraph, in characters."""
MOST = 400
"""The most paragraphs of a section."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one language.

    Attributes:
        key: the same in every version and language of the section.
        is_suggested: built from the record, and nobody has accepted it yet.
        of: of a translation: the hash of the text that it translates (`text_hash`); "" in the original language.
    """

    key: str
    text: str
    is_suggested: bool = False
    of: str = ""

    def as_values(self) -> dict[str, object]:
        """Return it as plain values, as a version keeps it."""
        return {"key": self.key, "text": self.text, "suggested": self.is_suggested, "of": self.of}

    @classmethod
    def read(cls, values: Mapping[str, object]) -> "Paragraph":
        """Return the paragraph that `as_values` wrote."""
        return cls(str(values["key"]), str(values["text"]), bool(values["suggested"]), str(values["of"]))


def text_hash(text: str) -> str:
    """Return by what a translation knows the text that it translates; how it is spaced does not count."""
    return digest_of(" ".join(text.split()))[:32]


def words_in(paragraphs: Iterable[Paragraph]) -> int:
    """Return how many words paragraphs have; a figure counts as one, and so does each Chinese character."""
    return sum(len(_WORD.findall(_FIGURE.sub(" 1 ", one.text))) for one in paragraphs)


def split(paragraph: Paragraph, further_keys: Iterable[str]) -> list[Paragraph]:
    """Return the paragraphs that a text makes: an empty line ends one; none where nothing is written."""
    parts = [part.strip() for part in _BREAK.split(paragraph.text.replace("\r\n", "\n").replace("\r", "\n"))]
    keys = iter(further_keys)
    found = [part for part in parts if part]
    return [replace(paragraph, text=part, key=next(keys) if at else paragraph.key) for at, part in enumerate(found)]


class Standing(StrEnum):
    """How a translation stands to its paragraph."""

    CURRENT = "current"
    STALE = "stale"
    """The paragraph changed since it was translated."""
    MISSING = "missing"


def standing_of(original: Paragraph, translated: Mapping[str, Paragraph]) -> Standing:
    """Return how the translation of a paragraph stands."""
    found = translated.get(original.key)
    if found is None or not found.text.strip():
        return Standing.MISSING
    return Standing.CURRENT if found.of == text_hash(original.text) else Standing.STALE


def by_key(paragraphs: Sequence[Paragraph]) -> dict[str, Paragraph]:
    """Return paragraphs by their keys."""
    return {one.key: one for one in paragraphs}
