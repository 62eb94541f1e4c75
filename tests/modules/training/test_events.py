"""The way of one event from end to end, by the pages: called, nominated, selected, attended, certified, followed up."""

import re
from contextlib import closing
from datetime import datetime
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.outbox.letters import unsealed
from accede.foundation.outbox.models import Letter
from accede.modules.training.models import Certificate, FollowUp, Official, Participant, TrainingEvent
from accede.modules.training.services.attending import Tick, record_attendance
from accede.modules.training.services.following import ask_participants
from accede.modules.training.services.keeping import erase_what_is_over
from accede.modules.training.services.nominating import confirm_seat
from accede.modules.training.services.selecting import select
from tests.factories import people, training
from tests.factories.small_record import AT, small_record

pytestmark = pytest.mark.django_db

SHEET = """given_name,family_name,sex,birth_year,organisation,post,function,language,email
Awa,Diallo,female,1981,Court (sample),Judge,judge,fr,
Ana y Luis,Prueba,,1980,Court (sample),,judge,es,
Ivan,Probny,male,1881,Court (sample),,judge,ru,
Li,Mei;Wang Fang,,,Court (sample),,judge,zh-hans,
Omar,Mithal,male,1975,Court (sample),,plumber,ar,
,,,,Court (sample),,judge,fr,
"""


@pytest.fixture(autouse=True)
def record() -> None:
    small_record()
    people.organisation()
    people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")


@pytest.fixture
def officer() -> people.TestPerson:
    return people.person("Olu Okoro", role="programme_officer").with_app()


@pytest.fixture
def focal() -> people.TestPerson:
    return people.person("Amal Abara", role="focal_point", scope=("state", "XSA")).with_app()


def sent(client: Client, address: str, **fields: Any) -> str:
    """Return where a form leads that was sent to an address."""
    response = client.post(address, fields)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def nomination(**beside: str) -> dict[str, str]:
    return {
        "given_name": "محمد", "family_name": "المثال", "sex": "male", "birth_year": "1979", "function": "judge",
        "organisation": "Court (sample)", "language": "ar", "is_protected": "no", "has_notice": "yes", **beside,
    }  # fmt: skip


def test_the_way_of_an_event_from_call_to_follow_up(officer, focal):
    number = training.event("XSA", "XSB", by=officer.actor)
    desk, portal = officer.sign_in(Client()), focal.sign_in(Client())
    call = f"/en/training/calls/{training.call(number, 'XSA')}/"
    assert portal.get(f"/en/training/calls/{training.call(number, 'XSB')}/").status_code == 404
    assert portal.get(f"/en/training/{number}/").status_code == 404

    wrong = portal.post(f"{call}nominate/", nomination(given_name="Ana & Luis", birth_year="1379", has_notice=""))
    assert wrong.status_code == 400
    for words in ("Two persons seem to stand here", "from 1926 to 2008", "Give the notice to the official first"):
        assert words in wrong.content.decode()
    sent(portal, f"{call}nominate/", **nomination())
    again = portal.post(f"{call}nominate/", nomination())
    assert "This official is nominated for the event already." in again.content.decode()

    preview = portal.post(f"{call}import/", {"file": SimpleUploadedFile("list.csv", SHEET.encode())}).content.decode()
    for words in ("Two persons seem to stand in one cell", "is no year of birth", "is no function"):
        assert words in preview
    kept = re.search(r'name="kept" value="([^"]+)"', preview)
    assert kept
    sent(portal, f"{call}import/", kept=kept[1], good_rows="yes")
    assert _numbers() == ["XSA-1", "XSA-2"]
    preview = portal.post(f"{call}import/", {"file": SimpleUploadedFile("list.csv", SHEET.encode())}).content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', preview)
    assert kept is None or portal.post(f"{call}import/", {"kept": kept[1], "good_rows": "yes"}).status_code == 200
    assert _numbers() == ["XSA-1", "XSA-2"]

    _selected_and_attended(desk, portal, number)
    _certified(desk, portal, f"/en/training/{number}/")


def _selected_and_attended(desk: Client, portal: Client, number: int) -> None:
    event = f"/en/training/{number}/"
    early = desk.post(f"{event}selection/", {"for-" + _key("XSA-1"): "selected"})
    assert "Close nominations first" in early.content.decode()
    sent(desk, event, step="close")
    shown = desk.get(f"{event}selection/").content.decode()
    assert "No State stands before another" in shown
    unsaid = {"for-" + _key("XSA-1"): "selected", "for-" + _key("XSA-2"): "not_selected"}
    assert "Say why" in desk.post(f"{event}selection/", unsaid).content.decode()
    sent(desk, f"{event}selection/", **unsaid, reason="Two seats for a State (sample).")
    sent(desk, event, step="confirm")
    sent(portal, f"/en/training/nominations/{_key('XSA-1')}/do/confirm/")

    sheet = f"/en/training/sessions/{training.session(number)}/"
    not_admitted = desk.post(sheet, {"listed": [_key("XSA-2")], f"present-{_key('XSA-2')}": "yes"})
    assert "was not admitted" in not_admitted.content.decode()
    sent(desk, sheet, listed=[_key("XSA-1")], **{f"present-{_key('XSA-1')}": "yes"})
    late = desk.post(sheet, {"listed": [_key("XSA-1")]})
    assert late.status_code == 409
    assert "Somebody else recorded: present" in late.content.decode()


