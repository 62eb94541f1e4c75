"""A document as a file of Word: real styles, numbering, footnotes, headers of tables, language and direction."""

import io
import zipfile
from typing import Any

import pytest
from defusedxml import ElementTree
from docx import Document as Opened
from docx.oxml.ns import qn

from accede.foundation.documents.tree import Document, Paragraph, Run, said
from accede.foundation.documents.word import word_of
from accede.foundation.documents.word.pictures import Picture
from tests.support.documents import LANGUAGES, SAMPLE, sample_document, sample_drawing

#: A picture of one point, as the product's own drawing program writes it.
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082"
)
PICTURES = {sample_drawing(): Picture("figure-sample", sample_drawing(), POINT)}


def file_of(language: str) -> bytes:
    return word_of(sample_document(language), PICTURES)


def reader(content: bytes) -> Any:
    """Return the file as a library for files of Word reads it."""
    return Opened(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"word/{name}.xml").decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_sound_and_a_reader_of_word_finds_what_was_written(language):
    content = file_of(language)
    opened = reader(content)
    words = SAMPLE[language]

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
    assert opened.core_properties.title == words.title
    assert [p.text for p in opened.paragraphs if p.style.name == "Title"] == [words.title]
    assert opened.tables[1].cell(2, 0).text == f"{words.state} 0"
    assert [p.style.name for p in opened.paragraphs if p.style.name.startswith("Heading")]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["decimal %1.", "lowerLetter (%2)", "lowerRoman (%3)"]),
        ("fr", ["decimal %1.", "lowerLetter %2)", "lowerRoman %3)"]),
        ("ar", ["decimal %1 -", "arabicAbjad (%2)", "decimal ‘%3’"]),
        ("zh-hans", ["decimal %1.", "lowerLetter (%2)", "chineseCounting (%3)"]),
    ],
)
def test_paragraphs_are_numbered_by_word_itself(language, forms):
    numbering = reader(file_of(language)).part.numbering_part.element
    levels = numbering.findall(f"{qn('w:abstractNum')}[1]/{qn('w:lvl')}")

    def said(level: Any, name: str) -> str:
        return str(level.find(qn(name)).get(qn("w:val")))

    assert [f"{said(level, 'w:numFmt')} {said(level, 'w:lvlText')}" for level in levels] == forms


def test_arabic_runs_from_right_to_left_in_paragraphs_runs_tables_and_the_page():
    opened = reader(file_of("ar"))
    latin = next(r for p in opened.paragraphs for r in p.runs if r.text == "aut dedere aut judicare")

    assert all(p._p.pPr.find(qn("w:bidi")) is not None for p in opened.paragraphs)
    assert all(t._tbl.tblPr.find(qn("w:bidiVisual")) is not None for t in opened.tables)
    assert opened.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert opened.paragraphs[1].runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"
    assert opened.paragraphs[1].runs[0]._r.rPr.find(qn("w:rtl")) is not None
    assert latin._r.rPr.find(qn("w:rtl")) is None


def test_english_does_not():
    assert "w:bidi/" not in part(file_of("en"), "document")


def test_headers_of_tables_are_said_again_on_each_page_and_captions_count_by_themselves():
    document = part(file_of("en"), "document")

    assert document.count("<w:tblHeader/>") == 6
    assert document.count("SEQ Table") == 2
    assert '<w:tblCaption w:val="States bound by the instruments"/>' in document
    assert 'w:gridSpan w:val="2"' in document


def test_footnotes_are_footnotes():
    content = file_of("en")

    assert part(content, "document").count("<w:footnoteReference ") == 6
    assert part(content, "footnotes").count("A sample, of an invented State.") == 6


def test_a_figure_says_what_it_shows():
    content = file_of("en")

    assert f'descr="{SAMPLE["en"].text}"' in part(content, "document")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {"word/media/figure-sample.png", "word/media/figure-sample.svg"} <= set(archive.namelist())


def test_the_same_words_give_the_same_bytes_and_none_says_when():
    content = file_of("ru")

    assert content == file_of("ru")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in archive.read("docProps/core.xml")


def test_what_people_write_is_words_and_links_within_the_product_stay_within():
    hostile = '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText>&amp;"'
    content = word_of(Document(hostile, "en", (Paragraph(said(Run(hostile, address="/en/x/"))),)), {})
    opened = reader(content)

    assert [p.text for p in opened.paragraphs] == [hostile, hostile]
    assert "instrText>DDE" not in part(content, "document")
    assert "hyperlink" not in part(content, "document")
