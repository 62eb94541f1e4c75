"""A list of treaties comes in on a page: shown first, then brought in, by whoever may."""

import io
import re
from datetime import timedelta
from threading import BoundedSemaphore

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from accede.foundation import clock
from accede.foundation.files.models import StoredFile
from accede.foundation.files.storing import sweep
from accede.foundation.imports import page
from accede.modules.cooperation.models import BilateralReport
from accede.modules.treaties.models import Edition
from tests.factories import people
from tests.factories.cooperation_record import cooperation_record
from tests.factories.small_record import DEPOSITARY

pytestmark = pytest.mark.django_db
ADDRESS = "/en/cooperation/treaties/import/"
HEADINGS = "state_a,state_b,kind,signed_on,in_force_on\n"
GOOD = "FRA,BOL,extradition,2000-01-01,2001-01-01\n"
BAD = "FRA,Atlantis,extradition,2000-02-30,\n"


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    cooperation_record()


@pytest.fixture
def officer(client: Client) -> Client:
    return people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)


def give(client: Client, rows: str, **said: str):
    file = SimpleUploadedFile("ours.csv", (HEADINGS + rows).encode())
    return client.post(ADDRESS, {"file": file, "source": DEPOSITARY} | said)


def kept_in(response) -> str:
    found = re.search(r'name="kept" value="([^"]+)"', response.text)
    assert found
    return found[1]


def test_a_list_is_shown_first_and_then_brought_in(officer):
    shown = give(officer, GOOD)
    assert "Nothing is written yet." in shown.text
    assert BilateralReport.objects.count() == 1

    done = officer.post(ADDRESS, {"kept": kept_in(shown)}, follow=True)

    assert "ours.csv is in the record. New: 1; changed: 0." in done.text
    assert BilateralReport.objects.filter(first_id="BOL", second_id="FRA").exists()
    again = give(officer, GOOD)
    assert "The record has all of this already." in again.text


def test_all_that_is_wrong_is_told_with_row_and_column_and_good_rows_may_go_alone(officer):
    shown = give(officer, GOOD + BAD)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown.text))
    assert "3 state_b “Atlantis” is no State" in text
    assert "3 signed_on" in text

    problems = officer.post(ADDRESS, {"kept": kept_in(shown), "do": "problems"})
    assert problems["Content-Type"].startswith("text/csv")
    assert len(problems.content.decode("utf-8-sig").splitlines()) == 3
    assert BilateralReport.objects.count() == 1
    # Without saying so, nothing goes alone.
    assert "With problems" in officer.post(ADDRESS, {"kept": kept_in(shown)}).text
    assert BilateralReport.objects.count() == 1

    officer.post(ADDRESS, {"kept": kept_in(shown), "good_rows": "1"})
    assert BilateralReport.objects.count() == 2


def test_a_new_source_is_described_with_the_list(officer):
    said = {"source": "fra-mfa-2026", "source_title": "List of the ministry (sample)", "source_day": "2026-01-31"}
    shown = give(officer, GOOD, **said, source_authority="government")

    officer.post(ADDRESS, {"kept": kept_in(shown)})

    assert BilateralReport.objects.get(first_id="BOL").source_id == "fra-mfa-2026"


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"source_title": "Ours"}, "source_day", "Write the day"),
        ({"source_title": "Ours", "source_day": "2026-02-30"}, "source_day", "2026-02-30"),
        ({"source": "Ä b", "source_title": "Ours", "source_day": "2026-01-01"}, "source", "short key"),
        ({"separator": "dots"}, "separator", "Choose one of the list."),
        ({"day_order": "year"}, "day_order", "Choose one of the list."),
        (
            {"source_title": "Ours", "source_day": "2026-01-01", "source_authority": "hearsay"},
            "source_authority",
            "Choose",
        ),
    ],
)
def test_what_is_wrong_with_the_form_is_told_at_the_field(officer, said, field, words):
    response = give(officer, GOOD, **said)

    assert response.status_code == 400
    error = re.search(rf'id="field-{field}-error">([^<]+)<', response.text)
    assert error
    assert words in error[1]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4", b"\x00\x01\x02", b"PK\x03\x04broken", b"a;b\n1;2\n", b"state_a\n=1+1\n"]
)
def test_no_file_brings_the_page_down(officer, content):
    file = SimpleUploadedFile("x.csv", content)
    response = officer.post(ADDRESS, {"file": file, "source": DEPOSITARY})

    assert response.status_code in {200, 400}
    assert BilateralReport.objects.count() == 1


