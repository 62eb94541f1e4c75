"""Bring the text of a resolution in: give it, look at what was read, then confirm."""

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, cast
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.reading import Reading
from accede.foundation import clock
from accede.foundation.access import opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.files import FileNotTaken, at_hand
from accede.foundation.files.storing import file_for
from accede.foundation.imports.problems import FileRefused, explain
from accede.foundation.texts import listed
from accede.modules.mandates.access import MANDATES_IMPORT
from accede.modules.mandates.fields.codes import FAULTS, GENRES, STANDINGS, STRENGTHS, WHYS, in_words, remark_in_words
from accede.modules.mandates.services.document_lines import DocumentText
from accede.modules.mandates.services.document_problems import WORDS as DOCUMENT_WORDS
from accede.modules.mandates.services.document_problems import notes_in_words, refuse
from accede.modules.mandates.services.importing import WORDS, Preview, apply_import, keep_for_a_day, preview_import
from accede.modules.mandates.services.reading_apart import Read, read_given
from accede.modules.mandates.services.storing import reference_of
from accede.modules.mandates.web.question import MandatePageQuestion
from accede.modules.mandates.web.showing import part_words

MOST_MEGABYTES = 5
"""Of a file; most of a Word document are its pictures."""
_MOST_PASTED = 1 << 20
_MOST_CARRIED = 2 << 20
"""Of a text that the form of a preview carries; it is sent back when that is confirmed."""
_SALT = "mandates.import"
_SHOWN = 2000
"""Remarks, paragraphs and duties that a page shows; no resolution has as many."""


@opens_to(MANDATES_IMPORT)
def mandate_import(request: HttpRequest) -> HttpResponse:
    """Show the form; read what was given and show it; store it once it is confirmed."""
    MandatePageQuestion(request).done()
    if request.method != "POST":
        return _form(request, [])
    symbol, series = (request.POST.get(name, "").replace("\x00", "").strip()[:80] for name in ("symbol", "series"))
    problems = []
    if series != slugify(series):
        words = _("A series is one word of letters, digits and hyphens, for example %(word)s.")
        problems.append(words % {"word": slugify(series) or "sample-series"})
    kept = request.POST.get("kept", "")
    try:
        adopted_on = _day(request.POST.get("adopted_on", ""))
        found = None if kept else _given(request, symbol, adopted_on)
        document, file = (found.document, "") if found else _unsealed(kept)
        preview = preview_import(document, symbol=symbol, adopted_on=adopted_on, found=found)
        if len(_sealed(document, file)) > _MOST_CARRIED:
            raise refuse("document.too_heavy")
        file = file or _kept(request, preview)
    except FileRefused as refusal:
        problems += [explain(one, {**DOCUMENT_WORDS, **WORDS}) for one in refusal.problems]
    except (ValueError, FileNotTaken) as error:
        problems.append(str(error))
    if problems:
        return _form(request, problems)
    if kept and "again" not in request.POST:
        apply_import(preview, by=actor_of(request), at=clock.now(), series=series, original=_original(request, file))
        return HttpResponseRedirect(reverse("mandates:mandate-detail", args=[reference_of(preview.reading.symbol)]))
    return _shown(request, preview, file=file, symbol=symbol, series=series)


def _day(text: str) -> date | None:
    """Return a day as written in a form; None for an empty one.

    Raises:
        ValueError: it is none; in words for the reader.
    """
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise ValueError(_("“%(text)s” is no day. Write it as 2007-12-18.") % {"text": text.strip()[:40]}) from None


def _kept(request: HttpRequest, preview: Preview) -> str:
    """Keep the file that came in, for a day, and return its key; nothing for a text that was pasted."""
    upload = request.FILES.get("file")
    if upload is None:
        return ""
    stream = cast("BinaryIO", upload.file)
    return str(keep_for_a_day(stream, preview, by=actor_of(request), at=clock.now()).id)


def _original(request: HttpRequest, file: str) -> Path | None:
    found = file_for(actor_of(request), UUID(file)) if file else None
    return at_hand(found.sha256) if found else None


