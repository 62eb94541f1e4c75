"""Pages, API and commands of assessments, as an officer and a focal point use them."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.factories import money, people, visits
from tests.factories.small_record import AT, small_record
from tests.support.commands import called

pytestmark = pytest.mark.django_db

PLAN = {
    "state": "XSA", "title": "Visit (sample)", "kind": "visit", "form": "focused", "lead": "programme",
    "first_day": "2026-11-02", "last_day": "2026-11-06", "topics": ["legislation"],
}  # fmt: skip
GIVEN = {
    "state": "XSA", "authority": "Ministry (sample)", "reference": "Note 1 (sample)", "given_on": "2026-10-01",
    "valid_from": "2026-10-01", "valid_until": "2026-12-31", "topics": ["legislation"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def record() -> None:
    small_record()
    load_shipped_mandates(at=AT)


@pytest.fixture
def body() -> UUID:
    people.organisation()
    return people.organisation("Directorate (sample)", state="")


@pytest.fixture
def officer() -> Client:
    return people.person("Olu Okoro", role="programme_officer").with_app().sign_in(Client())


@pytest.fixture
def focal(body: UUID) -> Client:
    return people.person("Amal Abara", role="focal_point", scope=("state", "XSA")).with_app().sign_in(Client())


def sent(client: Client, address: str, **fields: Any) -> str:
    """Return where a form leads that was sent to an address."""
    response = client.post(address, fields)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def note() -> SimpleUploadedFile:
    return SimpleUploadedFile("note.txt", b"Note verbale (sample).")


def test_a_visit_is_refused_without_consent_then_made_and_its_need_is_shared(officer, focal, body):
    donor = money.donor()
    represents = people.person(
        "Dora D", acts_for=donor, role="donor_representative", scope=("organisation", str(donor))
    )
    giver = represents.with_app().sign_in(Client())
    visit = sent(officer, "/en/assessments/new/", **PLAN, organisations=[str(body)])
    number = visit.split("/")[-2]
    shut = officer.post(visit, {"step": "agree"})
    assert shut.status_code == 400
    assert "No consent of the State is recorded" in shut.content.decode()
    assert "with the consent of the States concerned" in officer.get(visit).content.decode()

    whom = {"participants": [str(body)], "may_share": ["needs"], "share_with": [str(donor)]}
    no_note = focal.post("/en/assessments/consents/new/", {**GIVEN, **whom})
    assert no_note.status_code == 400
    assert "Add the document itself" in no_note.content.decode()
    consent = sent(focal, "/en/assessments/consents/new/", **GIVEN, **whom, document=note())
    assert focal.get(consent).content.decode().count("/files/") == 1

    key = consent.split("/")[-2]
    sent(officer, f"{visit}change/", **PLAN, organisations=[str(body)], consent=key)
    sent(officer, visit, step="agree")
    sent(officer, f"{visit}team/", organisation=str(body), function="Legal expert")
    sent(officer, visit, step="make")
    sent(
        officer, f"{visit}findings/new/", topic="legislation", text="No offence.", instrument="FINANCING-1999",
        articles="2, 4",
    )  # fmt: skip
    assert "art. 2, 4" in officer.get(visit).content.decode()
    need = sent(
        officer, f"/en/assessments/needs/new/?state=XSA&assessment={number}", state="XSA", title="A law (sample)",
        topic="legislation", what="Drafting.", assessment=number, instruments=["FINANCING-1999"],
    )  # fmt: skip
    assert giver.get(need).status_code == 404
    priority = {"priority": "high", "priority_agreed_on": "2026-11-20"}
    assert officer.post(f"{need}priority/", priority).status_code == 400
    sent(focal, f"{need}priority/", **priority)
    sent(officer, f"{need}share/", organisation=str(donor))
    shared = json.loads(giver.get("/api/v1/assessments/shared-needs/").content)["items"]
    assert [(one["title"], one["priority"], one["until"]) for one in shared] == [
        ("A law (sample)", "high", "2026-12-31")
    ]
    assert giver.get(f"/en/assessments/needs/shared/{shared[0]['id']}/").status_code == 200
    assert "Donor of Samplonia (sample)" in focal.get(need).content.decode()
    assert f"{need}shared/{donor}/stop/" in focal.get(need).content.decode()

    sent(focal, f"{consent}withdraw/", withdrawn_on="2026-12-01", withdrawal="Note 2 (sample)")
    assert json.loads(giver.get("/api/v1/assessments/shared-needs/").content)["items"] == []
    assert officer.get(visit).status_code == 404
    assert focal.get(visit).status_code == 200


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(officer, focal, body):
    wrong = {**PLAN, "state": "ZZZ", "first_day": "2026-13-01", "topics": ["nothing"]}
    text = officer.post("/en/assessments/new/", wrong).content.decode()
    assert text.count("field-error") >= 3
    assert "Visit (sample)" in text
    other = officer.post("/en/assessments/new/", {**PLAN, "state": "SUN", "organisations": [str(body)]})
    assert other.status_code == 400
    backwards = {**GIVEN, "valid_until": "2026-01-01", "may_share": ["findings"], "document": note()}
    page = focal.post("/en/assessments/consents/new/", backwards).content.decode()
    assert "This day lies before the first one." in page
    assert "choose needs too" in page
    assert json.loads(focal.get("/api/v1/assessments/consents/").content)["items"] == []
    for address in ("/en/assessments/", "/en/assessments/needs/", "/en/assessments/consents/"):
        assert officer.get(address).status_code == 200
        assert officer.get(f"{address}?format=xlsx").status_code == 200


def test_steps_by_the_api_and_by_command_say_what_keeps_them_shut(officer, focal, body):
    number = visits.planned("XSA", body=body, consent=None)
    detail = json.loads(officer.get(f"/api/v1/assessments/visits/{number}/").content)
    shut = {step["step"]: [one["code"] for one in step["shut"]] for step in detail["steps"]}
    assert shut["agree"] == ["assessment.consent"]
    answer = officer.post(f"/api/v1/assessments/visits/{number}/steps/agree/", "{}", content_type="application/json")
    assert answer.status_code == 400
    assert "No consent" in called("visits", "agree", str(number)).output
    declined = focal.post(
        f"/api/v1/assessments/visits/{number}/steps/decline/", '{"reason": "Later."}', content_type="application/json"
    )
    assert declined.status_code == 200
    assert declined.json()["visit"]["stage"] == "declined"
    listed = json.loads(called("visits", "list", "--json").stdout)
    assert [(one["number"], one["stage"]) for one in listed] == [(number, "declined")]
    assert called("visits", "list", "--known", "2026-01-01").exit_code == 2
    assert called("visits", "make", "99999").exit_code == 2


def test_consents_are_evidence_of_the_resolution_for_whoever_may_see_them(officer, body):
    visits.consent("XSA", body=body)
    address = "/en/mandates/E-RES-2007-18/implementation/own/"

    seen = officer.get(address).content.decode()
    unseen = Client().get("/en/mandates/E-RES-2007-18/implementation/").content.decode()

    assert "/en/assessments/consents/" in seen
    assert "/en/assessments/consents/" not in unseen