@pytest.mark.parametrize(
    ("rows", "encoding", "words"),
    [
        ("Атлантида,FRA,extradition,2000-01-01,2001-01-01\n", "windows-1251", "Cyrillic (Windows-1251)"),
        ("أطلنطس الكبرى,FRA,extradition,2000-01-01,2001-01-01\n", "windows-1256", "Arabic (Windows-1256)"),
        (
            "Île des Pingouins,FRA,extradition,2000-01-01,2001-01-01\n",
            "windows-1252",
            "Western European (Windows-1252)",
        ),
    ],
)
def test_a_list_in_the_code_page_of_the_office_is_read_and_the_guess_is_shown(officer, rows, encoding, words):
    file = SimpleUploadedFile("ours.csv", (HEADINGS + rows).encode(encoding))
    shown = officer.post(ADDRESS, {"file": file, "source": DEPOSITARY})

    assert f"It was read as: {words}." in shown.text
    assert f"“{rows.partition(',')[0]}” is no State" in shown.text

    again = officer.post(ADDRESS, {"kept": kept_in(shown), "do": "encoding", "encoding": "gb18030"})
    assert "It was read as" not in again.text
    assert re.search(r'<option value="gb18030"\s+selected>', again.text)
    assert BilateralReport.objects.count() == 1

    nonsense = officer.post(ADDRESS, {"kept": kept_in(shown), "do": "encoding", "encoding": "rot13"})
    assert nonsense.status_code == 400


@pytest.mark.parametrize("encoding", ["windows-1252", "windows-1251", "windows-1256", "gb18030", "utf-16", "koi8-r"])
def test_headings_in_another_script_bring_nothing_down(officer, encoding):
    heading = {"windows-1252": "Étage", "windows-1256": "المدرسة", "gb18030": "编制单位"}.get(encoding, "правительство")
    file = SimpleUploadedFile("ours.csv", f"{heading},b\nx,{heading}\n".encode(encoding))

    shown = officer.post(ADDRESS, {"file": file, "source": DEPOSITARY})

    assert shown.status_code == 200
    assert f"The column “{heading}” is not known." in shown.text


def test_while_others_are_read_a_file_waits_and_is_kept(officer, monkeypatch):
    monkeypatch.setattr(page, "_WAIT_SECONDS", 0)
    monkeypatch.setattr(page, "_turns", BoundedSemaphore(1))
    with page._turns:
        shown = give(officer, GOOD)
    assert "Other files are being read at this moment." in shown.text

    again = officer.post(ADDRESS, {"kept": kept_in(shown), "do": "again"})

    assert "Nothing is written yet." in again.text
    assert BilateralReport.objects.count() == 1


def test_what_is_larger_than_any_file_is_refused_before_it_is_read(officer):
    refused = officer.generic("POST", ADDRESS, b"", CONTENT_LENGTH=str(130 << 20), content_type="text/csv")

    assert refused.status_code == 400
    assert "larger than" in refused.text


def test_what_was_shown_cannot_be_changed_and_gets_old(officer):
    shown = give(officer, GOOD)

    changed = officer.post(ADDRESS, {"kept": kept_in(shown).replace(":", ".", 1)})

    assert changed.status_code == 400
    assert "Give the file again." in changed.text


