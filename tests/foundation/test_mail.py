"""Letters: in the reader’s language, plain, sent once the transaction is committed; no harm if the server is away."""

import pytest
from django.core.mail import EmailMessage
from django.db import transaction

from accede.foundation import mail

pytestmark = pytest.mark.django_db


def send() -> None:
    context = {"invitation": {"organisation_name": "R&D <Unit>"}, "address": "http://localhost/x/", "inviter": "O’Neil"}
    mail.send("identity/mail/invitation", to="a@example.org", language="ar", context=context)


def test_a_letter_is_plain_text_in_the_readers_language(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send()

    letter = mailoutbox[0]
    assert letter.extra_headers == {"Content-Language": "ar"}
    assert "\n" not in letter.subject
    assert "R&D <Unit>" in letter.body
    assert "http://localhost/x/" in letter.body


def test_what_is_rolled_back_is_not_told(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        send()
        transaction.set_rollback(True)

    assert mailoutbox == []


def test_a_mail_server_that_is_away_is_logged_without_personal_data(
    monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def away(_letter: EmailMessage) -> int:
        raise ConnectionRefusedError("no server")

    monkeypatch.setattr(EmailMessage, "send", away)
    with django_capture_on_commit_callbacks(execute=True):
        send()

    assert "could not be sent" in caplog.text
    assert "a@example.org" not in caplog.text
