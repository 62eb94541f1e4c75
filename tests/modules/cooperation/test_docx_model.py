"""The model instrument: the act that is open, the papers that go with it, and with whom it is deposited."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document

from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.words.model_instruments import model_instrument
from tests.factories.cooperation_record import HOSTAGES, cooperation_record

pytestmark = pytest.mark.django_db
BOMBINGS = "BOMBINGS-1997"


@pytest.fixture(autouse=True)
def record() -> None:
    cooperation_record()


def text_of(response) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(response.content)).paragraphs)


def test_a_state_that_has_not_signed_is_offered_an_instrument_of_accession(client):
    text = text_of(client.get(f"/en/cooperation/plan/BOL/{BOMBINGS}/model.docx"))

    assert "Instrument of accession" in text
    assert "Plurinational State of Bolivia" in text
    assert "Secretary-General of the United Nations" in text
    assert "6(3)" in text


def test_a_party_is_offered_none(client):
    assert client.get(f"/en/cooperation/plan/FRA/{HOSTAGES}/model.docx").status_code == 404


@pytest.mark.parametrize("address", ["ZZZ/BOMBINGS-1997", "BOL/NOTHING-1900"])
def test_what_is_not_there_is_said_so(client, address):
    assert client.get(f"/en/cooperation/plan/{address}/model.docx").status_code == 404


def test_it_is_written_from_right_to_left_in_arabic(client):
    document = Document(io.BytesIO(client.get(f"/ar/cooperation/plan/BOL/{BOMBINGS}/model.docx").content))

    assert "w:rtl" in document.element.xml


def test_it_bears_no_moment_at_which_it_was_written(client):
    """What is kept for everybody is the same whenever it is made; the day of the library's template is no fact."""
    content = client.get(f"/en/cooperation/plan/BOL/{BOMBINGS}/model.docx").content

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"<dcterms:" not in archive.read("docProps/core.xml")


def test_required_papers_come_first():
    model = model_instrument(current_cooperation(), "BOL", "FINANCING-1999", date(2010, 1, 1), language="en")

    assert model is not None
    assert [paper.is_required for paper in model.papers] == sorted((p.is_required for p in model.papers), reverse=True)
