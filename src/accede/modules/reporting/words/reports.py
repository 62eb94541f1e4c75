"""A report as a document: the same tree for the page, DOCX and PDF, with the masthead of the United Nations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.core.indicators.inserting import Call, parts_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.tree import (
    Annex,
    Block,
    Column,
    Document,
    Heading,
    Masthead,
    Note,
    Numbered,
    Paragraph,
    Run,
    Table,
    Words,
    said,
)
from accede.foundation.fields import Words as Label
from accede.foundation.texts import format_day, isolated, listed
from accede.modules.assistance.fields.codes import KINDS
from accede.modules.mandates.fields.codes import EVIDENCE
from accede.modules.reporting.fields.calls import CALL_FAULTS
from accede.modules.reporting.fields.reports import DISTRIBUTIONS
from accede.modules.reporting.queries import templates
from accede.modules.reporting.queries.figures import Answer
from accede.modules.reporting.queries.reports import FIGURES_FOR, Report, rows_of
from accede.modules.reporting.queries.templates import Fault, Texts
from accede.modules.reporting.words.figures import asked_in_words, sample_words, title_of, value_words
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.treaties.queries.register import current_register

FAULTS: Mapping[str, Label] = {
    **CALL_FAULTS,
    "template.no_yaml": gettext_lazy("This is no YAML."),
    "template.no_mandate": gettext_lazy("The record holds no mandate “%(text)s”."),
    "template.no_clause": gettext_lazy("The mandate has no clause “%(text)s”."),
    "template.no_rows": gettext_lazy("A table has rows by instrument, kind or object, not by “%(text)s”."),
    "template.no_english": gettext_lazy("A text needs its English version, which the others fall back on."),
    "template.no_list": gettext_lazy("Here a list is needed."),
    "template.no_mapping": gettext_lazy("Here names with values are needed."),
    "template.unknown": gettext_lazy("Nothing here is called “%(text)s”."),
    "template.missing": gettext_lazy("This is missing."),
}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the masthead beside what the report knows itself; nothing of it is made up."""

    symbol: str = ""
    body: str = ""
    session: str = ""
    agenda_item: str = ""
    dated: date | None = None
    distribution: str = ""
    original: str = "en"
    is_issued: bool = False


def fault_words(fault: Fault) -> str:
    """Say what is wrong with a template, and where."""
    return f"{fault.place}: {str(FAULTS[fault.reason.code]) % fault.reason.facts}"


def report_document(report: Report, head: Head, language: str, *, site: str = "") -> Document:
    """Return the report in a language; every number leads to the page of its figure."""
    writing = _Writing(report, language)
    return Document(
        title=_("%(title)s: %(symbol)s")
        % {"title": writing.text(report.template.title), "symbol": isolated(report.mandate.symbol)},
        language=language,
        blocks=tuple(writing.blocks()),
        about=_("Made from the records; every number can be counted again."),
        author="Accede",
        site=site,
        masthead=_masthead(head, language),
    )


def _masthead(head: Head, language: str) -> Masthead:
    lines = [] if head.is_issued else [_("Draft, not issued")]
    if head.distribution:
        lines.append(_("Distr.: %(distribution)s") % {"distribution": DISTRIBUTIONS[head.distribution]})
    if head.dated is not None:
        lines.append(format_day(head.dated, language))
    lines.append(str(ORIGINALS[head.original]))
    item = _("Item of the agenda: %(item)s") % {"item": head.agenda_item} if head.agenda_item else ""
    beside = [head.body, head.session, item]
    return Masthead(
        issuer=_("United Nations") if head.symbol else _("Technical assistance against terrorism"),
        symbol=head.symbol,
        body="\n".join(filter(None, beside)),
        lines=tuple(lines),
    )


