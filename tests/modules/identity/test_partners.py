"""Signing in through the OpenID Connect provider of one's organisation, which runs as a process of its own."""

import re
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from accede.foundation.pages.public import pages
from accede.modules.identity.models import Person
from accede.modules.identity.services.people import close_account
from accede.modules.identity.web.partnering import answers_this_request
from accede.site.settings.partners import origins_of, partners_from_environment
from tests.factories import people
from tests.factories.people import AT
from tests.support import provider

NIL = {"sub": "n-1", "email": "nil@example.org", "email_verified": True, "name": "Nil Novak"}
ANOTHER_NIL = {"sub": "n-2", "email": "nil@example.org", "email_verified": False, "name": "Not Nil"}
STRANGER = {"sub": "s-1", "email": "stranger@example.org", "email_verified": True}
AMAL = {"sub": "a-1", "email": "amal@example.org", "email_verified": True}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with provider.running(NIL, ANOTHER_NIL, STRANGER, AMAL) as address:
        yield address


@pytest.fixture
def partner(issuer: str, settings: Any) -> Iterator[str]:
    """The provider, set up as an operator would by the environment."""
    environment = {
        "ACCEDE_OIDC": "partner",
        "ACCEDE_OIDC_PARTNER_NAME": "Partner body",
        "ACCEDE_OIDC_PARTNER_ISSUER": issuer,
        "ACCEDE_OIDC_PARTNER_CLIENT_ID": "accede",
        "ACCEDE_OIDC_PARTNER_CLIENT_SECRET": "secret of the test",
    }
    apps = partners_from_environment(environment)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
    # A process that runs meets no other providers than those it started with.
    pages.clear()
    yield issuer
    pages.clear()


def come_back_as(client: Client, subject: str, *, query: str = "") -> Any:
    """Go to the provider, say who one is there, and come back."""
    away = client.post(f"/sign-in/with/partner/{query}")
    assert away.status_code == 302, away.content
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    answer = requests.post(away["Location"], data={"sub": subject}, allow_redirects=False, timeout=10)
    back = answer.headers["Location"]
    assert re.match(r"http://testserver/sign-in/with/partner/back/\?", back)
    return client.get(back.removeprefix("http://testserver"))


def test_whoever_was_invited_signs_in_by_a_verified_address(client, nil, partner):
    assert "Sign in through <bdi>Partner body</bdi>" in " ".join(client.get("/en/sign-in/").text.split())

    response = come_back_as(client, "n-1")

    assert response["Location"] == "/en/work/"
    assert client.get("/en/work/").status_code == 200
    assert SocialAccount.objects.get().user_id == nil.id


def test_the_second_time_the_key_of_the_provider_is_enough(client, nil, partner):
    come_back_as(client, "n-1")
    Person.objects.filter(id=nil.id).update(email="nil.novak@example.org")
    client.logout()

    assert come_back_as(client, "n-1")["Location"] == "/en/work/"


@pytest.mark.parametrize("subject", ["s-1", "n-2"])
def test_who_was_not_invited_or_has_an_address_that_nobody_verified_does_not_come_in(client, nil, partner, subject):
    response = come_back_as(client, subject)

    assert response.status_code == 403
    assert "There is no account for you here" in response.text
    assert client.get("/en/work/").status_code == 302
    assert Person.objects.count() == 1


def test_a_closed_account_stays_closed(client, ada, nil, partner):
    come_back_as(client, "n-1")
    client.logout()
    close_account(nil.id, because="Left.", by=ada.actor, at=AT)

    assert come_back_as(client, "n-1").status_code == 403


@pytest.mark.parametrize("trusted", [False, True])
def test_a_second_factor_is_asked_for_unless_the_provider_asks_everybody(client, amal, partner, settings, trusted):
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["second_factor"] = trusted
    come_back_as(client, "a-1")

    response = client.get("/en/work/")

    assert response.status_code == (200 if trusted else 302)
    if not trusted:
        assert response["Location"] == "/en/account/second-factor/?needed=1"


def test_accounts_are_not_connected_by_somebody_who_has_signed_in(client, db, partner):
    bystander = people.person("Bystander B").sign_in(client)

    response = come_back_as(bystander, "s-1", query="?process=connect")

    assert response.status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_forged_return_signs_nobody_in(client, nil, partner):
    response = client.get("/sign-in/with/partner/back/?code=forged&state=forged")

    assert response.status_code == 401
    assert "You have not been signed in" in response.text


def test_a_provider_that_there_is_none_of_is_not_there(client, db):
    assert client.post("/sign-in/with/nobody/").status_code == 404


def test_a_provider_that_is_set_up_by_half_is_told_whole():
    with pytest.raises(
        ImproperlyConfigured, match="ACCEDE_OIDC_X_NAME, ACCEDE_OIDC_X_ISSUER, ACCEDE_OIDC_X_CLIENT_SECRET"
    ):
        partners_from_environment({"ACCEDE_OIDC": "x", "ACCEDE_OIDC_X_CLIENT_ID": "1"})


