"""What every importing command takes, and how it tells what a file holds: one way for all tables that come in."""

import functools
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.console import startup
from accede.foundation.console.errors import EXIT_NO, Refused
from accede.foundation.console.options import language_option
from accede.foundation.console.output import print_json, print_table, say, tell
from accede.foundation.console.progress import progress_line
from accede.foundation.imports import Bringing, Options, Outcome, Problem, Progress, explain
from accede.foundation.imports.csvfile import SEPARATORS
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.encodings import ENCODINGS
from accede.foundation.imports.opening import guessed_encoding
from accede.foundation.imports.problem_file import write_problems
from accede.foundation.imports.problems import Words, told_once

SHOWN_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Importing:
    """How an importing command was asked.

    Attributes:
        applies: whether the rows are to be written; `good_rows`: without those that have problems.
    """

    file: Path
    applies: bool
    good_rows: bool
    options: Options
    day_order: DayOrder | None
    problem_file: Path | None
    tells_progress: bool
    as_json: bool

    def bringing(self) -> Bringing:
        """The bringing of the file: in the name of the operator, who alone has these commands."""
        return Bringing(SYSTEM, Face.COMMAND, clock.now())

    def run(self, work: Callable[[Progress], Outcome], words: Words) -> None:
        """Do the work with a line that says how far it is, tell the outcome, and exit 1 where something is wrong."""
        with progress_line(_steps(), always=self.tells_progress) as progress:
            outcome = work(progress)
        guessed = guessed_encoding(self.file, self.options)
        if guessed:
            words_of_guess = {"encoding": ENCODINGS[guessed], "option": f"--encoding {guessed}"}
            tell(
                _(
                    "This file is not in Unicode. It was read as: %(encoding)s (%(option)s). If names look wrong, "
                    "say in what it is written."
                )
                % words_of_guess
            )
        if self.problem_file:
            _write_problems(outcome, self.problem_file, words)
        if self.as_json:
            print_json(_plain(outcome, words))
        else:
            _show(outcome, words, applies=self.applies)
        if not outcome.is_clean:
            raise click.exceptions.Exit(EXIT_NO)


def importing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command FILE, --check, --apply and what has to do with files; called with `importing`, the database up."""

    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--check", "mode", flag_value="check", help="Say what would change, and change nothing.")
    @click.option("--apply", "mode", flag_value="apply", help="Bring the rows into the record.")
    @click.option("--good-rows", is_flag=True, help="With --apply: leave out rows with problems and take the others.")
    @click.option("--separator", type=click.Choice(tuple(SEPARATORS)), help="What separates the columns of a CSV file.")
    @click.option("--sheet", help="The sheet of a workbook that has several.")
    @click.option(
        *("--column", "columns"),
        multiple=True,
        metavar="HEADING=COLUMN",
        help="What a heading means that is not known; HEADING=- leaves the column aside.",
    )
    @click.option("--pages", help="The pages of a PDF file on which the table stands, as 411-418.")
    @click.option("--encoding", type=click.Choice(tuple(ENCODINGS)), help="In what a CSV file is written.")
    @click.option("--days", "day_order", type=click.Choice(("day-month", "month-day")), help="How 03/04/2005 is meant.")
    @click.option(
        "--problems", "problem_file", type=click.Path(path_type=Path), help="Write the problems to this CSV file."
    )
    @click.option("--progress", is_flag=True, help="Say how far the work has come, also where nobody looks.")
    @language_option
    @click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
    @functools.wraps(command)
    def asked(
        *args: Any,
        mode: str | None,
        separator: str | None,
        sheet: str | None,
        encoding: str | None,
        pages: str | None,
        columns: tuple[str, ...],
        language: str,
        **kwargs: Any,
    ) -> Any:
        del language  # in force already, for all that is said
        if mode is None:
            raise Refused(_("Say --check, to see what would change, or --apply, to change it."))
        if kwargs["good_rows"] and mode == "check":
            raise Refused(_("--good-rows goes with --apply."))
        startup.reach_database()
        importing = Importing(
            file=kwargs.pop("file"),
            applies=mode == "apply",
            good_rows=kwargs.pop("good_rows"),
            options=Options(
                SEPARATORS[separator] if separator else None, sheet, encoding, pages, explained_columns(columns)
            ),
            day_order=kwargs.pop("day_order"),
            problem_file=kwargs.pop("problem_file"),
            tells_progress=kwargs.pop("progress"),
            as_json=kwargs.pop("as_json"),
        )
        return command(*args, importing=importing, **kwargs)

    return asked


def explained_columns(said: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what --column says of headings.

    Raises:
        Refused: one is not written as HEADING=COLUMN.
    """
    found = []
    for one in said:
        heading, sign, name = one.rpartition("=")
        if not sign or not heading.strip() or not name.strip():
            raise Refused(_("“%(text)s”: write the heading, “=”, and the name of the column.") % {"text": one[:60]})
        found.append((heading.strip(), name.strip()))
    return tuple(found)


