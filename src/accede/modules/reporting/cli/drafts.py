"""`accede report`: reports that people draft: begin one, freeze its figures, the steps of its way."""

from datetime import datetime
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.core.indicators.packages import packed
from accede.core.reports.xliff.writing import Version
from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access import Refused as MayNot
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, say, startup
from accede.foundation.console.fields import print_things
from accede.foundation.console.options import language_option
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.command import step_command
from accede.foundation.workflow.stepping import offered_steps
from accede.foundation.writing import write_whole
from accede.modules.reporting.cli.reports import DAY, template_text
from accede.modules.reporting.fields.reports import (
    CUT_OFF,
    FIRST_DAY,
    FROZEN_AT,
    LANGUAGES,
    LAST_DAY,
    NUMBER,
    SHOWN,
    STAGE,
    TITLE,
    ReportDetails,
)
from accede.modules.reporting.queries.drafted import proofs_of, would_differ_now
from accede.modules.reporting.queries.drafts import (
    draft_visible_to,
    issued_files,
    report_visible_to,
    reports_visible_to,
)
from accede.modules.reporting.queries.templates import UnsoundTemplate, values_in
from accede.modules.reporting.services.drafting import begin_report
from accede.modules.reporting.services.flow import REPORTS
from accede.modules.reporting.services.freezing import freeze_figures
from accede.modules.reporting.services.translating import MOST_BYTES, take_translation, translation_file
from accede.modules.reporting.words.drafts import differing_words, draft_document, taken_words
from accede.modules.reporting.words.reports import fault_words, html_file

_IN_BRIEF = (NUMBER, TITLE, FIRST_DAY, LAST_DAY, CUT_OFF, FROZEN_AT, STAGE)
_LISTED_BY = "accede report drafts"
_NUMBER = click.IntRange(min=1, max=2**63 - 1)


@click.command(name="drafts")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def list_drafts(*, as_json: bool, language: str) -> None:
    """List the reports that are drafted and issued."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        print_things(SHOWN if as_json else _IN_BRIEF, reports_visible_to(SYSTEM).all(), as_json=as_json)


@click.command(name="draft")
@click.argument("template")
@click.option("--from", "first", type=DAY, required=True, help="The first day.")
@click.option("--until", "last", type=DAY, required=True, help="The last day.")
@click.option("--cut-off", type=DAY, required=True, help="The day from which the figures can be frozen.")
@click.option("--original", type=click.Choice(list(LANGUAGES)), default="en", help="The language of drafting.")
@language_option
def draft_report(
    *, template: str, first: datetime, last: datetime, cut_off: datetime, original: str, language: str
) -> None:
    """Begin a report from TEMPLATE, the key of one that ships or a YAML file; say its number."""
    del language  # in force already, for all that is said
    startup.reach_database()
    wanted = ReportDetails(template, first.date(), last.date(), cut_off.date(), original)
    text = template_text(template)
    with _told(), acting(SYSTEM):
        values = values_in(text) if text else None
        number = begin_report(wanted, by=SYSTEM, at=clock.now(), face=Face.COMMAND, values=values)
    say(_("Begun: number %(number)s, with the text of its template.") % {"number": number})


@click.command(name="show")
@click.argument("number", type=_NUMBER)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@language_option
def show_draft(*, number: int, as_json: bool, language: str) -> None:
    """Show the report with the NUMBER, its files with their hashes, its next steps, and what would differ now."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with acting(SYSTEM):
        found = report_visible_to(SYSTEM, number)
        if found is None:
            raise Refused(_no_such(number))
        print_things(SHOWN, [found], as_json=as_json)
        if as_json:
            return
        for file in issued_files(SYSTEM, number):
            say(f"{file.language} {file.format} {file.sha256}")
        for step in offered_steps(REPORTS, number, by=SYSTEM, at=clock.now()):
            say(f"{step.key}: {step.button}" + "".join(f"\n  {shut}" for shut in step.shut))
        for title, asked, differs, _address in map(differing_words, would_differ_now(found, today=clock.today())):
            say(f"{title} ({asked}): {differs}")


@click.command(name="freeze")
@click.argument("number", type=_NUMBER)
@language_option
def freeze_report(*, number: int, language: str) -> None:
    """Freeze the figures of the report with the NUMBER, from its cut-off day on."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with _told(number), acting(SYSTEM):
        count = freeze_figures(number, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(_("Figures frozen: %(count)s.") % {"count": count})


@click.command(name="package")
@click.argument("number", type=_NUMBER)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@language_option
def pack_report(*, number: int, file: Path, language: str) -> None:
    """Write the evidence package of the report with the NUMBER into FILE: as it was frozen, with every record."""
    startup.reach_database()
    with acting(SYSTEM):
        draft = draft_visible_to(SYSTEM, number)
        if draft is None:
            raise Refused(_no_such(number))
        if not draft.report.freeze:
            raise NoAnswer(_("The figures of this report are not frozen yet."))
        page = html_file(draft_document(draft, language, today=clock.today()), language)
        about = {"report": str(number), "mandate": draft.report.mandate, "language": language}
        _write(file, packed(about, {"report.html": page}, proofs_of(draft.report)))


@click.command(name="translate")
@click.argument("number", type=_NUMBER)
@click.argument("into", type=click.Choice(list(LANGUAGES)))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--xliff", "version", type=click.Choice([*Version]), default=Version.TWELVE.value, help="Its version.")
@language_option
def translate_report(*, number: int, into: str, file: Path, version: str, language: str) -> None:
    """Write the report with the NUMBER into FILE for translators INTO a language, as XLIFF."""
    del language  # in force already, for all that is said
    startup.reach_database()
    with _told(number), acting(SYSTEM):
        content = translation_file(number, into, Version(version), by=SYSTEM)
    _write(file, content)


@click.command(name="take")
@click.argument("number", type=_NUMBER)
@click.argument("file", type=click.Path(path_type=Path))
@language_option
def take_file(*, number: int, file: Path, language: str) -> None:
    """Take FILE, which translators of the report with the NUMBER sent back."""
    del language  # in force already, for all that is said
    startup.reach_database()
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(_("%(file)s cannot be read as text.") % {"file": file}) from error
    with _told(number), acting(SYSTEM):
        taken = take_translation(number, content, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    say(taken_words(taken))


class _told:  # noqa: N801  (used as a word: with _told)
    """Have what a service refuses told as commands tell it."""

    def __init__(self, number: int = 0) -> None:
        self._number = number

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, UnableTo):
            problems = error.problems.items()
            raise NoAnswer("\n".join(f"{name}: {words}" if name else words for name, words in problems)) from error
        if isinstance(error, UnsoundTemplate):
            raise NoAnswer("\n".join(map(fault_words, error.faults))) from error
        if isinstance(error, MayNot):
            raise Refused(_no_such(self._number)) from error


def _step(key: str, summary: str) -> click.Command:
    return step_command(key, lambda: (REPORTS,), summary=summary, listed_by=_LISTED_BY)


review = _step("review", "Record that a report is reviewed.")
clear = _step("clear", "Clear a report.")
issue = _step("issue", "Issue a report: nobody can change it any more.")
send_back = _step("send-back", "Send a report back to its drafters.")


def _write(file: Path, content: bytes) -> None:
    try:
        write_whole(file, content)
    except OSError as error:
        words = _("%(file)s cannot be written: %(problem)s.")
        raise Refused(words % {"file": file, "problem": error.strerror}) from error
    say(str(file))


def _no_such(number: int) -> str:
    words = _("There is nothing with the number %(number)s. List what there is with: %(command)s")
    return words % {"number": number, "command": _LISTED_BY}
