"""A table of acts comes in on a page: shown first, then brought in, by programme officers."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.modules.treaties.models import Report
from tests.factories import people
from tests.factories.small_record import DEPOSITARY, small_record

pytestmark = pytest.mark.django_db
ADDRESS = "/en/acts/import/"
TABLE = b"state,kind,on\nFRA,ratification,2002-01-07\n"


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    small_record()


def give(client: Client, **said: str):
    return client.post(ADDRESS, {"file": SimpleUploadedFile("acts.csv", TABLE), "source": DEPOSITARY} | said)


def test_acts_are_shown_first_and_then_brought_in(client):
    people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)
    shown = give(client, instrument="FINANCING-1999")
    kept = re.search(r'name="kept" value="([^"]+)"', shown.text)
    assert kept
    assert not Report.objects.filter(instrument_id="FINANCING-1999").exists()

    done = client.post(ADDRESS, {"kept": kept[1]}, follow=True)

    assert "acts.csv is in the record. New: 1; changed: 0." in done.text
    assert Report.objects.get(instrument_id="FINANCING-1999").state_id == "FRA"


def test_rows_that_name_no_instrument_need_one_said_for_all(client):
    people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)

    assert "instrument" in give(client).text.split("<h2>")[1]


def test_a_role_over_one_state_brings_no_acts(client):
    ministry = people.organisation(state="FRA")
    officer = people.person("Ona One", acts_for=ministry, role="programme_officer", scope=("state", "FRA")).with_app()
    officer.sign_in(client)
    shown = give(client, instrument="FINANCING-1999")

    assert shown.status_code == 404


def test_a_file_of_some_size_is_checked_apart_and_told_in_the_readers_language(client):
    people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)
    long = b"instrument;state;kind;on\n" + b"FINANCING-1999;FRA;ratification;2002-01-07\n" * 1000

    shown = client.post("/fr/acts/import/", {"file": SimpleUploadedFile("acts.csv", long)})

    assert shown.status_code == 200
    assert "Il manque la colonne « source »" in shown.text.replace("\xa0", " ")
