"""Write the tables of the register as files."""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from accede.foundation.console import Reading, Refused, reading_options, tell
from accede.foundation.exports import Format, Table, write
from accede.modules.treaties.cli import tables
from accede.modules.treaties.cli.arguments import asked_instrument, asked_state
from accede.modules.treaties.cli.register import asked_acts, open_register


def export_options(command: Callable[..., Table]) -> Callable[..., None]:
    """Give a command --format and --output; it returns the table to be written."""

    @click.option("--format", "chosen", type=click.Choice([f.value for f in Format]), help="csv, xlsx or json.")
    @click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write (default: the terminal).")
    @reading_options
    @functools.wraps(command)
    def asked(*args: Any, chosen: str | None, output: Path | None, reading: Reading, **kwargs: Any) -> None:
        _write(command(*args, reading=reading, **kwargs), _format(chosen, output, reading), output)

    return asked


def _format(chosen: str | None, output: Path | None, reading: Reading) -> Format:
    if chosen:
        return Format(chosen)
    ending = output.suffix.lstrip(".").lower() if output else ""
    if ending in set(Format):
        return Format(ending)
    return Format.JSON if reading.as_json else Format.CSV


def _write(table: Table, chosen: Format, output: Path | None) -> None:
    if output is None:
        if chosen is Format.XLSX and sys.stdout.isatty():
            raise Refused(_("A workbook cannot be shown here. Say --output FILE."))
        sys.stdout.flush()
        write(table, chosen, sys.stdout.buffer, mark=False)
        sys.stdout.buffer.flush()
        return
    # A file that could not be finished does not take the place of an older one.
    unfinished = output.with_name(f"{output.name}.part")
    try:
        with unfinished.open("wb") as stream:
            write(table, chosen, stream)
        unfinished.replace(output)
    except OSError as error:
        raise Refused(
            _("“%(name)s” cannot be written: %(reason)s.") % {"name": str(output), "reason": error.strerror}
        ) from error
    tell(_("Written: %(name)s") % {"name": str(output)})


@click.command(name="standing")
@click.argument("state")
@export_options
def standing(state: str, *, reading: Reading) -> Table:
    """Where STATE stands under each instrument on a day, and why."""
    register = open_register(reading, about=(state,))
    code = asked_state(register, state, reading.language)
    return tables.standing_table(register, code, list(register.instruments), reading)


@click.command(name="parties")
@click.argument("instrument")
@export_options
def parties(instrument: str, *, reading: Reading) -> Table:
    """The States bound by INSTRUMENT on a day."""
    register = open_register(reading)
    return tables.parties_table(register, asked_instrument(register, instrument), reading)


@click.command(name="acts")
@click.option("--since", default="", metavar="DAY", help="Acts of this day and later.")
@click.option("--until", default="", metavar="DAY", help="Acts of this day and earlier.")
@click.option("--state", "states", multiple=True, help="Acts of this State; may be given several times.")
@click.option(
    "--instrument", "instruments", multiple=True, help="Acts under this instrument; several times if need be."
)
@click.option("--kind", "kinds", multiple=True, help="Acts of this kind; may be given several times.")
@export_options
def acts(*, reading: Reading, **wanted: Any) -> Table:
    """Acts by day, the latest first."""
    register = open_register(reading, about=wanted["states"])
    return tables.acts_table(register, asked_acts(register, reading, **wanted), reading)


@click.command(name="instruments")
@export_options
def instruments(*, reading: Reading) -> Table:
    """The instruments, with the number of their parties on a day."""
    return tables.instruments_table(open_register(reading), reading)


@click.command(name="states")
@export_options
def states(*, reading: Reading) -> Table:
    """The States and areas that exist on a day."""
    return tables.states_table(open_register(reading), reading)
