"""What happens in allauth's own views is written down as well."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accede.foundation import clock
from accede.foundation.access import Actor
from accede.modules.identity import events
from accede.modules.identity.queries.signing_in import number_of_factors
from accede.modules.identity.services.sessions import end_other_sessions, note
from accede.modules.identity.web.acting import forget_reader

_ADDED = {
    Authenticator.Type.TOTP: events.APP_ADDED,
    Authenticator.Type.WEBAUTHN: events.PASSKEY_ADDED,
    Authenticator.Type.RECOVERY_CODES: events.CODES_MADE,
}
_REMOVED = {
    Authenticator.Type.TOTP: events.APP_REMOVED,
    Authenticator.Type.WEBAUTHN: events.PASSKEY_REMOVED,
    Authenticator.Type.RECOVERY_CODES: events.CODES_REMOVED,
}


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Write down who signed in."""
    del kwargs
    forget_reader(request)
    note(events.SIGNED_IN, by=Actor(person=user.pk), at=clock.now())


@receiver([account.password_changed, account.password_set, account.password_reset])
def password_changed(user: Any, **kwargs: Any) -> None:
    """Write down whose password is a new one."""
    del kwargs
    note(events.PASSWORD_CHANGED, by=Actor(person=user.pk), at=clock.now())


@receiver([factors.authenticator_added, factors.authenticator_reset])
def factor_added(request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Write down which factor was added; with the first one, sessions that never proved it end."""
    del kwargs
    note(_ADDED[Authenticator.Type(authenticator.type)], by=Actor(person=user.pk), at=clock.now())
    if number_of_factors(user.pk) == 1 and authenticator.type != Authenticator.Type.RECOVERY_CODES:
        end_other_sessions(user.pk, but=request.session.session_key or "")


@receiver(factors.authenticator_removed)
def factor_removed(user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Write down which factor was removed."""
    del kwargs
    note(_REMOVED[Authenticator.Type(authenticator.type)], by=Actor(person=user.pk), at=clock.now())
