"""Stopping notices by mail with one click, without signing in (RFC 8058)."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import translation

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.outbox.inbox import choose
from accede.foundation.outbox.models import How
from accede.foundation.outbox.things import mailbox_of

_SALT = "accede.outbox.stop"


def stop_address(person: UUID, language: str) -> str:
    """Return the address by which whoever has one of a person's letters stops the next ones; it never ends."""
    with translation.override(language):
        path = reverse("outbox:stop", args=[Signer(salt=_SALT).sign(str(person))])
    return f"{settings.ACCEDE_SITE}{path}"


def stop_headers(person: UUID, language: str) -> dict[str, str]:
    """Return what lets a mail program offer the one click (RFC 2369, section 3.2, and RFC 8058, section 3.1)."""
    return {
        "List-Unsubscribe": f"<{stop_address(person, language)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


@acting(SYSTEM)
def person_of(token: str) -> UUID | None:
    """Return whose letters a link stops; None for a link that is not whole, or an account that is closed."""
    try:
        person = UUID(Signer(salt=_SALT).unsign(token))
    except (BadSignature, ValueError):
        return None
    return person if mailbox_of(person) else None


@acting(SYSTEM)
def stop(person: UUID) -> None:
    """Send a person no more notices by mail; they go on standing in the inbox."""
    choose(person, How.NEVER, at=clock.now())
