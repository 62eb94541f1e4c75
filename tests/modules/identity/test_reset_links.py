"""A link for a new password, end to end: once, for two hours, and no longer than what it was sent for holds."""

import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from accede.foundation import clock
from accede.modules.identity.models import Person
from accede.modules.identity.services.address import ask_for_address, take_address
from accede.modules.identity.services.people import close_account
from tests.factories.people import AT, PASSWORD

NEW = "nine blue kettles sing"


@pytest.fixture(autouse=True)
def unlimited(db):
    with override_settings(ACCOUNT_RATE_LIMITS={}):
        yield


@pytest.fixture
def send(outbox):
    """Ask for a link, and return its address."""

    def ask(email: str) -> str:
        Client().post("/en/password/forgotten/", {"email": email})
        found = re.search(r"http://testserver(\S+/password/new/\S+)", outbox[-1].body)
        return found[1] if found else ""

    return ask


def opens(link: str, client: Client | None = None) -> bool:
    page = (client or Client()).get(link, follow=True)
    assert page.status_code == 200
    works = "New password, once more" in page.text
    assert works is not ("This link does not work any more" in page.text)
    return works


def use(link: str, password: str = NEW) -> Client:
    browser = Client()
    page = browser.get(link, follow=True)
    browser.post(page.request["PATH_INFO"], {"password1": password, "password2": password})
    return browser


def signs_in(email: str, password: str) -> bool:
    return Client().post("/en/sign-in/", {"login": email, "password": password}).status_code == 302


def test_it_works_once_and_then_no_other_link_of_before_does(nil, send):
    first, second = send(nil.email), send(nil.email)

    assert opens(first)
    assert opens(second)
    use(second)
    assert signs_in(nil.email, NEW)
    assert not opens(first)
    assert not opens(second)


def test_it_signs_nobody_in_and_ends_the_sessions_that_there_are(nil, send):
    here, elsewhere = nil.sign_in(Client()), nil.sign_in(Client())

    browser = use(send(nil.email))

    for one in (browser, here, elsewhere):
        assert "/sign-in/" in one.get("/en/work/")["Location"]


def test_it_leaves_the_second_factor_where_it_is(amal, send):
    amal.with_app()

    use(send(amal.email))

    browser = Client()
    answer = browser.post("/en/sign-in/", {"login": amal.email, "password": NEW})
    assert answer["Location"] == "/en/sign-in/second-factor/"
    assert "/sign-in/" in browser.get("/en/work/")["Location"]


def test_it_does_not_outlive_a_change_of_password_or_of_address_or_signing_in_or_the_account(
    nil, bela, amal, ada, send
):
    by_password, by_address, by_closing = send(nil.email), send(bela.email), send(amal.email)
    account = Person.objects.get(id=nil.id)
    account.set_password("another sentence of mine")
    account.save()
    asked = ask_for_address("bela.new@example.org", by=bela.actor, at=clock.now())
    take_address(asked.token or "", by=bela.actor, at=clock.now())
    close_account(amal.id, because="Left.", by=ada.actor, at=AT)

    assert [opens(link) for link in (by_password, by_address, by_closing)] == [False, False, False]
    assert not signs_in(amal.email, PASSWORD)


@pytest.mark.parametrize(("passed", "works"), [(1, True), (119, True), (121, False), (60 * 24, False)])
def test_it_holds_for_two_hours(nil, send, monkeypatch, passed, works):
    link = send(nil.email)

    later = datetime.now() + timedelta(minutes=passed)  # noqa: DTZ005  (as the library reads it)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: later)

    assert opens(link) is works


def test_a_clock_that_was_set_back_does_not_lengthen_it_beyond_what_it_is_then(nil, send, monkeypatch):
    ahead = datetime.now() + timedelta(days=3)  # noqa: DTZ005  (as the library reads it)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: ahead)
    link = send(nil.email)
    monkeypatch.undo()

    use(link)

    assert not opens(link)


@pytest.mark.parametrize("damage", ["cut", "changed", "other person"])
def test_a_link_that_is_not_whole_does_not_work(nil, bela, send, damage):
    link, other = send(nil.email), send(bela.email)
    key = link.rstrip("/").rsplit("/", 1)[1]
    start, _, token = key.partition("-")
    told = {
        "cut": token[:-1],
        "changed": token[:-1] + ("0" if token[-1] != "0" else "1"),
        "other person": other.rstrip("/").rsplit("/", 1)[1].partition("-")[2],
    }

    assert not opens(link.replace(key, f"{start}-{told[damage]}"))


def test_an_account_without_password_gets_one_by_it_and_keeps_what_it_has(ada, send):
    person = Person.objects.get(id=ada.id)
    person.set_unusable_password()
    person.save()

    use(send(ada.email))

    assert signs_in(ada.email, NEW)


def test_asking_for_a_link_costs_as_much_whoever_has_an_account(nil, ada, amal, bela, outbox):
    close_account(amal.id, because="Left.", by=ada.actor, at=AT)
    without = Person.objects.get(id=bela.id)
    without.set_unusable_password()
    without.save()
    Client().post("/en/password/forgotten/", {"email": "first@example.org"})

    asked = {}
    for email in (nil.email, nil.email.upper(), "nobody@example.org", amal.email, bela.email):
        with CaptureQueriesContext(connection) as statements:
            answer = Client().post("/en/password/forgotten/", {"email": email})
        kinds = [re.sub(r"'[^']*'|_x\d+", "", one["sql"])[:200] for one in statements.captured_queries]
        asked[email] = (answer.status_code, answer["Location"], answer.content, kinds)

    assert len({repr(one) for one in asked.values()}) == 1, asked
