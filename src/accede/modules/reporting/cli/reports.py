"""`accede report`: which reports can be made, whether a template is sound, and the files of one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.core.indicators.packages import packed
from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import NoAnswer, Refused, say, startup
from accede.foundation.console.options import language_option
from accede.foundation.console.output import print_table
from accede.foundation.documents.writing import DocumentFormat, written
from accede.foundation.problems import UnableTo
from accede.foundation.texts import listed
from accede.foundation.writing import write_whole
from accede.modules.reporting.queries.reports import Report, report_for
from accede.modules.reporting.queries.templates import (
    Template,
    UnsoundTemplate,
    shipped_template,
    shipped_templates,
    template_in,
)
from accede.modules.reporting.words.figures import faults_in_words
from accede.modules.reporting.words.reports import Head, fault_words, html_file, report_document

_MOST_BYTES = 1024 * 1024
_KINDS = ("html", "docx", "pdf", "package")
DAY = click.DateTime(["%Y-%m-%d"])


@click.command(name="list")
@language_option
def list_reports(*, language: str) -> None:
    """List the templates that ship."""
    startup.reach_database()
    found = [shipped_template(key) for key in shipped_templates()]
    rows = [[one.key, one.title.get(language, one.title["en"]), one.mandate] for one in found if one is not None]
    print_table([_("Key"), _("Title"), _("Mandate")], rows)


@click.command(name="check")
@click.argument("template")
@language_option
def check_template(*, template: str, language: str) -> None:
    """Say what is wrong with TEMPLATE, a YAML file or the key of one that ships, and where."""
    del language  # in force already, for all that is said
    startup.reach_database()
    _template(template)
    say(_("The template is sound."))


@click.command(name="build")
@click.argument("template")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--from", "first", type=DAY, required=True, help="The first day.")
@click.option("--until", "last", type=DAY, required=True, help="The last day.")
@click.option("--as", "kinds", type=click.Choice(_KINDS), multiple=True, help="What to write (default: all of it).")
@click.option("--public", is_flag=True, help="With what everybody is told, and no confidential record.")
@click.option("--symbol", default="", help="The symbol in the masthead.")
@click.option("--session", default="", help="The session in the masthead.")
@click.option("--agenda-item", default="", help="The item of the agenda in the masthead.")
@language_option
def build_report(
    *,
    template: str,
    folder: Path,
    first: datetime,
    last: datetime,
    kinds: Sequence[str],
    public: bool,
    language: str,
    **masthead: str,
) -> None:
    """Write the report of TEMPLATE (a key, or a YAML file) for a period into FOLDER."""
    if first > last:
        raise click.UsageError(_("The last day lies before the first one."))
    if last.date() > clock.today():
        raise click.UsageError(_("The last day lies in the future."))
    startup.reach_database()
    sound = _template(template)
    reader = ANONYMOUS if public else SYSTEM
    with acting(SYSTEM):
        made = report_for(reader, sound, first.date(), last.date(), today=clock.today())
        if faults := [words for one in made.faults for words in faults_in_words(one.faults)]:
            raise NoAnswer("\n".join([_("A figure fails its checks, so no report is written."), *faults]))
        head = Head(
            symbol=masthead["symbol"],
            session=masthead["session"],
            agenda_item=masthead["agenda_item"],
            dated=clock.today(),
        )
        files = _files(made, head, language, kinds or _KINDS)
    name = f"{sound.key}-{first.date()}-{last.date()}-{language}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, content in files.items():
            write_whole(folder / f"{name}.{ending}", content)
            say(str(folder / f"{name}.{ending}"))
    except OSError as error:
        words = _("%(file)s cannot be written: %(problem)s.")
        raise Refused(words % {"file": folder, "problem": error.strerror}) from error


def _files(made: Report, head: Head, language: str, kinds: Sequence[str]) -> dict[str, bytes]:
    """Return the files that are asked for by their endings, all of them before any is written."""
    document = report_document(made, head, language)
    html = html_file(document, language)
    files = {"html": html} if "html" in kinds else {}
    try:
        for one in DocumentFormat:
            if one.value in kinds:
                files[one.value] = written(document, one)
    except UnableTo as unable:
        raise Refused(str(unable)) from unable
    if "package" in kinds:
        figures = [one.figure for one in made.answers.values() if one is not None and one.figure is not None]
        about = {"template": made.template.key, "mandate": made.mandate.symbol, "language": language, **made.days}
        files["zip"] = packed(about, {"report.html": html}, figures)
    return files


def _template(text: str) -> Template:
    """Return a template by its key or from a file; all that is wrong with it is told with its place."""
    try:
        if (found := shipped_template(text)) is not None:
            return found
        return template_in(template_text(text))
    except UnsoundTemplate as unsound:
        raise NoAnswer("\n".join(map(fault_words, unsound.faults))) from unsound


def template_text(text: str) -> str:
    """Return what the file of a template holds; "" for the key of one that ships."""
    path = Path(text)
    if text in shipped_templates():
        return ""
    try:
        if not path.is_file():
            words = _("There is no template and no file “%(text)s”. Templates: %(keys)s.")
            raise Refused(words % {"text": text[:80], "keys": listed(shipped_templates())})
        if path.stat().st_size > _MOST_BYTES:
            raise Refused(_("A template is smaller than a megabyte."))
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Refused(_("%(file)s cannot be read as text.") % {"file": path}) from error
