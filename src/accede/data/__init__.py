"""Facts that ship with the product, each with its source: see README.md in this folder."""

import csv
import hashlib
import io
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_ROOT = files("accede.data")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a shipped CSV file, e.g. ``rows("states.csv")``."""
    with io.TextIOWrapper(_ROOT.joinpath(name).open("rb"), encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def document(name: str) -> Any:
    """Return a shipped YAML file as Python values."""
    return yaml.load(_ROOT.joinpath(name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def text(name: str) -> str:
    """Return a shipped text."""
    return _ROOT.joinpath(name).read_text(encoding="utf-8")


def names(folder: str, ending: str) -> list[str]:
    """Return the names of the shipped files in `folder` that end so, in order."""
    return sorted(entry.name for entry in _ROOT.joinpath(folder).iterdir() if entry.name.endswith(ending))


def fingerprint() -> str:
    """Return a digest of all shipped facts: it changes when any of them does."""
    digest = hashlib.sha256()
    for entry in sorted(_files(_ROOT), key=str):
        digest.update(entry.name.encode())
        digest.update(entry.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith((".csv", ".yaml")):
            yield entry
