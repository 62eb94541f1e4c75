"""No address of signing in and of accounts answers by a number alone: whoever asks what, in whatever state."""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

import pytest
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.test import Client, override_settings
from django.urls import get_resolver

from accede.foundation.access import Address, addresses_below
from accede.foundation.access.acting import acting
from accede.foundation.access.people import SYSTEM
from accede.modules.identity.models import Person
from accede.modules.identity.services.invitations import NewInvitation, invite
from tests.factories import people

PARTS = {
    "provider_id": ("nobody", "partner"),
    "uidb36": ("1", "z" * 34),
    "key": ("set-password", "1-1"),
    "pk": ("1", "999999999999999999999999"),
    "token": ("nonsense", "%00", "gAAAAA"),
    "uuid": ("00000000-0000-0000-0000-000000000000",),
}
QUERIES = (
    "",
    "?next=https://elsewhere.example/",
    "?next=/en/work/",
    "?next=%00",
    "?code=x&state=y",
    "?error=access_denied",
)
METHODS = ("get", "post", "delete")
_PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def of_accounts() -> Iterator[Address]:
    """Yield the addresses of signing in, of accounts, of people and of invitations."""
    for address in addresses_below(get_resolver()):
        if address.name.startswith(("account_", "mfa_", "usersessions_", "socialaccount_", "openid_", "identity:")):
            yield address


def filled(route: str) -> Iterator[str]:
    """Yield the addresses of a route, each part with each of its values."""
    part = _PART.search(route)
    if part is None:
        yield "/" + route.replace("^", "").rstrip("$").lstrip("/")
        return
    for value in PARTS["uuid" if part[1] == "uuid" else part[2] or part[3]]:
        yield from filled(route[: part.start()] + value + route[part.end() :])


def made(state: str) -> Client:
    """Return the browser of somebody in that state."""
    browser = Client(enforce_csrf_checks=state.endswith("without mark"), raise_request_exception=False)
    if state.startswith("visitor"):
        return browser
    body = people.organisation() if state == "who needs a factor" else None
    found = people.person("Somebody", acts_for=body, is_coordinator=body is not None)
    if "nothing" in state or "only" in state:
        Person.objects.filter(id=found.id).update(password=make_password(None))
    return (found.with_app() if "an app" in state else found).sign_in(browser)


STATES = (
    "visitor",
    "visitor without mark",
    "with a password",
    "with a password without mark",
    "with nothing",
    "with an app",
    "with an app only",
    "who needs a factor",
)


@pytest.fixture(autouse=True)
def unlimited(db):
    """Without limits, whose page would hide the others."""
    with override_settings(ACCOUNT_RATE_LIMITS={}):
        yield


def fault(method: str, response) -> str:
    """Return what is wrong with an answer, "" where nothing is."""
    if response.status_code >= 500:
        return f"{response.status_code}"
    if method == "head" or response.status_code in {301, 302, 303}:
        return ""
    if "json" in response.headers["Content-Type"]:
        return "" if response.content.startswith(b"{") else "empty JSON"
    text = response.content.decode()
    return "" if "<h1" in text and "<main" in text and "<html" in text else f"bare {response.status_code}: {text[:80]}"


@pytest.mark.parametrize("state", STATES)
def test_every_address_answers_with_a_page_that_says_what_to_do(state):
    browser, wrong = made(state), []
    # What a part of an address may hold is another question than who asks: all of it is asked by two of them.
    most = None if state in {"visitor", "with an app"} else 1
    for address in of_accounts():
        for number, where in enumerate(islice(filled(address.route), most)):
            for method in METHODS if number == 0 else ("get",):
                # What one answer does must not decide another: signing out, or a password that is set.
                undo, cookies = transaction.savepoint(), deepcopy(browser.cookies)
                if told := fault(method, getattr(browser, method)(where)):
                    wrong.append(f"{method} {where}: {told}")
                transaction.savepoint_rollback(undo)
                browser.cookies = cookies

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("query", QUERIES)
def test_nor_with_odd_questions_in_the_address(query):
    browser, wrong = made("with a password"), []
    for address in of_accounts():
        where = next(filled(address.route)) + query
        undo = transaction.savepoint()
        if told := fault("get", browser.get(where)):
            wrong.append(f"{where}: {told}")
        transaction.savepoint_rollback(undo)

    assert not wrong, "\n".join(wrong)


def test_whoever_has_nothing_to_confirm_with_is_told_what_to_set_up(db):
    browser = made("with nothing")

    for address in ("confirm/", "confirm/code/", "confirm/passkey/"):
        answer = browser.get(f"/en/account/{address}")
        assert answer.status_code == 403
        assert "There is nothing yet to confirm with" in answer.text
        assert "/en/account/second-factor/" in answer.text


def test_a_method_that_an_address_does_not_take_is_told_in_words(client, db):
    answer = people.person("Word Only").sign_in(client).get("/en/account/sign-out-everywhere/")

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Not in this way" in answer.text
    assert 'name="known"' not in answer.text, "no day can be chosen where no page opens"


def test_a_closed_link_says_so_for_every_way_to_be_closed(client, db):
    with acting(SYSTEM):
        made = invite(NewInvitation("x@example.org", "en"), by=SYSTEM, at=people.AT)

    for token in (made.token[:-1], made.token + "x", "%C3%A9", made.token.upper()):
        answer = client.get(f"/en/invitation/{token}/")
        assert answer.status_code == 404
        assert "ask whoever invited you" in answer.text
