"""Requests for assistance, as a focal point, an officer and outsiders meet them."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document as WordFile

from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.calendar.entries import Asked, entries
from accede.foundation.files import FileNotTaken
from accede.foundation.outbox.models import Notice
from accede.foundation.problems import Overtaken, UnableTo
from accede.foundation.workflow.stepping import offered_steps, take_step
from accede.modules.assistance.fields.screening import ScreeningDetails
from accede.modules.assistance.queries.beside import letters_of, questions_of
from accede.modules.assistance.queries.gaps import gaps_visible_to
from accede.modules.assistance.queries.requests import request_visible_to, waiting_for
from accede.modules.assistance.services.filing import attach_file, register_request
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.services.handling import hand_over, join_request, record_screening
from accede.modules.assistance.services.questions import answer, ask
from accede.modules.assistance.services.reminding import remind
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.factories import money, people, requests
from tests.support.commands import called

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def focal():
    ministry = people.organisation()
    return people.person("Amal Abara", acts_for=ministry, role="focal_point", scope=("state", "XSA"), language="fr")


@pytest.fixture
def other_focal():
    ministry = people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")
    return people.person("Bela Benak", acts_for=ministry, role="focal_point", scope=("state", "XSB"))


@pytest.fixture
def officer():
    return people.person("Pia Prado", role="programme_officer")


def browser(person: people.TestPerson) -> Client:
    return person.with_app().sign_in(Client())


def step(key: str, number: int, person: people.TestPerson, reason: str = "Because of it.") -> None:
    take_step(REQUESTS, key, number, by=person.actor, at=TODAY, face=Face.WEB, reason=reason)


def state_of(number: int) -> str:
    found = request_visible_to(SYSTEM, number)
    return found.state if found else ""


def screened(number: int, officer: people.TestPerson, *, estimate: str = "") -> None:
    """Take a request as far as its screening."""
    load_shipped_mandates(at=TODAY)
    step("acknowledge", number, officer)
    record_screening(number, ScreeningDetails(("2b",), "It falls under it.", estimate), by=officer.actor, at=TODAY)
    step("screen", number, officer)


def test_from_a_form_in_french_to_a_decision_on_pages_alone(focal, officer):
    load_shipped_mandates(at=TODAY)
    writer = browser(focal)
    begun = writer.post("/fr/requests/new/", {"owner": "state:XSA"}).headers["Location"]
    number = int(begun.split("/")[-3])
    assert "Pia" not in writer.get(begun).content.decode()
    assert browser(officer).get(f"/en/requests/{number}/").status_code == 404
    wrong = writer.post(f"{begun}what/", {"subject": "Revue d’un texte de loi"})
    assert wrong.status_code == 400
    assert "Revue d’un texte de loi" in writer.get(f"{begun}what/").content.decode()
    assert writer.post(begun, {}).status_code == 400
    writer.post(f"{begun}what/", {"subject": "Revue d’un texte de loi", "kinds": ["legislation"]})
    writer.post(f"{begun}whom/", {"beneficiary": "Ministère de la justice"})
    writer.post(f"{begun}words/", {"written_in": "fr", "text": "Nous demandons <b>une revue</b>."})
    writer.post(f"{begun}letter/", {})
    scan = SimpleUploadedFile("lettre.pdf", SCAN, content_type="application/pdf")
    assert writer.post(f"/fr/requests/{number}/attach/", {"file": scan}).headers["Location"] == begun
    sent = writer.post(begun, {})
    assert sent.headers["Location"] == f"/fr/requests/{number}/"

    desk = Client()
    officer.sign_in(desk)
    assert "XSA/2026/1" in desk.get("/en/requests/").content.decode()
    page = f"/en/requests/{number}/"
    assert desk.post(page, {"step": "acknowledge"}).status_code == 302
    text = desk.get(page).content.decode()
    assert "&lt;b&gt;une revue" in text
    assert "lettre.pdf" in text
    letter = next(part for part in text.split('"') if part.startswith(f"{page}letters/"))
    assert "XSA/2026/1/1" in desk.get(letter).content.decode()
    assert 'lang="fr"' in desk.get(letter).content.decode()
    word = WordFile(io.BytesIO(desk.get(f"{letter}?format=docx").content))
    assert any("XSA/2026/1" in paragraph.text for paragraph in word.paragraphs)
    assert desk.post(page, {"step": "screen"}).status_code == 400
    screening = desk.get(f"{page}screening/").content.decode()
    assert "E/RES/2007/18" in screening
    assert desk.post(f"{page}screening/", {"clauses": ["2b"], "screening": "It falls under it."}).status_code == 302
    assert desk.post(page, {"step": "screen"}).status_code == 302
    assert desk.post(page, {"step": "accept"}).status_code == 400
    assert desk.post(page, {"step": "accept", "reason": "A law is needed."}).status_code == 302
    shut = desk.post(page, {"step": "deliver"})
    assert shut.status_code == 400
    assert "No accepted activity for this request is in delivery." in shut.content.decode()
    assert state_of(number) == "accepted"
    assert writer.get(f"/fr/requests/{number}/").status_code == 200


def test_outsiders_cannot_tell_that_there_is_a_request(focal, other_focal, officer):
    number = requests.filed(focal.actor, subject="Xyloquartz review")
    step("acknowledge", number, officer)
    attach_file(number, io.BytesIO(SCAN), name="xyloquartz.pdf", by=focal.actor, at=TODAY)
    letter = letters_of(SYSTEM, number)[0].id
    admin = people.person("Ada Adeyi", role="administrator")
    donor = money.donor()
    giver = people.person("Dora Dahl", acts_for=donor, role="donor_representative", scope=("organisation", str(donor)))
    inside = browser(officer)
    assert "Xyloquartz" in inside.get("/en/search/?q=xyloquartz").content.decode()

    for outsider in (other_focal, admin, giver):
        client = browser(outsider)
        for address in (f"requests/{number}/", f"requests/{number}/letters/{letter}/", f"requests/{number}/tasks/"):
            assert client.get(f"/en/{address}").status_code == 404
        assert client.get(f"/api/v1/assistance/requests/{number}/").status_code == 404
        assert "Xyloquartz" not in client.get("/en/search/?q=xyloquartz").content.decode()
        assert client.get("/api/v1/search/?q=xyloquartz").json()["count"] == 0
        day = TODAY.date() + timedelta(days=90)
        asked = Asked(reader=outsider.actor, first=TODAY.date(), last=day, on=TODAY.date())
        assert not [one for one in entries(asked) if one.kind.key == "request"]
        assert waiting_for(outsider.actor) == 0
    client = Client()
    other_focal.sign_in(client)
    for kind in ("", "?format=csv", "?format=json"):
        assert "XSA" not in b"".join(client.get(f"/en/requests/{kind}")).decode()
    assert client.get("/api/v1/assistance/requests/").json()["count"] == 0
    assert Client().get(f"/en/requests/{number}/").headers["Location"].startswith("/en/sign-in/")
    assert request_visible_to(ANONYMOUS, number) is None
    # Whoever keeps people for the whole programme reads its rows; that opens no request of another State to them.
    give_role(
        NewGrant(other_focal.id, "administrator", "all", "", people.AT.date(), None, "A letter."),
        by=SYSTEM,
        at=people.AT,
    )
    assert request_visible_to(other_focal.actor, number) is None
    # The numbers of one State count nothing of another's.
    theirs = requests.filed(other_focal.actor, state="XSB")
    found = request_visible_to(other_focal.actor, theirs)
    assert found is not None
    assert found.reference == "XSB/2026/1"


def test_a_note_verbale_is_registered_and_accepted_with_its_paper_only(officer, focal):
    desk = browser(officer)
    wrong = desk.post("/en/requests/register/", {"state_code": "XSA"})
    assert wrong.status_code == 400
    for words in ("Say in a few words", "Choose how the request came", "Choose the language"):
        assert words in wrong.content.decode()
    paper = replace(requests.PAPER, state_code="", received_on=date(2027, 1, 1))
    with pytest.raises(UnableTo) as unable:
        register_request(
            paper,
            replace(requests.STATED, wished_until=date(2020, 1, 1), instruments=("X",)),
            by=officer.actor,
            at=TODAY,
        )
    assert set(unable.value.problems) == {"received_on", "state_code", "wished_until", "instruments"}
    number = requests.registered(officer.actor)
    screened(number, officer)
    with pytest.raises(UnableTo) as refused:
        step("accept", number, officer)
    assert "request.paper" in refused.value.problems
    with pytest.raises(FileNotTaken):
        attach_file(number, io.BytesIO(b"MZ\x00\x01"), name="note.exe", by=officer.actor, at=TODAY)
    attach_file(number, io.BytesIO(SCAN), name="note.pdf", by=officer.actor, at=TODAY)
    step("accept", number, officer)
    with pytest.raises(Overtaken):
        step("decline", number, officer)
    assert state_of(number) == "accepted"


def test_a_question_waits_for_its_state_until_it_is_answered(focal, officer, other_focal):
    number = requests.filed(focal.actor)
    question = ask(number, "Which draft?", by=officer.actor, at=TODAY)

    assert waiting_for(focal.actor) == 1
    assert waiting_for(officer.actor) == 0
    client = browser(focal)
    assert f"/en/requests/{number}/" in client.get("/en/work/").content.decode()
    address = f"/en/requests/{number}/questions/{question}/"
    assert browser(other_focal).get(address).status_code == 404
    assert client.post(address, {"text": ""}).status_code == 400
    assert client.post(address, {"text": "The second one."}).status_code == 302
    with pytest.raises(Overtaken):
        answer(number, question, "Another one.", by=focal.actor, at=TODAY)
    assert questions_of(officer.actor, number)[0].answer == "The second one."
    assert waiting_for(officer.actor) == 1
    told = Notice.objects.filter(about=str(number)).values_list("kind", "person")
    assert ("assistance.request-asked", focal.id) in set(told)
    assert ("assistance.request-answered", officer.id) in set(told)


def test_two_requests_that_are_one_are_joined_and_each_leads_to_the_other(focal, officer, other_focal):
    first, second = requests.filed(focal.actor), requests.registered(officer.actor)
    strange = requests.filed(other_focal.actor, state="XSB")
    with pytest.raises(UnableTo):
        step("join", second, officer)
    for into in ("XSA/2026/9", "XSB/2026/1"):
        with pytest.raises(UnableTo):
            join_request(second, into, reason="It is the same.", by=officer.actor, at=TODAY)
    join_request(second, "xsa/2026/1", reason="It is the same.", by=officer.actor, at=TODAY)

    desk = browser(officer)
    assert f"/en/requests/{second}/" in desk.get(f"/en/requests/{first}/").content.decode()
    assert f"/en/requests/{first}/" in desk.get(f"/en/requests/{second}/").content.decode()
    step("separate", second, officer)
    assert state_of(second) == "received"
    assert state_of(strange) == "received"


def test_many_are_handed_over_at_once_or_none(focal, officer, other_focal):
    numbers = [requests.filed(focal.actor), requests.filed(other_focal.actor, state="XSB")]
    of_one_state = people.person("Olga Orlova", role="programme_officer", scope=("state", "XSA"))
    desk = browser(officer)
    chosen = "&".join(f"request={number}" for number in numbers)
    way = desk.get(f"/en/requests/?{chosen}").headers["Location"]

    assert desk.get(way).status_code == 200
    with pytest.raises(UnableTo):
        hand_over(numbers, of_one_state.id, reason="Leave.", by=officer.actor, at=TODAY)
    assert desk.post(way, {"officer": str(officer.id), "reason": ""}).status_code == 400
    assert desk.post(way, {"officer": str(officer.id), "reason": "Leave."}).status_code == 302
    assert [request_visible_to(SYSTEM, number).officer for number in numbers] == [officer.id] * 2  # type: ignore[union-attr]
    hand_over(numbers[:1], of_one_state.id, reason="Back.", by=officer.actor, at=TODAY)
    assert waiting_for(of_one_state.actor) == 1


def test_reminders_of_what_is_due_are_written_once(focal, officer):
    number = requests.filed(focal.actor)
    ask(number, "Which draft?", by=officer.actor, at=TODAY)

    def told() -> int:
        kinds = ["assistance.request-due", "assistance.request-answer-due"]
        return Notice.objects.filter(about=str(number), kind__in=kinds).count()

    for days, count in ((1, 0), (6, 1), (6, 1), (8, 2), (25, 3)):
        remind(at=TODAY + timedelta(days=days))
        assert told() == count


def test_what_nothing_pays_for_stays_with_its_price(focal, officer):
    first, second = requests.filed(focal.actor), requests.filed(focal.actor)
    for number, estimate in ((first, "600"), (second, "700")):
        screened(number, officer, estimate=estimate)
        step("accept", number, officer)
    money.paid("A", "1130", donor=money.donor(), fund=money.fund())

    found = gaps_visible_to(officer.actor, on=TODAY.date())
    assert [(one.request.id, str(one.gap), str(one.support)) for one in found] == [
        (first, "0.00", "0.00"),
        (second, "300.00", "39.00"),
    ]
    assert "300.00" in browser(officer).get("/en/requests/gaps/").content.decode()
    assert browser(focal).get("/en/requests/gaps/").status_code == 404


def test_the_api_and_the_commands_do_the_same(focal, officer, tmp_path):
    client, desk = browser(focal), browser(officer)
    body = {
        "subject": "Training", "kinds": ["training"], "beneficiary": "A court", "written_in": "en", "text": "Please.",
    }  # fmt: skip
    made = client.post("/api/v1/assistance/requests/", body, content_type="application/json").json()
    number = int(made["request"]["id"])
    assert made["request"]["reference"] == "XSA/2026/1"
    assert [one["step"] for one in made["steps"]] == ["withdraw"]
    steps = f"/api/v1/assistance/requests/{number}/steps"
    assert desk.post(f"{steps}/acknowledge/", {}, content_type="application/json").status_code == 200
    assert desk.post(f"{steps}/accept/", {}, content_type="application/json").status_code == 409
    wrong = client.post("/api/v1/assistance/requests/", {"kinds": ["dance"]}, content_type="application/json")
    assert wrong.status_code == 400
    assert client.post("/api/v1/assistance/requests/", "{", content_type="application/json").status_code == 400

    scan = tmp_path / "note.pdf"
    scan.write_bytes(SCAN)
    said = [
        "--subject",
        "Tools",
        "--kinds",
        "tools",
        "--beneficiary",
        "A court",
        "--written-in",
        "en",
        "--text",
        "Tools.",
    ]
    paper = ["--state-code", "xsa", "--channel", "letter", "--received-on", "2026-11-30", "--file", str(scan)]
    assert "XSA/2026/2" in called("requests", "register", *said, *paper).stdout
    assert called("requests", "register", "--received-on", "yesterday").exit_code == 2
    listed = json.loads(called("requests", "list", "--json").stdout)
    assert {one["reference"] for one in listed} == {"XSA/2026/1", "XSA/2026/2"}
    assert called("requests", "screen", str(number)).exit_code == 1
    assert "screen" in called("requests", "show", str(number)).stdout
    assert called("requests", "show", "7").exit_code == 2
    with acting(SYSTEM):
        assert offered_steps(REQUESTS, number, by=SYSTEM, at=TODAY)
