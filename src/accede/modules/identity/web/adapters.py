"""How allauth behaves in Accede: nobody registers by themselves, words are ours, secrets lie encrypted."""

from datetime import timedelta
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathImage

from accede.foundation import clock
from accede.foundation.outbox.letters import Recipient, send
from accede.foundation.sealing import SECOND_FACTOR, cipher
from accede.modules.identity.queries.acting import needs_second_factor
from accede.modules.identity.queries.people import person_with_address
from accede.modules.identity.queries.signing_in import number_of_factors
from accede.modules.identity.services.partners import connect_partner_account
from accede.modules.identity.web.partnering import answers_this_request

_WRONG_CREDENTIALS = _("The e-mail address and the password do not belong together. Check both, or set a new password.")
_WRONG_CODE = _("This code is not right, or it is too old. Use the newest one.")
_LINK_HOLDS = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
_TOO_MANY = _("There were too many attempts. Wait five minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations only; letters go out by the outbox, in the language of who reads them."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _WRONG_CREDENTIALS,
        "account_inactive": _WRONG_CREDENTIALS,
        "invalid_login": _WRONG_CREDENTIALS,
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _WRONG_CODE,
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
        "invalid_password_reset": _("This link does not work any more."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: whoever joins was invited."""
        del request
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Know nobody whose account is closed: the answer is the one for a wrong password."""
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Answer somebody whose account was closed and who comes another way."""
        del user
        return _not_invited(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the person's own work, in their language."""
        with translation.override(getattr(request.user, "preferred_language", get_language())):
            return reverse("identity:work")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the first page, in the language that was read."""
        del request
        return f"/{get_language()}/"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the account."""
        del request
        return reverse("identity:account")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter of allauth in the language of whoever has that address."""
        known = person_with_address(email)
        language = known.language if known else get_language() or settings.LANGUAGE_CODE
        until = clock.now() + _LINK_HOLDS if template_prefix.endswith("password_reset_key") else None
        recipient = Recipient(email, language, person=known.id if known else None)
        send(template_prefix, recipient, context=context | {"person": known}, until=until)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell what went wrong on a page that leads on at once; what went well, the next page shows by itself."""
        del message_template, message_context
        if message:
            super().add_message(request, level, extra_tags=extra_tags, message=message)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors lie encrypted in the database, by a key made from the installation's secret."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _WRONG_CODE,
        "cannot_delete_authenticator": _(
            "You need a second factor for what you may see. Add another one before you remove this one."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt a secret."""
        return cipher(SECOND_FACTOR).encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret that was encrypted."""
        return cipher(SECOND_FACTOR).decrypt(encrypted_text.encode("ascii")).decode()

    def build_totp_svg(self, url: str) -> str:
        """Draw the code for an authenticator app, to stand inside the page: it may load no picture by data."""
        return str(qrcode.make(url, image_factory=SvgPathImage, border=2).to_string(encoding="unicode"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name the site to authenticators."""
        return {"id": super().get_public_key_credential_rp_entity()["id"], "name": "Accede"}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last second factor of whoever holds a role that asks for one."""
        person = authenticator.user_id
        if not needs_second_factor(person, on=clock.today()):
            return True
        return number_of_factors(person) > 1

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002  (allauth's word)
        """Propose a name for a new passkey."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passkey %(number)s")) % {"number": number}


class PartnerAdapter(DefaultSocialAccountAdapter):
    """Through a partner's provider only those sign in who were invited: it proves who they are, no more."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the providers that the environment names; a row of a table opens no way in."""
        del request
        return [
            SocialApp(provider=kind, **app)
            for kind, words in settings.SOCIALACCOUNT_PROVIDERS.items()
            for app in words.get("APPS", [])
            if provider in {None, kind, app["provider_id"]} and client_id in {None, app["client_id"]}
        ]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say no: whoever joins was invited."""
        del request, sociallogin
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Know a person by the key of their provider; the first time, by an address that it has verified."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(_not_invited(request))
        if not answers_this_request(sociallogin):
            raise ImmediateHttpResponse(render(request, "socialaccount/authentication_error.html", status=401))
        if sociallogin.is_existing:
            return
        verified = [address.email for address in sociallogin.email_addresses if address.verified]
        if not any(connect_partner_account(sociallogin, email=email) for email in verified):
            raise ImmediateHttpResponse(_not_invited(request))


def has_proved_second_factor(request: HttpRequest) -> bool:
    """Return whether this session was opened through a provider that itself asks everybody for a second factor."""
    trusted = {
        app["provider_id"]
        for app in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        if app["settings"].get("second_factor")
    }
    records = get_authentication_records(request, request.user)
    return any(record.get("provider") in trusted for record in records)


def _not_invited(request: HttpRequest) -> HttpResponse:
    return render(request, "account/not_invited.html", status=403)
