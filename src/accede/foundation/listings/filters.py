"""The form above a table: what its fields ask for, which rows that leaves, and what else the address keeps."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.foundation.fields import Field
from accede.foundation.listings.parameters import Option, PageParameters
from accede.foundation.texts import folded

Row = TypeVar("Row")
_OF_THE_PAGE = ("on", "known")
"""The day, which every form keeps by itself."""
_OF_ONE_ANSWER = ("format", "table", "page")
"""What other rows have no use for: the file asked for, and the page of the list."""
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Filter(Generic[Row]):
    """One field of the form, and the test that a row must pass where the field is filled.

    Attributes:
        name: the parameter of the address.
        value: what the address asks for; empty for every row.
        type: of the field; “choice” for one of several.
        choice: what a row has of it, and the words for that.
        where: the same test as the database makes it, where the rows are a table's.
        known: all values among which it chooses, where they cannot be gathered from the rows.
    """

    name: str
    label: str
    value: str
    fits: Callable[[Row], bool]
    type: str = "search"
    choice: tuple[Callable[[Row], str], Callable[[str], str]] | None = None
    where: Q | None = None
    known: tuple[str, ...] = ()


Values = Callable[[Filter[Row]], Iterable[str]]
"""Gives the values among which a filter chooses."""


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as the page shows it."""

    name: str
    label: str
    value: str
    type: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ShownFilters:
    """The form as the page shows it.

    Attributes:
        kept: parameters that the form leaves as they are.
        without: the address of the page without these filters.
        anchor: the id of the table to come back to.
        leaves_nothing: no row passes.
    """

    fields: tuple[ShownField, ...]
    kept: tuple[tuple[str, str], ...]
    without: str
    anchor: str
    is_used: bool
    leaves_nothing: bool


def words_filter(question: PageParameters, name: str, label: str, words: Callable[[Row], str]) -> Filter[Row]:
    """Return a field for words that stand in a row, in any case and with or without accents."""
    wanted = question.text(name)
    return Filter(name, label, wanted, lambda row: folded(wanted) in folded(words(row)))


def choice_filter(
    question: PageParameters, name: str, label: str, known: Mapping[str, str], value: Callable[[Row], str]
) -> Filter[Row]:
    """Return a field for one of the known values; those that occur in the table are offered."""
    wanted = question.choice(name, known)
    return chosen_filter(name, label, wanted, value, lambda key: known[key])


def chosen_filter(
    name: str, label: str, wanted: str, value: Callable[[Row], str], words: Callable[[str], str]
) -> Filter[Row]:
    """Return a field for one value that was read from the address already, such as the key behind a name."""
    return Filter(name, label, wanted, lambda row: value(row) == wanted, "choice", (value, words))


def year_filters(
    question: PageParameters, names: tuple[str, str], day: Callable[[Row], date | None]
) -> tuple[Filter[Row], Filter[Row]]:
    """Return a field for the first year and one for the last; a row without a day passes neither."""
    first, last = (question.number(question.text(name), name=name, most=_LAST_YEAR, otherwise=0) for name in names)
    if first and last and first > last:
        question.problems.append(
            _("The first year, %(first)s, is later than the last, %(last)s: no year lies between them.")
            % {"first": first, "last": last}
        )

    def begins(row: Row) -> bool:
        on = day(row)
        return on is not None and on.year >= first

    def ends(row: Row) -> bool:
        on = day(row)
        return on is not None and on.year <= last

    return (
        Filter(names[0], _("From the year"), str(first or ""), begins, "number"),
        Filter(names[1], _("To the year"), str(last or ""), ends, "number"),
    )


def fitting(rows: Iterable[Row], filters: Sequence[Filter[Row]]) -> list[Row]:
    """Return the rows that pass every field that is filled."""
    used = [one for one in filters if one.value]
    return [row for row in rows if all(one.fits(row) for one in used)]


def field_filters(question: PageParameters, fields: Iterable[Field[Row]]) -> tuple[Filter[Row], ...]:
    """Return the form's fields as the declarations say: a choice for what has codes, a search in words for the rest."""
    return tuple(_field_filter(question, field) for field in fields if field.is_filter)


def _field_filter(question: PageParameters, field: Field[Row]) -> Filter[Row]:
    if field.choices is None:
        found: Filter[Row] = words_filter(question, field.key, str(field.label), lambda row: str(field.cell(row) or ""))
        return replace(found, where=_where(field, found.value))
    words = {code: str(label) for code, label in field.choices.items()}
    wanted = question.choice(field.key, words)
    return Filter(
        field.key,
        str(field.label),
        wanted,
        lambda row: wanted in _codes(field.value(row)),
        "choice",
        (lambda row: next(iter(_codes(field.value(row))), ""), lambda code: words.get(code, code)),
        _where(field, wanted),
        tuple(words),
    )


def _codes(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value or ""),)


def _where(field: Field[Row], wanted: str) -> Q | None:
    """Return the condition that a row of the table passes: each word occurs in the column, or the code stands in it."""
    if field.where is not None:
        return field.where(wanted)
    if field.column is None:
        return None
    name = field.column.field.name
    if field.choices is not None:
        return Q(**{name: wanted})
    condition = Q()
    for word in wanted.split():
        condition &= Q(**{f"{name}__icontains": word})
    return condition


def shown_filters(
    request: HttpRequest, filters: Sequence[Filter[Row]], *, anchor: str, values: Values[Row], leaves_nothing: bool
) -> ShownFilters:
    """Return the form above a table; `values` gives those that a choice offers."""
    own = [one.name for one in filters]
    is_used = any(one.value for one in filters)
    left = other_parameters(request, *own)
    day = [(name, request.GET[name]) for name in _OF_THE_PAGE if request.GET.get(name)]
    query = urlencode([*day, *left])
    return ShownFilters(
        fields=tuple(ShownField(one.name, one.label, one.value, one.type, _options(one, values)) for one in filters),
        kept=tuple(left),
        without=f"{request.path}{f'?{query}' if query else ''}{f'#{anchor}' if anchor else ''}",
        anchor=anchor,
        is_used=is_used,
        leaves_nothing=is_used and leaves_nothing,
    )


def other_parameters(request: HttpRequest, *own: str) -> list[tuple[str, str]]:
    """Return the parameters of the page that a form with these fields leaves as they are; the day it keeps itself."""
    passing = {*own, *_OF_THE_PAGE, *_OF_ONE_ANSWER}
    return [
        (name, value) for name in request.GET if name not in passing for value in request.GET.getlist(name) if value
    ]


def _options(one: Filter[Row], values: Values[Row]) -> tuple[Option, ...]:
    if one.choice is None:
        return ()
    _value, words = one.choice
    found = dict.fromkeys([*values(one), *([one.value] if one.value else [])])
    return tuple(Option(key, words(key)) for key in found if key)
