"""`accede mandates import`: reads resolutions, says what it found, and stores them."""

from datetime import datetime
from pathlib import Path

import click
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, say, startup, tell
from accede.foundation.console.options import language_option
from accede.foundation.imports.problems import FileRefused, explain
from accede.modules.mandates.cli.showing import say_remarks
from accede.modules.mandates.fields.codes import FAULTS
from accede.modules.mandates.services.document_problems import WORDS as DOCUMENT_WORDS
from accede.modules.mandates.services.document_problems import notes_in_words
from accede.modules.mandates.services.importing import WORDS, Preview, apply_import, preview_import
from accede.modules.mandates.services.reading_apart import read_file


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--apply", "apply_it", is_flag=True, help="Store what was read; without it, only say what would happen.")
@click.option("--symbol", default="", help="Which resolution the file holds, where it does not say so itself.")
@click.option(
    "--adopted-on", type=click.DateTime(["%Y-%m-%d"]), help="Day of adoption, where the text does not say it."
)
@click.option("--series", default="", help="The series of resolutions to which these belong, one word.")
@language_option
def import_command(
    files: tuple[str, ...],
    *,
    apply_it: bool,
    symbol: str,
    adopted_on: datetime | None,
    series: str,
    language: str,  # noqa: ARG001  (sets the language)
) -> None:
    """Bring resolutions into the record: first a preview, then with --apply.

    FILE is plain text, DOCX, HTML or paragraph JSON. The same document again changes nothing.
    """
    if series != slugify(series):
        raise Refused(
            _("A series is one word of letters, digits and hyphens, for example %(word)s.") % {"word": slugify(series)}
        )
    startup.reach_database()
    day = adopted_on.date() if adopted_on is not None else None
    failed = 0
    for name in files:
        try:
            found = read_file(Path(name), symbol=symbol, adopted_on=day)
            preview = preview_import(found.document, symbol=symbol, adopted_on=day, found=found)
        except FileRefused as refusal:
            failed += 1
            tell(f"{name}: {' '.join(explain(one, {**DOCUMENT_WORDS, **WORDS}) for one in refusal.problems)}")
            continue
        _show(name, preview)
        if apply_it:
            with acting(SYSTEM):
                changed = apply_import(
                    preview, by=SYSTEM, at=clock.now(), series=series, face=Face.COMMAND, original=Path(name)
                )
            say(_("Stored.") if changed else _("Nothing changed: this document is there already."))
    if failed:
        raise NoAnswer
    if not apply_it:
        say(_("Nothing was stored. Repeat with --apply to store it."))


def _show(name: str, preview: Preview) -> None:
    reading = preview.reading
    say(f"{name}: {reading.symbol} — {reading.title}")
    counts = {kind: sum(one.block.kind == kind for one in reading.paragraphs) for kind in ("preambular", "operative")}
    say(_("Preambular paragraphs: %(preambular)s. Operative paragraphs with their items: %(operative)s.") % counts)
    for note in notes_in_words(preview.document.notes):
        say(note)
    if preview.is_known:
        say(_("The same document is in the record already."))
    elif preview.replaces:
        say(_("The record holds another reading of this resolution; it is kept."))
    say_remarks(reading.remarks, reading.apart)
    for fault in preview.faults:
        say(_("Line %(line)s: %(fault)s") % {"line": fault.line, "fault": str(FAULTS[fault.code]) % dict(fault.facts)})
