"""A review: decided by one, read by another, asked of the State, and reported; another State finds nothing of it."""

import io
import json
import re
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from django.db import IntegrityError, transaction

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.console import run
from accede.modules.legislation.models import LawQuestion, Rating
from accede.site.cli import ROOT
from tests.modules.legislation.conftest import provision, sent

pytestmark = pytest.mark.django_db

WHERE = "/en/legislation/reviews/XSA/financing.offence/"
GAPS = "/en/legislation/reviews/XSA/gaps/"


@pytest.fixture
def rated(officer, confirmed):
    sent(officer, WHERE, provision=str(provision("2").id), verdict="accepted")
    sent(officer, WHERE, rating="partial", comment="Collection is open.")


def test_who_decided_does_not_read_again_and_who_differs_says_why(officer, second, rated):
    assert "yourself" in officer.post(f"{WHERE}second/", {"rating": "partial", "comment": ""}).content.decode()
    assert "say why" in second.post(f"{WHERE}second/", {"rating": "full", "comment": ""}).content.decode()

    sent(second, f"{WHERE}second/", rating="full", comment="Providing includes it.")

    page = officer.get(WHERE).content.decode()
    assert "The second reader thinks otherwise" in page
    assert "Collection is open." in page
    assert "Providing includes it." in page
    sent(officer, WHERE, rating="full", comment="Agreed.")
    assert "A second person confirmed it" in officer.get(WHERE).content.decode()
    with clock.stopped_at(clock.now() + timedelta(days=1)):
        sent(officer, WHERE, provision=str(provision("1").id), verdict="rejected")
    assert "has changed since the second reading" in officer.get(WHERE).content.decode()
    sent(second, WHERE, rating="partial", comment="After all.")
    assert "A second person has yet to read it" in officer.get(WHERE).content.decode()


def test_the_database_takes_no_second_reading_by_the_same_person(rated):
    with acting(SYSTEM):
        row = Rating.objects.get()
        row.second_rating, row.second_at, row.second_by = "full", row.decided_at, row.decided_by
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_the_state_is_asked_and_answers_in_its_language(officer, focal, other, rated):
    assert focal.get(f"{WHERE}ask/").status_code == 404
    assert "Write the question" in officer.post(f"{WHERE}ask/", {"text": ""}).content.decode()
    sent(officer, f"{WHERE}ask/", text="La collecte est-elle punie ?")

    waiting = focal.get("/en/legislation/questions/").content.decode()
    assert "La collecte est-elle punie ?" in waiting
    assert "La collecte" not in other.get("/en/legislation/questions/").content.decode()
    (answer,) = re.findall(r"/en/legislation/questions/[0-9a-f-]+/answer/", waiting)
    assert other.post(answer, {"text": "x"}).status_code == 404
    assert officer.post(answer, {"text": "x"}).status_code == 404
    sent(focal, answer, text="Oui, par l'article 12.")

    assert "par l&#x27;article 12" in officer.get(WHERE).content.decode()
    assert focal.post(answer, {"text": "Non."}).status_code == 400
    with acting(SYSTEM):
        assert LawQuestion.objects.get().answer == "Oui, par l'article 12."


def test_the_gap_report_says_what_stands_with_people_provisions_and_what_is_next(officer, focal, other, rated):
    page = focal.get(GAPS).content.decode()
    assert "In force in part" in page
    assert "Loi modèle (sample), 2" in page
    assert "Olu Okoro" in page
    assert "Collection is open." in page
    assert "Table of correspondence" in page
    assert "not in force on this day" in focal.get(f"{GAPS}?on=2019-06-01").content.decode()
    assert focal.get(f"{GAPS}?on=never&instrument=NO-SUCH&format=odt").status_code == 400
    for way in ("", "?format=docx", "?format=xlsx", "?format=pdf"):
        assert other.get(GAPS + way).status_code == 404
    document = focal.get(f"{GAPS.replace('/en/', '/ar/')}?format=docx&instrument=FINANCING-1999").content
    with zipfile.ZipFile(io.BytesIO(document)) as found:
        words = found.read("word/document.xml").decode()
    assert "Loi modèle (sample)" in words
    assert "w:bidi" in words
    book = openpyxl.load_workbook(io.BytesIO(focal.get(f"{GAPS}?format=xlsx&instrument=FINANCING-1999").content))
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row}
    assert any("Loi modèle (sample)" in cell for cell in cells)


def test_the_api_and_the_command_say_the_same(officer, focal, other, rated, capsys):
    found = json.loads(focal.get("/api/v1/law-reviews/XSA/gaps/?instrument=FINANCING-1999").content)["items"]
    told = next(one for one in found if one["obligation"] == "financing.offence")
    assert (told["found"], told["reading"], told["to_do"]) == ("in_part", "waiting", "read")
    assert [one["number"] for one in told["cited"]] == ["2"]
    assert focal.get("/api/v1/law-reviews/XSA/gaps/?instrument=NO-SUCH").status_code == 400
    assert other.get("/api/v1/law-reviews/XSA/gaps/").status_code == 404
    assert other.get("/api/v1/law-reviews/XSA/gaps.docx").status_code == 404

    assert run(ROOT, ["laws", "gaps", "XSA", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "financing.offence" in said
    assert "Not yet decided" in said
    assert run(ROOT, ["laws", "gaps", "XSB", "--lang", "en"]) != 0
    assert run(ROOT, ["laws", "gaps", "XSA", "--instrument", "NO-SUCH", "--lang", "en"]) != 0
