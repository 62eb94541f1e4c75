"""One field, and what is said of it once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import get_language

from accede.foundation.access import Actor, Permission, can
from accede.foundation.exports import Cell, Kind, Link
from accede.foundation.fields.multilingual import Texts
from accede.foundation.texts import listed

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

Row_contra = TypeVar("Row_contra", contravariant=True)
Row = TypeVar("Row")
Words = str | Promise
Value = Cell | UUID | Texts | Sequence[str]
"""What a thing has in a field: codes and not their words; several of them as a tuple."""


class Column(Protocol):
    """A column of a table as its class has it, such as `Organisation.name`."""

    @property
    def field(self) -> "models.Field[Any, Any]":
        """The column."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How people fill a field in.

    Attributes:
        needed: what to say to who leaves it empty; it may be left empty where nothing is said.
        hint: a line below the label.
        most: how many characters it takes; 0 for as many as they like.
        lines: how many lines of text the form shows.
        example: something to write, as it would be written.
    """

    needed: Words = ""
    hint: Words = ""
    most: int = 0
    lines: int = 1
    example: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """What a field is called: a key, the same in every language and for ever, and the label that is shown.

    Attributes:
        choices: the words of the codes that it can hold.
        needs: without this permission there is no such field: in no list, page, file, answer, form or record.
    """

    key: str
    label: Words
    choices: Mapping[str, Words] | None = None
    needs: Permission | None = None

    def words(self, value: Value) -> Cell:
        """Return a value as it is shown in the reader's language."""
        if self.choices is None:
            return shown_value(value)
        if isinstance(value, tuple | list):
            return listed(self._words(code) for code in value)
        return self._words(value)

    def all_words(self, values: Sequence[Value]) -> Sequence[Cell]:
        """Return values as `words` does: those that are codes are put into words once each."""
        if self.choices is None:
            return [shown_value(value) for value in values]
        plain = [tuple(value) if isinstance(value, list) else value for value in values]
        words = {value: self.words(value) for value in set(plain)}
        return [words[value] for value in plain]

    def _words(self, code: Value) -> str:
        """Return the words of a code; itself where a later release has no words for it."""
        return str((self.choices or {}).get(str(code), code if code is not None else ""))

    def is_for(self, reader: Actor) -> bool:
        """Return whether there is such a field for a reader."""
        return self.needs is None or can(reader, self.needs)


@dataclass(frozen=True)
class Field(Generic[Row_contra]):
    """A field of a thing that users see.

    Attributes:
        key, label, choices, needs: as of `Named`.
        value: what a thing has in it.
        order: what rows that lie in memory are sorted by, where lists sort by it.
        column: the column that holds just this value; lists of the table sort by it and filter by it.
        several: its value is a tuple: any of the choices, or several names.
        in_languages: its value is a text in as many of the product's languages as there are words for.
        is_filter: a list offers its choices, or a search for words in it.
        where: the condition that a row of the table passes, where it is not that the column holds what is asked for.
        source: where a thing's value comes from.
        entry: how people fill it in; None for what they do not.
        language: of the words, where it is not the reader's.
        in_files_only: too much for a page; a file holds it.
        may_break: holds addresses, which are one long word.
    """

    key: str
    label: Words
    value: Callable[[Row_contra], Value]
    kind: Kind = Kind.TEXT
    order: "Callable[[Row_contra], SupportsRichComparison] | None" = None
    column: Column | None = None
    choices: Mapping[str, Words] | None = None
    several: bool = False
    in_languages: bool = False
    is_filter: bool = False
    where: Callable[[str], Q] | None = None
    source: Callable[[Row_contra], Link | None] | None = None
    needs: Permission | None = None
    entry: Entry | None = None
    language: str = ""
    in_files_only: bool = False
    may_break: bool = False

    @cached_property
    def named(self) -> Named:
        """What it is called, without the thing that has it."""
        return Named(self.key, self.label, self.choices, self.needs)

    @property
    def is_sorted_by(self) -> bool:
        """Whether lists sort by it."""
        return self.order is not None or self.column is not None

    def cell(self, row: Row_contra) -> Cell:
        """Return what stands in the field, as it is shown in the reader's language."""
        return self.named.words(self.value(row))

    def is_for(self, reader: Actor) -> bool:
        """Return whether there is such a field for a reader."""
        return self.named.is_for(reader)


def shown_value(value: Value) -> Cell:
    """Return a value without codes as it is shown."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, Texts):
        return value.nearest(get_language() or "en")[1]
    if isinstance(value, tuple | list):
        return listed(str(one) for one in value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool | int | float | date | Decimal | Link):
        return value
    return str(value)


def fields_for(reader: Actor, fields: Iterable[Field[Row]]) -> tuple[Field[Row], ...]:
    """Return the fields that there are for a reader."""
    return tuple(field for field in fields if field.is_for(reader))
