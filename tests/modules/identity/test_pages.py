"""Every page of people and accounts opens for whom it is meant, in English and in Arabic."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

VISITORS = [
    "sign-in/",
    "sign-out/",
    "sign-in/cancelled/",
    "password/forgotten/",
    "password/sent/",
    "password/new/done/",
    "roles/",
]
SIGNED_IN = [
    "work/",
    "account/",
    "account/record/",
    "account/sessions/",
    "account/second-factor/",
    "account/confirm/",
    "account/password/",
    "people/",
    "organisations/",
    "grants/",
]
ADMINISTRATORS = ["invitations/", "record/"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", VISITORS)
def test_a_visitor_reads(db, client: Client, language, path):
    response = client.get(f"/{language}/{path}")

    assert response.status_code in {200, 302}, response.headers
    if response.status_code == 200:
        assert f'lang="{language}"' in response.text
        assert "None" not in re.sub(r"<[^>]*>", "", response.text)


@pytest.mark.parametrize("path", [*SIGNED_IN, *ADMINISTRATORS])
def test_a_visitor_is_shown_the_way_in(db, client, path):
    response = client.get(f"/en/{path}")

    assert response.status_code == 302
    assert response["Location"].startswith("/en/sign-in/?next=/en/")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", [*SIGNED_IN, *ADMINISTRATORS])
def test_an_administrator_reads(client, ada, language, path):
    ada.with_app().sign_in(client)

    response = client.get(f"/{language}/{path}")

    assert response.status_code == 200
    assert "Ada Adeyi" in response.text
    assert response["Cache-Control"].endswith("no-store") or "private" in response["Cache-Control"]


@pytest.mark.parametrize("path", ADMINISTRATORS)
def test_whoever_may_not_is_told_that_there_is_nothing(client, nil, path):
    assert nil.sign_in(client).get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(
    "path", ["signup/", "accounts/", "email/", "confirm-email/", "login/code/", "inactive/", "sign-in/code/", "social/"]
)
def test_what_is_not_used_of_the_library_does_not_exist(db, client, path):
    for language in ("", "en/"):
        assert client.get(f"/{language}{path}").status_code == 404


def test_pages_of_one_person_open_to_an_administrator(client, ada, amal, ministry):
    ada.with_app().sign_in(client)

    for path in (
        f"people/{amal.id}/",
        f"people/{amal.id}/give-role/",
        f"people/{amal.id}/close/",
        f"organisations/{ministry}/",
    ):
        response = client.get(f"/en/{path}")
        assert response.status_code == 200, path
        assert "Amal Abara" in response.text


def test_the_second_factor_pages_open(client, nil):
    nil.sign_in(client)
    client.post("/en/account/confirm/", {"password": "seventeen quiet ferries"})

    app = client.get("/en/account/second-factor/app/")
    passkey = client.get("/en/account/second-factor/passkeys/add/")

    assert app.status_code == passkey.status_code == 200
    assert "<svg" in app.text
    assert "passkey-options" in passkey.text
    assert not Authenticator.objects.exists()


def test_my_data_holds_what_is_kept_and_no_secret(client, nil):
    data = nil.sign_in(client).get("/en/account/data/").json()

    assert data["account"]["email"] == "nil@example.org"
    assert {"memberships", "roles", "second_factors", "sessions", "record"} <= set(data)
    assert "password" not in str(data).replace("identity.password", "")


def test_a_form_shows_what_is_kept(client, nil):
    page = nil.sign_in(client).get("/fr/account/").text

    assert 'value="Nil Novak"' in page
    assert re.search(r'<option value="en"\s+selected>', page)
    assert re.search(r'<option value="UTC"\s+selected>', page)
    assert 'autocomplete="name"' in page
