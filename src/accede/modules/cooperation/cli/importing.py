"""Bring a list of bilateral treaties into the record from the command line."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.foundation import clock
from accede.foundation.console import EXIT_NO, Refused, print_json, print_table, say, startup
from accede.foundation.console.reading import language_option
from accede.foundation.imports import Options, Outcome, Problem, explain
from accede.foundation.imports.csvfile import SEPARATORS
from accede.foundation.pages.asat import read_day
from accede.modules.cooperation.services.import_columns import WORDS
from accede.modules.cooperation.services.import_treaties import Given, check_treaties, import_treaties
from accede.modules.reference.services.sources import NewSource

FACE = "command line"
SHOWN_PROBLEMS = 50
AUTHORITIES = ("depositary", "government", "organisation", "secondary", "press", "derived")


@click.command(name="treaties")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--check", "mode", flag_value="check", help="Say what would change, and change nothing.")
@click.option("--apply", "mode", flag_value="apply", help="Bring the rows into the record.")
@click.option("--good-rows", is_flag=True, help="With --apply: leave out rows with problems and take the others.")
@click.option("--state", help="Whose list it is, for files that name the partner only.")
@click.option("--source", help="The source of rows that name none.")
@click.option("--source-title", help="Describes a source that the record does not have yet: its title,")
@click.option("--source-address", default="", help="… its address or citation,")
@click.option("--source-day", default="", metavar="DAY", help="… the day on which it stood,")
@click.option("--source-authority", type=click.Choice(AUTHORITIES), default="government", help="… and what it is.")
@click.option("--separator", type=click.Choice(tuple(SEPARATORS)), help="What separates the columns of a CSV file.")
@click.option("--sheet", help="The sheet of a workbook that has several.")
@click.option("--days", "day_order", type=click.Choice(("day-month", "month-day")), help="How 03/04/2005 is meant.")
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@click.pass_context
def import_treaties_command(
    ctx: click.Context, /, *, file: Path, mode: str | None, as_json: bool, **options: Any
) -> None:
    """Bring bilateral treaties into the record from FILE, a CSV or XLSX table.

    Columns: state_a, state_b, kind (extradition, mla, both), status, signed_on, in_force_on, terminated_on, title,
    source, note.
    """
    if mode is None:
        raise Refused(_("Say --check, to see what would change, or --apply, to change it."))
    if options["good_rows"] and mode == "check":
        raise Refused(_("--good-rows goes with --apply."))
    startup.reach_database()
    given = _given(**options)
    if mode == "check":
        outcome = check_treaties(file, given, at=clock.now())
    else:
        outcome = import_treaties(file, given, face=FACE, at=clock.now(), good_rows=options["good_rows"])
    if as_json:
        print_json(_plain(outcome))
    else:
        _show(outcome, mode=mode)
    if not outcome.is_clean:
        ctx.exit(EXIT_NO)


def _given(**options: Any) -> Given:
    new_source = None
    if options["source_title"]:
        problems: list[str] = []
        day = read_day(options["source_day"], today=clock.today(), problems=problems)
        if problems:
            raise click.UsageError(f"--source-day: {' '.join(problems)}")
        if day is None or not options["source"]:
            raise Refused(_("A new source needs --source (a short key), --source-title and --source-day."))
        new_source = NewSource(
            key=options["source"],
            title=options["source_title"],
            locator=options["source_address"],
            authority=options["source_authority"],
            as_of=day,
        )
    separator = SEPARATORS[options["separator"]] if options["separator"] else None
    return Given(
        state=options["state"],
        source=options["source"],
        new_source=new_source,
        day_order=options["day_order"],
        options=Options(separator=separator, sheet=options["sheet"]),
    )


def _show(outcome: Outcome, *, mode: str) -> None:
    """Print what the rows are, and everything that is wrong with them."""
    if outcome.rows:
        say(ngettext("%(count)s row", "%(count)s rows", outcome.rows) % {"count": outcome.rows})
        print_table(
            [_("New"), _("Changed"), _("There already"), _("With problems")],
            [[str(count) for count in (outcome.new, outcome.changed, outcome.known, outcome.refused)]],
        )
        say()
    _show_lines(outcome.problems, _("Problem"))
    _show_lines(outcome.remarks, _("Remark"))
    say(_last_word(outcome, mode=mode))


def _show_lines(problems: tuple[Problem, ...], heading: str) -> None:
    if not problems:
        return
    rows = [
        [_("file") if p.row is None else str(p.row), p.column or "–", explain(p, WORDS)]
        for p in problems[:SHOWN_PROBLEMS]
    ]
    print_table([_("Row"), _("Column"), heading], rows)
    if len(problems) > SHOWN_PROBLEMS:
        say(_("Only the first %(shown)s are shown; --json gives more of them.") % {"shown": SHOWN_PROBLEMS})
    say()


def _last_word(outcome: Outcome, *, mode: str) -> str:
    if outcome.applied:
        return _("The record has a new edition.")
    if not outcome.is_clean and mode == "apply":
        return _("Nothing was changed. Correct the file, or take the good rows alone with --good-rows.")
    if mode == "apply":
        return _("Nothing was changed: the record has all of this already.")
    return _("Nothing was changed: this was a check.")


def _plain(outcome: Outcome) -> dict[str, object]:
    plain = asdict(outcome)
    plain["problems"] = [{**asdict(p), "message": explain(p, WORDS)} for p in outcome.problems]
    plain["remarks"] = [{**asdict(p), "message": explain(p, WORDS)} for p in outcome.remarks]
    return plain
