"""What every reading command takes: a day, a state of knowledge, a language, and JSON for programs."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from accede.foundation.console import startup


@dataclass(frozen=True, slots=True)
class Reading:
    """How a reading command was asked.

    Attributes:
        on: the day of which to speak; `known`: as the record knew it on that day, None: as it knows it now.
    """

    on: date
    known: date | None
    language: str
    as_json: bool


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --on, --known, --lang and --json; it is called with `reading` and with the database up."""

    @click.option("--on", "on_text", metavar="DAY", default="", help="The day of which to speak (default: today).")
    @click.option("--known", "known_text", metavar="DAY", default="", help="As the record knew it on that day.")
    @language_option
    @click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
    @functools.wraps(command)
    def asked(*args: Any, on_text: str, known_text: str, as_json: bool, language: str, **kwargs: Any) -> Any:
        reading = _read(on_text, known_text, as_json=as_json, language=language)
        startup.reach_database()
        return command(*args, reading=reading, **kwargs)

    return asked


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --lang, and speak that language while it runs; it is called with `language`."""

    @click.option(
        "--lang",
        type=click.Choice(startup.LANGUAGES, case_sensitive=False),
        help="The language of the answer (default: that of the terminal).",
    )
    @functools.wraps(command)
    def asked(*args: Any, lang: str | None, **kwargs: Any) -> Any:
        from django.utils import translation  # noqa: PLC0415  (help must not wait for it)

        language = lang or startup.default_language()
        with translation.override(language):
            return command(*args, language=language, **kwargs)

    return asked


def _read(on_text: str, known_text: str, *, as_json: bool, language: str) -> Reading:
    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.pages.asat import read_day  # noqa: PLC0415  (as above)

    today = clock.today()
    problems: list[str] = []
    on = read_day(on_text, today=today, problems=problems)
    known = read_day(known_text, today=today, problems=problems)
    if problems:
        raise click.UsageError("\n".join(problems))
    return Reading(on=on or today, known=known, language=language, as_json=as_json)
