"""The file of a State as a document, to be printed for a mission: one tree for the page, DOCX and PDF."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from accede.foundation.documents.tree import Block, Column, Document, Heading, Paragraph, Table, Words, said
from accede.foundation.texts import format_day
from accede.modules.outcomes.fields.state_file import PARTS, FileEntry
from accede.modules.outcomes.words.state_file import StateFile


def file_tree(found: StateFile, *, language: str) -> Document:
    """Return the file of a State as a document in a language; it holds what its reader may see, and says so."""
    about = _("It holds what its reader may see on that day. Keep it as you keep the confidential files of the State.")
    as_at = _("As at %(day)s.") % {"day": format_day(found.on, language)}
    return Document(
        title=_("File of %(state)s") % {"state": found.name},
        language=language,
        blocks=(Paragraph(said(as_at, " ", about), "lead"), *_standing(found, language), *_parts(found, language)),
        about=about,
        author="Accede",
    )


def _standing(found: StateFile, language: str) -> Iterator[Block]:
    if not found.standings:
        return
    yield Heading(_("Standing under the nineteen instruments"))
    columns = (Column(_("Instrument"), 4, is_header=True), Column(_("Standing"), 3), Column(_("Since"), 2))
    rows = tuple(
        (said(one.title), said(one.words), said(format_day(one.since, language) if one.since else "–"))
        for one in found.standings
    )
    yield Table(_("Standing under the nineteen instruments"), columns, rows)


def _parts(found: StateFile, language: str) -> Iterator[Block]:
    for part, words in PARTS.items():
        entries = [one for one in found.entries if one.part == part]
        if entries:
            yield Heading(str(words))
            columns = (Column(_("Day"), 2, is_header=True), Column(_("What"), 5), Column(_("Where it is"), 3))
            yield Table(str(words), columns, tuple(_row(one, language) for one in entries))


def _row(one: FileEntry, language: str) -> tuple[Words, ...]:
    first = format_day(one.first, language) if one.first else "–"
    days = first
    if one.last is not None and one.last != one.first:
        days = _("%(first)s to %(last)s") % {"first": first, "last": format_day(one.last, language)}
    return said(days), said(one.title), said(one.status or "–")
