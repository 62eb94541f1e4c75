"""An opinion as a DOCX document: what was asked, the answer, every basis line by line; in any direction of writing."""

import io
from collections.abc import Iterable

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from accede.foundation.exports import undated
from accede.foundation.texts import format_day, listed
from accede.modules.cooperation.web.opinions import ShownBasis, ShownLine, ShownOpinion
from accede.modules.cooperation.web.question import CooperationPageQuestion

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NUMBERED = "List Number"
_WIDTHS = (Cm(4.6), Cm(4.8), Cm(7.6))
_LOCALES = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh-hans": "zh-CN"}


def opinion_document(question: CooperationPageQuestion, headline: str, opinions: Iterable[ShownOpinion]) -> bytes:
    """Return the document."""
    writer = Writer(question.language)
    writer.heading(headline, 0)
    day = format_day(question.day_asked.on, question.language)
    writer.line(_("As at %(day)s. Edition of the record: %(edition)s.") % {"day": day, "edition": question.edition})
    writer.line(
        _("An opinion drawn from the record by its rules, for a lawyer to check line by line; it decides nothing.")
    )
    for opinion in opinions:
        writer.opinion(opinion)
    return writer.bytes()


class Writer:
    """Writes one document in one language; what runs from right to left is marked so, run by run."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._is_right_to_left = bool(get_language_info(language)["bidi"])
        self._locale = _LOCALES.get(language, "en-GB")
        self._document: DocumentType = Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        normal = self._document.styles["Normal"]
        normal.font.size = Pt(10.5)
        self._document.core_properties.author = "Accede"
        self._document.core_properties.language = self._locale
        # The library's template says when it was made itself, and that is nobody's business.
        described = self._document.core_properties._element
        for moment in (described.created, described.modified, described.lastModifiedBy):
            if moment is not None:
                described.remove(moment)

    def bytes(self) -> bytes:
        """Return the file: the same bytes for the same words, so that what is kept for one reader is right for all."""
        stream = io.BytesIO()
        self._document.save(stream)
        return undated(stream.getvalue())

    def heading(self, text: str, level: int) -> None:
        """Write a heading."""
        self._directed(self._document.add_heading(text, level))
        if level == 0:
            self._document.core_properties.title = text

    def line(self, text: str, style: str | None = None) -> Paragraph:
        """Write a paragraph."""
        paragraph = self._document.add_paragraph(text, style=style)
        self._directed(paragraph)
        return paragraph

    def opinion(self, opinion: ShownOpinion) -> None:
        """Write one opinion."""
        self.heading(opinion.title, 1)
        self.line(opinion.conduct)
        self.line(f"{opinion.words}.")
        if opinion.strongest:
            self.line(_("Strongest basis: %(treaty)s") % {"treaty": opinion.strongest})
        if opinion.bases:
            self._table(
                (_("Treaty"), _("Effect"), _("Articles")),
                [((b.title, b.kind), (b.words,), _articles(b)) for b in opinion.bases],
            )
        for basis in opinion.bases:
            self._basis(basis)
        if opinion.considered:
            self.heading(_("Looked at, and gives nothing here"), 2)
            for entry in opinion.considered:
                self._part(entry.title, entry.because)
        self._part(_("What bears on a case"), opinion.conditions)
        self._part(_("What is not known"), opinion.unknowns)

    def _basis(self, basis: ShownBasis) -> None:
        self.heading(basis.title, 2)
        self.line(f"{basis.kind}. {basis.words}.")
        self._part(_("Reasons"), basis.because, style=_NUMBERED)
        self._part(_("What bears on it in a case"), basis.conditions)
        self._part(_("What is not known"), basis.unknowns)

    def _part(self, title: str, lines: Iterable[ShownLine], style: str = "List Bullet") -> None:
        found = list(lines)
        if not found:
            return
        self.heading(title, 3)
        shown = [self.line(self._sentence(line), style) for line in found]
        if style == _NUMBERED:
            self._begin_again(shown)

    def _begin_again(self, paragraphs: Iterable[Paragraph]) -> None:
        """Number a list from 1: lists of one style would go on where the last one ended."""
        styled = self._document.styles[_NUMBERED].element.pPr.numPr.numId.val
        numbering = self._document.part.numbering_part.element
        number = numbering.add_num(numbering.num_having_numId(styled).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        for paragraph in paragraphs:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number.numId

    def _sentence(self, line: ShownLine) -> str:
        cited = f" [{line.authority}]" if line.authority else ""
        sources = listed((link.label for link in line.sources), self._language, apart=True)
        return f"{line.words}{cited}" + (f" ({sources})" if sources else "")

    def _table(self, headings: tuple[str, ...], rows: list[tuple[tuple[str, ...], ...]]) -> None:
        """Write a table; a cell has one or more lines, of the first column's the first in bold."""
        table: Table = self._document.add_table(rows=1, cols=len(headings), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        for cell, text in zip(table.rows[0].cells, headings, strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].bold = True
        for row in rows:
            added = table.add_row()  # type: ignore[no-untyped-call]  # python-docx does not type it
            for cell, (first, *others) in zip(added.cells, row, strict=True):
                cell.text = first
                for text in others:
                    cell.add_paragraph(text)
            added.cells[0].paragraphs[0].runs[0].bold = True
        for shown in table.rows:
            for cell, width in zip(shown.cells, _WIDTHS, strict=True):
                cell.width = width
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.space_after = Pt(3)
                    self._directed(paragraph)
            # A row is not broken across pages.
            shown._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        if self._is_right_to_left:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))

    def _directed(self, paragraph: Paragraph) -> None:
        """Say the language of every run, and mark what runs from right to left."""
        for run in paragraph.runs:
            properties = run._r.get_or_add_rPr()
            language = OxmlElement("w:lang")
            language.set(qn("w:bidi" if self._is_right_to_left else "w:val"), self._locale)
            if self._is_right_to_left:
                if run.bold:
                    run.font.cs_bold = True
                properties.append(OxmlElement("w:rtl"))
            properties.append(language)
        if self._is_right_to_left:
            paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), "w:jc", "w:rPr")
            # In a paragraph from right to left, "left" is where lines begin.
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _articles(basis: ShownBasis) -> tuple[str, ...]:
    """Return the articles of a basis, one text a line; the treaty of the row is not named again."""
    own_first = sorted(basis.articles, key=lambda entry: entry[0] != basis.title)
    return tuple(
        cited if text == basis.title else _("%(text)s: %(articles)s") % {"text": text, "articles": cited}
        for text, cited in own_first
    ) or ("",)
