"""The catalogue of obligations that ships (data/legislation)."""

from functools import cache

from accede import data
from accede.core.legislation.catalogue import Catalogue, catalogue_of
from accede.core.legislation.tongues import LANGUAGES

_FOLDER = "legislation"
_FILES = ("financing", "general", "others")


@cache
def _models() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = data.document(f"{_FOLDER}/models.yaml")
    return found


def model_provision(obligation: str, language: str) -> tuple[str, str] | None:
    """Return heading and text of the model provision for an obligation in a language; None where there is none."""
    found = _models().get(obligation, {}).get(language)
    return (found[0], found[1]) if found else None


@cache
def catalogue() -> Catalogue:
    """Return the obligations, with their questions in six languages and the names of the conventions."""
    documents = [data.document(f"{_FOLDER}/{name}.yaml") for name in _FILES]
    return catalogue_of(documents, data.document(f"{_FOLDER}/conventions.yaml"), LANGUAGES)
