"""The catalogue of obligations: what each instrument asks of a State's law, and how a drafter might word the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing that a law must answer. `questions` hold, in each language, first the obligation in our own words.

    `instrument` is empty for a general question, which is answered once for all conventions; `inherits` names the
    obligations whose questions are asked too, at less weight.
    """

    key: str
    instrument: str
    article: str
    kind: str
    questions: Mapping[str, tuple[str, ...]]
    inherits: tuple[str, ...] = ()

    def says(self, language: str) -> str:
        """Return the obligation in a language, in English where there is no wording of it."""
        return self.questions.get(language, self.questions["en"])[0]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All obligations by key, the names of the conventions by language, the order in which they stand."""

    obligations: Mapping[str, Obligation]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of_instrument(self, instrument: str) -> tuple[Obligation, ...]:
        """Return the obligations of an instrument; of none, the general questions."""
        return tuple(one for one in self.obligations.values() if one.instrument == instrument)

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instruments of which there are obligations, in the order of the catalogue."""
        return tuple(dict.fromkeys(one.instrument for one in self.obligations.values() if one.instrument))


def catalogue_of(
    documents: Sequence[Mapping[str, Any]], names: Mapping[str, Any], languages: Sequence[str]
) -> Catalogue:
    """Return the catalogue that the shipped documents hold (data/legislation).

    Raises:
        ValueError: an obligation inherits one that is not there, or stands twice.
    """
    found: dict[str, Obligation] = {}
    for document in documents:
        for entry in document["obligations"]:
            key = str(entry["id"])
            if key in found:
                raise ValueError(f"{key} stands twice")
            found[key] = Obligation(
                key=key,
                instrument=str(entry.get("instrument", document["instrument"])),
                article=str(entry["article"]),
                kind=str(entry["kind"]),
                questions={language: tuple(entry[language].split(_BETWEEN)) for language in languages},
                inherits=tuple(entry.get("inherits", ())),
            )
    unknown = {name for one in found.values() for name in one.inherits} - set(found)
    if unknown:
        raise ValueError(f"inherited, and not there: {', '.join(sorted(unknown))}")
    named = {
        instrument: {language: tuple(phrases) for language, phrases in by_language.items()}
        for instrument, by_language in names.items()
    }
    return Catalogue(found, named)
