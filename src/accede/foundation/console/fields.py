"""Commands made of declared fields: options that fill them in, and things printed by them."""

import functools
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import click

from accede.foundation.console.output import print_json, print_table

if TYPE_CHECKING:
    from accede.foundation.fields import Field

Thing = TypeVar("Thing")


def field_options(fields: "Sequence[Field[Any]]") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option for each field that people fill in; it is called with what was `given`."""
    from accede.foundation.fields import Given  # noqa: PLC0415  (needs Django)

    filled = [field for field in fields if field.entry is not None]

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def asked(*args: Any, **options: Any) -> Any:
            values = {field.key: _value(field, options.pop(field.key)) for field in filled}
            return command(*args, given=Given(values), **options)

        made: Callable[..., Any] = asked
        for field in reversed(filled):
            made = _option(field)(made)
        return made

    return decorated


def print_things(fields: "Sequence[Field[Thing]]", things: Iterable[Thing], *, as_json: bool) -> None:
    """Print things as a table in the reader's language, or as JSON with keys and codes for programs."""
    if as_json:
        print_json([{field.key: _plain(field.value(thing)) for field in fields} for thing in things])
        return
    rows = [[_words(field.cell(thing)) for field in fields] for thing in things]
    print_table([str(field.label) for field in fields], rows)


def _option(field: "Field[Any]") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    name = f"--{field.key.replace('_', '-')}"
    words = str(field.label) if field.choices is None else f"{field.label} ({', '.join(field.choices)})"
    if field.in_languages:
        return click.option(name, field.key, multiple=True, metavar="LANGUAGE=TEXT", help=f"{words}; once a language.")
    if field.several:
        kind = click.Choice([*field.choices]) if field.choices is not None else None
        return click.option(name, field.key, multiple=True, type=kind, help=f"{words}; may be given several times.")
    if field.choices is not None:
        return click.option(name, field.key, type=click.Choice([*field.choices]), default=None, help=words)
    day = click.DateTime(["%Y-%m-%d"]) if field.kind == "day" else None
    return click.option(name, field.key, default=None, type=day, help=words)


def _value(field: "Field[Any]", value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if not field.in_languages:
        return value
    pairs = [one.partition("=") for one in value]
    if wrong := [language for language, sign, _text in pairs if not sign]:
        raise click.UsageError(f"Write LANGUAGE=TEXT, such as fr=Ministère; not “{wrong[0]}”.")
    return {language: text for language, _sign, text in pairs}


def _words(cell: object) -> str:
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return "" if cell is None else str(cell)


def _plain(value: object) -> object:
    from accede.foundation.fields import Texts  # noqa: PLC0415  (needs Django)

    if isinstance(value, Texts):
        return dict(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return list(value) if isinstance(value, tuple) else value
