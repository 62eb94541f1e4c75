"""An activity is refused by each gate in turn, money among them, and then passes and is delivered."""

import json
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.assistance.models import Activity, AssistanceRequest
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.mandates.services.adopting import Outcome, record_adoption
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.resources.services.commitments import Part, release
from tests.factories import money, people, requests
from tests.factories.small_record import AT, small_record
from tests.support.commands import called

pytestmark = pytest.mark.django_db

PLAN = {
    "title": "Course on lanterns (sample)", "objective": "Judges know the law (sample).", "kind": "training",
    "states": "XSA", "topics": ["training"], "languages": ["fr"], "cited": ["1", "4"], "first_day": "2026-11-30",
    "last_day": "2026-12-01", "costs": "experts 1000",
}  # fmt: skip


@pytest.fixture(autouse=True)
def record() -> None:
    small_record()
    load_shipped_mandates(at=AT)
    people.organisation()


@pytest.fixture
def officer() -> Client:
    return people.person("Olu Okoro", role="programme_officer").with_app().sign_in(Client())


@pytest.fixture
def second() -> Client:
    return people.person("Ria Rios", role="programme_officer").with_app().sign_in(Client())


@pytest.fixture
def finance() -> Client:
    return people.person("Faye Fonte", role="finance_officer").with_app().sign_in(Client())


def sent(client: Client, address: str, **fields: Any) -> str:
    """Return where a form leads that was sent to an address."""
    response = client.post(address, fields)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def note() -> SimpleUploadedFile:
    return SimpleUploadedFile("note.txt", b"A letter (sample).")


def shut(client: Client, activity: str) -> set[str]:
    number = activity.split("/")[-2]
    gates = json.loads(client.get(f"/api/v1/activities/{number}/").content)["gates"]
    assert all(gate["missing"] and gate["remedy"] and gate["clause"] for gate in gates if not gate["is_met"])
    return {gate["key"] for gate in gates if not gate["is_met"]}


def accepted_request() -> int:
    focal = people.person("Amal Abara", role="focal_point", scope=("state", "XSA"))
    with acting(focal.actor):
        key = requests.filed(focal.actor)
    with acting(SYSTEM):
        AssistanceRequest.objects.filter(pk=key).update(clauses=["1"])
        for step in ("acknowledge", "screen", "accept"):
            take_step(REQUESTS, step, key, by=SYSTEM, at=AT, face=Face.COMMAND, reason="Because (sample).")
    return key