def _certified(desk: Client, portal: Client, event: str) -> None:
    person = f"/en/training/nominations/{_key('XSA-1')}/"
    sent(desk, f"{person}results/", before="40", after="85")
    sent(desk, f"{person}do/certify/")
    assert not _certificates()
    sent(desk, event, step="hold")
    sent(desk, f"{person}do/certify/")
    sent(desk, f"{person}do/certify/")
    first, second = portal.get(f"{person}certificate/").content, portal.get(f"{person}certificate/").content
    assert first == second
    (number_of,) = _certificates()
    with closing(pypdfium2.PdfDocument(first)) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "شهادة مشاركة" in text
    assert "محمد المثال" in text
    check = f"/en/training/certificates/{number_of}/"
    assert "Course on lanterns" not in Client().get(check).content.decode()
    sent(portal, f"{person}do/show/", shown="name")
    assert "محمد المثال" in Client().get(check).content.decode()


def test_a_link_works_once_and_an_authority_answers_where_there_is_none(officer, focal):
    first, second = (_attended(officer, name) for name in ("Awa", "Binta"))
    with acting(SYSTEM):
        Official.objects.filter(pk=first).update(email="awa@example.org")
    later = datetime(2027, 6, 2, tzinfo=AT.tzinfo)
    assert ask_participants(at=AT) == 0
    assert ask_participants(at=later) == 2
    assert ask_participants(at=later) == 0
    with clock.stopped_at(later):
        with acting(SYSTEM):
            letter = unsealed(Letter.objects.get(kind="training/mail/follow_up").sealed)[1]
        (link,) = re.findall(r"(/fr/training/answer/[\w-]+/)", letter)
        answer = {"use": "often", "trained": "3", "words": "Requests (sample)."}
        assert "Awa" not in Client().get(link).content.decode()
        assert Client().post(link, answer).status_code == 200
        assert Client().post(link, answer).status_code == 404
        assert Client().get(link).status_code == 404
        portal = focal.sign_in(Client())
        with acting(SYSTEM):
            question = FollowUp.objects.get(participant=second)
        assert portal.post(f"/en/training/questions/{question.pk}/", {"use": "", "trained": "x"}).status_code == 400
        sent(portal, f"/en/training/questions/{question.pk}/", **answer)
    with acting(SYSTEM):
        assert set(FollowUp.objects.values_list("use", "trained", "months")) == {("often", 3, 6)}


def test_a_protected_name_is_for_two_and_what_names_an_official_can_be_taken_away(officer, focal):
    number = training.event("XSA", by=officer.actor)
    hidden = training.official("Zeta", "Hidden", is_protected=True)
    key = training.nominated(number, "XSA", hidden, by=focal.actor)
    third = people.person("Ria Rios", role="programme_officer").with_app()
    page = f"/en/training/nominations/{key}/"
    assert "Zeta" in focal.sign_in(Client()).get(page).content.decode()
    assert "Zeta" in officer.sign_in(Client()).get(page).content.decode()
    stranger = third.sign_in(Client())
    for address in (page, f"/en/training/{number}/nominations/", f"/api/v1/training/events/{number}/nominations/"):
        assert "Zeta" not in stranger.get(address).content.decode()
    assert stranger.post(f"{page}kept/").status_code == 404
    auditor = people.person("Aud Adair", role="auditor").with_app().sign_in(Client())
    assert "XSA-1: Protected" in auditor.get(page).content.decode()
    with acting(third.actor):
        assert not Official.objects.exists(), "The database shows a third person a protected name."

    portal = focal.sign_in(Client())
    assert "Zeta" in portal.post(f"{page}kept/").content.decode()
    sent(portal, f"{page}do/erase/")
    with acting(SYSTEM):
        assert not Official.objects.exists()
        assert Participant.objects.get().sex == "female"
    assert "Zeta" not in portal.get(page).content.decode()


def test_names_go_when_their_time_is_over(officer):
    key = _attended(officer, "Awa")
    assert erase_what_is_over(at=datetime(2031, 12, 1, tzinfo=AT.tzinfo)) == 0
    assert erase_what_is_over(at=datetime(2031, 12, 2, tzinfo=AT.tzinfo)) == 1
    with acting(SYSTEM):
        assert not Official.objects.exists()
        assert Participant.objects.filter(pk=key).exists()


def test_sessions_wait_for_the_gates_of_the_activity(officer):
    number = training.event("XSA", by=officer.actor, stage="planned")
    key = training.nominated(number, "XSA", training.official("Awa", "Diallo"))
    desk = officer.sign_in(Client())
    sent(desk, f"/en/training/{number}/", step="close")
    sent(desk, f"/en/training/{number}/selection/", **{f"for-{key}": "selected"})
    refused = desk.post(f"/en/training/{number}/", {"step": "confirm"})
    assert "The activity is not approved." in refused.content.decode()
    with acting(SYSTEM), pytest.raises(DatabaseError), transaction.atomic():
        TrainingEvent.objects.update(state="held", moved_at=AT)


def _attended(officer: people.TestPerson, given: str) -> UUID:
    """Return the key of an official who was present at an event that was held."""
    number = training.event("XSA", by=officer.actor)
    key = training.nominated(number, "XSA", training.official(given, "Diallo"))
    training.moved(number, "close", by=officer.actor)
    with acting(officer.actor):
        select(number, {key: "selected"}, "", by=officer.actor, at=AT)
        training.moved(number, "confirm", by=officer.actor)
        confirm_seat(key, by=officer.actor, at=AT)
        record_attendance(training.session(number), {key: Tick(is_present=True)}, by=officer.actor, at=AT)
    training.moved(number, "hold", by=officer.actor)
    return key


def _numbers() -> list[str]:
    with acting(SYSTEM):
        return [f"{one.state_code}-{one.running}" for one in Participant.objects.order_by("state_code", "running")]


def _key(called: str) -> str:
    state, running = called.split("-")
    with acting(SYSTEM):
        return str(Participant.objects.get(state_code=state, running=running).pk)


def _certificates() -> list[str]:
    with acting(SYSTEM):
        return list(Certificate.objects.values_list("number", flat=True))
