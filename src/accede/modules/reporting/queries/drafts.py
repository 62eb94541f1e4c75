"""Reports that people draft, as far as the reader may see them: everybody those that were issued."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from accede.core.reports.paragraphs import Paragraph, Standing, by_key, standing_of, words_in
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.listings import RowsOfTable
from accede.modules.reporting.fields.reports import LANGUAGES, HeadDetails, ReportFacts
from accede.modules.reporting.models import IssuedFile, Report, Section, SectionVersion, Writing


@dataclass(frozen=True, slots=True)
class Version:
    """What a section says in a language, since when, and by whom."""

    number: int
    paragraphs: tuple[Paragraph, ...]
    origin: str
    written_at: datetime
    written_by: UUID | None


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """A section with its newest version in each language."""

    id: UUID
    place: int
    heading: Mapping[str, str]
    clauses: tuple[str, ...]
    versions: Mapping[str, Version]

    def text_in(self, language: str) -> tuple[Paragraph, ...]:
        """Return its paragraphs in a language; none where nobody has written any."""
        found = self.versions.get(language)
        return found.paragraphs if found else ()

    def heading_in(self, language: str) -> str:
        """Return its heading in a language, or in English."""
        return self.heading.get(language, self.heading.get("en", ""))


@dataclass(frozen=True, slots=True)
class Draft:
    """A report with its sections."""

    report: ReportFacts
    report_template: Mapping[str, object]
    sections: tuple[SectionFacts, ...]

    @property
    def words(self) -> int:
        """How many words it has in its original language."""
        return sum(words_in(one.text_in(self.report.language)) for one in self.sections)

    @property
    def suggestions(self) -> int:
        """How many sentences were suggested and not accepted."""
        return sum(one.is_suggested for part in self.sections for one in part.text_in(self.report.language))

    def standings(self, language: str) -> list[Standing]:
        """Return how the translation of each paragraph into a language stands; none for the original language."""
        original = self.report.language
        if language == original:
            return []
        return [
            standing_of(one, by_key(part.text_in(language))) for part in self.sections for one in part.text_in(original)
        ]

    def languages_behind(self) -> list[str]:
        """Return the languages in which it is to be issued and a paragraph is missing or out of date."""
        return [one for one in self.report.head.languages if set(self.standings(one)) - {Standing.CURRENT}]


@dataclass(frozen=True, slots=True)
class Issued:
    """A file as which a report was issued."""

    language: str
    format: str
    file: UUID
    sha256: str


def report_rows(actor: Actor) -> "QuerySet[Report]":
    """Return the reports that the actor may see."""
    rows: QuerySet[Report] = Report.objects.visible_to(actor)
    return rows


def reports_visible_to(actor: Actor) -> RowsOfTable[ReportFacts]:
    """Return the reports that the actor may see, the newest period first."""
    return RowsOfTable(report_rows(actor).order_by("-last_day", "-drafted_at", "id"), _facts_of_all)


def report_visible_to(actor: Actor, number: int) -> ReportFacts | None:
    """Return one report, None if there is none for this actor."""
    row = report_rows(actor).filter(pk=number).first()
    return facts_of(row) if row else None


def draft_visible_to(actor: Actor, number: int) -> Draft | None:
    """Return a report with its sections, None if there is none for this actor."""
    found = report_visible_to(actor, number)
    return draft_of(found) if found else None


@acting(SYSTEM)
def draft_of(report: ReportFacts) -> Draft:
    """Return the sections of a report that its reader may see, though of an issued one the rows are not theirs."""
    rows = SectionVersion.objects.filter(report=report.number)
    newest = rows.order_by("section_id", "language", "-number").distinct("section_id", "language")
    by_section: dict[UUID, dict[str, Version]] = {}
    for row in newest:
        by_section.setdefault(row.section_id, {})[row.language] = version_of(row)
    sections = Section.objects.filter(report=report.number).order_by("place")
    return Draft(
        report,
        Report.objects.values_list("template", flat=True).get(pk=report.number),
        tuple(
            SectionFacts(one.id, one.place, one.heading, tuple(one.clauses), by_section.get(one.id, {}))
            for one in sections
        ),
    )


def versions_of(actor: Actor, section: UUID, language: str) -> list[Version]:
    """Return all versions of a section in a language, the newest first."""
    rows = SectionVersion.objects.visible_to(actor).filter(section=section, language=language)
    return [version_of(row) for row in rows.order_by("-number")]


def writing_of(actor: Actor, section: UUID, language: str) -> tuple[int, tuple[Paragraph, ...], datetime] | None:
    """Return what the actor wrote and did not save: over which version, what, and when."""
    if actor.person is None:
        return None
    rows = Writing.objects.visible_to(actor).filter(section=section, language=language, person=actor.person)
    row = rows.first()
    return (row.base, paragraphs_of(row.paragraphs), row.at) if row else None


@acting(SYSTEM)
def others_writing(actor: Actor, section: UUID, language: str, *, since: datetime) -> list[UUID]:
    """Return who else has been writing in a section since a moment; what they write stays theirs until they save it."""
    rows = Writing.objects.filter(section=section, language=language, at__gte=since)
    return list(
        (rows.exclude(person=actor.person) if actor.person else rows).order_by("at").values_list("person", flat=True)
    )


def issued_files(actor: Actor, number: int) -> list[Issued]:
    """Return the files as which a report was issued, in the order of the languages."""
    if report_visible_to(actor, number) is None:
        return []
    rows = IssuedFile.objects.visible_to(actor).filter(report=number)
    found = [Issued(row.language, row.format, row.file, row.sha256) for row in rows]
    return sorted(found, key=lambda one: ([*LANGUAGES].index(one.language), one.format))


def version_of(row: SectionVersion) -> Version:
    """Return a version as the product shows it."""
    return Version(row.number, paragraphs_of(row.paragraphs), row.origin, row.written_at, row.written_by)


def paragraphs_of(values: Sequence[Mapping[str, object]]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that a row keeps."""
    return tuple(map(Paragraph.read, values))


def facts_of(row: Report) -> ReportFacts:
    """Return a report as the product shows it."""
    return ReportFacts(
        number=row.pk,
        owner=row.belongs_to,
        title=row.title,
        titles=row.template["title"],
        mandate=row.mandate,
        first_day=row.first_day,
        last_day=row.last_day,
        cut_off=row.cut_off,
        language=row.language,
        stage=row.state,
        reason=row.reason,
        head=HeadDetails(
            symbol=row.symbol,
            distribution=row.distribution,
            body=row.body,
            session=row.session,
            agenda_item=row.agenda_item,
            dated=row.dated,
            languages=tuple(row.languages),
            word_limit=str(row.word_limit),
        ),
        word_limit=row.word_limit,
        frozen_at=row.frozen_at,
        freeze=row.freeze,
    )


def _facts_of_all(rows: Sequence[Report]) -> Sequence[ReportFacts]:
    return [facts_of(row) for row in rows]
