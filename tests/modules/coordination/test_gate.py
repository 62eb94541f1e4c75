"""The answers of bodies open and shut the gate of an activity."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.coordination.fields.consultations import ConsultationDetails
from accede.modules.coordination.models import Consultation
from accede.modules.coordination.services.consultations import open_consultation
from accede.modules.coordination.services.flow import CONSULTATIONS
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.factories import consultations, people
from tests.factories.small_record import small_record

pytestmark = pytest.mark.django_db
PLAN = {
    "title": "Workshop (sample)", "objective": "To learn (sample).", "kind": "training", "states": ["XSA"],
    "topics": ["training"], "languages": ["fr"], "cited": ["4"], "first_day": "2026-12-10",
    "last_day": "2026-12-11", "costs": "experts 1000",
}  # fmt: skip


def gate(client: Client, number: str) -> dict[str, Any]:
    found = json.loads(client.get(f"/api/v1/activities/{number}/").content)["gates"]
    return next(one for one in found if one["key"] == "G4")


def test_the_answers_of_bodies_open_the_gate_and_an_objection_shuts_it():
    small_record()
    load_shipped_mandates(at=TODAY)
    people.organisation()
    officer = people.person("Olu Okoro", role="programme_officer").with_app().sign_in(Client())
    made = officer.post("/en/requests/activities/new/", PLAN)
    assert made.status_code == 302, made.content.decode()
    activity = made.headers["Location"]
    number = activity.split("/")[-2]
    assert f"/en/coordination/consultations/about/activity/{number}/" in officer.get(activity).content.decode()
    body = people.organisation("Directorate (sample)", state="")
    with acting(SYSTEM):
        for key in ("CTC", "CTED", "GCTCC"):
            assert not gate(officer, number)["is_met"]
            office = consultations.office(body, key)
            wanted = ConsultationDetails(office, "closely_coordinated", "3", "Sample?")
            asked = open_consultation("activity", number, wanted, by=SYSTEM, at=TODAY)
            take_step(CONSULTATIONS, "send", asked, by=SYSTEM, at=TODAY, face=Face.WEB)
            assert not gate(officer, number)["is_met"], "silence is no answer here"
            take_step(CONSULTATIONS, "agree", asked, by=SYSTEM, at=TODAY, face=Face.WEB)
        # The Compact answers for the Task Force, whose work it took over.
        assert gate(officer, number)["is_met"]

        later = TODAY + timedelta(minutes=1)
        wanted = ConsultationDetails(office, "consulted", "3", "And now?")
        again = open_consultation("activity", number, wanted, by=SYSTEM, at=later)
        take_step(CONSULTATIONS, "send", again, by=SYSTEM, at=TODAY, face=Face.WEB)
        take_step(CONSULTATIONS, "object", again, by=SYSTEM, at=TODAY, face=Face.WEB, reason="We do the same.")
    assert "CTITF" in gate(officer, number)["missing"]
    assert Consultation.objects.filter(subject_key=number).count() == 4
