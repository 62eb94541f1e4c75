"""Who needs a second factor, as the guide promises: whoever holds a role, or acts for an organisation."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from accede.foundation import clock
from accede.foundation.access import SYSTEM, roles
from accede.modules.identity.models import Membership
from accede.modules.identity.queries.acting import needs_second_factor
from accede.modules.identity.queries.signing_in import account
from accede.modules.identity.services.grants import NewGrant, end_grant, give_role
from accede.modules.identity.services.memberships import end_membership, join
from tests.factories import people
from tests.factories.people import AT, PASSWORD

FACTOR = "/en/account/second-factor/?needed=1"
GIVEN = [role for role in roles() if role.is_granted]


def is_asked(person) -> bool:
    answer = person.sign_in(Client()).get("/en/work/")
    assert answer.status_code in {200, 302}
    return bool(answer.get("Location") == FACTOR)


def scope_of(role, organisation) -> tuple[str, str]:
    kind = role.scope_kinds[0]
    return kind, {"state": "XSA", "organisation": str(organisation), "theme": "training"}.get(kind, "")


@pytest.mark.parametrize("role", GIVEN, ids=lambda role: role.key)
def test_every_role_needs_one_whether_or_not_its_holder_acts_for_anybody(role, ministry):
    kind, key = scope_of(role, ministry)
    holder = people.person("Hal Holder", role=role.key, scope=(kind, key))

    assert is_asked(holder)
    assert not is_asked(holder.with_app())


def test_no_role_is_left_out():
    assert len(GIVEN) == 8
    assert all(role.needs_second_factor for role in GIVEN)


@pytest.mark.parametrize("coordinates", [False, True])
@pytest.mark.parametrize("state", ["XSA", ""])
def test_whoever_acts_for_an_organisation_needs_one_without_any_role(db, coordinates, state):
    body = people.organisation("A body (sample)", state=state)
    member = people.person("Mia Member", acts_for=body, is_coordinator=coordinates)

    assert is_asked(member)
    assert not is_asked(member.with_app())


def test_a_coordinator_without_factor_invites_nobody_and_sees_nobody(ministry):
    browser = people.person("Cora Cole", acts_for=ministry, is_coordinator=True).sign_in(Client())

    for address in ("work", "people", "organisations", f"organisations/{ministry}", "invitations", "grants"):
        assert browser.get(f"/en/{address}/")["Location"] == FACTOR, address
    wish = {"email": "x@example.org", "language": "en", "organisation": str(ministry)}
    assert browser.post("/en/invitations/", wish)["Location"] == FACTOR


def test_whoever_holds_nothing_and_acts_for_nobody_needs_none(nil):
    assert not is_asked(nil)


def test_it_is_asked_from_the_day_to_the_day(ada, nil, ministry):
    today = AT.date()
    join(ministry, person=nil.id, is_coordinator=False, valid_from=today + timedelta(days=2), by=SYSTEM, at=AT)
    asked = [needs_second_factor(nil.id, on=today + timedelta(days=number)) for number in (1, 2, 3)]
    assert asked == [False, True, True]

    end_membership(Membership.objects.get(person=nil.id).id, on=today + timedelta(days=3), by=ada.actor, at=AT)
    asked = [needs_second_factor(nil.id, on=today + timedelta(days=number)) for number in (1, 2, 3)]
    assert asked == [False, True, False]


def test_a_role_that_comes_and_goes_while_signed_in_counts_at_once(ada, nil):
    browser = nil.sign_in(Client())
    assert browser.get("/en/work/").status_code == 200
    wish = NewGrant(nil.id, "report_drafter", "all", "", AT.date(), None, because="A letter.")
    given = give_role(wish, by=ada.actor, at=AT)
    assert browser.get("/en/work/")["Location"] == FACTOR

    end_grant(given.id, because="Done.", by=ada.actor, at=AT)
    assert browser.get("/en/work/").status_code == 200


def test_a_factor_that_goes_while_signed_in_is_missed_at_once(amal):
    browser = amal.with_app().sign_in(Client())
    assert browser.get("/en/work/").status_code == 200

    Authenticator.objects.filter(user=amal.id).delete()

    assert browser.get("/en/work/")["Location"] == FACTOR


def test_the_last_factor_stays_while_somebody_acts_for_an_organisation(ministry):
    member = people.person("Mia Member", acts_for=ministry).with_app()
    browser = Client()
    browser.post("/en/sign-in/", {"login": member.email, "password": PASSWORD})
    browser.post("/en/sign-in/second-factor/", {"code": code()})
    browser.post("/en/account/confirm/", {"password": PASSWORD})

    browser.post("/en/account/second-factor/app/remove/")

    assert Authenticator.objects.filter(user=member.id).count() == 1


@pytest.mark.django_db(transaction=True)
def test_with_the_first_factor_sessions_end_that_never_proved_it(nil, ministry):
    thief, owner = (Client() for _ in range(2))
    for browser in (thief, owner):
        browser.post("/en/sign-in/", {"login": nil.email, "password": PASSWORD})
    join(ministry, person=nil.id, is_coordinator=True, valid_from=clock.today(), by=SYSTEM, at=AT)

    owner.post("/en/account/confirm/", {"password": PASSWORD})
    page = owner.get("/en/account/second-factor/app/").text
    secret = re.search(r"<bdi>([A-Z2-7]{32})</bdi>", page)
    assert secret, page
    assert owner.post("/en/account/second-factor/app/", {"code": code(secret[1])}).status_code == 302

    assert owner.get("/en/work/").status_code == 200
    assert "/sign-in/" in thief.get("/en/work/")["Location"]
    assert account(nil.id) is not None


def code(secret: str = people.SECRET) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))
