"""What somebody gave, by field, read with its type: from a form, a body of the API, a command, or a row of a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accede.foundation.fields.field import Field
from accede.foundation.fields.multilingual import Texts
from accede.foundation.texts import listed


@dataclass(frozen=True, slots=True)
class Given:
    """Values by the keys of fields; a field that was not given reads as empty."""

    values: Mapping[str, Any]

    def text(self, field: Field[Any]) -> str:
        """Return a line or a text, without space around it."""
        return str(self.values.get(field.key) or "").strip()

    def texts(self, field: Field[Any]) -> tuple[str, ...]:
        """Return several of the field's codes, each once."""
        return tuple(dict.fromkeys(str(one) for one in self.values.get(field.key) or ()))

    def day(self, field: Field[Any]) -> date | None:
        """Return a day."""
        value = self.values.get(field.key)
        return value if isinstance(value, date) else None

    def yes(self, field: Field[Any]) -> bool:
        """Return whether it was said."""
        return bool(self.values.get(field.key))

    def key_of_thing(self, field: Field[Any]) -> UUID | None:
        """Return the key of another thing; None where none was named, or none can be meant."""
        try:
            return UUID(self.text(field))
        except ValueError:
            return None

    def in_languages(self, field: Field[Any]) -> Texts:
        """Return a text in several languages."""
        value = self.values.get(field.key)
        return (
            value if isinstance(value, Texts) else Texts({code: text for code, text in (value or {}).items() if text})
        )


def problems_of(fields: Iterable[Field[Any]], thing: object) -> dict[str, str]:
    """Return what is wrong with a thing by the declarations of its fields: left empty, too long, no such choice."""
    problems: dict[str, str] = {}
    for field in fields:
        if field.entry is None:
            continue
        value = field.value(thing)
        value = value.strip() if isinstance(value, str) else value
        if not value and value is not False:
            if field.entry.needed:
                problems[field.key] = str(field.entry.needed)
        elif isinstance(value, str) and 0 < field.entry.most < len(value):
            words = _("At most %(most)s characters: there are %(count)s.")
            problems[field.key] = words % {"most": field.entry.most, "count": len(value)}
        elif field.choices is not None and (unknown := _unknown(field, value)):
            words = _("“%(unknown)s” is not one of: %(choices)s.")
            problems[field.key] = words % {"unknown": listed(unknown), "choices": listed(map(str, field.choices))}
    return problems


def values_of(fields: Iterable[Field[Any]], thing: object) -> dict[str, object]:
    """Return what a thing has in some fields, as the record of what happened to it keeps them."""
    return {field.key: field.value(thing) for field in fields}


def _unknown(field: Field[Any], value: object) -> list[str]:
    codes = value if isinstance(value, tuple | list) else (value,)
    return [str(code) for code in codes if str(code) not in (field.choices or {})]
