"""The command `accede refresh`: how old the depositaries' lists are that the record has; bring a newer one."""

from dataclasses import asdict
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.foundation.console import Reading, Refused, print_json, print_table, reading_options, say
from accede.foundation.imports import Options, Outcome, Progress
from accede.foundation.imports.command import Importing, explained_columns
from accede.foundation.imports.encodings import ENCODINGS
from accede.modules.treaties.cli.arguments import asked_instrument
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.refreshing import WORDS, Saved, bring_list, check_list
from accede.modules.treaties.words.depositary_lists import ListLine, day_words, list_lines


@click.command(name="refresh")
@click.argument("instrument", required=False)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--check", "mode", flag_value="check", help="Say what the list would change, and change nothing.")
@click.option("--apply", "mode", flag_value="apply", help="Propose the list, so that a second person confirms it.")
@click.option("--good-rows", is_flag=True, help="With --apply: leave out rows with problems and take the others.")
@click.option("--day", default="", metavar="DAY", help="The day on which the list stood, where it does not say so.")
@click.option("--parties", default="", metavar="NUMBER", help="The total that the depositary states, likewise.")
@click.option("--pages", help="The pages of a PDF file on which the list stands, as 411-418.")
@click.option("--column", "columns", multiple=True, metavar="HEADING=COLUMN", help="What an unknown heading means.")
@click.option("--encoding", type=click.Choice(tuple(ENCODINGS)), help="In what a text or a page is written.")
@reading_options
def refresh_command(  # noqa: PLR0913  (each option is one)
    *,
    reading: Reading,
    instrument: str | None,
    file: Path | None,
    mode: str | None,
    good_rows: bool,
    day: str,
    parties: str,
    pages: str | None,
    columns: tuple[str, ...],
    encoding: str | None,
) -> None:
    """List where each depositary publishes its list of parties and how old what we have is, the oldest first.

    With INSTRUMENT and FILE, the list as it was saved there (a web page, XML, PDF, CSV or pasted text): say --check, to
    see what it would change, or --apply, to propose it. A second person confirms it on the site.
    """
    register = current_register()
    lines = list_lines(register, on=reading.on, language=reading.language)
    if instrument is None:
        _show(lines, reading)
        return
    key = asked_instrument(register, instrument)
    if file is None:
        _show([line for line in lines if line.instrument == key], reading)
        return
    if mode is None:
        raise Refused(_("Say --check, to see what would change, or --apply, to change it."))
    options = Options(encoding=encoding, pages=pages, columns=explained_columns(columns))
    importing = Importing(
        file=file,
        applies=mode == "apply",
        good_rows=good_rows,
        options=options,
        day_order=None,
        problem_file=None,
        tells_progress=False,
        as_json=reading.as_json,
    )
    saved = Saved(file, key, day, parties, None, options)

    def work(progress: Progress) -> Outcome:
        bringing = importing.bringing()
        if not importing.applies:
            return check_list(saved, bringing=bringing, progress=progress)
        return bring_list(saved, bringing=bringing, good_rows=importing.good_rows, progress=progress)

    importing.run(work, WORDS)


def _show(lines: list[ListLine], reading: Reading) -> None:
    if reading.as_json:
        print_json([asdict(line) for line in lines])
        return
    print_table(
        [_("Instrument"), _("Whole list of"), _("Latest word of any source"), _("Older than a year")],
        [
            [
                line.instrument,
                day_words(line.whole_on, reading.language),
                day_words(line.heard_on, reading.language),
                _("yes") if line.is_old else _("no"),
            ]
            for line in lines
        ],
    )
    say()
    for how in dict.fromkeys(line.how for line in lines):
        say(how)
        say()
