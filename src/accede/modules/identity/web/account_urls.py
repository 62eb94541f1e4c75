"""The addresses of allauth that are used.

Those that are not listed here do not exist: there is no registration, no connecting of accounts, no sign-in by code.
The address is changed by a page of ours, which asks the new one first.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as partner
from allauth.socialaccount.providers.openid_connect import views as provider
from allauth.usersessions import views as sessions
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, re_path, reverse

from accede.foundation.access import PUBLIC, SIGNED_IN, opens_to
from accede.foundation.pages.parameters import takes
from accede.foundation.pages.visitors import visitor_page
from accede.modules.identity.web.confirming import with_something_to_confirm_with
from accede.modules.identity.web.factors import remove_passkey
from accede.modules.identity.web.gate import before_second_factor
from accede.modules.identity.web.partnering import with_partner

View = Callable[..., Any]


def _public(view: View, *names: str) -> View:
    return before_second_factor(opens_to(PUBLIC)(takes(*names)(view)))


def _cached(view: View, *names: str) -> View:
    return visitor_page(_public(view, *names))


def _signed_in(view: View, *names: str) -> View:
    return before_second_factor(opens_to(SIGNED_IN)(takes("next", *names)(view)))


def _confirming(view: View) -> View:
    return _signed_in(with_something_to_confirm_with(view))


@before_second_factor
@opens_to(SIGNED_IN)
@takes()
def _passkeys(request: HttpRequest) -> HttpResponse:
    """Lead to the list of all factors, which shows the passkeys too."""
    del request
    return HttpResponseRedirect(reverse("mfa_index"))


urlpatterns: list[URLPattern] = [
    path("sign-in/", _cached(account.login, "next", "signed_out"), name="account_login"),
    path("sign-in/second-factor/", _public(factor.authenticate, "next"), name="mfa_authenticate"),
    path("sign-in/passkey/", _public(passkey.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/cancelled/", _cached(partner.login_cancelled), name="socialaccount_login_cancelled"),
    path("sign-out/", _public(account.logout, "next"), name="account_logout"),
    path("password/forgotten/", _cached(account.password_reset, "next"), name="account_reset_password"),
    path("password/sent/", _cached(account.password_reset_done), name="account_reset_password_done"),
    path(
        "password/new/done/", _cached(account.password_reset_from_key_done), name="account_reset_password_from_key_done"
    ),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        _public(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("account/password/", _signed_in(account.password_change), name="account_change_password"),
    path("account/password/first/", _signed_in(account.password_set), name="account_set_password"),
    path("account/confirm/", _confirming(account.reauthenticate), name="account_reauthenticate"),
    path("account/confirm/code/", _confirming(factor.reauthenticate), name="mfa_reauthenticate"),
    path("account/confirm/passkey/", _confirming(passkey.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("account/sessions/", _signed_in(sessions.list_usersessions), name="usersessions_list"),
    path("account/second-factor/", _signed_in(factor.index, "needed"), name="mfa_index"),
    path("account/second-factor/app/", _signed_in(app.activate_totp), name="mfa_activate_totp"),
    path("account/second-factor/app/remove/", _signed_in(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/second-factor/codes/", _signed_in(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "account/second-factor/codes/new/",
        _signed_in(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("account/second-factor/passkeys/", _passkeys, name="mfa_list_webauthn"),
    path("account/second-factor/passkeys/add/", _signed_in(passkey.add_webauthn), name="mfa_add_webauthn"),
    path("account/second-factor/passkeys/<int:pk>/remove/", _signed_in(remove_passkey), name="mfa_remove_webauthn"),
]

#: Addresses that a partner's provider knows: one for all languages.
provider_urlpatterns: list[URLPattern] = [
    path(
        "sign-in/with/<slug:provider_id>/",
        _public(with_partner(provider.login), "process", "next"),
        name="openid_connect_login",
    ),
    path(
        "sign-in/with/<slug:provider_id>/back/",
        _public(
            with_partner(provider.callback),
            "code",
            "state",
            "error",
            "error_description",
            "error_uri",
            "iss",
            "session_state",
        ),
        name="openid_connect_callback",
    ),
]
