"""The address with which somebody signs in: changed by a letter to the new one, and by nothing else."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from accede.foundation import clock
from accede.modules.identity.models import Person
from tests.factories import people
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db


def confirmed(client: Client, who: people.TestPerson) -> Client:
    """Sign somebody in who has just given their password once more."""
    who.sign_in(client)
    client.post("/en/account/confirm/", {"password": PASSWORD})
    return client


@pytest.fixture
def ask():
    """Ask for an address, and return where the answer leads."""

    def asked(client: Client, address: str) -> str:
        response = client.post("/en/account/address/", {"email": address})
        return response.headers.get("location", "")

    return asked


def link_in(letter: mail.EmailMessage) -> str:
    found = re.search(r"https?://[^/]+(\S+)", str(letter.body))
    assert found
    return found[1]


def test_the_link_sent_to_the_new_address_makes_it_the_one_that_signs_in(client, nil, ask, outbox):
    ask(confirmed(client, nil), "Nil.New@example.org")
    letter = outbox[-1]
    path = link_in(letter)
    assert (letter.to, Person.objects.get(id=nil.id).email) == (["nil.new@example.org"], nil.email)
    assert "nil.new@example.org" in client.get(path).text

    response = client.post(path, follow=True)

    assert "From now on you sign in with" in response.text
    assert Person.objects.get(id=nil.id).email == "nil.new@example.org"
    assert outbox[-1].to == [nil.email]
    assert client.get("/en/account/record/").text.count("changed the address with which they sign in") == 1
    for address, status in (("nil.new@example.org", 302), (nil.email, 200)):
        assert Client().post("/en/sign-in/", {"login": address, "password": PASSWORD}).status_code == status


def test_a_link_works_once_for_a_day_for_the_person_who_asked(client, nil, ada, ask, outbox):
    ask(confirmed(client, nil), "nil.new@example.org")
    path = link_in(outbox[-1])

    assert ada.with_app().sign_in(Client()).post(path).status_code == 410
    with clock.stopped_at(clock.now() + timedelta(hours=24, seconds=1)):
        assert client.post(path).status_code == 410
    assert Person.objects.get(id=nil.id).email == nil.email
    assert client.post(path).status_code == 302
    assert client.post(path).status_code == 410


@pytest.mark.parametrize("token", ["nonsense", "é", "gAAAA", "%00"])
def test_a_link_that_was_damaged_says_how_to_get_a_new_one(client, nil, token):
    response = nil.sign_in(client).get(f"/en/account/address/{token}/")

    assert response.status_code == 410
    assert "Nothing was changed." in response.text
    assert "Have a new letter sent" in response.text


def test_an_address_of_somebody_else_is_told_to_that_address_only(client, nil, amal, ask, outbox):
    confirmed(client, nil)

    assert ask(client, "free@example.org") == ask(client, amal.email.upper()) == "/en/account/address/?sent=1"
    letter = outbox.to(amal.email)
    assert "belongs to an account already" in letter.body
    assert "http" not in letter.body


def test_an_address_that_was_taken_meanwhile_stays_with_who_took_it(client, nil, ask, outbox):
    ask(confirmed(client, nil), "shared@example.org")
    Person.objects.create(email="Shared@example.org", name="Quick", joined_at=clock.now())

    assert client.post(link_in(outbox[-1])).status_code == 410
    assert Person.objects.get(id=nil.id).email == nil.email


@pytest.mark.parametrize(
    ("email", "words"),
    [("", "Write an e-mail address"), ("nil@", "Write an e-mail address"), ("NIL@example.org", "already")],
)
def test_what_is_no_new_address_is_told_at_the_field(client, nil, outbox, email, words):
    response = confirmed(client, nil).post("/en/account/address/", {"email": email})

    assert response.status_code == 200
    assert words in response.text
    assert outbox == []


def test_letters_are_limited(client, nil, ask):
    confirmed(client, nil)

    assert ["sent" in ask(client, f"n{number}@example.org") for number in range(7)] == [True] * 5 + [False] * 2


def test_the_password_is_asked_for_once_more(client, nil):
    response = nil.sign_in(client).get("/en/account/address/")

    assert response.status_code == 302
    assert "/account/confirm/" in response.headers["location"]
