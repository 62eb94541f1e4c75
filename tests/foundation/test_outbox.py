"""Letters are rows of the transaction of what they tell; each goes out once in effect and keeps no words then."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from accede.foundation import clock, mail
from accede.foundation.access import ANONYMOUS, Actor
from accede.foundation.access.acting import acting
from accede.foundation.mail import Answer, Outcome
from accede.foundation.outbox import delivering
from accede.foundation.outbox.delivering import PAUSES, deliver_waiting, forget_old, note_bounce
from accede.foundation.outbox.letters import Recipient, fates_about, send, stop_about
from accede.foundation.outbox.models import LETTERS_KEPT, Letter, State, Why
from tests.conftest import TODAY
from tests.support.mailserver import MailServer, mail_server

pytestmark = pytest.mark.django_db

LINK = "http://localhost/x/a-secret-of-its-own/"


def write(to: str = "a@example.org", *, language: str = "en", about: str = "", **more: Any) -> Letter:
    context = {"invitation": {"organisation_name": "R&D <Unit>"}, "address": LINK, "inviter": "O’Neil"}
    key = send("identity/mail/invitation", Recipient(to, language), context=context, about=about, **more)
    return Letter.objects.get(id=key)


@pytest.fixture
def server(settings):
    """A real mail server, which the letters of the test go to."""
    with mail_server() as running:
        settings.EMAIL_BACKEND = f"{EmailBackend.__module__}.{EmailBackend.__name__}"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.DEFAULT_FROM_EMAIL = "Accede <accede@example.org>"
        yield running


def test_a_letter_is_plain_text_in_the_readers_language_under_the_number_of_its_row(server: MailServer):
    row = write(language="ar")

    assert deliver_waiting() is False

    ((to, letter),) = server.taken
    assert to == "a@example.org"
    assert "Content-Language: ar" in letter
    assert "Auto-Submitted: auto-generated" in letter
    assert server.ids() == [f"<{row.id}@example.org>"]


def test_no_copy_of_the_database_holds_a_link_that_works(mailoutbox):
    row = write()
    assert LINK.encode() not in bytes(row.sealed)

    deliver_waiting()

    row.refresh_from_db()
    assert LINK in mailoutbox[0].body
    assert "R&D <Unit>" in mailoutbox[0].body
    assert "\n" not in mailoutbox[0].subject
    assert (row.state, bytes(row.sealed)) == (State.SENT, b"")


def test_the_database_refuses_words_in_a_letter_that_is_done():
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(
            kind="x", to="a@example.org", language="en", made_at=TODAY, next_at=TODAY, finished_at=TODAY,
            state=State.SENT, sealed=b"words",
        )  # fmt: skip


def test_what_is_rolled_back_is_not_told(mailoutbox):
    jobs = ProcrastinateJob.objects.filter(task_name="outbox.deliver")
    before = jobs.count()
    with transaction.atomic():
        write()
        assert jobs.count() == before + 1
        transaction.set_rollback(True)

    deliver_waiting()

    assert mailoutbox == []
    assert jobs.count() == before


def test_whoever_asks_is_nobody_yet_and_their_letter_is_written_all_the_same(mailoutbox):
    with acting(ANONYMOUS):
        send("account/email/unknown_account", Recipient("a@example.org", "en"), context={})
        assert not Letter.objects.exists()

    deliver_waiting()

    assert [letter.to for letter in mailoutbox] == [["a@example.org"]]


def test_an_address_that_the_server_refuses_is_not_tried_again_and_others_are_served(server: MailServer):
    refused, taken = write("unknown@example.org"), write("known@example.org")

    deliver_waiting()

    refused.refresh_from_db()
    taken.refresh_from_db()
    assert (refused.state, refused.why, refused.answer, bytes(refused.sealed)) == (
        State.NOT_DELIVERED, Why.REFUSED, "550", b"",
    )  # fmt: skip
    assert taken.state == State.SENT


def test_what_a_server_takes_later_is_tried_with_longer_and_longer_pauses_and_in_the_end_not_delivered(
    server: MailServer,
):
    row = write("later@example.org", about="thing")
    at, pauses = TODAY, []
    while row.state == State.WAITING:
        with clock.stopped_at(at):
            deliver_waiting()
        row.refresh_from_db()
        pauses.append((row.next_at - at) // timedelta(minutes=1))
        at = max(at, row.next_at)

    assert pauses[:-1] == list(PAUSES)
    assert list(PAUSES) == sorted(PAUSES)
    assert (row.attempts, row.why) == (len(PAUSES) + 1, Why.AWAY)
    assert fates_about(["thing"])["thing"].is_not_delivered


def test_a_server_that_is_away_costs_one_attempt_of_one_letter_a_turn_and_is_logged_without_personal_data(
    settings, caplog
):
    settings.EMAIL_BACKEND = f"{EmailBackend.__module__}.{EmailBackend.__name__}"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    write("a@example.org")
    write("b@example.org")

    assert deliver_waiting() is False

    assert sorted(Letter.objects.values_list("attempts", flat=True)) == [0, 1]
    assert "away" in caplog.text
    assert "example.org" not in caplog.text


def test_a_link_that_has_ended_is_not_sent(mailoutbox):
    row = write(until=TODAY)

    deliver_waiting()

    row.refresh_from_db()
    assert (mailoutbox, row.why) == ([], Why.LATE)


def test_a_letter_of_other_keys_is_said_to_be_unreadable(mailoutbox, settings):
    row = write()
    settings.SECRET_KEY = "another one"  # noqa: S105  (protects nothing)

    deliver_waiting()

    row.refresh_from_db()
    assert (mailoutbox, row.why) == ([], Why.UNREADABLE)


def test_a_letter_about_what_is_no_longer_so_is_stopped(mailoutbox):
    row = write(about="invitation:1")

    stop_about("invitation:1")
    deliver_waiting()

    row.refresh_from_db()
    assert (mailoutbox, row.state, bytes(row.sealed)) == ([], State.STOPPED, b"")


def test_a_worker_killed_after_sending_leaves_the_letter_to_another_under_the_same_number(
    server: MailServer, monkeypatch
):
    write()

    def killed(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(delivering, "_note", killed)
        with pytest.raises(KeyboardInterrupt):
            deliver_waiting()
    deliver_waiting()
    deliver_waiting()

    assert len(server.ids()) == 2
    assert len(set(server.ids())) == 1


def test_one_turn_is_bounded_so_that_other_work_has_its_own(mailoutbox):
    for number in range(3):
        write(f"{number}@example.org")

    assert deliver_waiting(most=2) is True
    assert len(mailoutbox) == 2


def test_letters_that_came_back_are_noted(mailoutbox):
    row = write("Gone@example.org")
    deliver_waiting()

    assert note_bounce("gone@EXAMPLE.org", because="5.1.1") == 1
    assert note_bounce("gone@EXAMPLE.org") == 0
    row.refresh_from_db()
    assert (row.state, row.why) == (State.NOT_DELIVERED, Why.BOUNCED)


def test_a_letter_is_seen_by_whoever_it_is_for_and_whoever_had_it_sent():
    holder, inviter = uuid4(), uuid4()
    send("account/email/password_set", Recipient("a@example.org", "en", holder), context={}, asked_by=inviter)

    seen = []
    for person in (holder, inviter, uuid4()):
        with acting(Actor(person=person)):
            seen.append((Letter.objects.count(), Letter.objects.visible_to(Actor(person=person)).count()))

    assert seen == [(1, 1), (1, 1), (0, 0)]


def test_what_was_kept_long_enough_is_forgotten_and_what_waits_is_not():
    old = write()
    deliver_waiting()
    write("b@example.org")

    assert forget_old(at=TODAY + LETTERS_KEPT) == 0
    assert forget_old(at=TODAY + LETTERS_KEPT + timedelta(seconds=1)) == 1
    assert not Letter.objects.filter(id=old.id).exists()


def test_an_address_that_no_letter_can_bear_is_refused_and_the_next_letter_sent(server: MailServer):
    with mail.Post() as post:
        refused = post.send(mail.Letter(uuid4(), "a\n@example.org", "en", "subject", "body"))
        taken = post.send(mail.Letter(uuid4(), "a@example.org", "en", "subject", "body"))

    assert (refused, taken) == (Answer(Outcome.REFUSED, "ValueError"), Answer(Outcome.TAKEN))
