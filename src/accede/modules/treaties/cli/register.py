"""Commands that read the register."""

import sys
from collections.abc import Collection

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.foundation import clock
from accede.foundation.console import Reading, Refused, print_table, reading_options, say
from accede.foundation.exports import Format, Table, write
from accede.foundation.exports.table import shown
from accede.modules.treaties.cli.arguments import asked_day, asked_instrument, asked_kind, asked_state
from accede.modules.treaties.cli.tables import (
    acts_table,
    changes_table,
    instruments_table,
    parties_table,
    standing_table,
    states_table,
)
from accede.modules.treaties.queries.acts import ActFilter
from accede.modules.treaties.queries.changes import ChangesOf, changes_since
from accede.modules.treaties.queries.register import Register, current_register, register_about
from accede.modules.treaties.words.reasons import speaker_of


def open_register(reading: Reading, *, about: Collection[str] = ()) -> Register:
    """Return the register as it is to be read; where a question is `about` some States, with their acts only.

    Raises:
        Refused: nothing has been loaded yet.
    """
    register = register_about(about, reading.known) if about else current_register(reading.known)
    if not register.instruments:
        raise Refused(_("The record is empty. Load the facts that ship with: accede load facts"))
    return register


def answer(table: Table, reading: Reading, columns: Collection[str]) -> int:
    """Print the table: as JSON with all columns, or for people with `columns`. Return the number of rows."""
    if reading.as_json:
        sys.stdout.flush()
        write(table, Format.JSON, sys.stdout.buffer)
        return 0
    places = [at for at, column in enumerate(table.columns) if column.key in columns]
    rows = [[shown(row[at]) for at in places] for row in table.rows]
    print_table([table.columns[at].label for at in places], rows)
    return len(rows)


def headline(title: str, reading: Reading) -> None:
    """Say of what the table below speaks, and of which day."""
    if reading.as_json:
        return
    day = _("on %(day)s") % {"day": reading.on.isoformat()}
    if reading.known:
        day = _("on %(day)s, as the record knew it on %(known)s") % {
            "day": reading.on.isoformat(),
            "known": reading.known.isoformat(),
        }
    say(f"{title} — {day}")
    say()


@click.command(name="standing")
@click.argument("state")
@click.argument("instruments", nargs=-1, metavar="[INSTRUMENT]…")
@click.option("--why", is_flag=True, help="Give the acts and articles that make it so.")
@reading_options
def standing(state: str, instruments: tuple[str, ...], *, why: bool, reading: Reading) -> None:
    """Where STATE stands under the instruments on a day.

    STATE is a code (FRA) or a name in any of the six languages.
    """
    register = open_register(reading, about=(state,))
    code = asked_state(register, state, reading.language)
    keys = list(dict.fromkeys(asked_instrument(register, text) for text in instruments)) or list(register.instruments)
    table = standing_table(register, code, keys, reading)
    headline(table.title, reading)
    if not why or reading.as_json:
        answer(table, reading, ("title", "standing", "since", "by", "act_on"))
        return
    speaker = speaker_of(register, reading.language)
    for row, key in zip(table.rows, keys, strict=True):
        cells = dict(zip((column.key for column in table.columns), row, strict=True))
        sentence = (
            _("%(instrument)s: %(standing)s (since %(day)s)") if cells["since"] else _("%(instrument)s: %(standing)s")
        )
        say(sentence % {"instrument": cells["title"], "standing": cells["standing"], "day": shown(cells["since"])})
        for line in speaker.lines(register.standing(key, code, reading.on).because):
            say(f"  · {line.in_full}")
        say()


@click.command(name="parties")
@click.argument("instrument")
@reading_options
def parties(instrument: str, *, reading: Reading) -> None:
    """The States bound by INSTRUMENT on a day."""
    register = open_register(reading)
    key = asked_instrument(register, instrument)
    table = parties_table(register, key, reading)
    headline(table.title, reading)
    count = answer(table, reading, ("state", "name", "standing", "since", "by", "act_on"))
    if not reading.as_json:
        say()
        say(ngettext("%(count)s party", "%(count)s parties", count) % {"count": count})


