"""`accede mandates read`: reads resolutions without storing anything; needs no database."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from django.utils.translation import gettext as _

from accede.core.mandates.reading import Reading
from accede.foundation.console import NoAnswer, print_table, say, tell
from accede.foundation.console.options import language_option
from accede.foundation.imports.problems import FileRefused, explain
from accede.modules.mandates.cli.showing import say_remarks
from accede.modules.mandates.queries.reading_data import reading_data
from accede.modules.mandates.services.document_lines import DocumentText
from accede.modules.mandates.services.document_problems import WORDS, notes_in_words
from accede.modules.mandates.services.reading_apart import read_file


@click.command(name="read")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one object, or an array for several files.")
@click.option("--symbol", default="", help="Which resolution to read, where a file holds several.")
@language_option
def read_command(files: tuple[str, ...], *, as_json: bool, symbol: str, language: str) -> None:  # noqa: ARG001  (sets the language)
    """Read resolutions without storing them.

    FILE is plain text, DOCX, HTML or paragraph JSON. A file that cannot be read is named and does not stop the others.
    With --json, one file gives an object, several give an array in the order of the files.
    """
    failed = 0
    writer = _JsonWriter(many=len(files) > 1) if as_json else None
    for name, found, problem in _documents(files, symbol):
        if found is None:
            failed += 1
            tell(f"{name}: {problem}")
            if writer is not None:
                writer.write({"file": name, "error": problem})
            continue
        document, reading = found
        if writer is not None:
            writer.write(
                {"file": name, "format": document.format, "notes": list(document.notes), **reading_data(reading)}
            )
        else:
            _show(name, document, reading)
    if writer is not None:
        writer.end()
    if failed:
        raise NoAnswer


def _documents(files: tuple[str, ...], symbol: str) -> Iterator[tuple[str, tuple[DocumentText, Reading] | None, str]]:
    for name in files:
        try:
            found = read_file(Path(name), symbol=symbol)
            yield name, (found.document, found.reading), ""
        except FileRefused as refusal:
            yield name, None, " ".join(explain(problem, WORDS) for problem in refusal.problems)


class _JsonWriter:
    """Writes each reading as it is made, so that thousands of files need no more memory than one."""

    def __init__(self, *, many: bool) -> None:
        self._many = many
        self._is_first = True

    def write(self, value: dict[str, object]) -> None:
        """Write one reading."""
        if not self._many:
            sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n")
            return
        sys.stdout.write("[\n" if self._is_first else ",\n")
        self._is_first = False
        sys.stdout.write(json.dumps(value, ensure_ascii=False, default=_plain))

    def end(self) -> None:
        """Close the array."""
        if self._many:
            sys.stdout.write("[]\n" if self._is_first else "\n]\n")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)


def _show(name: str, document: DocumentText, reading: Reading) -> None:
    say(f"{name}: {reading.symbol or _('symbol not found')} — {reading.title or _('no title')}")
    for note in notes_in_words(document.notes):
        say(note)
    if reading.framing is not None:
        say(
            _("Draft recommended by %(by)s to %(to)s: not adopted by this text.")
            % {"by": reading.framing.recommended_by, "to": reading.framing.recommended_to}
        )
    rows = [
        [
            paragraph.path or "·",
            paragraph.lead.phrase if paragraph.lead else "",
            "; ".join(paragraph.addressees),
            "; ".join(one.text for one in paragraph.conditions),
            "; ".join(one.text for one in paragraph.deadlines),
        ]
        for paragraph in reading.paragraphs
    ]
    print_table([_("Paragraph"), _("Verb"), _("Addressees"), _("Conditions"), _("When")], rows)
    say_remarks(reading.remarks, reading.apart)
    say()
