"""An opinion in three forms from one tree: the page, the DOCX and the PDF file."""

import io
import re
from datetime import date

import pikepdf
import pytest
from django.utils import translation
from docx import Document
from docx.oxml.ns import qn

from accede.core.cooperation.finder import find_bases
from accede.core.cooperation.opinions import OpinionQuestion
from accede.core.explain import Reason
from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.words.speaker import CooperationSpeaker
from tests.factories.cooperation_record import cooperation_record
from tests.support.pages import page

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
    text = text_of(document(client))

    assert "Morocco asks France" in text
    assert "Deemed included in the extradition treaty between the two." in text
    assert "[art. 10(1)]" in text
    assert "1 January 2014" in text


def test_each_treaty_is_named_once_as_the_heading_of_what_it_gives(client):
    text = text_of(document(client))

    assert text.count("Hostages Convention") == 2, "once as the strongest basis, once as the heading of what it gives"
    assert "Both States are bound by it." in text


def test_the_page_says_what_the_document_says(client):
    shown = re.sub(r"<[^>]+>", "", page(client, f"/en/cooperation/?{ASKED}"))
    lines = [p.text for p in document(client).paragraphs if p.style.name.startswith(("List", "Heading"))]

    assert len(lines) > 10
    assert [line for line in lines if line not in shown.replace("&#x27;", "'").replace("&amp;", "&")] == []


def test_no_place_holder_is_left_in_any_language(client):
    for language in ("ar", "en", "es", "fr", "ru", "zh-hans"):
        text = text_of(document(client, language))

        assert not re.search(r"%\(|\bNone\b|\[\]|\(\)|: \.|\s\.", text), language


def test_arabic_runs_from_right_to_left_in_paragraphs_and_runs(client):
    paragraph = document(client, "ar").paragraphs[0]

    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    assert paragraph.runs[0]._r.rPr.find(qn("w:rtl")) is not None
    assert paragraph.runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"


def test_the_pdf_file_is_in_the_language_of_its_address_and_named_after_the_question(client):
    response = client.get(f"/fr/cooperation/opinion.pdf?{ASKED}")

    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert "opinion-MAR-FRA-2014-01-01.pdf" in response["Content-Disposition"]
    with pikepdf.open(io.BytesIO(response.content)) as opened:
        assert str(opened.Root.Lang).startswith("fr")
        assert "Maroc" in str(opened.docinfo["/Title"])


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_api_gives_the_same_file(client, ending):
    ours = client.get(f"/en/cooperation/opinion.{ending}?{ASKED}")
    given = client.get(f"/api/v1/cooperation/bases/opinion.{ending}?{ASKED}")

    assert given.status_code == 200
    assert given.content == ours.content


@pytest.mark.parametrize(
    "address", ["/en/cooperation/opinion.docx", "/en/cooperation/opinion.pdf", "/api/v1/cooperation/bases/opinion.pdf"]
)
def test_a_question_that_cannot_be_answered_gets_no_document(client, address):
    response = client.get(f"{address}?requesting=MAR&requested=MAR&offence=hostage-taking")

    assert response.status_code == 400
    assert "The two States are the same" in response.content.decode()


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh-hans"])
def test_a_sentence_below_a_name_does_not_say_it_again(client, language):
    snapshot = current_cooperation()
    speaker = CooperationSpeaker(snapshot, language)
    reasons = _reasons("MAR", "FRA")

    with translation.override(language):
        found = [
            line.words
            for treaty, reason in reasons
            if speaker.treaty(treaty) in (line := speaker.of(treaty).line(reason)).words
        ]

    assert len(reasons) > 5
    assert found == []


def _reasons(requesting: str, requested: str) -> list[tuple[str, Reason]]:
    """Return each reason of an opinion with its treaty."""
    snapshot = current_cooperation()
    question = OpinionQuestion(requesting, requested, "hostage-taking", date(2014, 1, 1))
    opinion = find_bases(question, snapshot.facts).answer
    found = [(basis.treaty, basis.because) for basis in opinion.bases]
    found += [(entry.treaty, entry.because) for entry in opinion.considered]
    return [(treaty, reason) for treaty, because in found for reason in because]
