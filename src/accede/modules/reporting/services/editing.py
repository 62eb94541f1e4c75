"""Write in a section: what two persons write at once is put together, and nobody's words are lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.indicators.inserting import Call, completed, faults_in_text, parts_of
from accede.core.reports.clearance import ReportState
from accede.core.reports.merging import Merged, merged
from accede.core.reports.paragraphs import LONGEST, MOST, Paragraph, by_key, split, text_hash
from accede.foundation.access import SYSTEM, Actor, or_refuse
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.documents.tree import cleaned
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo
from accede.modules.reporting import events
from accede.modules.reporting.fields.calls import CALL_FAULTS
from accede.modules.reporting.fields.reports import LANGUAGES
from accede.modules.reporting.models import Report, Section, SectionVersion, Writing
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.drafts import paragraphs_of
from accede.modules.reporting.services.drafting import held_report, new_key

KEPT_UNSAVED = timedelta(days=90)
"""How long what nobody saved is kept for who wrote it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph as somebody wrote it.

    Attributes:
        key: "" for a new one.
        is_accepted: of a suggested sentence, that it stands.
        of: of a translation, the hash of the text that was translated.
    """

    key: str
    text: str
    is_accepted: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote in a section in a language, over the version of that number."""

    place: int
    language: str
    base: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """How a version came to be: from where, by whom, when, through which face."""

    origin: str
    by: Actor
    at: datetime
    face: Face


class Clashed(Overtaken):
    """Somebody else saved the same paragraphs meanwhile; nothing was saved, and what was written is kept aside.

    `merged` has all that was written, with the clashes; `newest` is the number of the version that stands now.
    """

    def __init__(self, found: Merged, newest: int) -> None:
        self.merged, self.newest = found, newest
        words = _(
            "Somebody else saved this section while you were writing, and changed paragraphs that you changed too. "
            "Both texts are shown. Put together what is to stand, then save again."
        )
        super().__init__({EVERYWHERE: words})


