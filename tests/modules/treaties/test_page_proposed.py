"""An import from a second-hand source on pages, in the API and by commands: it waits, and a second person decides."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.modules.treaties.models import Proposal, Report
from tests.factories import people
from tests.factories.people import TestPerson
from tests.factories.small_record import small_record
from tests.support.commands import called

pytestmark = pytest.mark.django_db
TABLE = b"state,kind,on\nFRA,ratification,2002-01-07\n"
BOOK = {
    "instrument": "FINANCING-1999",
    "source": "sample-book-2026",
    "source_title": "A book (sample)",
    "source_day": "2026-11-01",
    "source_authority": "secondary",
}
LIST, API = "/en/acts/imports/proposed/", "/api/v1/imports/proposed/"


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    small_record()


@pytest.fixture
def olga() -> TestPerson:
    return people.person("Olga First", role="programme_officer").with_app()


@pytest.fixture
def pavel() -> TestPerson:
    return people.person("Pavel Second", role="programme_officer").with_app()


def proposed_by(person: TestPerson) -> str:
    """Bring a file on the page in the person's name; return the address to which it led."""
    client = person.sign_in(Client())
    shown = client.post("/en/acts/import/", {"file": SimpleUploadedFile("acts.csv", TABLE)} | BOOK)
    kept = re.search(r'name="kept" value="([^"]+)"', shown.text)
    assert kept
    led = client.post("/en/acts/import/", {"kept": kept[1]})
    return str(led["Location"])


def test_it_waits_and_a_second_person_confirms_it_after_a_look(client, olga, pavel):
    address = proposed_by(olga)
    assert not Report.objects.exists()

    shown = pavel.sign_in(client).get(address)
    assert "FINANCING-1999 · FRA · ratification · 2002-01-07" in shown.text
    assert "A book (sample)" in shown.text
    done = client.post(address, {"step": "confirm"}, follow=True)

    assert "The import is confirmed" in done.text
    assert Report.objects.get().state_id == "FRA"
    listed = client.get("/en/acts/imports/").text
    assert "confirmed by Pavel Second" in listed


def test_the_proposer_reads_whom_to_ask_and_has_no_button(client, olga, pavel):
    address = proposed_by(olga)

    shown = olga.sign_in(client).get(address).text

    assert 'value="confirm"' not in shown
    assert "This step is for another person than you." in shown
    assert f'href="/en/people/{pavel.id}/"><bdi>Pavel Second' in " ".join(shown.split())
    refused = client.post(address, {"step": "confirm"})
    assert (refused.status_code, Report.objects.count()) == (400, 0)


def test_an_office_with_one_officer_can_invite_a_second(client, olga):
    shown = olga.sign_in(client).get(proposed_by(olga)).text

    assert "Nobody else here holds the right to confirm it yet." in shown
    assert 'href="/en/invitations/"' in shown


def test_the_second_to_decide_is_told_who_was_quicker(client, olga, pavel):
    address = proposed_by(olga)
    pavel.sign_in(Client()).post(address, {"step": "decline", "reason": "The wrong page."})

    late = olga.sign_in(client).post(address, {"step": "decline", "reason": "Mine."})

    assert late.status_code == 409
    assert "by Pavel Second" in late.text
    assert Proposal.objects.get().reason == "The wrong page."


def test_a_reason_is_asked_for_at_its_field(client, olga, pavel):
    refused = pavel.sign_in(client).post(proposed_by(olga), {"step": "decline", "reason": " "})

    assert refused.status_code == 400
    assert 'href="#field-reason"' in refused.text


@pytest.mark.parametrize("role", ["finance_officer", "administrator", "focal_point"])
def test_whoever_may_not_bring_acts_finds_nothing_in_any_face(client, olga, role):
    address = proposed_by(olga)
    number = address.rstrip("/").rpartition("/")[2]
    ministry = people.organisation()
    scope = ("state", "XSA") if role == "focal_point" else ("all", "")
    people.person("Stella Stranger", acts_for=ministry, role=role, scope=scope).with_app().sign_in(client)

    pages = [client.get(place).status_code for place in (LIST, address, f"{address}file/", f"{API}{number}/", API)]
    steps = [client.post(place, {"step": "decline", "reason": "x"}).status_code for place in (address,)]

    assert set(pages + steps) == {404}
    assert Proposal.objects.get().state == "proposed"


def test_a_visitor_is_shown_the_way_in_and_nothing_else(client, olga):
    address = proposed_by(olga)

    assert client.get(address).status_code == 302
    assert client.get(API).status_code == 404
    assert "acts.csv" not in client.get("/en/sources/").text
    assert "A book (sample)" not in client.get("/en/sources/").text


def test_the_api_lists_offers_and_takes_steps(client, olga, pavel):
    number = proposed_by(olga).rstrip("/").rpartition("/")[2]
    pavel.sign_in(client)

    listed = client.get(API).json()
    assert (listed["count"], listed["items"][0]["state"]) == (1, "proposed")
    detail = client.get(f"{API}{number}/").json()
    assert [(step["step"], step["is_open"]) for step in detail["steps"]] == [("confirm", True), ("decline", True)]

    body = {"data": {"reason": ""}, "content_type": "application/json"}
    done = client.post(f"{API}{number}/steps/confirm/", **body)
    assert done.json()["proposed"]["state"] == "confirmed"
    again = client.post(f"{API}{number}/steps/confirm/", **body)
    assert (again.status_code, again.json()["problems"][0][:9]) == (409, "Meanwhile")
    assert client.post(f"{API}{number}/steps/dance/", **body).status_code == 400
    assert client.post(f"{API}99/steps/confirm/", **body).status_code == 404


def test_the_file_is_for_those_who_decide(client, olga, pavel):
    sent = pavel.sign_in(client).get(f"{proposed_by(olga)}file/")

    assert b"".join(sent.streaming_content) == TABLE
    assert "acts.csv" in sent["Content-Disposition"]


def said(answer) -> str:
    return " ".join(answer.output.split())


def test_by_command_the_operator_proposes_and_another_person_decides(tmp_path: Path, olga):
    file = tmp_path / "acts.csv"
    file.write_bytes(TABLE)
    options = [f"--{name.replace('_', '-')}={value}" for name, value in BOOK.items()]

    proposed = called("import", "acts", str(file), "--apply", *options)
    number = str(Proposal.objects.get().pk)

    assert (proposed.exit_code, f"proposal {number}" in said(proposed)) == (0, True)
    assert "Waits for a second person" in said(called("import", "proposed"))
    own = called("import", "confirm", number)
    assert (own.exit_code, "another person than you" in said(own)) == (1, True)
    assert called("import", "decline", number).exit_code == 1
    done = called("import", "decline", number, "--reason", "The wrong page.")
    assert (done.exit_code, "declined" in said(done)) == (0, True)
    assert called("import", "decline", number, "--reason", "x").exit_code == 1
    assert "List what there is with: accede import proposed" in said(called("import", "confirm", "999"))
    assert not Report.objects.exists()


def test_the_command_confirms_what_a_person_proposed(olga):
    number = proposed_by(olga).rstrip("/").rpartition("/")[2]

    assert called("import", "confirm", number).exit_code == 0
    assert Report.objects.get().edition.made_by == olga.id
