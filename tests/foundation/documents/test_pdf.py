"""A document as PDF: checked by an independent checker of PDF/UA-1, and by what such a checker does not see."""

import io
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest

from accede.foundation.apart.limits import Limits
from accede.foundation.documents.pdf.laying import laid
from accede.foundation.documents.pdf.typesetting import set_in_type
from accede.foundation.documents.tree import Column, Document, Heading, Numbered, Paragraph, Run, Table, said
from accede.foundation.documents.writing import DocumentFormat, written
from accede.foundation.problems import UnableTo
from tests.support.documents import LANGUAGES, SAMPLE, sample_document

_made: dict[str, bytes] = {}


def pdf_of(language: str) -> bytes:
    if language not in _made:
        _made[language] = set_in_type(laid(sample_document(language)))
    return _made[language]


def tags(content: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return all elements of the structure of a file, in the order in which they are read."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        roles: Any = opened.Root.StructTreeRoot.get("/RoleMap", {})
        found = []

        def walk(element: Any) -> None:
            if isinstance(element, pikepdf.Array):
                for child in element:
                    walk(child)
            elif isinstance(element, pikepdf.Dictionary):
                if "/S" in element:
                    name = str(element.S)
                    found.append((str(roles.get(name, name))[1:], attributes(element)))
                if "/K" in element:
                    walk(element.K)

        walk(opened.Root.StructTreeRoot.K)
        return found


def attributes(element: Any) -> dict[str, str]:
    """Return what an element says of itself."""
    said_of = {key: str(element[key]) for key in ("/Alt", "/Lang", "/T") if key in element}
    given: Any = element.get("/A", [])
    for one in given if isinstance(given, pikepdf.Array) else [given]:
        said_of |= {key: str(one[key]) for key in ("/Scope",) if key in one}
    return said_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_for_everybody_and_says_its_language_and_title(language):
    content = pdf_of(language)
    report = page.validate_pdf_bytes(content)

    assert [failure.message for failure in report.failures] == []
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert str(opened.Root.Lang).partition("-")[0] == language.partition("-")[0]
        assert str(opened.docinfo["/Title"]) == SAMPLE[language].title
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert "/CreationDate" not in opened.docinfo


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_reader_copies_out_of_it_are_the_words_in_their_order(language):
    """Of many Arabic fonts, the dots of letters come out beside them, or lam and alef the wrong way round."""
    text = "".join(shown.get_textpage().get_text_range() for shown in pypdfium2.PdfDocument(pdf_of(language)))
    words = SAMPLE[language]

    assert [
        said for said in (words.title, words.text, words.caption, words.note) if said not in _on_one_line(text)
    ] == []


def _on_one_line(text: str) -> str:
    return text.replace("\r\n", " ")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_headings_are_nested_tables_have_headers_and_figures_words(language):
    found = tags(pdf_of(language))
    levels = [int(name[1]) for name, _said in found if name in {"H1", "H2", "H3", "H4"}]
    scopes = [said.get("/Scope") for name, said in found if name == "TH"]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert scopes.count("/Column") == 12
    assert scopes.count("/Row") == 7
    assert [said["/Alt"] for name, said in found if name == "Figure"] == [SAMPLE[language].text]
    assert sum(name == "Lbl" for name, _said in found) >= 10
    with pikepdf.open(io.BytesIO(pdf_of(language))) as opened:
        assert any(b"/Lang(la)" in page.Contents.read_bytes() for page in opened.pages)


def test_the_same_words_give_the_same_bytes():
    assert set_in_type(laid(sample_document("en"))) == pdf_of("en")


HOSTILE = (
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '$x$ *bold* _it_ `raw` @label <label> = Heading \\u{41} // comment /* */ #{1+1} [x] "quoted"',
    '#import "@preview/x:0.1.0": *',
    '")\n#panic("x")',
)


def test_what_people_write_is_words_and_never_markup():
    texts = (*HOSTILE, "\u202etxt", "x" * 3000)
    rows = tuple((said(text),) for text in texts)
    document = Document(
        HOSTILE[0],
        "en",
        (
            Heading(HOSTILE[0]),
            *(Paragraph(said(Run(text, bold=True, address="https://sample.invalid/#read"))) for text in texts),
            *(Numbered(said(text)) for text in texts),
            Table(HOSTILE[1], (Column(HOSTILE[2], is_header=True),), rows),
        ),
    )

    content = set_in_type(laid(document))

    with pikepdf.open(io.BytesIO(content)) as opened:
        assert str(opened.docinfo["/Title"]) == HOSTILE[0]
    assert b"root:x:0:0" not in content


def test_what_takes_too_much_is_refused_in_words(monkeypatch):
    monkeypatch.setattr("accede.foundation.documents.writing._LIMITS", Limits(seconds=1, megabytes=20, patience=20))
    table = Table("Table", (Column("A"),), tuple((said(str(number)),) for number in range(20_000)))

    with pytest.raises(UnableTo, match="too large"):
        written(Document("Large", "en", (table,)), DocumentFormat.PDF)
