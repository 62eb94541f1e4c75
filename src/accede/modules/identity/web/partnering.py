"""To the provider of one's organisation and back: what the provider does wrong is told as that, and signs nobody in."""

import base64
import hashlib
import logging
from collections.abc import Callable
from functools import wraps
from urllib.parse import parse_qs, urlsplit

from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from requests import RequestException

View = Callable[..., HttpResponseBase]

_log = logging.getLogger(__name__)
#: A provider that is away, or answers with something else than the documents of OpenID Connect.
_NOT_AS_IT_SHOULD = (RequestException, KeyError, ValueError, TypeError, AttributeError)


def with_partner(view: View) -> View:
    """Have one of the library's views, which trusts a provider to be there and to answer whole, tell when it does not.

    An answer that names another issuer than the one that was asked is not taken (RFC 9207, section 2.4).
    """

    @wraps(view)
    def answer(request: HttpRequest, provider_id: str) -> HttpResponseBase:
        named = request.GET.get("iss")
        if named is not None and named.rstrip("/") != _issuer_of(provider_id):
            return _not_signed_in(request)
        try:
            return _with_nonce(view(request, provider_id))
        except _NOT_AS_IT_SHOULD as error:
            _log.warning("The provider %s did not answer as it should: %s.", provider_id, type(error).__name__)
            return _not_signed_in(request)

    return answer


def answers_this_request(login: SocialLogin) -> bool:
    """Return whether a provider's answer is about one person, and was made for the request that this browser sent.

    OpenID Connect Core 1.0, section 5.3.2 (both answers name one subject) and section 3.1.3.7, point 11 (the nonce).
    """
    told = login.account.extra_data
    subjects = {told[part]["sub"] for part in ("userinfo", "id_token") if "sub" in told.get(part, {})}
    sent = _challenge_of(login.state.get("pkce_code_verifier") or "")
    return len(subjects) == 1 and told.get("id_token", {}).get("nonce") == sent


def _with_nonce(response: HttpResponseBase) -> HttpResponseBase:
    """Put a nonce into the address of the provider: the challenge, of which only this session knows the origin."""
    location = response.headers.get("Location", "")
    challenge = parse_qs(urlsplit(location).query).get("code_challenge")
    if challenge:
        response.headers["Location"] = f"{location}&nonce={challenge[0]}"
    return response


def _challenge_of(verifier: str) -> str:
    """Return what was made of a verifier (RFC 7636, section 4.2, method S256)."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _issuer_of(provider_id: str) -> str | None:
    partners = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    addresses = (one["settings"]["server_url"] for one in partners if one["provider_id"] == provider_id)
    return next((address.partition("/.well-known/")[0].rstrip("/") for address in addresses), None)


def _not_signed_in(request: HttpRequest) -> HttpResponseBase:
    return render(request, "socialaccount/authentication_error.html", status=401)
