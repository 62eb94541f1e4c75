"""The offences of the catalogue in the reader's language: data/cooperation/offences.yaml and offence_words/."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import get_language

from accede import data
from accede.core.cooperation.offences import Catalogue, read_catalogue

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class OffenceWords:
    """What offences are called and consist of, by their codes, and mental elements, by their English words."""

    titles: Mapping[str, str]
    conduct: Mapping[str, str]
    mental: Mapping[str, str]


@cache
def shipped_catalogue() -> Catalogue:
    """Return the offences that ship."""
    return read_catalogue(
        data.document("cooperation/offences.yaml")["offences"], data.document("cooperation/clauses.yaml")["texts"]
    )


def offence_title(code: str) -> str:
    """Return the title of an offence."""
    return _words(get_language() or ENGLISH).titles[code]


def offence_conduct(code: str) -> str:
    """Return what an offence consists of."""
    return _words(get_language() or ENGLISH).conduct[code]


def mental_words(mental: str) -> str:
    """Return a mental element in the reader's language."""
    return _words(get_language() or ENGLISH).mental[mental]


@cache
def _words(language: str) -> OffenceWords:
    catalogue = shipped_catalogue()
    if language == ENGLISH:
        return _own_words(catalogue)
    return read_words(data.document(f"cooperation/offence_words/{language}.yaml"), catalogue)


def _own_words(catalogue: Catalogue) -> OffenceWords:
    return OffenceWords(
        titles={one.code: one.title for one in catalogue.offences},
        conduct={one.code: one.conduct for one in catalogue.offences},
        mental={one.mental: one.mental for one in catalogue.offences},
    )


def read_words(document: Any, catalogue: Catalogue) -> OffenceWords:
    """Return the words of a file of translations.

    Raises:
        ValueError: some are missing, empty, or of no offence of the catalogue; all of it is told.
    """
    own = _own_words(catalogue)
    sections = {"titles": own.titles, "conduct": own.conduct, "mental": own.mental}
    found = document if isinstance(document, dict) else {}
    faults = [f"“{name}” is no section" for name in found if name not in sections]
    read = {name: _section(name, found.get(name), keys, faults) for name, keys in sections.items()}
    if faults:
        raise ValueError("\n".join(faults))
    return OffenceWords(**read)


def _section(name: str, found: Any, keys: Iterable[str], faults: list[str]) -> dict[str, str]:
    words = found if isinstance(found, dict) else {}
    faults += [f"{name}: no words for “{key}”" for key in keys if not isinstance(words.get(key), str) or not words[key]]
    faults += [f"{name}: nothing is called “{key}”" for key in words if key not in set(keys)]
    return words
