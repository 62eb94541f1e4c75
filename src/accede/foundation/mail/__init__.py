"""Letters as the mail server takes them: plain text, over one connection, and what became of each.

What is to be sent, to whom, and when again is the outbox's; nothing here may know a word of the programme.
"""

import smtplib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

__all__ = ["Answer", "Letter", "Outcome", "Post", "message_id"]

_FOR_GOOD = 500
_AUTOMATIC = {"Auto-Submitted": "auto-generated"}
"""RFC 3834, section 5: no machine answers with "I am on leave"."""


class Outcome(StrEnum):
    """What a mail server said of a letter."""

    TAKEN = "taken"
    REFUSED = "refused"
    LATER = "later"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome, and the server's code for it, without its words: they may hold the address."""

    outcome: Outcome
    code: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is written; `key` gives it the same Message-ID whenever it is sent (RFC 5322, section 3.6.4)."""

    key: UUID
    to: str
    language: str
    subject: str
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Post:
    """A connection to the mail server, opened with the first letter and anew after a failure; a context manager."""

    def __init__(self) -> None:
        self._connection: BaseEmailBackend = get_connection()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._hang_up()

    def send(self, letter: Letter) -> Answer:
        """Give a letter to the mail server and return what it said; a refusal is no error here.

        A reply of the 500s counts for good where it is about this recipient or this letter (RFC 5321, section 4.2.1);
        about us (sender, sign-in), it may be put right and is tried again.
        """
        try:
            self._connection.open()
        except OSError as error:
            return Answer(Outcome.AWAY, _code(error))
        try:
            self._message(letter).send()
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _words in error.recipients.values()]
            is_final = bool(codes) and min(codes) >= _FOR_GOOD
            return self._failed(Outcome.REFUSED if is_final else Outcome.LATER, str(codes[0]) if codes else "")
        except smtplib.SMTPDataError as error:
            is_final = error.smtp_code >= _FOR_GOOD
            return self._failed(Outcome.REFUSED if is_final else Outcome.LATER, _code(error))
        except (smtplib.SMTPNotSupportedError, ValueError) as error:
            # An address that this server cannot write to, or no address at all.
            return self._failed(Outcome.REFUSED, _code(error))
        except smtplib.SMTPResponseException as error:
            return self._failed(Outcome.LATER, _code(error))
        except OSError as error:
            return self._failed(Outcome.AWAY, _code(error))
        return Answer(Outcome.TAKEN)

    def _message(self, letter: Letter) -> EmailMessage:
        headers = {
            **_AUTOMATIC,
            "Content-Language": letter.language,
            "Message-ID": message_id(letter.key),
            **letter.headers,
        }
        return EmailMessage(letter.subject, letter.body, to=[letter.to], headers=headers, connection=self._connection)

    def _failed(self, outcome: Outcome, code: str) -> Answer:
        self._hang_up()
        return Answer(outcome, code)

    def _hang_up(self) -> None:
        try:
            self._connection.close()
        except OSError:
            self._connection = get_connection()


def message_id(key: UUID) -> str:
    """Return the Message-ID of the letter with that key: the same for each attempt, so that one sent twice is one."""
    _name, _at, host = settings.DEFAULT_FROM_EMAIL.rpartition("@")
    return f"<{key}@{host.rstrip('>') or 'localhost'}>"


def _code(error: OSError | ValueError) -> str:
    return str(error.smtp_code) if isinstance(error, smtplib.SMTPResponseException) else type(error).__name__
