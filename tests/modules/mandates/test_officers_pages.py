"""What officers do with mandates on pages: import, correct."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accede.modules.mandates.models import Mandate
from tests.core.mandates.texts import LIGHTHOUSES
from tests.factories.nine_people import signed_in, two_sides
from tests.modules.mandates.test_importing import bring_in

pytestmark = pytest.mark.django_db


def test_an_officer_reads_a_text_looks_at_it_and_stores_it():
    officer = signed_in(two_sides()[0].people["programme_officer"])

    shown = officer.post("/en/mandates/import/", {"text": LIGHTHOUSES})
    assert not Mandate.objects.exists()
    kept = re.search(r'name="kept" value="([^"]+)"', shown.content.decode())
    assert kept
    stored = officer.post("/en/mandates/import/", {"kept": kept[1], "symbol": "", "series": ""})

    assert stored.headers["Location"] == "/en/mandates/A-RES-74-901/"
    again = officer.post("/en/mandates/import/", {"text": LIGHTHOUSES}).content.decode()
    assert "in the record already" in again
    assert 'name="kept"' not in again


def test_the_file_that_a_resolution_was_read_from_is_had_as_it_origin_whoever_brought_it():
    side, other = two_sides()
    officer = signed_in(side.people["programme_officer"])
    file = SimpleUploadedFile("lighthouses.txt", LIGHTHOUSES.encode())
    shown = officer.post("/en/mandates/import/", {"file": file})
    kept = re.search(r'name="kept" value="([^"]+)"', shown.text)
    assert kept
    officer.post("/en/mandates/import/", {"kept": kept[1]})

    address = re.search(r"/en/files/[0-9a-f-]+/", officer.get("/en/mandates/A-RES-74-901/correct/").text)

    assert address
    assert officer.get(address[0]).getvalue() == LIGHTHOUSES.encode()
    stranger = signed_in(other.people["programme_officer"])
    assert "/files/" not in stranger.get("/en/mandates/A-RES-74-901/correct/").text
    assert stranger.get(address[0]).status_code == 404


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "one of the two"),
        ({"text": "Dear colleague, the lamps are out."}, "No resolution was found"),
        ({"text": "%PDF-1.7"}, "This is a PDF"),
        ({"text": LIGHTHOUSES, "series": "Two words"}, "two-words"),
        ({"kept": "forged"}, "no longer valid"),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_stored(given, words):
    officer = signed_in(two_sides()[0].people["programme_officer"])

    response = officer.post("/en/mandates/import/", given)

    assert response.status_code == 400
    assert words in response.content.decode()
    assert not Mandate.objects.exists()


def test_an_officer_corrects_a_duty_and_a_paragraph_and_the_history_says_who():
    bring_in(LIGHTHOUSES)
    officer = signed_in(two_sides()[0].people["programme_officer"])
    start = "/en/mandates/A-RES-74-901/correct/"

    asked = officer.post(f"{start}duty/4/", {"due_until": "2022-12-31", "gates": [], "why": "decided later"})
    refused = officer.post(f"{start}paragraph/3/", {"number": "7", "why": ""})
    again = officer.post(f"{start}paragraph/3/", {"number": "7", "why": "misread"})

    assert (asked.status_code, refused.status_code, again.status_code) == (302, 400, 302)
    history = officer.get(start).content.decode()
    assert "programme_officer XSA (sample) corrected the reading of A/RES/74/901 (4)" in history
    assert "12 September 2022" in history
    assert officer.get(f"{start}duty/4/").content.decode().count('value="2022-12-31"') == 1


def test_my_work_leads_officers_to_import_and_correction_and_nobody_else():
    bring_in(LIGHTHOUSES)
    people = two_sides()[0].people
    officer = signed_in(people["programme_officer"])

    page = officer.get("/en/work/").content.decode()
    assert "/en/mandates/import/" in page
    assert "/en/mandates/correct/" in page
    assert "/en/mandates/A-RES-74-901/correct/" in officer.get("/en/mandates/correct/").content.decode()
    others = signed_in(people["focal_point"]).get("/en/work/").content.decode()
    assert "/en/mandates/correct/" not in others
    drafter = signed_in(people["report_drafter"]).get("/en/work/").content.decode()
    assert ("/en/mandates/correct/" in drafter, "/en/mandates/import/" in drafter) == (True, False)


def test_an_import_is_offered_to_those_only_who_may_bring_one_in():
    people = two_sides()[0].people
    empty = {
        role: signed_in(people[role]).get("/en/mandates/correct/") for role in ("programme_officer", "report_drafter")
    }

    assert [one.status_code for one in empty.values()] == [200, 200]
    offers = {role: "/en/mandates/import/" in one.content.decode() for role, one in empty.items()}
    assert offers == {"programme_officer": True, "report_drafter": False}
