"""Conversations about the reading of a mandate: comments, answers, passages, names, resolved or open."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import InternalError, ProgrammingError, transaction
from django.test import Client

from accede.foundation import clock
from accede.foundation.access import ALL, SYSTEM, Actor, Grant, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.audit.models import Event
from accede.foundation.comments.models import Comment
from accede.foundation.comments.threads import Thread, open_threads_naming, threads_about
from accede.foundation.comments.writing import Said, comment, settle
from accede.foundation.outbox.delivering import deliver_waiting
from accede.foundation.outbox.inbox import choose, inbox_of, unread_of
from accede.foundation.outbox.models import How
from accede.foundation.problems import Overtaken, UnableTo
from accede.modules.identity.services.grants import end_all
from accede.modules.mandates.services.conversations import READINGS
from tests.conftest import TODAY
from tests.core.mandates.texts import LIGHTHOUSES
from tests.factories import people
from tests.factories.people import TestPerson
from tests.modules.mandates.test_importing import bring_in

pytestmark = pytest.mark.django_db
KEY = "A-RES-74-901"
PAGE, API = f"/en/mandates/{KEY}/correct/", f"/api/v1/mandates/{KEY}/conversations/"


@pytest.fixture(autouse=True)
def mandate(db) -> None:
    bring_in(LIGHTHOUSES)


@pytest.fixture
def olga() -> TestPerson:
    return people.person("Olga First", role="programme_officer").with_app()


@pytest.fixture
def pavel() -> TestPerson:
    return people.person("Pavel Second", role="programme_officer").with_app()


@pytest.fixture
def says(olga) -> Callable[..., UUID]:
    def write(text: str = "Is this paragraph two?", **further: object) -> UUID:
        return comment(READINGS, KEY, Said(text, **further), by=olga.actor, at=TODAY, face=Face.WEB)  # type: ignore[arg-type]

    return write


def threads(reader: Actor) -> list[Thread]:
    return threads_about(READINGS, KEY, reader=reader)


def test_a_comment_is_answered_and_resolved_and_opened_again(olga, pavel, says):
    thread = says()
    comment(READINGS, KEY, Said("It is.", answers=thread), by=pavel.actor, at=TODAY, face=Face.WEB)
    settle(READINGS, KEY, Said("", answers=thread), "resolve", by=pavel.actor, at=TODAY, face=Face.WEB)

    (shown,) = threads(olga.actor)
    assert [(line.who, line.text, line.does) for line in shown.lines] == [
        ("Olga First", "Is this paragraph two?", ""),
        ("Pavel Second", "It is.", ""),
        ("Pavel Second", "", "resolve"),
    ]
    assert shown.is_resolved
    settle(READINGS, KEY, Said("Not yet.", answers=thread), "reopen", by=olga.actor, at=TODAY, face=Face.WEB)
    assert not threads(olga.actor)[0].is_resolved
    keys = Event.objects.filter(about_kind="conversation").order_by("pk").values_list("key", flat=True)
    assert [key.partition("conversation-")[2] for key in keys] == ["written", "written", "resolved", "reopened"]


def test_a_passage_must_stand_in_the_text(olga, says):
    passage = "the availability of extrabudgetary resources"
    says(quote=f"  {passage} ")

    assert threads(olga.actor)[0].quote == passage
    with pytest.raises(UnableTo, match="does not hold this passage"):
        says(quote="the lighthouse of Alexandria")


def test_who_is_named_finds_it_waiting_until_it_is_resolved(olga, pavel, says):
    thread = says(mentions=(pavel.id,))

    assert threads(olga.actor)[0].lines[0].names == ("Pavel Second",)
    assert (open_threads_naming("mandate", pavel.actor), open_threads_naming("mandate", olga.actor)) == (1, 0)
    settle(READINGS, KEY, Said("", answers=thread), "resolve", by=olga.actor, at=TODAY, face=Face.WEB)
    assert open_threads_naming("mandate", pavel.actor) == 0


def test_naming_somebody_who_may_not_read_it_and_nobody_get_the_same_words(says):
    finance = people.person("Faye Finance", role="finance_officer").id
    refusals = set()
    for named in (finance, uuid4()):
        with pytest.raises(UnableTo) as refused:
            says(mentions=(named,))
        refusals.add(str(refused.value))

    assert len(refusals) == 1
    assert not Comment.objects.exists()


def inbox(who: TestPerson) -> list[str]:
    return [one.sentence for one in inbox_of(who.id, actors=[who.actor])]


def test_who_is_named_is_told_in_their_own_language_by_mail_and_in_the_inbox(mailoutbox, says):
    amal = people.person("Amal Third", role="programme_officer", language="fr").with_app()
    says(mentions=(amal.id,))
    with clock.stopped_at(TODAY + timedelta(minutes=5)):
        deliver_waiting()

    (letter,) = mailoutbox
    assert letter.to == [amal.email]
    assert "Olga First vous a nommé dans une conversation" in " ".join(letter.body.split())
    assert inbox(amal) == ["Olga First named you in a conversation about the reading of A/RES/74/901."]
    assert amal.sign_in(Client()).get(f"{PAGE}").status_code == 200


def test_whoever_takes_part_is_told_of_answers_and_of_the_end_and_nobody_of_what_they_did(olga, pavel, says):
    thread = says(mentions=(pavel.id,))
    comment(READINGS, KEY, Said("It is.", answers=thread), by=pavel.actor, at=TODAY, face=Face.WEB)
    settle(READINGS, KEY, Said("", answers=thread), "resolve", by=olga.actor, at=TODAY, face=Face.WEB)

    assert [one.split(" a conversation")[0] for one in inbox(olga)] == ["Pavel Second wrote in"]
    assert sorted(one.split(" a conversation")[0] for one in inbox(pavel)) == [
        "Olga First named you in",
        "Olga First resolved",
    ]


def test_who_no_longer_takes_part_is_told_nothing_more_of_it_neither_here_nor_by_mail(mailoutbox, pavel, says):
    says(mentions=(pavel.id,))
    end_all(pavel.id, because="They left.", by=SYSTEM, at=TODAY)
    with clock.stopped_at(TODAY + timedelta(minutes=5)):
        deliver_waiting()

    assert inbox(pavel) == []
    assert not [one for one in mailoutbox if "conversation" in one.body]
    assert unread_of(pavel.id, actors=[pavel.actor]) == 0


def test_who_wants_a_digest_has_one_letter_of_several(mailoutbox, pavel, says):
    choose(pavel.id, How.DAILY, at=TODAY)
    for number in range(3):
        says(f"Is this paragraph {number}?", mentions=(pavel.id,))
    deliver_waiting()
    assert mailoutbox == []
    with clock.stopped_at(TODAY + timedelta(days=1)):
        deliver_waiting()

    (letter,) = mailoutbox
    assert letter.body.count("named you in a conversation") == 3


@pytest.mark.parametrize("role", ["finance_officer", "administrator", "auditor"])
def test_whoever_does_not_correct_readings_learns_nothing(says, role):
    stranger, thread = Actor(person=uuid4(), grants=(Grant(role, ALL),)), says()

    for act in (
        lambda: threads(stranger),
        lambda: comment(READINGS, KEY, Said("x", answers=thread), by=stranger, at=TODAY, face=Face.WEB),
        lambda: settle(READINGS, KEY, Said("", answers=thread), "resolve", by=stranger, at=TODAY, face=Face.WEB),
    ):
        with pytest.raises(Refused):
            act()
    with acting(Actor(person=uuid4())):
        assert not Comment.objects.exists()


def test_the_second_to_resolve_is_told_and_a_resolved_one_takes_no_answer(olga, pavel, says):
    thread = says()
    settle(READINGS, KEY, Said("", answers=thread), "resolve", by=olga.actor, at=TODAY, face=Face.WEB)

    with pytest.raises(Overtaken, match="resolved already"):
        settle(READINGS, KEY, Said("", answers=thread), "resolve", by=pavel.actor, at=TODAY, face=Face.WEB)
    with pytest.raises(Overtaken, match="has been resolved"):
        comment(READINGS, KEY, Said("Late.", answers=thread), by=pavel.actor, at=TODAY, face=Face.WEB)
    with pytest.raises(UnableTo, match="resolved, or opened again"):
        settle(READINGS, KEY, Said("", answers=thread), "burn", by=pavel.actor, at=TODAY, face=Face.WEB)


@pytest.mark.parametrize(("text", "words"), [(" \n", "Write what"), ("x" * 5001, "at most 5000")])
def test_a_text_that_cannot_be_is_refused(says, text, words):
    with pytest.raises(UnableTo, match=words):
        says(text)


def test_what_was_written_stays(olga, says):
    says()

    for act in (lambda: Comment.objects.update(text="Other."), lambda: Comment.objects.all().delete()):
        with acting(olga.actor), pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            act()


def test_on_the_page_and_in_the_api(client: Client, olga, pavel):
    olga.sign_in(client)
    wrong = client.post(PAGE, {"conversation": "new", "do": "write", "text-new": "", "quote-new": "nowhere"})
    assert wrong.status_code == 400
    assert 'href="#field-text-new"' in wrong.text
    assert 'href="#field-quote-new"' in wrong.text
    sent = {"conversation": "new", "do": "write", "text-new": "<b>Two?</b>", "mentions-new": [str(pavel.id)]}
    shown = client.post(PAGE, sent, follow=True).text
    assert "&lt;b&gt;Two?&lt;/b&gt;" in shown

    pavel.sign_in(client)
    assert "(1 waits)" in " ".join(client.get("/en/work/").text.split())
    (item,) = client.get(API).json()["items"]
    body = {"answers": item["conversation"], "does": "resolve", "text": "Yes."}
    (done,) = client.post(API, body, content_type="application/json").json()["items"]
    assert (done["is_resolved"], done["lines"][1]["text"]) == (True, "Yes.")
    assert client.post(API, body, content_type="application/json").status_code == 409
    late = {"conversation": item["conversation"], "do": "write", f"text-{item['conversation']}": "Late."}
    assert client.post(PAGE, late).status_code == 409


@pytest.mark.parametrize("conversation", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_conversation_that_there_is_not_is_not_found(client, olga, conversation):
    sent = {"conversation": conversation, "do": "resolve"}

    assert olga.sign_in(client).post(PAGE, sent).status_code == 404
