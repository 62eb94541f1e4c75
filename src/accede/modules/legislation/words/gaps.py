"""The gap report of a State and its table of correspondence, as one document for page, DOCX, PDF and workbook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accede.core.legislation.reviewing import OPEN, Answered
from accede.foundation.documents.tree import (
    Block,
    Column,
    Document,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Words,
    said,
)
from accede.foundation.texts import cite_articles, format_day, isolated
from accede.modules.legislation.fields.codes import ANSWERED, RATINGS, READINGS, RELATIONS, TO_DO, WHEN
from accede.modules.legislation.queries.gaps import Gap, GapPart
from accede.modules.legislation.queries.reviews import Decided
from accede.modules.treaties.queries.instruments import all_instruments

AUTHOR = "Accede"
_NOT_YET = "–"


@dataclass(frozen=True, slots=True)
class GapReport:
    """What a gap report is made of; `people`: names by key."""

    state: str
    on: date
    parts: Sequence[GapPart]
    people: Mapping[UUID, str]


def people_of(parts: Iterable[GapPart]) -> set[UUID]:
    """Return the keys of those who decided or read something."""
    found = {gap.rated for part in parts for gap in part.gaps if gap.rated is not None}
    return {key for one in found for key in (one.decided_by, one.second_by) if key is not None}


def gap_document(report: GapReport, language: str) -> Document:
    """Return the report: what it is, how it stands, what is next, then every obligation with what answers it."""
    writer = _Writer(report, language)
    return Document(
        title=_("Gap report: laws of %(state)s beside what the instruments ask") % {"state": isolated(report.state)},
        language=language,
        blocks=(*writer.lead(), *writer.next(), *writer.parts(), *writer.correspondence()),
        about=_("What was decided in a review of the laws of a State. Confidential to the State and the programme."),
        author=AUTHOR,
    )


class _Writer:
    def __init__(self, report: GapReport, language: str) -> None:
        self.report = report
        self.language = language
        self.short = language.partition("-")[0]

    def lead(self) -> Iterator[Block]:
        day = format_day(self.report.on, self.language)
        yield Paragraph(said(_("As at %(day)s. Confidential to the State and the programme.") % {"day": day}), "lead")
        yield Paragraph(
            said(
                _(
                    "The decisions are those that stand now; the day says which wordings are in force and which "
                    "instruments bind the State. They are judgements of the people named, for the State to examine. "
                    "“None found” says that no provision was found, and nothing about whether the State complies."
                )
            ),
            "small",
        )
        counts = [
            said(_("%(answer)s: %(count)s") % {"answer": words, "count": self._count(Answered(code))})
            for code, words in ANSWERED.items()
            if self._count(Answered(code))
        ]
        yield Listing(tuple(counts))

    def _count(self, code: Answered) -> int:
        return sum(gap.found is code for part in self.report.parts for gap in part.gaps)

    def next(self) -> Iterator[Block]:
        """Yield what is open and decided upon, what binds the State first."""
        rows = [
            (gap, part)
            for part in self.report.parts
            for gap in part.gaps
            if gap.found in OPEN and gap.found is not Answered.UNDECIDED
        ]
        if not rows:
            return
        rows.sort(key=lambda one: one[0].when != "now")
        yield Heading(_("What is open"))
        yield Table(
            _("What is open, what binds the State first"),
            (
                Column(_("Obligation"), 4, is_header=True),
                Column(_("Article"), 2),
                Column(_("When"), 2),
                Column(_("What is to do"), 4),
            ),
            tuple(
                (
                    said(self._says(gap)),
                    self._article(gap, part.instrument),
                    said(str(WHEN[gap.when])),
                    self._to_do(gap),
                )
                for gap, part in rows
            ),
        )

    def parts(self) -> Iterator[Block]:
        """Yield each instrument with its obligations."""
        for part in self.report.parts:
            yield Heading(_title(part.instrument, self.language))
            if part.binds is not None:
                bound = _("Binds the State on this day.")
                yield Paragraph(said(bound if part.binds else _("The State is invited to join this instrument.")))
            yield Table(
                _title(part.instrument, self.language),
                (
                    Column(_("Obligation"), 4, is_header=True),
                    Column(_("How it is answered"), 2),
                    Column(_("Provisions cited"), 3),
                    Column(_("Decided by"), 3),
                    Column(_("What is to do"), 3),
                ),
                tuple(self._row(gap, part.instrument) for gap in part.gaps),
            )

    def correspondence(self) -> Iterator[Block]:
        """Yield one row for each provision that was accepted."""
        rows = [
            (
                said(self._says(gap)),
                self._article(gap, part.instrument),
                said(isolated(one.title)),
                said(isolated(f"{one.number} {one.heading}".strip())),
                said(str(RELATIONS[_relation(gap)])),
            )
            for part in self.report.parts
            for gap in part.gaps
            for one in gap.cited
        ]
        if rows:
            yield Heading(_("Table of correspondence"))
            yield Table(
                _("Table of correspondence"),
                (
                    Column(_("Obligation"), 4, is_header=True),
                    Column(_("Article"), 2),
                    Column(_("Law"), 3),
                    Column(_("Provision"), 2),
                    Column(_("Relation"), 2),
                ),
                tuple(rows),
            )

    def _row(self, gap: Gap, instrument: str) -> tuple[Words, ...]:
        cited = "\n".join(self._cited(one) for one in gap.cited)
        return (
            said(self._says(gap), "\n", self._article(gap, instrument)),
            said(Run(str(ANSWERED[gap.found]), bold=gap.found is Answered.IN_FORCE)),
            said(cited or _NOT_YET),
            said("\n".join(self._decided(gap)) or _NOT_YET),
            self._to_do(gap),
        )

    def _says(self, gap: Gap) -> str:
        return gap.obligation.says(self.short)

    def _article(self, gap: Gap, instrument: str) -> Words:
        if instrument:
            return said(cite_articles(gap.obligation.article, self.language))
        key, _blank, article = gap.obligation.article.partition(" ")
        return said(f"{_title(key, self.language)}, {cite_articles(article, self.language)}")

    def _cited(self, one: Decided) -> str:
        provision = isolated(f"{one.title}, {one.number}")
        if one.ends is not None and one.ends < self.report.on:
            until = _("%(provision)s (in force until %(day)s)")
            return until % {"provision": provision, "day": format_day(one.ends, self.language)}
        if one.starts is not None and one.starts > self.report.on:
            begins = _("%(provision)s (in force from %(day)s)")
            return begins % {"provision": provision, "day": format_day(one.starts, self.language)}
        return provision

    def _decided(self, gap: Gap) -> Iterator[str]:
        rated = gap.rated
        if rated is None:
            return
        yield self._named(rated.decided_by, rated.decided_at, rated.rating)
        if rated.second_at is not None:
            yield self._named(rated.second_by, rated.second_at, rated.second_rating)
        yield str(READINGS[gap.reading])

    def _named(self, person: UUID | None, at: datetime, rating: str) -> str:
        name = self.report.people.get(person, "") if person else ""
        return _("%(rating)s (%(name)s, %(day)s)") % {
            "rating": RATINGS[rating],
            "name": isolated(name or _("the operator")),
            "day": format_day(at.date(), self.language),
        }

    def _to_do(self, gap: Gap) -> Words:
        lines = [str(TO_DO[gap.to_do])]
        if gap.rated is not None:
            lines += [isolated(one) for one in (gap.rated.comment, gap.rated.second_comment) if one]
        return said("\n".join(lines))


def _relation(gap: Gap) -> str:
    if gap.rated is None:
        return "not_rated"
    if gap.rated.rating != "full":
        return "part"
    return "whole" if len(gap.cited) == 1 else "together"


def _title(instrument: str, language: str) -> str:
    found = all_instruments().get(instrument)
    return found.title(language).short if found else _("Asked once for all conventions")