def test_each_gate_refuses_in_turn_and_then_it_is_delivered(officer, second, finance):
    key = accepted_request()
    activity = sent(officer, "/en/requests/activities/new/", **PLAN)
    assert shut(officer, activity) == {"G1", "G3", "G4", "G5", "G6", "G7", "G9"}
    refused = officer.post(activity, {"step": "approve"})
    assert refused.status_code == 400
    assert "No accepted request with its document: XSA." in refused.content.decode()

    sent(officer, f"{activity}change/", **PLAN, requests=[str(key)])
    assert "G1" not in shut(officer, activity)
    for body in ("CTC", "CTED"):
        sent(officer, f"{activity}papers/contact/", about=body, on="2026-11-20", answer="agreed", document=note())
    assert "G4" in shut(officer, activity)
    why = {"about": "assistance.coordination", "on": "2026-11-21", "text": "The Task Force is no more (sample)."}
    assert officer.post(f"{activity}papers/exception/", why).status_code == 400
    sent(officer, f"{activity}papers/exception/", **why, document=note())
    way = next(part for part in second.get(activity).content.decode().split('"') if "/exceptions/" in part)
    assert "/exceptions/" not in officer.get(activity).content.decode()
    sent(officer, way)
    assert "G4" in shut(officer, activity)
    sent(second, way)
    assert "G4" not in shut(officer, activity)
    verified()
    assert "G5" not in shut(officer, activity)
    decision = {"on": "2026-11-22", "answer": "yes", "text": "It is needed (sample)."}
    sent(officer, f"{activity}papers/decision/", about="6", **decision)
    sent(officer, f"{activity}papers/decision/", about="5", **decision)
    assert shut(officer, activity) == {"G3", "G7", "G9"}
    sent(officer, f"{activity}papers/decision/", about="5", **decision, budget_line="experts", indicator="I-1 (sample)")
    law = ["fair_trial", "humane_treatment", "non_discrimination"]
    sent(officer, f"{activity}papers/screening/", on="2026-11-22", codes=law, document=note())
    assert shut(officer, activity) == {"G3", "G7"}
    sent(officer, f"{activity}papers/screening/", on="2026-11-23", codes=[*law, "non_refoulement"], document=note())
    sent(officer, activity, step="approve")

    assert "The money is not committed" in officer.post(activity, {"step": "deliver"}).content.decode()
    sent(finance, f"{activity}money/")
    row = Activity.objects.get()
    assert (row.committed, row.gap) == (0, 1130_00)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.update(state="in_delivery", moved_at=AT)
    money.paid("XA-1", "5000", donor=money.donor(), fund=money.fund())
    sent(finance, f"{activity}money/")
    assert shut(officer, activity) == set()
    assert "11.30 US$ are known to be lacking" in without_money(f"A-{row.pk}", officer, activity)
    sent(finance, f"{activity}money/")
    sent(officer, activity, step="deliver")
    with acting(SYSTEM):
        take_step(REQUESTS, "deliver", key, by=SYSTEM, at=AT, face=Face.COMMAND)
    assert "No document shows what came of it" in officer.post(activity, {"step": "finish"}).content.decode()
    sent(officer, f"{activity}outcome/", document=note())
    sent(officer, activity, step="finish")
    listed = json.loads(called("activities", "list", "--json").stdout)
    assert [(one["state"], one["funding"]) for one in listed] == [("delivered", "funded")]


def without_money(reference: str, officer: Client, activity: str) -> str:
    """Return what stands in the way of delivery when a part of the money was released; in the end all of it is."""
    with acting(SYSTEM):
        release(Part(reference, "experts", 10_00, AT.date()), by=SYSTEM, at=AT)
    refused: str = officer.post(activity, {"step": "deliver"}).content.decode()
    with acting(SYSTEM):
        release(Part(reference, "experts", 990_00, AT.date()), by=SYSTEM, at=AT)
    return refused


def verified() -> None:
    """Record that somebody checked the adoption of the draft against its source."""
    with acting(SYSTEM):
        outcome = Outcome("A/RES/62/172", date(2007, 12, 18), "https://undocs.org/A/RES/62/172", is_verified=True)
        record_adoption("E-RES-2007-18", outcome, by=SYSTEM, at=AT)


def test_another_states_focal_point_and_donors_see_none_of_it(officer):
    activity = sent(officer, "/en/requests/activities/new/", **PLAN)
    assert "Experts: 1\u00a0000.00" in officer.get(activity).content.decode()
    people.organisation("Ministry of Examplia (sample)", state="XSB")
    own = people.person("Amal A", role="focal_point", scope=("state", "XSA")).with_app().sign_in(Client())
    other = people.person("Bela B", role="focal_point", scope=("state", "XSB")).with_app().sign_in(Client())

    assert own.get(activity).status_code == 200
    assert other.get(activity).status_code == 404
    assert other.get("/api/v1/activities/").json()["count"] == 0
    assert other.get("/api/v1/search/?q=lanterns").json()["count"] == 0
    assert own.get("/api/v1/search/?q=lanterns").json()["count"] == 1


def test_all_that_is_wrong_is_told_at_once(officer):
    wrong = {**PLAN, "states": "ZZZ", "costs": "magic 5\nexperts x", "last_day": "2026-01-01"}
    text = officer.post("/en/requests/activities/new/", wrong).content.decode()

    assert "No State of that day has the code: ZZZ." in text
    assert "Lines that are none: 1, 2" in text
    assert "This day lies before the first one." in text
    assert not Activity.objects.exists()
    assert officer.get("/en/requests/activities/?format=csv").status_code == 200
