"""The catalogue of obligations that ships (data/legislation)."""

from functools import cache

from accede import data
from accede.core.legislation.catalogue import Catalogue, catalogue_of
from accede.core.legislation.tongues import LANGUAGES

_FOLDER = "legislation"
_FILES = ("financing", "general", "others")


@cache
def catalogue() -> Catalogue:
    """Return the obligations, with their questions in six languages and the names of the conventions."""
    documents = [data.document(f"{_FOLDER}/{name}.yaml") for name in _FILES]
    return catalogue_of(documents, data.document(f"{_FOLDER}/conventions.yaml"), LANGUAGES)
