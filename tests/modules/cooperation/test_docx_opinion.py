"""An opinion as a DOCX document."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.factories.cooperation_record import cooperation_record

ASKED = "requesting=MAR&requested=FRA&offence=hostage-taking&on=2014-01-01"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A few States under the Hostages Convention."""
    cooperation_record()


def document(client, language: str = "en"):
    response = client.get(f"/{language}/cooperation/opinion.docx?{ASKED}")
    assert response.status_code == 200
    return Document(io.BytesIO(response.content))


def text_of(opened) -> str:
    return "\n".join(paragraph.text for paragraph in opened.paragraphs)


def test_the_document_holds_question_answer_reasons_and_articles(client):
    opened = document(client)
    text = text_of(opened)

    assert "Morocco asks France" in text
    assert "Deemed included in the extradition treaty between the two." in text
    assert "[Hostages Convention, art. 10(1)]" in text
    assert "1 January 2014" in text


def test_the_table_names_each_treaty_once_and_cites_its_articles_in_the_language(client):
    english, french = (document(client, language).tables[0] for language in ("en", "fr"))

    assert english.cell(1, 0).text.splitlines() == ["Hostages Convention", "Universal instrument against terrorism"]
    assert english.cell(1, 2).text.startswith("art. 1(1), 10(1), 10(4), 9(2)")
    assert "Hostages Convention" not in english.cell(1, 2).text
    assert "Vienna Convention on the Law of Treaties: art. 26" in english.cell(1, 2).text.splitlines()
    assert french.cell(1, 2).text.startswith("art. 1, par. 1\N{NARROW NO-BREAK SPACE}; art. 10, par. 1")


def test_arabic_runs_from_right_to_left_in_paragraphs_runs_and_tables(client):
    opened = document(client, "ar")
    paragraph = opened.paragraphs[0]

    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    assert paragraph.runs[0]._r.rPr.find(qn("w:rtl")) is not None
    assert paragraph.runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"
    assert opened.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_english_does_not(client):
    opened = document(client)

    assert opened.paragraphs[0]._p.pPr.find(qn("w:bidi")) is None


def test_a_question_that_cannot_be_answered_gets_no_document(client):
    response = client.get("/en/cooperation/opinion.docx?requesting=MAR&requested=MAR&offence=hostage-taking")

    assert response.status_code == 400
    assert "The two States are the same" in response.content.decode()
