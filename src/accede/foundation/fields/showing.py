"""A thing's fields as the page of the thing shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _

from accede.foundation.access import Actor
from accede.foundation.exports import Cell, Link
from accede.foundation.exports.table import shown
from accede.foundation.fields.field import Field
from accede.foundation.texts import format_amount

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as the page shows it; `source`: where what stands in it comes from."""

    key: str
    label: str
    words: str
    day: date | None
    address: str
    language: str
    source: Link | None


def shown_fields(fields: Iterable[Field[Thing]], thing: Thing, reader: Actor) -> tuple[ShownField, ...]:
    """Return the fields that there are for a reader, with what stands in them."""
    return tuple(_shown(field, thing) for field in fields if field.is_for(reader))


def _shown(field: Field[Thing], thing: Thing) -> ShownField:
    cell = field.cell(thing)
    return ShownField(
        key=field.key,
        label=str(field.label),
        words=_words(cell),
        day=cell if isinstance(cell, date) else None,
        address=cell.address if isinstance(cell, Link) else "",
        language=field.language,
        source=field.source(thing) if field.source else None,
    )


def _words(cell: Cell) -> str:
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    return format_amount(cell) if isinstance(cell, Decimal) else shown(cell)
