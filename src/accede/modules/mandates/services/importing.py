"""Bring a resolution's text into the record: read, look, then apply; the same document again changes nothing."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accede.core.mandates.duties import Duty
from accede.core.mandates.lint import Fault
from accede.core.mandates.reading import Reading as ReadReading
from accede.foundation.access import Actor, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.files import Kind, Looked, measure
from accede.foundation.files.storing import FileFacts, store_looked_at, store_original
from accede.foundation.imports.problems import FileRefused, Problem, Words
from accede.foundation.search.writing import keep_found
from accede.modules.mandates import events
from accede.modules.mandates.access import MANDATES_IMPORT
from accede.modules.mandates.models import Reading
from accede.modules.mandates.queries.found import paragraph_keys
from accede.modules.mandates.services.document_lines import DocumentText
from accede.modules.mandates.services.reading_apart import Read, read_lines
from accede.modules.mandates.services.storing import Stamp, named, reference_of, store_reading

_KINDS = {"docx": Kind.DOCX, "json": Kind.JSON, "html": Kind.HTML, "text": Kind.TEXT}

WORDS: Words = {
    "mandate.no_resolution": _("No resolution was found in this text: it has no operative paragraph with a verb."),
    "mandate.no_symbol": _(
        "The text does not say which resolution it is: no number was found. Give its symbol, for example E/RES/2007/18."
    ),
    "mandate.organ_unknown": _("The organ that adopted this text is not known. Give the symbol of the resolution."),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: the reading, its duties and faults, and whether the same document is there already."""

    document: DocumentText
    reading: ReadReading
    digest: str
    duties: tuple[Duty, ...]
    given_adopted_on: date | None
    faults: tuple[Fault, ...]
    is_known: bool
    replaces: bool


def preview_import(
    document: DocumentText, *, symbol: str = "", adopted_on: date | None = None, found: Read | None = None
) -> Preview:
    """Read a document, unless what it says is at hand, and say what importing it would do; nothing is written.

    `symbol` and `adopted_on` are what the reader says of it; the day holds where the text does not tell it.

    Raises:
        FileRefused: the text is no resolution, or does not say which; all that is wrong is told.
    """
    found = found or read_lines(document, symbol=symbol, adopted_on=adopted_on)
    reading = found.reading
    codes = {remark.code for remark in reading.remarks}
    problems = [Problem("mandate.no_resolution")] if "no_resolution" in codes else []
    if not problems and "number_unknown" in codes:
        problems.append(Problem("mandate.no_symbol"))
    if not problems and not reading.symbol:
        problems.append(Problem("mandate.organ_unknown"))
    if problems:
        raise FileRefused(problems)
    digest = digest_of(document)
    known = Reading.objects.filter(mandate__symbol=reading.symbol)
    return Preview(
        document=document,
        reading=reading,
        digest=digest,
        duties=found.duties,
        given_adopted_on=adopted_on,
        faults=found.faults,
        is_known=known.filter(digest=digest).exists(),
        replaces=known.exclude(digest=digest).filter(kind="imported").exists(),
    )


def keep_for_a_day(stream: BinaryIO, preview: Preview, *, by: Actor, at: datetime) -> FileFacts:
    """Keep what was read for whoever gave it, until they say that it is to be brought in.

    Raises:
        FileNotTaken: its name is none.
    """
    size, digest = measure(stream)
    looked = Looked(_KINDS[preview.document.format], size, digest)
    return store_looked_at(stream, looked, name=preview.document.name, by=by, at=at)


@transaction.atomic
def apply_import(
    preview: Preview,
    *,
    by: Actor,
    at: datetime,
    series: str = "",
    face: Face = Face.WEB,
    original: Path | None = None,
) -> bool:
    """Write what was previewed; return whether anything changed. `series` joins it to resolutions that it follows.

    `original`: the file that it was read from, which is kept as it came.

    Raises:
        Refused: the actor may not.
    """
    require(by, MANDATES_IMPORT)
    symbol = preview.reading.symbol
    if Reading.objects.filter(mandate__symbol=symbol, digest=preview.digest).exists():
        return False
    earlier = Reading.objects.filter(mandate__symbol=symbol).order_by("-pk").first()
    row = store_reading(
        preview.reading,
        preview.document,
        duties=preview.duties,
        digest=preview.digest,
        stamp=Stamp(named(by), at, series, preview.given_adopted_on),
    )
    keep_found("mandate", [reference_of(symbol)])
    keep_found("paragraph", paragraph_keys(symbol))
    if original is not None:
        kind = _KINDS[preview.document.format]
        store_original(original, name=preview.document.name, kind=kind, about=file_of_reading(row.pk), by=by, at=at)
    record(
        events.TEXT_IMPORTED,
        about=events.mandate_subject(reference_of(symbol)),
        by=by,
        at=at,
        face=face,
        before={"reading": earlier.digest[:12] if earlier else None},
        after={"reading": preview.digest[:12], "file": preview.document.name},
        symbol=symbol,
    )
    return True


def file_of_reading(reading: int) -> str:
    """Return the mark of the file that a reading came from."""
    return f"reading:{reading}"


def digest_of(document: DocumentText) -> str:
    """Return a digest of a document's words: the same text in another coat of blank lines is the same document."""
    words = "\n".join(" ".join(line.split()) for line in document.lines if line.strip())
    return hashlib.sha256(words.encode()).hexdigest()