def _steps() -> dict[str, str]:
    return {
        "reading": _("Reading"),
        "checking": _("Checking"),
        "comparing": _("Comparing with the record"),
        "writing": _("Writing"),
    }


def _show(outcome: Outcome, words: Words, *, applies: bool) -> None:
    """Print what the rows are, samples of what changes, and the problems."""
    if outcome.rows:
        say(ngettext("%(count)s row", "%(count)s rows", outcome.rows) % {"count": outcome.rows})
        print_table(
            [_("New"), _("Changed"), _("There already"), _("With problems")],
            [[str(count) for count in (outcome.new, outcome.changed, outcome.known, outcome.refused)]],
        )
        say()
    for one in outcome.told:
        say(explain(one, words))
        say()
    _show_samples(outcome)
    _show_problems(outcome, words)
    _show_remarks(outcome, words)
    say(_last_word(outcome, applies=applies))


def _show_samples(outcome: Outcome) -> None:
    titles = {"new": _("New, for example:"), "changed": _("Changed, for example:")}
    for status, samples in outcome.samples.items():
        say(titles[status])
        for sample in samples:
            line = " · ".join(sample.cells.values())
            before = " · ".join(value for key, value in sample.before.items() if sample.cells.get(key) != value)
            say("  " + (_("%(line)s (before: %(before)s)") % {"line": line, "before": before} if before else line))
        say()


def _show_problems(outcome: Outcome, words: Words) -> None:
    if outcome.is_clean:
        return
    say(ngettext("%(count)s problem:", "%(count)s problems:", outcome.problem_count) % {"count": outcome.problem_count})
    told = told_once(outcome.problems)
    shown = told[:SHOWN_PROBLEMS]
    print_table(
        [_("Row"), _("Column"), _("Problem")],
        [[one.first_rows or _("file"), one.problem.column or "–", explain(one.problem, words)] for one in shown],
    )
    if len(told) > len(shown) or outcome.problem_count > len(outcome.problems):
        say(_("Only the first %(shown)s are shown; --problems FILE writes more of them.") % {"shown": len(shown)})
    say()


def _show_remarks(outcome: Outcome, words: Words) -> None:
    if not outcome.remarks:
        return
    count = len(outcome.remarks)
    say(ngettext("%(count)s remark; look at it:", "%(count)s remarks; look at them:", count) % {"count": count})
    shown = outcome.remarks[:SHOWN_PROBLEMS]
    print_table([_("Row"), _("Remark")], [[_row_words(remark), explain(remark, words)] for remark in shown])
    say()


def _row_words(problem: Problem) -> str:
    return _("file") if problem.row is None else str(problem.row)


def _last_word(outcome: Outcome, *, applies: bool) -> str:
    if outcome.applied:
        return _("The record has a new edition.")
    if outcome.proposed is not None:
        words = _(
            "Nothing is in the record yet: what the source says is second hand, so a second person is to confirm it, "
            "on the page of proposed imports or with the API. It waits there as proposal %(number)s."
        )
        return words % {"number": outcome.proposed}
    if not outcome.is_clean and applies:
        return _("Nothing was changed. Correct the file, or take the good rows alone with --good-rows.")
    if applies:
        return _("Nothing was changed: the record has all of this already.")
    return _("Nothing was changed: this was a check.")


def _write_problems(outcome: Outcome, path: Path, words: Words) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        write_problems(outcome, stream, words)
    if outcome.problem_count > len(outcome.problems):
        tell(_("The first %(count)s problems were written.") % {"count": len(outcome.problems)})


def _plain(outcome: Outcome, words: Words) -> dict[str, object]:
    plain = asdict(outcome)
    plain["problems"] = [{**asdict(problem), "message": explain(problem, words)} for problem in outcome.problems]
    plain["told"] = [{**asdict(one), "message": explain(one, words)} for one in outcome.told]
    plain["remarks"] = [{**asdict(remark), "message": explain(remark, words)} for remark in outcome.remarks]
    return plain