def _given(request: HttpRequest, symbol: str, adopted_on: date | None) -> Read:
    """Return the document that was uploaded or pasted, and what it says; it is not kept yet.

    Raises:
        ValueError: neither was, both were, or it is too big; in words for the reader.
        FileRefused: it cannot be read.
    """
    upload, pasted = request.FILES.get("file"), request.POST.get("text", "").strip()
    if (upload is None) == (not pasted):
        raise ValueError(_("Choose a file or paste a text: one of the two."))
    if upload is None:
        content, name, most = pasted.encode(), "", _MOST_PASTED
    else:
        most = MOST_MEGABYTES << 20
        content, name = upload.read(most + 1), (upload.name or "")[:200]
    if len(content) > most:
        words = _("This is more than %(most)s MB. Larger files come in by the command line.")
        raise ValueError(words % {"most": most >> 20})
    return read_given(content, name=name, symbol=symbol, adopted_on=adopted_on)


def _sealed(document: DocumentText, file: str) -> str:
    kept = [document.name, document.format, list(document.lines), list(document.notes), file]
    return signing.dumps(kept, salt=_SALT, compress=True)


def _unsealed(text: str) -> tuple[DocumentText, str]:
    """Return the document that the preview showed, and the key of its file; nobody can have changed it since.

    Raises:
        ValueError: it is not as it was shown.
    """
    try:
        name, kind, lines, notes, file = signing.loads(text, salt=_SALT, max_age=24 * 3600)
    except signing.BadSignature:
        raise ValueError(_("This preview is no longer valid. Give the document again.")) from None
    return DocumentText(name, kind, tuple(lines), tuple(notes)), file


def _form(request: HttpRequest, problems: list[str]) -> HttpResponse:
    context = {
        "title": _("Import a resolution"),
        "problems": problems,
        "text": request.POST.get("text", ""),
        "symbol": request.POST.get("symbol", ""),
        "series": request.POST.get("series", ""),
        "adopted_on": request.POST.get("adopted_on", ""),
    }
    return render(request, "mandates/import.html", context, status=400 if problems else 200)


def _parts(reading: Reading) -> list[tuple[str, list[Paragraph]]]:
    """Return the paragraphs under the headings of the parts in which they stand."""
    titles = {one.mark: one.title for one in reading.divisions}
    groups = groupby(reading.paragraphs[:_SHOWN], key=lambda one: (one.block.part, one.block.division))
    return [(part_words(part, mark, titles.get(mark, "")), list(group)) for (part, mark), group in groups]


def _shown(request: HttpRequest, preview: Preview, *, file: str, symbol: str, series: str) -> HttpResponse:
    reading = preview.reading
    context = {
        "title": _("Preview of %(symbol)s") % {"symbol": reading.symbol},
        "preview": preview,
        "notes": notes_in_words(preview.document.notes),
        "more": sum(max(0, len(many) - _SHOWN) for many in (reading.paragraphs, reading.apart, preview.duties)),
        "parts": _parts(reading),
        "remarks": [(one.line, remark_in_words(one)) for one in reading.remarks[:_SHOWN]],
        "faults": [(one.line, str(FAULTS[one.code]) % dict(one.facts)) for one in preview.faults[:_SHOWN]],
        "not_read": [(one, in_words(WHYS, one.why)) for one in reading.apart[:_SHOWN]],
        "kept": _sealed(preview.document, file),
        "duties": [
            (one, in_words(STRENGTHS, one.strength), listed(one.owed_by, get_language() or "en"))
            for one in preview.duties[:_SHOWN]
        ],
        "standing": in_words(STANDINGS, reading.standing),
        "genre": in_words(GENRES, reading.genre),
        "adopted_on": preview.given_adopted_on.isoformat() if preview.given_adopted_on is not None else "",
        "symbol": symbol,
        "series": series,
        "address": reverse("mandates:mandate-detail", args=[reference_of(reading.symbol)]) if preview.is_known else "",
    }
    return render(request, "mandates/import_preview.html", context)