@transaction.atomic
def save_section(number: int, wanted: Written, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Save a section as a new version; return its number, or that of the version that says the same already.

    Raises:
        Refused: there is no such section for the actor, or they may not draft.
        UnableTo: a figure is called that there is none of, a paragraph is too long, or a translation lost a figure.
        Overtaken: the report is no longer a draft.
        Clashed: somebody else changed the same paragraphs.
    """
    row, section, versions = _held(number, wanted, by)
    newest = versions[-1].number if versions else 0
    based = next((paragraphs_of(one.paragraphs) for one in versions if one.number == wanted.base), ())
    current = paragraphs_of(versions[-1].paragraphs) if versions else ()
    mine = _as_paragraphs(wanted, based, is_original=wanted.language == row.language)
    found = merged(based, mine, current)
    if found.clashes and wanted.base != newest:
        raise Clashed(found, newest)
    if problems := dict(_wrong(mine, based, _original_of(row, section, wanted))):
        raise UnableTo(problems)
    forget_writing(section.id, wanted.language, by=by)
    if found.paragraphs == current:
        return newest
    came = "page" if face is Face.WEB else "xliff"
    return add_version(row, section, wanted.language, found.paragraphs, Deed(came, by, at, face))


def add_version(
    row: Report,
    section: Section,
    language: str,
    paragraphs: Sequence[Paragraph],
    deed: Deed,
) -> int:
    """Add a version of a section of a report that is held; return its number."""
    rows = SectionVersion.objects.filter(section=section, language=language).order_by("-number")
    last = rows.values_list("number", flat=True).first() or 0
    SectionVersion(
        report=row,
        section=section,
        language=language,
        number=last + 1,
        paragraphs=[one.as_values() for one in paragraphs],
        origin=deed.origin,
        written_at=deed.at,
        written_by=deed.by.person,
    ).save(force_insert=True)
    record(
        events.SECTION_WRITTEN,
        about=events.report_subject(row.pk, row.belongs_to),
        by=deed.by,
        at=deed.at,
        face=deed.face,
        title=row.title,
        section=section.place,
        language=language,
        version=last + 1,
    )
    return last + 1


@transaction.atomic
def keep_writing(number: int, wanted: Written, *, by: Actor, at: datetime) -> int:
    """Keep what somebody is writing, for them alone, until they save it; return the number of the newest version.

    Raises:
        Refused, Overtaken: as `save_section` does.
    """
    _row, section, versions = _held(number, wanted, by)
    if by.person is not None:
        values = [
            {"key": one.key or new_key(), "text": cleaned(one.text)[:LONGEST], "suggested": False, "of": one.of}
            for one in wanted.entries[:MOST]
        ]
        Writing.objects.update_or_create(
            section=section,
            language=wanted.language,
            person=by.person,
            defaults={"base": wanted.base, "paragraphs": values, "at": at},
        )
    return versions[-1].number if versions else 0


@transaction.atomic
def leave_writing(number: int, wanted: Written, *, by: Actor) -> None:
    """Let go what somebody was writing in a section, as they ask.

    Raises:
        Refused, Overtaken: as `save_section` does.
    """
    _row, section, _versions = _held(number, wanted, by)
    forget_writing(section.id, wanted.language, by=by)


def forget_writing(section: UUID, language: str, *, by: Actor) -> None:
    """Let go what somebody was writing: it is saved, or they leave it."""
    if by.person is not None:
        Writing.objects.filter(section=section, language=language, person=by.person).delete()


@acting(SYSTEM)
def forget_old_writing(*, at: datetime) -> int:
    """Delete what people began to write and left for ninety days; return how many."""
    return int(Writing.objects.filter(at__lt=at - KEPT_UNSAVED).delete()[0])


def _held(number: int, wanted: Written, by: Actor) -> tuple[Report, Section, list[SectionVersion]]:
    """Return the report, locked, the section, and its versions in the language."""
    states = (ReportState.DRAFT, ReportState.REVIEWED)
    row = held_report(number, by, states=states)
    if wanted.language == row.language and row.state != ReportState.DRAFT:
        held_report(number, by, states=(ReportState.DRAFT,))
    section: Section = or_refuse(Section.objects.visible_to(by).filter(report=row, place=wanted.place).first())
    if wanted.language not in LANGUAGES:
        or_refuse(None)
    rows = SectionVersion.objects.visible_to(by).filter(section=section, language=wanted.language)
    return row, section, list(rows.order_by("number"))


def _original_of(row: Report, section: Section, wanted: Written) -> Mapping[str, Paragraph] | None:
    """Return the paragraphs that are translated; None where the original itself is written."""
    if wanted.language == row.language:
        return None
    rows = SectionVersion.objects.filter(section=section, language=row.language).order_by("-number")
    newest = rows.first()
    return by_key(paragraphs_of(newest.paragraphs)) if newest else {}


def _as_paragraphs(wanted: Written, based: Sequence[Paragraph], *, is_original: bool) -> list[Paragraph]:
    """Return what was written as paragraphs: one that is empty is taken out, an empty line within one makes two."""
    known, found = by_key(based), list[Paragraph]()
    for entry in wanted.entries:
        was = known.get(entry.key)
        text = completed(cleaned(entry.text).strip(), {code: one.definition for code, one in definitions().items()})
        suggested = was is not None and was.is_suggested and not entry.is_accepted
        of = entry.of or (was.of if was is not None else "")
        one = Paragraph(entry.key or new_key(), text, suggested, "" if is_original else of)
        if is_original:
            found += split(one, iter(new_key, ""))
        elif text:
            found.append(replace(one, text=" ".join(text.split("\n"))))
    return found


def _wrong(
    mine: Sequence[Paragraph], based: Sequence[Paragraph], original: Mapping[str, Paragraph] | None
) -> Iterator[tuple[str, str]]:
    known = {code: one.definition for code, one in definitions().items()}
    was = by_key(based)
    if len(mine) > MOST:
        yield EVERYWHERE, _("A section has at most %(most)s paragraphs.") % {"most": MOST}
    for place, one in enumerate(mine, 1):
        if one.key in was and was[one.key].text == one.text and original is None:
            continue
        words = [_at(place, at, str(CALL_FAULTS[why.code]) % why.facts) for at, why in faults_in_text(one.text, known)]
        if len(one.text) > LONGEST:
            words.append(
                _("At most %(most)s characters: there are %(count)s.") % {"most": LONGEST, "count": len(one.text)}
            )
        if original is not None and not words:
            words += _lost(place, one, original.get(one.key))
        if words:
            yield (f"text-{one.key}" if one.key in was else EVERYWHERE), " ".join(words)


def _lost(place: int, one: Paragraph, original: Paragraph | None) -> Iterator[str]:
    """Yield that a translation calls other figures than the text that it translates now."""
    if original is None or one.of != text_hash(original.text):
        return
    if called(one.text) != called(original.text):
        asked = ", ".join(f"{{figure: {name}}}" for name in called(original.text).elements())
        words = _("Paragraph %(place)s calls other figures than the original: %(figures)s.")
        yield words % {"place": place, "figures": asked or "–"}


def called(text: str) -> "Counter[str]":
    """Return the figures that a sound text calls, with how often."""
    calls = [one for one in parts_of(text) if isinstance(one, Call)]
    return Counter(
        " ".join((one.code, *(f"{name}={value}" for name, value in one.parameters.items()))) for one in calls
    )


def _at(place: int, character: int, words: str) -> str:
    told = {"place": place, "character": character, "words": words}
    return _("Paragraph %(place)s, character %(character)s: %(words)s") % told
