"""Rows of a table as lines of CSV that the database writes: what is shown and guarded, several times as fast.

The lines are those that `exports` would write of the same rows, byte for byte: words for codes, days as
year-month-day, an apostrophe before what a spreadsheet would take for a formula.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Expression, QuerySet, Subquery
from django.utils.translation import get_language
from psycopg import sql

from accede.foundation.exports.table import FORMULA_SIGNS
from accede.foundation.fields import Field, MultilingualField
from accede.foundation.texts import listed

Gives = str | Expression | Subquery
"""A column by its name, or an expression."""
Shows = Callable[[sql.Composable], sql.Composable]
"""Makes the expression that shows a value of the expression that gives it."""

_LINES_AT_ONCE = 2000
_AS_WRITTEN: tuple[tuple[type["models.Field[Any, Any]"], str], ...] = (
    # A moment is a day too, for Django's classes; it is shown by its day in UTC.
    (models.DateTimeField, "to_char({} at time zone 'UTC', 'YYYY-MM-DD')"),
    (models.DateField, "to_char({}, 'YYYY-MM-DD')"),
    (models.BooleanField, "{}::text"),
    (models.IntegerField, "{}"),
    (models.UUIDField, "{}"),
)
"""What needs no guard, by the kind of column."""


@dataclass(frozen=True, slots=True)
class ShownByDatabase:
    """A column or an expression, and how the database shows what it gives."""

    value: Gives
    shows: Shows


def shown_by_database(field: Field[Any], value: Gives, column: "models.Field[Any, Any]") -> ShownByDatabase | None:
    """Return how the database shows a field, None if it cannot.

    Args:
        value: the column, or the expression, that gives just what stands in the field.
        column: what kind of column that is.
    """
    if isinstance(column, models.TextField | models.CharField):
        return ShownByDatabase(value, partial(_words, field) if field.choices else _guarded)
    if isinstance(column, ArrayField) and field.choices:
        return ShownByDatabase(value, partial(_several_words, field))
    if isinstance(column, MultilingualField):
        return ShownByDatabase(value, _nearest)
    for kind, written in _AS_WRITTEN:
        if isinstance(column, kind) and not field.choices:
            return ShownByDatabase(value, sql.SQL(written).format)
    return None


def copied(rows: "QuerySet[Any]", columns: Sequence[ShownByDatabase]) -> Iterator[bytes]:
    """Yield the rows as lines of CSV, some thousands at a time, read while they are sent."""
    names = [sql.Identifier(f"shown_{number}") for number in range(len(columns))]
    statement, values = rows.values_list(*(one.value for one in columns)).query.sql_with_params()
    shown = sql.SQL(", ").join(one.shows(name) for one, name in zip(columns, names, strict=True))
    with connection.cursor() as cursor:
        read = sql.SQL(cursor.mogrify(statement, values))
        copying = sql.SQL("copy (select {} from ({}) as found ({})) to stdout (format csv)")
        with cursor.copy(copying.format(shown, read, sql.SQL(", ").join(names))) as copy:
            lines = iter(copy)
            while piece := b"\r\n".join(bytes(line)[:-1] for line in islice(lines, _LINES_AT_ONCE)):
                yield piece + b"\r\n"


def _guarded(text: sql.Composable) -> sql.Composable:
    """An apostrophe before what begins like a formula; nothing for an empty text."""
    return sql.SQL("nullif(regexp_replace({}, {}, {}), '')").format(
        text, sql.Literal(f"^([{re.escape(''.join(FORMULA_SIGNS))}])"), sql.Literal(r"'\1")
    )


def _words(field: Field[Any], code: sql.Composable) -> sql.Composable:
    return _guarded(sql.SQL("coalesce({}::jsonb ->> {}, {})").format(_labels(field), code, code))


def _several_words(field: Field[Any], codes: sql.Composable) -> sql.Composable:
    """The words of some codes, in a row as the language sets it."""
    between = listed(["", ""])
    return _guarded(
        sql.SQL(
            "(select string_agg(coalesce({}::jsonb ->> code, code), {} order by place)"
            " from unnest({}) with ordinality as named (code, place))"
        ).format(_labels(field), sql.Literal(between), codes)
    )


def _labels(field: Field[Any]) -> sql.Composable:
    return sql.Literal(json.dumps({code: str(label) for code, label in (field.choices or {}).items()}))


def _nearest(texts: sql.Composable) -> sql.Composable:
    """The text in the reader's language, else in English, else the first that there is."""
    languages = dict.fromkeys([get_language() or "en", "en", *(code for code, _name in settings.LANGUAGES)])
    each = [sql.SQL("nullif({} ->> {}, '')").format(texts, sql.Literal(code)) for code in languages]
    return _guarded(sql.SQL("coalesce({})").format(sql.SQL(", ").join(each)))
