"""A text in several languages: kept as one value, shown in the reader's language or the nearest there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Texts:
    """The same text by language; languages without a text are left out."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.by_language)

    def __str__(self) -> str:
        return " / ".join(text for _language, text in self)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield languages and texts in the order in which the product offers its languages."""
        return ((code, self.by_language[code]) for code, _name in settings.LANGUAGES if code in self.by_language)

    def nearest(self, language: str) -> tuple[str, str]:
        """Return the language and the text for a reader: their own, else English, else the first; else nothing."""
        for code in (language, "en", *(code for code, _text in self)):
            if code in self.by_language:
                return code, self.by_language[code]
        return language, ""

    def to(self, language: str, *, otherwise: str = "") -> str:
        """Return the text in exactly this language, else what is given."""
        return self.by_language.get(language, otherwise)


class MultilingualField(models.JSONField):
    """A column that holds `Texts` as an object of languages; only languages of the product, no empty texts."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"default": Texts, "blank": True, **options})

    def deconstruct(self) -> Any:
        """Describe the column for migrations as what it is in the database, so that they need no code of ours."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.JSONField", args, {**options, "default": dict}

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Texts:
        """Return what the column holds."""
        return self.to_python(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Texts:
        """Return a value as texts."""
        return (
            value if isinstance(value, Texts) else Texts({code: text for code, text in (value or {}).items() if text})
        )

    def get_prep_value(self, value: Any) -> Any:
        """Return texts as the column keeps them."""
        return super().get_prep_value(dict(self.to_python(value)))
