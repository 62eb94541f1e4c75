"""Codes of authenticator apps: each lets somebody in once, and none of before a later one that did."""

from uuid import UUID

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

_LAST = "last_counter"


def was_used_up(person: UUID, code: str) -> bool:
    """Return whether an authenticator app's code, or a later one, has let the person in before.

    RFC 6238, section 5.2: what was validated once must not be accepted a second time. The library forgets a code after
    thirty seconds, while it accepts it for ninety, and for longer when the clock is set back.
    """
    app = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    if app is None:
        return False
    counters = _counters_of(app, code)
    return bool(counters) and counters[-1] <= app.data.get(_LAST, -1)


@transaction.atomic
def note_used(app: Authenticator, code: str) -> None:
    """Keep that a code of an authenticator app let its holder in."""
    if app.type != Authenticator.Type.TOTP:
        return
    kept = Authenticator.objects.select_for_update().get(pk=app.pk)
    kept.data[_LAST] = max([kept.data.get(_LAST, -1), *_counters_of(kept, code)])
    kept.save(update_fields=["data"])


def _counters_of(app: Authenticator, code: str) -> list[int]:
    """Return for which of the half minutes around now the code was made: none for a wrong one."""
    secret = decrypt(app.data["secret"])
    return [
        counter
        for counter in yield_hotp_counters_from_time()
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter)))
    ]
