"""Shapes of the API made of declared fields: an item, the body that records one, what a list can be asked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from pydantic import Field as Property
from pydantic import create_model

from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field, Given, Texts, Value, fields_for
from accede.foundation.listings import Listing, ListQuestion, Rows, field_filters
from accede.foundation.listings.rows import rows_of
from accede.foundation.rest.documents import Schema, Things
from accede.foundation.rest.paging import paged_rows
from accede.foundation.rest.parameters import PagedQuery, described

Thing = TypeVar("Thing")
_TYPES: Mapping[Kind, Any] = {Kind.DAY: date | None, Kind.NUMBER: int | None, Kind.YES_OR_NO: bool}
_OF_THE_API = ("per_page",)


def item_of(name: str, fields: Iterable[Field[Any]]) -> type[Schema]:
    """Return the shape of an item: a property for each field, codes as codes; some readers get fewer."""
    return _shape(name, {field.key: (_type(field), Property(None, description=_said(field))) for field in fields})


def list_of(item: type[Schema]) -> Any:
    """Return the shape of a page of such items."""
    return Things[item]  # type: ignore[valid-type]  # (made of the fields)


def body_of(name: str, fields: Iterable[Field[Any]]) -> type[Schema]:
    """Return the shape of what records an item: the fields that people fill in."""
    return _shape(name, {one.key: (_type(one), Property(None, description=_said(one))) for one in fields if one.entry})


def query_of(name: str, fields: Sequence[Field[Any]]) -> type[Schema]:
    """Return what a list can be asked: its page, its order, and the filters that its fields declare."""
    sorts = [field.key for field in fields if field.is_sorted_by]
    asked: dict[str, Any] = {field.key: (str, described(f"{_said(field)}.")) for field in fields if field.is_filter}
    asked["sort"] = (str, described(f"The order: {', '.join(sorts)}; the other way round with a minus before it."))
    return cast("type[Schema]", create_model(name, __base__=PagedQuery, **asked))


def properties(fields: Iterable[Field[Thing]], thing: Thing, request: HttpRequest) -> dict[str, object]:
    """Return an item as far as there are such fields for the reader."""
    return {field.key: _plain(field.value(thing)) for field in fields_for(actor_of(request), fields)}


def given_in(body: Schema) -> Given:
    """Return what a body says, by the keys of fields."""
    return Given(body.model_dump(exclude_none=True))


def items(
    request: HttpRequest, response: HttpResponse, fields: Sequence[Field[Thing]], rows: Iterable[Thing] | Rows[Thing]
) -> dict[str, object]:
    """Return the page of a list that the address asks for, and what the list says of itself.

    Raises:
        BadInput: the address asks for something that cannot be.
    """
    filtering = [field.key for field in fields if field.is_filter]
    question = ListQuestion(request, knows=[*_OF_THE_API, *filtering])
    listing = Listing(request, question, fields, filters=field_filters(question, fields))
    question.done()
    found, said = paged_rows(listing.asked(rows_of(rows)), request=request, response=response)
    return {**said, "items": [properties(fields, thing, request) for thing in found]}


def _shape(name: str, properties: Mapping[str, Any]) -> type[Schema]:
    return cast("type[Schema]", create_model(name, __base__=Schema, **properties))


def _said(field: Field[Any]) -> str:
    """Return a field's label as the description of the API gives it: in English, whoever asks first."""
    with override("en"):
        codes = f" ({', '.join(field.choices)})" if field.choices is not None else ""
        return f"{field.label}{codes}"


def _type(field: Field[Any]) -> Any:
    if field.in_languages:
        return dict[str, str] | None
    if field.several:
        return list[str] | None
    return _TYPES.get(field.kind, str | None)


def _plain(value: Value) -> object:
    if isinstance(value, Texts):
        return dict(value)
    if isinstance(value, tuple | list):
        return [str(one) for one in value]
    if isinstance(value, Link):
        return value.label
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value) if isinstance(value, UUID) else value
