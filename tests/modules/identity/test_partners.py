"""Signing in through the OpenID Connect provider of one's organisation, which runs as a process of its own."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from accede.foundation.pages.public import pages
from accede.modules.identity.models import Person
from accede.modules.identity.services.people import close_account
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
