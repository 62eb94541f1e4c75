"""A file that takes longer than a page may is confirmed by a job; who confirmed it is told what became of it."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.foundation.outbox.inbox import inbox_of
from accede.foundation.workflow.later import STEP, AskedFor, take_asked_for
from accede.modules.identity.services.grants import end_all
from accede.modules.treaties.models import Edition, Proposal, Report
from accede.modules.treaties.services import proposing
from accede.modules.treaties.services.import_acts import import_acts
from tests.conftest import TODAY
from tests.factories import people
from tests.factories.people import TestPerson
from tests.factories.small_record import AT, small_record
from tests.modules.treaties.test_proposing import GIVEN, ROWS

pytestmark = pytest.mark.django_db
API = "/api/v1/imports/proposed/"


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    monkeypatch.setattr(proposing, "MOST_BYTES", 10)
    small_record()


@pytest.fixture
def olga() -> TestPerson:
    return people.person("Olga First", role="programme_officer").with_app()


@pytest.fixture
def pavel() -> TestPerson:
    return people.person("Pavel Second", role="programme_officer", language="fr").with_app()


@pytest.fixture
def number(tmp_path, olga, pavel) -> int:
    path = tmp_path / "acts.csv"
    path.write_text(ROWS, encoding="utf-8")
    with acting(olga.actor):
        found = import_acts(path, GIVEN, Bringing(olga.actor, Face.WEB, AT, "acts.csv")).proposed
    assert found is not None
    return found


def confirmed(who: TestPerson, number: int) -> str:
    return who.sign_in(Client()).post(
        f"/en/acts/imports/proposed/{number}/", {"step": "confirm"}, follow=True
    ).text  # fmt: skip


def asked() -> list[dict[str, Any]]:
    return list(ProcrastinateJob.objects.filter(task_name=STEP, status="todo").values_list("args", flat=True))


def done() -> None:
    """Do what lies in the queue, as a worker does."""
    for arguments in asked():
        take_asked_for(AskedFor(**arguments), at=TODAY)
    ProcrastinateJob.objects.filter(task_name=STEP).delete()


def told(who: TestPerson) -> list[str]:
    return [one.sentence for one in inbox_of(who.id, actors=[who.actor])]


def test_it_is_done_later_and_both_are_told(olga, pavel, number):
    assert told(pavel) == ["The import acts.csv waits for a second person: you, for example."]
    shown = confirmed(pavel, number)

    assert "your inbox will tell you" in shown
    assert 'value="confirm"' not in shown
    assert Proposal.objects.get().state == "proposed"
    done()

    assert Proposal.objects.get().moved_by == pavel.id
    assert Report.objects.get().state_id == "FRA"
    assert "The import acts.csv, which you confirmed, is in the record." in told(pavel)
    assert told(olga) == ["The import acts.csv, which you proposed, has been confirmed."]


def test_in_the_api_too_and_whoever_comes_second_is_told_that_it_is_being_done(pavel, number):
    third = people.person("Tamar Third", role="programme_officer").with_app()
    client = pavel.sign_in(Client())

    first = client.post(f"{API}{number}/steps/confirm/", {}, content_type="application/json")
    second = third.sign_in(Client()).post(f"{API}{number}/steps/confirm/", {}, content_type="application/json")

    assert (first.status_code, first.json()["is_under_way"]) == (202, True)
    assert (second.status_code, "being done" in second.text) == (409, True)
    assert len(asked()) == 1


def test_what_could_be_refused_at_once_is(olga, number):
    answer = olga.sign_in(Client()).post(f"/en/acts/imports/proposed/{number}/", {"step": "confirm"})

    assert answer.status_code == 400
    assert "another person than you" in answer.text
    assert asked() == []


def test_what_keeps_it_from_coming_in_by_then_is_told_and_nothing_is_half_done(pavel, number):
    confirmed(pavel, number)
    end_of_olgas_file = Proposal.objects.get()
    Proposal.objects.filter(pk=number).update(file_digest="0" * 64)

    done()

    assert end_of_olgas_file.state == "proposed"
    assert not Edition.objects.exists()
    assert any("did not come in" in sentence for sentence in told(pavel))


def test_who_has_lost_the_right_meanwhile_confirms_nothing(pavel, number):
    confirmed(pavel, number)
    end_all(pavel.id, because="They left.", by=SYSTEM, at=TODAY)

    done()

    assert Proposal.objects.get().state == "proposed"
    assert told(pavel) == []


def test_a_worker_killed_after_the_step_does_it_once(pavel, number):
    confirmed(pavel, number)
    (arguments,) = asked()

    for _turn in range(2):
        take_asked_for(AskedFor(**arguments), at=TODAY)

    assert Edition.objects.count() == 1
    assert len(told(pavel)) == 2
