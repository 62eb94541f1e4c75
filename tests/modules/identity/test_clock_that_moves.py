"""A clock that is set forward or back: nothing lasts longer for it, and no code lets anybody in twice."""

import re
import time
from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone

from accede.foundation import clock, keys
from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face, chain, checkpoints
from accede.foundation.audit.recording import record
from accede.modules.identity.events import SIGNED_IN, person_subject
from accede.modules.identity.services.invitations import NewInvitation, invite
from tests.factories.people import AT, PASSWORD, SECRET
from tests.support.committed import seal

HOUR = timedelta(hours=1)
CODE = "/en/sign-in/second-factor/"


@pytest.fixture(autouse=True)
def unlimited(db):
    with override_settings(ACCOUNT_RATE_LIMITS={}, MFA_RATE_LIMITS={}):
        yield


@pytest.fixture
def at(monkeypatch):
    """Set the clock that the library reads for codes, in seconds since the epoch."""

    def put(moment: float) -> None:
        monkeypatch.setattr(time, "time", lambda: moment)
        cache.clear()  # the shared store forgets by the clock of the database

    return put


NOON = 1_796_040_000.0


def code_of(moment: float) -> str:
    return str(format_hotp_value(hotp_value(SECRET, int(moment) // 30)))


def comes_in(person, code: str) -> bool:
    browser = Client()
    assert browser.post("/en/sign-in/", {"login": person.email, "password": PASSWORD})["Location"] == CODE
    answer = browser.post(CODE, {"code": code})
    assert (answer.status_code == 302) is ("This code is not right" not in answer.text)
    return answer.status_code == 302


@pytest.mark.parametrize("later", [0, 29, 31, 59, -20, -59, -3600])
def test_a_code_lets_in_once_wherever_the_clock_goes_after_it(amal, at, later):
    amal.with_app()
    at(NOON)
    assert comes_in(amal, code_of(NOON))

    at(NOON + later)
    assert not comes_in(amal, code_of(NOON))


def test_a_code_of_before_the_last_one_does_not_let_in(amal, at):
    amal.with_app()
    at(NOON)
    assert comes_in(amal, code_of(NOON + 30))

    assert not comes_in(amal, code_of(NOON))
    assert not comes_in(amal, code_of(NOON - 30))
    at(NOON + 60)
    assert comes_in(amal, code_of(NOON + 60))


def test_a_code_that_was_used_counts_for_no_confirmation_either(amal, at):
    amal.with_app()
    at(NOON)
    assert comes_in(amal, code_of(NOON))
    browser = amal.sign_in(Client())

    at(NOON + 31)
    again = browser.post("/en/account/confirm/code/", {"code": code_of(NOON)})

    assert "This code is not right" in again.text


def test_another_app_begins_anew(amal, at):
    amal.with_app()
    at(NOON)
    assert comes_in(amal, code_of(NOON))
    Authenticator.objects.all().delete()
    amal.with_app()
    cache.clear()

    assert comes_in(amal, code_of(NOON))


@pytest.mark.parametrize(
    ("moved", "stays"), [(timedelta(0), True), (-timedelta(minutes=4), True), (-HOUR, False), (-2000 * HOUR, False)]
)
def test_a_session_does_not_outlive_its_twelve_hours_when_the_clock_is_set_back(nil, moved, stays):
    browser = nil.sign_in(Client())
    assert browser.get("/en/work/").status_code == 200

    Session.objects.update(expire_date=timezone.now() + 12 * HOUR - moved)

    assert (browser.get("/en/work/").status_code == 200) is stays


def test_a_session_ends_when_the_clock_goes_forward(nil):
    browser = nil.sign_in(Client())
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert "/sign-in/" in browser.get("/en/work/")["Location"]


@pytest.mark.parametrize(
    ("passed", "opens"),
    [(0, True), (13 * 24, True), (15 * 24, False), (-23, True), (-25, False), (-365 * 24, False)],
)
def test_an_invitation_holds_for_its_fourteen_days_and_not_for_those_that_a_wrong_clock_adds(ada, passed, opens):
    letter = NewInvitation(email="new@example.org", language="en")
    with clock.stopped_at(AT):
        token = invite(letter, by=ada.actor, at=AT).token

    with clock.stopped_at(AT + passed * HOUR):
        page = Client().get(f"/en/invitation/{token}/")

    assert page.status_code == (200 if opens else 410)


@pytest.mark.parametrize(("ahead", "works"), [(timedelta(minutes=4), True), (HOUR, False), (72 * HOUR, False)])
def test_a_link_for_a_new_password_from_a_time_to_come_does_not_work(nil, outbox, monkeypatch, ahead, works):
    then = datetime.now() + ahead  # noqa: DTZ005  (as the library reads it)
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: then)
    Client().post("/en/password/forgotten/", {"email": nil.email})
    monkeypatch.undo()
    link = re.search(r"http://testserver(\S+/password/new/\S+)", outbox[-1].body)

    assert link
    assert ("New password, once more" in Client().get(link[1], follow=True).text) is works


def test_a_checkpoint_holds_whichever_way_the_clock_went_after_it(nil, tmp_path):
    note(nil, AT)
    key = checkpoints.signing_key()
    path = tmp_path / "kept.json"
    path.write_text(checkpoints.sign(chain.verify(), at=AT, key=key), encoding="utf-8")
    kept = checkpoints.read(path, expected_key=keys.public_text(key.public_key()))

    for moment in (AT - 2000 * HOUR, AT + 9000 * HOUR, AT):
        note(nil, moment)
        verdict = chain.verify(kept.hold)
        assert not verdict.broken, moment
    assert verdict.links == kept.hold.number + 3


def note(person, moment) -> None:
    record(SIGNED_IN, about=person_subject(person.id), by=SYSTEM, at=moment, face=Face.JOB)
    seal()