def test_an_officer_for_one_state_brings_the_treaties_of_that_state_only(client):
    people.person("Ona One", role="programme_officer", scope=("state", "FRA")).with_app().sign_in(client)

    shown = give(client, GOOD + "BOL,MAR,mla,2000-01-01,2001-01-01\n")
    assert "This is a treaty between other States." in shown.text
    client.post(ADDRESS, {"kept": kept_in(shown), "good_rows": "1"})

    assert BilateralReport.objects.count() == 2


def test_a_focal_point_cannot_change_what_other_sources_say(client):
    ministry = people.organisation(state="FRA")
    focal = people.person("Fay Focal", acts_for=ministry, role="focal_point", scope=("state", "FRA")).with_app()
    focal.sign_in(client)

    assert client.get(ADDRESS).status_code == 404
    assert give(client, GOOD).status_code == 404


def test_a_workbook_with_several_sheets_is_read_once_it_is_said_which(officer):
    book = Workbook()
    sheet = book.create_sheet("Treaties")
    for line in (HEADINGS + GOOD).splitlines():
        sheet.append(line.split(","))
    stream = io.BytesIO()
    book.save(stream)

    def given(**said: str):
        file = SimpleUploadedFile("ours.xlsx", stream.getvalue())
        return officer.post(ADDRESS, {"file": file, "source": DEPOSITARY} | said).text

    assert "several sheets" in given()
    assert "Nothing is written yet." in given(sheet="Treaties")


def test_others_find_nothing_at_the_address(client):
    people.person("Nora Nobody").sign_in(client)

    assert client.get(ADDRESS).status_code == 404
    assert give(client, GOOD).status_code == 404


def test_a_file_that_was_only_looked_at_goes_and_the_original_of_an_import_is_had_by_officers(officer):
    kept = kept_in(give(officer, GOOD))
    officer.post(ADDRESS, {"kept": kept})
    edition = Edition.objects.latest("pk")
    give(officer, BAD)
    assert StoredFile.objects.count() == 3

    sweep(at=clock.now() + timedelta(hours=25))

    original = StoredFile.objects.get()
    assert (original.about, original.sha256) == (f"edition:{edition.pk}", edition.file_digest)
    address = f"/en/files/{original.id}/"
    assert address in officer.get(f"/en/cooperation/treaties/imports/{edition.pk}/").text
    assert officer.get(address).getvalue() == (HEADINGS + GOOD).encode()
    assert people.person("Nora Nobody").sign_in(Client()).get(address).status_code == 404


def test_what_one_officer_gave_another_cannot_bring_in(officer):
    kept = kept_in(give(officer, GOOD))
    other = people.person("Omar Ortiz", role="programme_officer").with_app().sign_in(Client())

    assert "What was shown is no longer here." in other.post(ADDRESS, {"kept": kept}).text


def test_columns_are_chosen_where_headings_are_not_known_and_remembered_for_the_next_file(officer):
    def list_of_ministry() -> SimpleUploadedFile:
        return SimpleUploadedFile("liste.csv", b"Quoi;Avec;Quand\nextradition;Bolivie;2000-01-01\n")

    shown = officer.post(ADDRESS, {"file": list_of_ministry(), "source": DEPOSITARY, "state": "FRA"})
    assert "What the columns hold" in shown.text
    assert '<label for="field-column-0">Quoi</label>' in shown.text

    columns = {"column-0": "kind", "column-1": "state_b", "column-2": "signed_on"}
    again = officer.post(ADDRESS, {"kept": kept_in(shown), "do": "columns"} | columns)
    assert "Nothing is written yet." in again.text
    assert "Bring these rows into the record" in again.text

    another = officer.post(ADDRESS, {"file": list_of_ministry(), "source": DEPOSITARY, "state": "FRA"})
    assert "Bring these rows into the record" in another.text
    officer.post(ADDRESS, {"kept": kept_in(another)})
    assert BilateralReport.objects.filter(first_id="BOL", second_id="FRA", signed_on="2000-01-01").exists()
