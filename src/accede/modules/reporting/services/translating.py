"""Send a report to translators as XLIFF and take it back: what lost a figure is refused with its units, whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.reports.clearance import ReportState
from accede.core.reports.paragraphs import Paragraph, Standing, by_key, standing_of, text_hash
from accede.core.reports.xliff.reading import CameBack, NoXliff, is_pair, read
from accede.core.reports.xliff.units import Back, Sheet, Unit, Wrong, wrong_placeholders
from accede.core.reports.xliff.writing import Version, tag_of, written
from accede.foundation.access import Actor, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.documents.tree import cleaned
from accede.foundation.problems import UnableTo
from accede.foundation.texts import listed
from accede.modules.reporting import events
from accede.modules.reporting.access import REPORTS_READ
from accede.modules.reporting.fields.reports import LANGUAGES
from accede.modules.reporting.fields.translations import XLIFF_FAULTS
from accede.modules.reporting.models import Report, Section
from accede.modules.reporting.queries.drafts import Draft, SectionFacts, draft_of, draft_visible_to, facts_of
from accede.modules.reporting.services.drafting import held_report
from accede.modules.reporting.services.editing import Deed, add_version

MOST_BYTES = 20 * 1024 * 1024
_MOST_NAMED = 20
FILE = "document"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: paragraphs taken, as they stood, not translated in it, of an older text, gone since."""

    language: str
    taken: int
    same: int
    untranslated: int
    older: int
    gone: int


def translation_file(number: int, language: str, version: Version, *, by: Actor) -> bytes:
    """Return a report for translators into a language: each paragraph with the translation that there is.

    Raises:
        Refused: there is no such report for the actor, or it is not translated into that language.
    """
    draft = or_refuse(draft_visible_to(by, number))
    require(by, REPORTS_READ, on=draft.report.owner)
    original = draft.report.language
    or_refuse(language if language in LANGUAGES and language != original else None)
    name = f"report-{number}"
    return written(Sheet(name, original, language, tuple(_units(draft, language))), version)


@transaction.atomic
def take_translation(number: int, content: bytes, *, by: Actor, at: datetime, face: Face = Face.WEB) -> Taken:
    """Take what translators sent back: all of it, or nothing.

    A paragraph whose original changed since it was sent is taken as a translation of the older text, so it stays marked
    as out of date; one that there no longer is, is left.

    Raises:
        Refused: there is no such report for the actor, or they may not draft.
        UnableTo: it is no XLIFF, of other languages, of another report, or units lost, doubled or moved figures.
        Overtaken: the report is cleared or issued.
    """
    row = held_report(number, by, states=(ReportState.DRAFT, ReportState.REVIEWED))
    if len(content) > MOST_BYTES:
        raise UnableTo({FILE: _("This is more than %(most)s MB.") % {"most": MOST_BYTES >> 20}})
    draft = draft_of(facts_of(row))
    found, language = _read(content, draft)
    places = {one.key: (part, at) for part in draft.sections for at, one in enumerate(part.text_in(row.language), 1)}
    if not any(one.key in places for one in found.units):
        raise UnableTo({FILE: _("No unit of this file is a paragraph of this report that is translated.")})
    stands = {one.key: one for part in draft.sections for one in part.text_in(language)}
    touched = [one for one in found.units if one.key not in stands or not _is_same(stands[one.key], one)]
    wrong = [*found.wrong, *wrong_placeholders(touched, beside=found.units)]
    if wrong:
        raise UnableTo({FILE: _told(wrong, places)})
    counts = {"taken": 0, "same": 0, "older": 0}
    units = {one.key: one for one in found.units}
    for part in draft.sections:
        texts = _put_together(part, row.language, language, units, counts)
        if texts is not None:
            section = Section.objects.visible_to(by).get(id=part.id)
            add_version(row, section, language, texts, Deed("xliff", by, at, face))
    if counts["taken"]:
        _note(row, language, counts["taken"], by=by, at=at, face=face)
    gone = sum(one.key not in places for one in found.units)
    return Taken(language, **counts, untranslated=len(found.untranslated), gone=gone)


def _read(content: bytes, draft: Draft) -> tuple[CameBack, str]:
    """Return what a file holds, and the language into which it translates."""
    try:
        found = read(content)
    except NoXliff as none:
        raise UnableTo({FILE: str(XLIFF_FAULTS[none.reason.code]) % none.reason.facts}) from none
    original = draft.report.language
    for language in LANGUAGES:
        if language != original and is_pair(found, original, language):
            return found, language
    words = _("This file translates from %(source)s into %(target)s. The report is written in %(original)s.")
    told = {"source": found.source_language, "target": found.target_language, "original": tag_of(original)}
    raise UnableTo({FILE: words % told})


def _units(draft: Draft, language: str) -> Iterator[Unit]:
    original = draft.report.language
    for part in draft.sections:
        translated = by_key(part.text_in(language))
        for place, one in enumerate(part.text_in(original), 1):
            there = translated.get(one.key)
            heading = part.heading_in(original)
            yield Unit(
                key=one.key,
                source=" ".join(one.text.split()),
                target=" ".join(there.text.split()) if there else "",
                is_current=standing_of(one, translated) is Standing.CURRENT,
                note=f"{part.place}.{place} {heading}".strip(),
            )


def _put_together(
    part: SectionFacts, original: str, language: str, units: Mapping[str, Back], counts: dict[str, int]
) -> list[Paragraph] | None:
    """Return a section's translation with what came back; None where nothing of it changed."""
    translated, texts, is_changed = by_key(part.text_in(language)), [], False
    for one in part.text_in(original):
        there, unit = translated.get(one.key), units.get(one.key)
        if unit is None or (there is not None and _is_same(there, unit)):
            counts["same"] += unit is not None
            texts += [there] if there is not None else []
            continue
        of = text_hash(unit.source)
        counts["taken"] += 1
        counts["older"] += of != text_hash(one.text)
        texts.append(Paragraph(one.key, cleaned(unit.target), of=of))
        is_changed = True
    return texts if is_changed else None


def _is_same(there: Paragraph, unit: Back) -> bool:
    """Return whether a unit says what stands already; one that is marked as in need of review says nothing new."""
    if " ".join(there.text.split()) != unit.target:
        return False
    return there.of == text_hash(unit.source) or not unit.is_final


def _told(wrong: Sequence[Wrong], places: Mapping[str, tuple[SectionFacts, int]]) -> str:
    """Name the units, each with what is wrong with it."""
    lines = []
    for one in wrong[:_MOST_NAMED]:
        part, place = places.get(one.key, (None, 0))
        where = f"{part.place}.{place} ({one.key})" if part else one.key
        lines.append(f"{where}: {str(XLIFF_FAULTS[one.reason.code]) % one.reason.facts}")
    words = _("Nothing was taken. In these units figures were lost, doubled or moved: %(units)s")
    return words % {"units": listed(lines, apart=True)}


def _note(row: Report, language: str, count: int, *, by: Actor, at: datetime, face: Face) -> None:
    about = events.report_subject(row.pk, row.belongs_to)
    record(
        events.TRANSLATION_TAKEN, about=about, by=by, at=at, face=face, title=row.title, language=language, count=count
    )
