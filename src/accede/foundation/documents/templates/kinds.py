"""What templates are for, and the fields that they may name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from accede.foundation.documents.tree import Document

Row = Mapping[str, str]
Values = Mapping[str, "str | Sequence[Row]"]


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field of a template.

    Attributes:
        columns: what each row of it has, where it is a list of rows.
    """

    name: str
    label: str | Promise
    columns: "tuple[TemplateField, ...]" = ()


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """What templates of a kind are for.

    Attributes:
        key: the same for ever; part of addresses.
        fields: every field that it may name.
        shipped: the template that ships, as a document in a language, whose words name the fields.
    """

    key: str
    label: str | Promise
    about: str | Promise
    fields: tuple[TemplateField, ...]
    shipped: Callable[[], Document]

    def names(self) -> dict[str, frozenset[str]]:
        """Return the names of the fields, each with those of its rows' columns."""
        return {field.name: frozenset(column.name for column in field.columns) for field in self.fields}


def template_kinds() -> tuple[TemplateKind, ...]:
    """Return the kinds of templates, as the site lists them."""
    return cast("tuple[TemplateKind, ...]", import_string(settings.ACCEDE_TEMPLATE_KINDS))


def template_kind(key: str) -> TemplateKind | None:
    """Return a kind by its key."""
    return next((kind for kind in template_kinds() if kind.key == key), None)