def test_forms_may_lead_on_to_the_providers_origin_only(partner):
    assert origins_of(partners_from_environment({})) == []
    app = {"settings": {"server_url": "https://id.example.org/realms/un"}}
    assert origins_of([app]) == ["https://id.example.org"]


def back_from(client: Client, subject: str) -> str:
    """Go to the provider, say who one is there, and return the address to which it sends one back."""
    away = client.post("/sign-in/with/partner/")
    answer = requests.post(away["Location"], data={"sub": subject}, allow_redirects=False, timeout=10)
    return answer.headers["Location"].removeprefix("http://testserver")


def is_out(client: Client) -> bool:
    return "/sign-in/" in client.get("/en/work/").headers.get("Location", "")


def test_a_return_works_once_and_only_in_the_browser_that_went(client, nil, partner):
    thief = Client()
    back = back_from(client, "n-1")

    assert thief.get(back).status_code == 401
    assert is_out(thief)
    assert client.get(back)["Location"] == "/en/work/"
    client.logout()
    assert client.get(back).status_code == 401
    assert is_out(client)


def test_somebody_elses_code_is_not_taken_with_ones_own_state(client, nil, amal, partner):
    victim = Client()
    code = parse_qs(urlsplit(back_from(victim, "a-1")).query)["code"][0]
    state = parse_qs(urlsplit(back_from(client, "n-1")).query)["state"][0]

    answer = client.get("/sign-in/with/partner/back/", {"code": code, "state": state})

    assert answer.status_code == 401
    assert is_out(client)


@pytest.mark.parametrize(
    ("query", "leads"),
    [("error=access_denied", "/en/sign-in/cancelled/"), ("error=server_error", ""), ("error=%00", ""), ("", ""),
     ("code=", ""), ("code=x&code=y", ""), ("error=login_required&error_description=%3Cscript%3E", "")],
)  # fmt: skip
def test_what_the_provider_says_instead_of_yes_signs_nobody_in(client, nil, partner, query, leads):
    state = parse_qs(urlsplit(client.post("/sign-in/with/partner/")["Location"]).query)["state"][0]

    answer = client.get(f"/sign-in/with/partner/back/?state={state}&{query}")

    assert answer.status_code == (302 if leads else 401)
    assert answer.headers.get("Location", "") == leads
    assert "<script>" not in answer.text
    assert is_out(client)


def test_an_answer_of_another_issuer_is_not_taken(client, nil, partner):
    back = back_from(client, "n-1")

    assert client.get(f"{back}&iss=https://another.example").status_code == 401
    assert is_out(client)
    assert client.get(f"{back}&iss={partner}/")["Location"] == "/en/work/"


def test_a_state_that_went_to_one_provider_does_not_come_back_from_another(client, nil, partner, settings):
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    apps.append(apps[0] | {"provider_id": "rival", "client_id": "rival"})
    back = back_from(client, "n-1")

    assert client.get(back.replace("/with/partner/", "/with/rival/")).status_code == 401
    assert is_out(client)


def test_a_return_that_took_longer_than_ten_minutes_signs_nobody_in(client, nil, partner, monkeypatch):
    back = back_from(client, "n-1")
    now = time.time()

    monkeypatch.setattr("allauth.socialaccount.internal.statekit.time.time", lambda: now + 3600)

    assert client.get(back).status_code == 401
    assert is_out(client)


def test_a_provider_that_is_away_is_told_and_is_no_fault(client, nil, partner, settings):
    back = back_from(client, "n-1")
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    for address in (f"http://127.0.0.1:{provider.free_port()}", f"{partner}/nothing", "http://127.0.0.1:1"):
        app["settings"]["server_url"] = address
        for answer in (client.post("/sign-in/with/partner/"), client.get(back)):
            assert answer.status_code == 401
            assert "You have not been signed in" in answer.text
    assert is_out(client)


@pytest.mark.parametrize(
    ("changed", "works"),
    [
        ({}, True),
        ({"userinfo": {"sub": "n-2"}}, False),
        ({"id_token": {"sub": "n-1", "nonce": "of another request"}}, False),
        ({"id_token": {"sub": "n-1"}}, False),
        ({"id_token": {}}, False),
        ({"userinfo": {}, "id_token": {}}, False),
    ],
)
def test_an_answer_about_two_persons_or_to_another_request_is_not_taken(changed, works):
    # Verifier and challenge of RFC 7636, appendix B.
    challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    told = {"userinfo": {"sub": "n-1"}, "id_token": {"sub": "n-1", "nonce": challenge}} | changed
    login = SocialLogin(account=SocialAccount(extra_data=told))
    login.state = {"pkce_code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"}

    assert answers_this_request(login) is works