class _Writing:
    """Writes one report in one language."""

    def __init__(self, report: Report, language: str) -> None:
        self._report = report
        self._language = language

    def text(self, texts: Texts) -> str:
        return " ".join(texts.get(self._language, texts["en"]).split())

    def blocks(self) -> Iterator[Block]:
        days = self._report.days
        period = _("From %(first)s to %(last)s.") % {
            "first": format_day(date.fromisoformat(days["from"]), self._language),
            "last": format_day(date.fromisoformat(days["until"]), self._language),
        }
        yield Paragraph(said(period), "lead")
        if sample := sample_words():
            yield Paragraph(said(Run(sample, bold=True)))
        yield Heading(_("Introduction"), is_numbered=True, key=section_key(0))
        for texts in self._report.template.introduction:
            yield Numbered(self._words(texts))
        for place, section in enumerate(self._report.template.sections, 1):
            yield Heading(self.text(section.heading), is_numbered=True, key=section_key(place))
            yield from self._asked(section.clauses)
            for texts in section.paragraphs:
                yield Numbered(self._words(texts))
            yield from self._silent(section.clauses)
        for annex in self._report.template.annexes:
            yield Annex(self.text(annex.title), (self._table(annex),))
        yield Annex(_("Index of proof"), (self._proof(),))

    def _asked(self, clauses: Sequence[str]) -> Iterator[Block]:
        """Yield what the mandate asks, clause by clause, in the words of our own reading of it."""
        for key in clauses:
            duty = self._report.duties[key]
            address = f"{reverse('mandates:mandate-implementation', args=[self._report.mandate.reference])}"
            yield Paragraph(said(Run(key, bold=True, address=address), f" {duty.what}"), "small")

    def _silent(self, clauses: Sequence[str]) -> Iterator[Block]:
        kinds = dict.fromkeys(kind for key in clauses for kind in self._report.duties[key].evidence)
        without = [str(EVIDENCE[kind]) for kind in kinds if kind not in FIGURES_FOR]
        if without:
            words = _("No figure is defined over these kinds of record yet, so nothing is said of them: %(kinds)s.")
            yield Numbered(said(words % {"kinds": listed(without, apart=True)}))

    def _words(self, texts: Texts) -> Words:
        return said(
            *(
                self._number(self._report.answer(part)) if isinstance(part, Call) else part
                for part in parts_of(self.text(texts))
            )
        )

    def _number(self, answer: Answer | None) -> Words:
        if answer is None:
            return said(_("not told to everybody"))
        unit = answer.described.definition.unit
        number = Run(value_words(unit, answer.told), bold=True, address=address_of(answer))
        if answer.figure is None or not answer.figure.unknown:
            return said(number)
        words = _("Of %(count)s more the record cannot say it.") % {"count": answer.figure.unknown}
        return said(number, Note((Run(words),)))

    def _table(self, annex: templates.Annex) -> Table:
        columns = [Column(str(_ROWS[annex.rows]), 3, is_header=True)]
        columns += [Column(self.text(one.title), is_number=True) for one in annex.columns]
        rows = []
        for code in rows_of(annex.rows):
            cells = [self._cell(self._report.answer(one.call, **{annex.rows: code})) for one in annex.columns]
            rows.append((said(self._row_words(annex.rows, code)), *cells))
        return Table(self.text(annex.title), tuple(columns), tuple(rows))

    def _cell(self, answer: Answer | None) -> Words:
        if answer is None:
            return said("…")
        if answer.told.value is None:
            return said(Run("…", address=address_of(answer)))
        return said(Run(value_words(answer.described.definition.unit, answer.told), address=address_of(answer)))

    def _row_words(self, rows: str, code: str) -> str:
        if rows == "instrument":
            return current_register().instruments[code].title(self._language).short
        return str({**KINDS, **OBJECTS}[code])

    def _proof(self) -> Table:
        columns = (
            Column(_("Figure"), 3, is_header=True),
            Column(_("Asked with"), 3),
            Column(_("Value"), 2, is_number=True),
            Column("SHA-256", 4),
        )
        rows = []
        for answer in self._report.answers.values():
            if answer is not None:
                asked = "; ".join(f"{label}: {words}" for label, words in asked_in_words(answer.parameters))
                digest = answer.figure.digest if answer.figure is not None else "–"
                value = value_words(answer.described.definition.unit, answer.told)
                title = Run(title_of(answer.described), address=address_of(answer))
                rows.append((said(title), said(asked), said(value), said(Run(digest, code=True))))
        return Table(_("Index of proof"), columns, tuple(rows))


def section_key(place: int) -> str:
    """Return by what the page of a report leads to a section."""
    return f"section-{place}"


def address_of(answer: Answer) -> str:
    """Return the page of a figure, with its records."""
    page = reverse("reporting:figure", args=[answer.described.definition.code])
    return f"{page}?{urlencode(answer.parameters)}"


def html_file(document: Document, language: str) -> bytes:
    """Return a report as a page of its own."""
    title = escape(document.title)
    direction = "rtl" if document.is_right_to_left else "ltr"
    head = f'<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"<!doctype html>\n{head}<body><h1>{title}</h1>{html_of(document)}</body></html>\n".encode()


ORIGINALS: Mapping[str, Label] = {
    "ar": gettext_lazy("Original: Arabic"),
    "zh-hans": gettext_lazy("Original: Chinese"),
    "en": gettext_lazy("Original: English"),
    "fr": gettext_lazy("Original: French"),
    "ru": gettext_lazy("Original: Russian"),
    "es": gettext_lazy("Original: Spanish"),
}
_ROWS: Mapping[str, Label] = {
    "instrument": gettext_lazy("Instrument"),
    "kind": gettext_lazy("Kind of assistance"),
    "object": gettext_lazy("Object of expenditure"),
}
