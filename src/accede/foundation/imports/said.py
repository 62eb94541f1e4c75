"""What was said of a file's rows, as it is kept until a second person has looked at it."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.tables import Options

Given = TypeVar("Given")


def kept_as(given: Any) -> dict[str, Any]:
    """Return what was said, a frozen dataclass with `new_source` and `options` among its fields, as JSON keeps it."""
    plain = asdict(given)
    if plain["new_source"]:
        plain["new_source"]["as_of"] = plain["new_source"]["as_of"].isoformat()
    return plain


def given_again(kind: type[Given], kept: Mapping[str, Any]) -> Given:
    """Return what `kept_as` kept."""
    new = kept["new_source"]
    source = NewSource(**{**new, "as_of": date.fromisoformat(new["as_of"])}) if new else None
    # JSON has no tuples, and options are compared and hashed.
    columns = tuple((heading, column) for heading, column in kept["options"].get("columns", ()))
    options = Options(**{**kept["options"], "columns": columns})
    return kind(**{**kept, "new_source": source, "options": options})
