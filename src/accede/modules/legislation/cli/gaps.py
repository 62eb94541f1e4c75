"""`accede laws gaps`: what the review of a State's laws leaves open, on the screen or as a file."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import NoAnswer, Reading, Refused, print_table, reading_options, say
from accede.foundation.console.output import print_json
from accede.foundation.problems import UnableTo
from accede.modules.legislation.fields.codes import ANSWERED, TO_DO
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.words.gap_data import gap_data
from accede.modules.legislation.words.gaps import GapReport, gap_document
from accede.modules.legislation.words.reports import report_of

_ENDINGS = (".docx", ".pdf", ".xlsx")
_LONGEST_CELL = 70


def _with_known_ending(_context: click.Context, _parameter: click.Parameter, target: Path | None) -> Path | None:
    if target is not None and target.suffix.lower() not in _ENDINGS:
        raise click.BadParameter(f"give a name that ends in {', '.join(_ENDINGS)}.")
    if target is not None and not target.parent.is_dir():
        raise click.BadParameter(f"there is no folder {target.parent}.")
    return target


@click.command(name="gaps")
@click.argument("state")
@click.option("--instrument", default="", help="One instrument, by its key (default: all).")
@click.option("--all", "everything", is_flag=True, help="List what nobody has decided yet, too.")
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_with_known_ending,
    help="Save the report; the ending of the name, .docx, .pdf or .xlsx, says as what.",
)
@reading_options
def gaps_command(state: str, *, instrument: str, everything: bool, save: Path | None, reading: Reading) -> None:
    """Say what the review of the laws of STATE (its code) leaves open, obligation by obligation.

    The report is confidential to the State and the programme.
    """
    if instrument and instrument not in catalogue().instruments:
        words = _("There are no obligations of “%(key)s” here. Known: %(keys)s.")
        raise Refused(words % {"key": instrument, "keys": ", ".join(catalogue().instruments)})
    with acting(SYSTEM):
        report = report_of(SYSTEM, state.upper(), on=reading.on, instrument=instrument)
    if report is None:
        raise NoAnswer(_("No laws of “%(state)s” are here. Bring one in first.") % {"state": state})
    if save is not None:
        _save(report, reading.language, save)
        return
    found = gap_data(report, reading.language)
    if reading.as_json:
        print_json(found)
        return
    shown = [one for one in found if everything or one["found"] != "undecided"]
    rows = [
        [
            one["obligation"],
            _short(one["says"]),
            str(ANSWERED[one["found"]]),
            _short(", ".join(f"{two['law']}, {two['number']}" for two in one["cited"])),
            str(TO_DO[one["to_do"]]),
        ]
        for one in shown
    ]
    headings = [_("Key"), _("Obligation"), _("How it is answered"), _("Provisions cited"), _("What is to do")]
    print_table(headings, rows)
    if len(shown) < len(found):
        say(_("Not yet decided: %(count)s. --all lists them.") % {"count": len(found) - len(shown)})


def _save(report: GapReport, language: str, target: Path) -> None:
    # Imported now: who reads a report on the screen does not wait for it.
    from accede.foundation.documents.workbook import workbook_of  # noqa: PLC0415  (as above)
    from accede.foundation.documents.writing import DocumentFormat, written  # noqa: PLC0415  (as above)
    from accede.foundation.writing import write_whole  # noqa: PLC0415  (as above)

    document, ending = gap_document(report, language), target.suffix.lower()[1:]
    try:
        content = workbook_of(document) if ending == "xlsx" else written(document, DocumentFormat(ending))
        write_whole(target, content)
    except UnableTo as unable:
        raise Refused(str(unable)) from None
    except OSError as error:
        raise Refused(_("The file could not be written: %(reason)s") % {"reason": error.strerror or error}) from None
    say(_("Saved: %(name)s") % {"name": target})


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_CELL else words[: _LONGEST_CELL - 1] + "…"