@click.command(name="acts")
@click.option("--since", default="", metavar="DAY", help="Acts of this day and later.")
@click.option("--until", default="", metavar="DAY", help="Acts of this day and earlier.")
@click.option("--state", "states", multiple=True, help="Acts of this State; may be given several times.")
@click.option(
    "--instrument", "instruments", multiple=True, help="Acts under this instrument; may be given several times."
)
@click.option("--kind", "kinds", multiple=True, help="Acts of this kind; may be given several times.")
@reading_options
def acts(
    *,
    since: str,
    until: str,
    states: tuple[str, ...],
    instruments: tuple[str, ...],
    kinds: tuple[str, ...],
    reading: Reading,
) -> None:
    """Acts by day, the latest first."""
    register = open_register(reading, about=states)
    wanted = asked_acts(
        register, reading, since=since, until=until, states=states, instruments=instruments, kinds=kinds
    )
    count = answer(acts_table(register, wanted, reading), reading, ("on", "name", "title", "act", "in_force_on"))
    if not reading.as_json:
        say()
        say(ngettext("%(count)s act", "%(count)s acts", count) % {"count": count})


def asked_acts(
    register: Register,
    reading: Reading,
    *,
    since: str = "",
    until: str = "",
    states: tuple[str, ...] = (),
    instruments: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> ActFilter:
    """Return which acts are asked for; the day of which the command speaks bounds them as well."""
    first, last = asked_day(since, "--since"), asked_day(until, "--until")
    if first is not None and first > (last or reading.on):
        raise Refused(_("--since is later than --until: no day lies between them."))
    return ActFilter(
        since=first,
        until=last,
        states=tuple(asked_state(register, text, reading.language) for text in states),
        instruments=tuple(asked_instrument(register, text) for text in instruments),
        kinds=tuple(asked_kind(text) for text in kinds),
    )


@click.command(name="changes")
@click.option("--since", default="", metavar="DAY", help="The earlier day (required).")
@click.option("--record", is_flag=True, help="What this record learned since then, not what States did.")
@click.option("--state", "states", multiple=True, help="Of this State; may be given several times.")
@click.option("--instrument", "instruments", multiple=True, help="Of this instrument; may be given several times.")
@reading_options
def changes(
    *, since: str, record: bool, states: tuple[str, ...], instruments: tuple[str, ...], reading: Reading
) -> None:
    """What changed since a day: who joined, signed or left, or what this record learned."""
    register = open_register(reading)
    first = asked_day(since, "--since")
    if first is None:
        raise click.UsageError(_("Give the earlier day: --since 2020-01-01"))
    if first > ((reading.known or clock.today()) if record else reading.on):
        raise Refused(_("--since is later than the day it is held against: no day lies between them."))
    wanted = {asked_state(register, text, reading.language) for text in states}
    under = {asked_instrument(register, text) for text in instruments}
    found = [
        change
        for change in changes_since(
            first, of=ChangesOf.RECORD if record else ChangesOf.STATES, on=reading.on, known=reading.known
        )
        if (not wanted or change.state in wanted) and (not under or change.instrument in under)
    ]
    count = answer(changes_table(register, found, reading), reading, ("on", "name", "title", "before", "after"))
    if not reading.as_json:
        say()
        say(ngettext("%(count)s change", "%(count)s changes", count) % {"count": count})


@click.command(name="instruments")
@reading_options
def instruments(*, reading: Reading) -> None:
    """The instruments, with the number of their parties on a day."""
    table = instruments_table(open_register(reading), reading)
    headline(table.title, reading)
    answer(table, reading, ("number", "instrument", "title", "adopted_on", "in_force_on", "parties"))


@click.command(name="states")
@reading_options
def states(*, reading: Reading) -> None:
    """The States and areas that exist on a day."""
    table = states_table(open_register(reading), reading)
    headline(table.title, reading)
    answer(table, reading, ("state", "name", "kind", "exists_from"))
