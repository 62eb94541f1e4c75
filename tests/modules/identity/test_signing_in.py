"""Signing in: password, second factor, limits, new passwords, sessions; nothing tells which half was wrong."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.audit.models import Event
from accede.modules.identity.jobs import forget_sessions
from accede.modules.identity.models import Person
from accede.modules.identity.queries.signing_in import account
from accede.modules.identity.services.memberships import join
from accede.modules.identity.services.people import close_account
from tests.factories import people
from tests.factories.people import PASSWORD, SECRET

WRONG = "The e-mail address and the password do not belong together."


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str):
    return client.post("/en/sign-in/", {"login": email, "password": password} | more)


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match
    return match[1]


def code_now() -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(SECRET, counter)))


def test_a_password_signs_in_and_leads_to_ones_work_in_ones_language(client, db):
    person = people.person("Gisele Girard", language="fr")

    response = sign_in(client, person.email.upper())

    assert response.status_code == 302
    assert response["Location"] == "/fr/work/"
    assert client.get("/fr/work/").status_code == 200
    assert Event.objects.filter(key="identity.signed-in", person=person.id).exists()


def test_whoever_has_an_account_the_database_is_asked_the_same(nil, ada, amal):
    close_account(amal.id, because="Left.", by=ada.actor, at=clock.now())
    sign_in(Client(), "first@example.org")

    asked = {}
    for email in (nil.email, nil.email.upper(), "nobody@example.org", amal.email):
        with CaptureQueriesContext(connection) as statements:
            answer = sign_in(Client(), email, "another password")
        kinds = [re.sub(r"'[^']*'|_x\d+", "", one["sql"])[:200] for one in statements.captured_queries]
        asked[email] = (answer.status_code, WRONG in answer.text, kinds)

    assert len({repr(one) for one in asked.values()}) == 1, asked


def test_signing_in_leads_back_to_where_one_wanted_to_go_and_nowhere_else(client, nil):
    assert sign_in(client, nil.email, next="/en/account/")["Location"] == "/en/account/"
    client.logout()
    assert sign_in(client, nil.email, next="https://example.org/")["Location"] == "/en/work/"


@pytest.mark.parametrize("email", ["nil@example.org", "nobody@example.org", "closed@example.org"])
def test_nothing_tells_which_half_was_wrong(client, nil, email):
    closed = people.person("Closed Account")
    Person.objects.filter(id=closed.id).update(is_active=False)

    response = sign_in(client, email, "not the password" if email.startswith("nil") else PASSWORD)

    assert response.status_code == 200
    assert WRONG in response.text
    assert "is_active" not in response.text
    assert "/en/work/" not in response.headers.get("Location", "")


def test_an_unknown_address_takes_as_long_as_a_known_one(client, db, settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    known = people.person("Nil Novak")
    hashed: list[str] = []
    original = Argon2PasswordHasher.encode

    def counted(self: Argon2PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return original(self, password, salt)

    monkeypatch.setattr(Argon2PasswordHasher, "encode", counted)
    spent = {}
    for email in ("nobody@example.org", known.email):
        hashed.clear()
        begun = time.perf_counter()
        sign_in(client, email, "not the password")
        spent[email] = time.perf_counter() - begun
        assert len(hashed) <= 1

    assert 0.2 < spent["nobody@example.org"] / spent[known.email] < 5


def test_after_five_wrong_passwords_an_account_waits_and_others_do_not(client, nil, bela):
    for _ in range(5):
        assert WRONG in sign_in(client, nil.email, "wrong").text

    assert "Wait five minutes" in sign_in(client, nil.email).text
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), bela.email).status_code == 302


def test_an_address_of_the_network_that_tries_too_much_waits(client, db):
    answers = [sign_in(client, f"a{number}@example.org", "wrong") for number in range(40)]

    assert answers[-1].status_code == 429
    assert "wait five minutes" in answers[-1].text


def test_a_flood_empties_no_count_of_another(client, nil):
    for _ in range(5):
        sign_in(client, nil.email, "wrong")
    for number in range(2000):
        cache.set(f"flood-{number}", [1.0], 60)

    assert "Wait five minutes" in sign_in(client, nil.email).text


def test_whoever_has_an_app_is_asked_for_its_code(client, amal):
    amal.with_app()

    assert sign_in(client, amal.email)["Location"] == "/en/sign-in/second-factor/"
    assert client.get("/en/work/").status_code == 302
    wrong = client.post("/en/sign-in/second-factor/", {"code": "000000"})
    assert "This code is not right" in wrong.text
    assert client.post("/en/sign-in/second-factor/", {"code": code_now()})["Location"] == "/en/work/"
    assert client.get("/en/work/").status_code == 200


def test_codes_cannot_be_tried_without_end(client, amal):
    amal.with_app()
    sign_in(client, amal.email)

    texts = [client.post("/en/sign-in/second-factor/", {"code": f"{number:06}"}).text for number in range(6)]

    assert "too many attempts" in texts[-1]


def test_a_recovery_code_works_once(client, amal):
    amal.with_app().sign_in(client)
    client.post("/en/account/confirm/", {"password": PASSWORD})
    client.post("/en/account/second-factor/codes/new/")
    codes = re.findall(r"<code><bdi>(\d{8})</bdi>", client.get("/en/account/second-factor/codes/").text)
    assert len(codes) == 10
    assert "cannot be shown again" in client.get("/en/account/second-factor/codes/").text

    for expected in (302, 200):
        client.logout()
        sign_in(client, amal.email)
        assert client.post("/en/sign-in/second-factor/", {"code": codes[0]}).status_code == expected


def test_a_secret_lies_encrypted(amal):
    user = account(amal.id)
    TOTP.activate(user, SECRET)

    assert SECRET not in str(Authenticator.objects.get(user=user).data)


def test_a_role_that_sees_more_than_the_public_asks_for_a_second_factor_first(client, amal):
    amal.sign_in(client)

    for path in ("work/", "people/", "invitations/", "account/data/"):
        assert client.get(f"/en/{path}")["Location"] == "/en/account/second-factor/?needed=1", path
    assert "You see more than the public sees." in client.get("/en/account/second-factor/?needed=1").text
    assert client.get("/en/account/").status_code == 200
    amal.with_app()
    assert client.get("/en/work/").status_code == 200


def test_whoever_only_reads_what_is_public_needs_none(client, nil):
    assert nil.sign_in(client).get("/en/work/").status_code == 200


def test_the_last_second_factor_stays_while_a_role_asks_for_it(client, amal):
    amal.with_app().sign_in(client)
    client.post("/en/account/confirm/", {"password": PASSWORD})

    response = client.post("/en/account/second-factor/app/remove/")

    assert "You need a second factor for what you may see" in response.text
    assert Authenticator.objects.filter(user_id=amal.id).exists()


def test_a_forgotten_password_reveals_nothing(client, nil, outbox):
    answers = []
    for email in ("nil@example.org", "stranger@example.org"):
        response = client.post("/en/password/forgotten/", {"email": email}, follow=True)
        answers.append((response.redirect_chain, re.sub(r'name="csrfmiddlewaretoken".*?>', "", response.text)))

    assert answers[0] == answers[1]
    assert len(outbox) == 2
    assert "/password/new/" in outbox.to("nil@example.org").body
    assert "/password/new/" not in outbox.to("stranger@example.org").body


def test_a_new_password_is_set_by_the_link_once(client, nil, outbox):
    client.post("/en/password/forgotten/", {"email": nil.email})
    link = found(r"http://testserver(\S+)", outbox[0].body)
    form = client.get(link, follow=True)
    assert "New password, once more" in form.text
    address = found(r'action="([^"]+/password/new/[^"]+)"', form.text)

    differ = client.post(address, {"password1": "nine blue kettles", "password2": "nine blue kettle"})
    assert "not the same" in differ.text
    done = client.post(address, {"password1": "nine blue kettles", "password2": "nine blue kettles"}, follow=True)
    assert "The new password is set" in done.text

    assert sign_in(Client(), nil.email, "nine blue kettles").status_code == 302
    assert "This link does not work any more" in Client().get(link, follow=True).text


def test_sessions_are_listed_and_end_everywhere(client, nil):
    elsewhere = Client(HTTP_USER_AGENT="Browser of the office")
    sign_in(elsewhere, nil.email)
    sign_in(client, nil.email)

    assert "Browser of the office" in client.get("/en/account/sessions/").text
    assert UserSession.objects.filter(user_id=nil.id).count() == 2
    response = client.post("/en/account/sign-out-everywhere/")

    assert response["Location"].endswith("?signed_out=everywhere")
    assert elsewhere.get("/en/work/").status_code == 302
    assert client.get("/en/work/").status_code == 302


def test_switching_is_one_click_and_kept(client, amal, ministry):
    second = people.organisation("Regional Committee (sample)", state="")
    join(second, person=amal.id, is_coordinator=False, valid_from=people.AT.date(), by=SYSTEM, at=people.AT)
    amal.with_app().sign_in(client)

    assert "acting for <bdi>Ministry of Justice" in client.get("/en/work/").text.replace("\n", " ")
    response = client.post("/en/work/act-for/", {"organisation": str(second), "next": "/en/people/"})
    assert response["Location"] == "/en/people/"
    assert "acting for <bdi>Regional Committee" in client.get("/en/work/").text.replace("\n", " ")
    assert client.post("/en/work/act-for/", {"organisation": str(amal.id)}).status_code == 404
    assert client.get("/en/work/act-for/").status_code == 405


def test_a_public_page_is_the_same_for_whoever_reads_it(client, amal):
    amal.with_app()
    stranger = Client().get("/en/roles/").content
    known = amal.sign_in(client).get("/en/roles/").content

    assert stranger == known
    assert b"Amal" not in known


def test_a_form_without_its_mark_is_refused_in_words(db):
    response = Client(enforce_csrf_checks=True).post("/en/sign-in/", {"login": "a@example.org", "password": "x"})

    assert response.status_code == 403
    assert "This form has grown stale" in response.text


def test_of_sessions_that_have_ended_nothing_is_kept(client, nil, amal):
    sign_in(client, nil.email)
    sign_in(Client(), amal.email)
    assert UserSession.objects.count() == 2
    ended = Session.objects.filter(session_key=client.session.session_key)
    Session.objects.update(expire_date=clock.now() + timedelta(hours=1))
    ended.update(expire_date=clock.now() - timedelta(seconds=1))

    forget_sessions(0)

    assert not ended.exists()
    assert [session.user_id for session in UserSession.objects.all()] == [amal.id]
