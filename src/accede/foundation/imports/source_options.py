"""The source of what is imported, as a command asks for it: one of the record, or a new one, described."""

import functools
from collections.abc import Callable, Sequence
from typing import Any

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.console.errors import Refused
from accede.foundation.imports.provenance import NewSource
from accede.foundation.pages.asat import read_day


def source_options(*, authorities: Sequence[str], authority: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command --source and what describes a new one; called with `source` and `new_source`.

    `authorities`: what a source may be; `authority`: what a new one is unless it is said.
    """

    def with_source(command: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--source", help="The source of rows that name none.")
        @click.option("--source-title", help="Describes a source that the record does not have yet: its title,")
        @click.option("--source-address", default="", help="… its address or citation,")
        @click.option("--source-day", default="", metavar="DAY", help="… the day on which it stood,")
        @click.option("--source-authority", type=click.Choice(authorities), default=authority, help="… and what it is.")
        @functools.wraps(command)
        def asked(
            *args: Any,
            source: str | None,
            source_title: str | None,
            source_address: str,
            source_day: str,
            source_authority: str,
            **kwargs: Any,
        ) -> Any:
            new_source = None
            if source_title:
                new_source = _described(source, source_title, source_address, source_day, source_authority)
            return command(*args, source=source, new_source=new_source, **kwargs)

        return asked

    return with_source


def _described(key: str | None, title: str, address: str, day: str, authority: str) -> NewSource:
    problems: list[str] = []
    as_of = read_day(day, today=clock.today(), problems=problems)
    if problems:
        raise click.UsageError(f"--source-day: {' '.join(problems)}")
    if as_of is None or not key:
        raise Refused(_("A new source needs --source (a short key), --source-title and --source-day."))
    return NewSource(key=key, title=title, locator=address, authority=authority, as_of=as_of)
