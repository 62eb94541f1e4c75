"""Bring acts into the record from the command line."""

import csv
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.foundation import clock
from accede.foundation.console import EXIT_NO, Refused, print_json, print_table, progress_line, say, startup, tell
from accede.foundation.console.reading import language_option
from accede.foundation.imports import Options, Outcome, Problem, explain
from accede.foundation.imports.csvfile import SEPARATORS
from accede.modules.reference.services.sources import NewSource
from accede.modules.treaties.cli.asking import asked_day
from accede.modules.treaties.services.import_acts import WORDS, Given, check_acts, import_acts

FACE = "command line"
SHOWN_PROBLEMS = 50
AUTHORITIES = ("depositary", "government", "organisation", "secondary", "press", "derived")


@click.command(name="acts")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--check", "mode", flag_value="check", help="Say what would change, and change nothing.")
@click.option("--apply", "mode", flag_value="apply", help="Bring the rows into the record.")
@click.option("--good-rows", is_flag=True, help="With --apply: leave out rows with problems and take the others.")
@click.option("--instrument", help="The instrument of rows that name none.")
@click.option("--source", help="The source of rows that name none.")
@click.option("--source-title", help="Describes a source that the record does not have yet: its title,")
@click.option("--source-address", default="", help="… its address or citation,")
@click.option("--source-day", default="", metavar="DAY", help="… the day on which it stood,")
@click.option("--source-authority", type=click.Choice(AUTHORITIES), default="secondary", help="… and what it is.")
@click.option("--separator", type=click.Choice(tuple(SEPARATORS)), help="What separates the columns of a CSV file.")
@click.option("--sheet", help="The sheet of a workbook that has several.")
@click.option("--days", "day_order", type=click.Choice(("day-month", "month-day")), help="How 03/04/2005 is meant.")
@click.option(
    "--problems", "problem_file", type=click.Path(path_type=Path), help="Write the problems to this CSV file."
)
@click.option("--progress", is_flag=True, help="Say how far the work has come, also where nobody looks.")
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@click.pass_context
def import_acts_command(ctx: click.Context, /, *, file: Path, mode: str | None, as_json: bool, **options: Any) -> None:
    """Bring acts into the record from FILE, a CSV or XLSX table.

    Columns: instrument, state, kind, on, in_force_on, reservation_noted, source, subject, effective_on, depositary,
    withdraws, note. A depositary's own participant table (Participant, Signature, Accession(a) …) is read as well:
    say --instrument and --source.
    """
    if mode is None:
        raise Refused(_("Say --check, to see what would change, or --apply, to change it."))
    if options["good_rows"] and mode == "check":
        raise Refused(_("--good-rows goes with --apply."))
    startup.reach_database()
    given = _given(**options)
    steps = {
        "reading": _("Reading"),
        "checking": _("Checking"),
        "comparing": _("Comparing with the record"),
        "writing": _("Writing"),
    }
    with progress_line(steps, always=options["progress"]) as progress:
        if mode == "check":
            outcome = check_acts(file, given, at=clock.now(), progress=progress)
        else:
            outcome = import_acts(
                file, given, face=FACE, at=clock.now(), good_rows=options["good_rows"], progress=progress
            )
    if options["problem_file"]:
        _write_problems(outcome, options["problem_file"])
    if as_json:
        print_json(_plain(outcome))
    else:
        _show(outcome, mode=mode)
    if not outcome.is_clean:
        ctx.exit(EXIT_NO)


def _given(**options: Any) -> Given:
    new_source = None
    if options["source_title"]:
        day = asked_day(options["source_day"], "--source-day")
        if day is None or not options["source"]:
            raise Refused(_("A new source needs --source (a short key), --source-title and --source-day."))
        new_source = NewSource(
            key=options["source"],
            title=options["source_title"],
            locator=options["source_address"],
            authority=options["source_authority"],
            as_of=day,
        )
    return Given(
        instrument=options["instrument"],
        source=options["source"],
        new_source=new_source,
        day_order=options["day_order"],
        options=Options(
            separator=SEPARATORS[options["separator"]] if options["separator"] else None, sheet=options["sheet"]
        ),
    )


def _show(outcome: Outcome, *, mode: str) -> None:
    """Print what the rows are, samples of what changes, and the problems."""
    if outcome.rows:
        say(ngettext("%(count)s row", "%(count)s rows", outcome.rows) % {"count": outcome.rows})
        print_table(
            [_("New"), _("Changed"), _("There already"), _("With problems")],
            [[str(count) for count in (outcome.new, outcome.changed, outcome.known, outcome.refused)]],
        )
        say()
    _show_samples(outcome)
    _show_problems(outcome)
    _show_remarks(outcome)
    say(_last_word(outcome, mode=mode))


def _show_samples(outcome: Outcome) -> None:
    titles = {"new": _("New, for example:"), "changed": _("Changed, for example:")}
    for status, samples in outcome.samples.items():
        say(titles[status])
        for sample in samples:
            line = " · ".join(sample.cells.values())
            before = " · ".join(value for key, value in sample.before.items() if sample.cells.get(key) != value)
            say("  " + (_("%(line)s (before: %(before)s)") % {"line": line, "before": before} if before else line))
        say()


def _show_problems(outcome: Outcome) -> None:
    if outcome.is_clean:
        return
    say(ngettext("%(count)s problem:", "%(count)s problems:", outcome.problem_count) % {"count": outcome.problem_count})
    shown = outcome.problems[:SHOWN_PROBLEMS]
    print_table(
        [_("Row"), _("Column"), _("Problem")],
        [[_row_words(problem), problem.column or "–", explain(problem, WORDS)] for problem in shown],
    )
    if outcome.problem_count > len(shown):
        say(_("Only the first %(shown)s are shown; --problems FILE writes more of them.") % {"shown": len(shown)})
    say()


def _show_remarks(outcome: Outcome) -> None:
    if not outcome.remarks:
        return
    count = len(outcome.remarks)
    say(ngettext("%(count)s remark; look at it:", "%(count)s remarks; look at them:", count) % {"count": count})
    shown = outcome.remarks[:SHOWN_PROBLEMS]
    print_table([_("Row"), _("Remark")], [[_row_words(remark), explain(remark, WORDS)] for remark in shown])
    say()


def _row_words(problem: Problem) -> str:
    return _("file") if problem.row is None else str(problem.row)


def _last_word(outcome: Outcome, *, mode: str) -> str:
    if outcome.applied:
        return _("The record has a new edition.")
    if not outcome.is_clean and mode == "apply":
        return _("Nothing was changed. Correct the file, or take the good rows alone with --good-rows.")
    if mode == "apply":
        return _("Nothing was changed: the record has all of this already.")
    return _("Nothing was changed: this was a check.")


def _write_problems(outcome: Outcome, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["row", "column", "code", "problem"])
        for problem in outcome.problems:
            # What is quoted from the file may look like a formula, but the sentence around it never does.
            writer.writerow([problem.row or "", problem.column.lstrip("=+-@"), problem.code, explain(problem, WORDS)])
    if outcome.problem_count > len(outcome.problems):
        tell(_("The first %(count)s problems were written.") % {"count": len(outcome.problems)})


def _plain(outcome: Outcome) -> dict[str, object]:
    plain = asdict(outcome)
    plain["problems"] = [{**asdict(problem), "message": explain(problem, WORDS)} for problem in outcome.problems]
    plain["remarks"] = [{**asdict(remark), "message": explain(remark, WORDS)} for remark in outcome.remarks]
    return plain
