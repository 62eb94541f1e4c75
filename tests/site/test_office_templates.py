"""The templates of the office: who may see and change them, and the letter that is written from the one in use."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client
from docx import Document as Opened

from accede.foundation.documents.tree import Document, Paragraph, said
from accede.foundation.documents.word import word_of
from tests.factories import people
from tests.factories.cooperation_record import cooperation_record

PAGE = "/en/templates/"
LETTER = "/en/cooperation/letter/?requesting=MAR&requested=FRA&offence=hostage-taking&on=2014-01-01&to=requested"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A few States under the Hostages Convention."""
    cooperation_record()


@pytest.fixture
def officer(client):
    """An officer who works for all of the programme, signed in."""
    found = people.person("Otto Sample", role="programme_officer").with_app()
    found.sign_in(client)
    return found


def template(*texts: str) -> SimpleUploadedFile:
    content = word_of(Document("Sample", "en", tuple(Paragraph(said(text)) for text in texts)), {})
    return SimpleUploadedFile("our letter.docx", content)


def put_into_use(client: Client, file: SimpleUploadedFile, language: str = "en") -> HttpResponseBase:
    return client.post(PAGE, {"kind": "opinion-letter", "language": language, "file": file})


def test_the_page_lists_every_field(client, officer):
    shown = client.get(PAGE).content.decode()

    assert "{{ requesting }}" in shown
    assert "{%tr for row in bases %}" in shown
    assert "The one that ships" in shown


def test_the_letter_is_written_from_the_template_that_ships_until_the_office_has_its_own(client, officer):
    shipped = Opened(io.BytesIO(client.get(LETTER).content))

    assert any("French Republic" in p.text for p in shipped.paragraphs)
    assert shipped.tables[0].cell(1, 0).text
    assert put_into_use(client, template("Dear {{ state }}: {{ answer }}")).status_code == 302

    ours = Opened(io.BytesIO(client.get(LETTER).content))

    assert [p.text for p in ours.paragraphs][1].startswith("Dear the French Republic: Deemed included")
    assert "our letter.docx" in client.get(PAGE).content.decode()


def test_a_template_that_names_what_there_is_not_is_refused_with_all_of_it(client, officer):
    response: Any = put_into_use(client, template("{{ stat }}", "{{ answr }}"))
    shown = response.content.decode()

    assert response.status_code == 400
    assert "There is no field “stat”" in shown
    assert "There is no field “answr”" in shown
    assert "The one that ships" in shown


def test_a_template_can_be_had_changed_and_brought_back(client, officer):
    content = client.get("/en/templates/opinion-letter/ar/").content

    response = put_into_use(client, SimpleUploadedFile("letter.docx", content), "ar")

    assert response.status_code == 302


@pytest.mark.parametrize(("role", "scope"), [("focal_point", ("state", "FRA")), ("finance_officer", ("all", ""))])
def test_others_find_neither_templates_nor_letter(client, role, scope):
    people.person("Selma Sample", role=role, scope=scope).with_app().sign_in(client)

    assert [client.get(address).status_code for address in (PAGE, LETTER, "/en/templates/opinion-letter/en/")] == [
        404
    ] * 3


def test_who_may_write_letters_may_not_change_the_template(client):
    people.person("Dora Sample", role="report_drafter").with_app().sign_in(client)

    assert client.get(PAGE).status_code == 200
    assert put_into_use(client, template("{{ state }}")).status_code == 404
