"""A document with every kind of block, in words of each language; of an invented State."""

from dataclasses import dataclass

from accede.foundation.charts import Words as ChartWords
from accede.foundation.charts.svg import drawing, element
from accede.foundation.documents.tree import (
    Annex,
    Box,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Masthead,
    Note,
    Numbered,
    Paragraph,
    Run,
    Table,
    said,
)

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh-hans")


@dataclass(frozen=True)
class SampleWords:
    """Words of a sample in one language."""

    title: str
    heading: str
    text: str
    treaty: str
    state: str
    caption: str
    note: str


SAMPLE = {
    "en": SampleWords(
        "Sample report",
        "International cooperation",
        "The States are invited to join the instruments against terrorism.",
        "Treaty",
        "State",
        "States bound by the instruments",
        "A sample, of an invented State.",
    ),
    "fr": SampleWords(
        "Rapport d’exemple",
        "Coopération internationale",
        "Les États sont invités à adhérer aux instruments contre le terrorisme.",
        "Traité",
        "État",
        "États liés par les instruments",
        "Un exemple, d’un État inventé.",
    ),
    "es": SampleWords(
        "Informe de ejemplo",
        "Cooperación internacional",
        "Se invita a los Estados a adherirse a los instrumentos contra el terrorismo.",
        "Tratado",
        "Estado",
        "Estados obligados por los instrumentos",
        "Un ejemplo, de un Estado inventado.",
    ),
    "ru": SampleWords(
        "Пример доклада",
        "Международное сотрудничество",
        "Государствам предлагается присоединиться к документам о борьбе с терроризмом.",
        "Договор",
        "Государство",
        "Государства, связанные документами",
        "Пример, вымышленное государство.",
    ),
    "ar": SampleWords(
        "تقرير نموذجي",
        "التعاون الدولي",
        "الدول مدعوة إلى الانضمام إلى صكوك مكافحة الإرهاب.",
        "المعاهدة",
        "الدولة",
        "الدول الملتزمة بالصكوك",
        "نموذج لدولة وهمية.",
    ),
    "zh-hans": SampleWords(
        "样本报告",
        "国际合作",
        "请各国加入反恐怖主义文书。",
        "条约",
        "国家",
        "受文书拘束的国家",
        "样本，虚构国家。",
    ),
}


def sample_drawing() -> str:
    """Return a small drawing."""
    line = element("path", d="M0 40H60V20H120V5H200", class_="chart-line")
    axis = element("line", x1=0, x2=200, y1=45, y2=45, class_="chart-axis")
    digits = element("text", "2007", x=10, y=48, class_="chart-digits")
    return drawing([line, axis, digits], width=200, height=50, kind="chart", words=ChartWords("sample", "x", "y"))


def sample_table(words: SampleWords, rows: int = 3) -> Table:
    """Return a table with groups of columns, a column that names its rows, and figures."""
    return Table(
        words.caption,
        (
            Column(words.state, 3, is_header=True),
            Column("1999", 1, is_number=True, group=words.treaty),
            Column("2007", 1, is_number=True, group=words.treaty),
        ),
        tuple((said(f"{words.state} {number}"), said(str(number)), said(str(number * 12))) for number in range(rows)),
        source=said(words.note),
    )


def sample_document(language: str, *, rows: int = 3) -> Document:
    """Return the document."""
    words = SAMPLE[language]
    text = said(words.text)
    return Document(
        title=words.title,
        language=language,
        author="Accede",
        about=words.note,
        site="https://sample.invalid",
        masthead=Masthead("Accede", "A/SAMPLE/1", words.heading, (words.note, "2007")),
        blocks=(
            Paragraph(text, "lead"),
            Heading(words.heading, is_numbered=True),
            Paragraph(
                said(Run(words.text, bold=True), " ", Run("aut dedere aut judicare", italic=True, language="la"))
            ),
            *(Numbered(said(words.text, Note((Run(words.note),))), depth) for depth in (0, 1, 1, 2, 2, 0)),
            Heading(words.treaty, 2),
            Listing(
                (text, said(Run(words.treaty, address="https://sample.invalid/treaty"), " ", Run("XSA", code=True)))
            ),
            Listing((text, text), is_ordered=True),
            sample_table(words, rows),
            Figure(words.caption, sample_drawing(), words.text, sample_table(words, 2)),
            Box(words.treaty, (Paragraph(text), Listing((text,)))),
            Annex(words.state, (Heading(words.heading, 2), Paragraph(text), sample_table(words, 2))),
        ),
    )
