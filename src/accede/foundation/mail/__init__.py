"""Letters by e-mail: one way to send, plain text, in the language of whoever reads it.

A letter is two templates, `<name>_subject.txt` and `<name>_message.txt`. It leaves once the running transaction is
committed: what is rolled back is not told. Nothing here may know a word of the programme.
"""

import logging
from collections.abc import Mapping

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

__all__ = ["send"]

logger = logging.getLogger(__name__)


def send(letter: str, *, to: str, language: str, context: Mapping[str, object]) -> None:
    """Write the letter in `language` and send it once the transaction is committed.

    A mail server that does not answer costs no one their work: the log says so, and pages that send letters offer to
    send them again.
    """
    with translation.override(language):
        subject = " ".join(render_to_string(f"{letter}_subject.txt", dict(context)).split())
        body = render_to_string(f"{letter}_message.txt", dict(context)).strip() + "\n"
    message = EmailMessage(subject=subject, body=body, to=[to], headers={"Content-Language": language})
    transaction.on_commit(lambda: _deliver(message, letter))


def _deliver(message: EmailMessage, letter: str) -> None:
    try:
        message.send()
    except OSError as error:
        # Without address and words: a log holds no personal data.
        logger.error("the letter %s could not be sent: %s", letter, error)  # noqa: TRY400  (a trace says nothing more)
