"""One address, several letters: each body's letter counts for that body, and no body learns of another's."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit.models import Event
from accede.foundation.problems import UnableTo
from accede.modules.identity.models import Grant, Invitation, Membership, Person
from accede.modules.identity.queries.invitations import invitations_visible_to
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.identity.services.invitations import (
    NewInvitation,
    accept_as,
    accept_as_new_person,
    invite,
    revoke_invitation,
)
from accede.modules.identity.services.memberships import end_membership, join
from accede.modules.identity.services.people import close_account, pseudonymise
from tests.factories import people
from tests.factories.people import AT, PASSWORD

GUEST = "guest@example.org"


@pytest.fixture
def bea(other_ministry):
    """The coordinator of the other ministry, without any role."""
    return people.person("Bea Bodi", acts_for=other_ministry, is_coordinator=True)


def wish(organisation, email: str = GUEST, **more) -> NewInvitation:
    return NewInvitation(email, "en", organisation=organisation, **more)


def sends(person, organisation, email: str) -> str:
    """Have somebody invite an address on the page, and return all of the answer but what is drawn by lot."""
    client = person.sign_in(Client())
    form = {"email": email, "language": "en", "organisation": str(organisation), "name": ""}
    answer = client.post("/en/invitations/", form)
    page = client.get("/en/invitations/?sent=1").text
    told = f"{answer.status_code} {answer.get('Location')} {page}".replace(email, "ADDRESS")
    return re.sub(r'value="(\w{64}|[0-9a-f-]{36})"|/invitations/[0-9a-f-]{36}/', "", told)


@pytest.mark.parametrize("before", ["nothing", "other body", "account", "closed account", "own body"])
def test_a_coordinator_is_told_the_same_whatever_there_is_of_an_address(
    ada, amal, bea, ministry, other_ministry, before
):
    amal.with_app()
    baseline = sends(amal, ministry, "baseline@example.org")
    Invitation.objects.all().delete()
    if before == "other body":
        invite(wish(other_ministry), by=bea.actor, at=AT)
    elif before == "own body":
        invite(wish(ministry), by=amal.actor, at=AT)
        revoke_invitation(Invitation.objects.get().id, by=amal.actor, at=AT)
        Invitation.objects.all().delete()
    elif before != "nothing":
        guest = people.person("Guest Account")
        if before == "closed account":
            close_account(guest.id, because="Left.", by=ada.actor, at=AT)

    assert sends(amal, ministry, GUEST) == baseline


def test_in_as_many_statements(amal, bea, ministry, other_ministry, django_assert_num_queries):
    def statements(email: str) -> int:
        with acting(amal.actor), django_assert_num_queries(1000, exact=False) as asked:
            invite(wish(ministry, email), by=amal.actor, at=AT)
        return len(asked)

    people.person("Known Account")
    invite(wish(other_ministry), by=bea.actor, at=AT)

    assert len({statements(email) for email in ("nobody@example.org", GUEST, "known@example.org")}) == 1


def test_both_letters_stay_open_and_each_brings_its_own_body(amal, bea, ministry, other_ministry):
    first = invite(wish(ministry), by=amal.actor, at=AT)
    second = invite(wish(other_ministry), by=bea.actor, at=AT)

    guest = accept_as_new_person(first.token, name="G", language="en", password=PASSWORD, at=AT)
    with pytest.raises(Refused):
        accept_as_new_person(second.token, name="G", language="en", password=PASSWORD[::-1], at=AT)
    accept_as(guest, second.token, at=AT)

    assert set(Membership.objects.filter(person=guest).values_list("organisation", flat=True)) == {
        ministry,
        other_ministry,
    }
    assert Person.objects.get(id=guest).check_password(PASSWORD)


def test_neither_body_sees_or_takes_back_the_letter_of_the_other(amal, bea, ministry, other_ministry):
    first = invite(wish(ministry), by=amal.actor, at=AT)
    invite(wish(other_ministry), by=bea.actor, at=AT)

    with acting(bea.actor):
        assert [one.organisation for one in invitations_visible_to(bea.actor, on=AT.date())] == [other_ministry]
        assert Invitation.objects.count() == 1
        with pytest.raises(Refused):
            revoke_invitation(first.invitation.id, by=bea.actor, at=AT)


def test_a_body_that_invites_again_takes_its_own_letter_back_only(client, amal, bea, ministry, other_ministry):
    theirs = invite(wish(other_ministry), by=bea.actor, at=clock.now())
    old = invite(wish(ministry), by=amal.actor, at=clock.now())
    new = invite(wish(ministry, GUEST.upper()), by=amal.actor, at=clock.now())

    status = [client.get(f"/en/invitation/{one.token}/").status_code for one in (theirs, old, new)]
    assert status == [200, 410, 200]


def test_the_table_holds_one_open_letter_of_a_body_to_an_address(ministry):
    def letter(number: int, organisation) -> Invitation:
        return Invitation(
            token_hash=bytes([number]) * 32,
            email=GUEST,
            language="en",
            organisation_id=organisation,
            invited_at=AT,
            expires_at=AT,
        )

    for body in (ministry, None):
        letter(1, body).save()
        with pytest.raises(IntegrityError, match="open_once"), transaction.atomic():
            letter(2, body).save()
        Invitation.objects.update(revoked_at=AT)
        letter(3, body).save()
        Invitation.objects.all().delete()


def test_a_member_who_is_invited_once_more_stays_one_and_may_become_coordinator(ministry):
    guest = people.person("Guest G", acts_for=ministry)

    for coordinates in (False, True, False):
        made = invite(wish(ministry, is_coordinator=coordinates), by=SYSTEM, at=AT)
        accept_as(guest.id, made.token, at=AT)

    membership = Membership.objects.get(person=guest.id)
    assert membership.is_coordinator
    assert membership.valid_from == AT.date()


def test_an_invitation_begins_what_was_to_begin_later(ministry):
    guest = people.person("Guest G")
    begins = AT.date() + timedelta(days=30)
    join(ministry, person=guest.id, is_coordinator=False, valid_from=begins, by=SYSTEM, at=AT)

    accept_as(guest.id, invite(wish(ministry), by=SYSTEM, at=AT).token, at=AT)

    assert Membership.objects.get(person=guest.id).valid_from == AT.date()


class TestAClosedAccount:
    """Opens again by an invitation of afterwards, and with nothing of what it held before."""

    @pytest.fixture
    def closed(self, ada, ministry):
        guest = people.person("Guest G", acts_for=ministry, is_coordinator=True).with_app()
        later = people.organisation("Later body (sample)", state="")
        join(later, person=guest.id, is_coordinator=True, valid_from=AT.date() + timedelta(days=9), by=SYSTEM, at=AT)
        give_role(
            NewGrant(guest.id, "report_drafter", "all", "", AT.date(), None, because="A letter."), by=ada.actor, at=AT
        )
        self.before = invite(wish(ministry), by=SYSTEM, at=AT)
        close_account(guest.id, because="Lost every factor.", by=ada.actor, at=AT)
        return guest

    def test_by_the_page_of_somebody_new(self, client, closed, ministry):
        made = invite(wish(ministry), by=SYSTEM, at=clock.now())
        path = f"/en/invitation/{made.token}/"

        assert "Your name" in client.get(path).text
        done = client.post(path, {"name": "Guest G", "language": "fr", "password": PASSWORD})

        assert done.status_code == 302
        again = Person.objects.get(email=GUEST)
        assert again.id == closed.id
        assert again.is_active
        assert again.check_password(PASSWORD)
        assert not Grant.objects.filter(person=again.id, ended_at=None).exists()
        later = AT.date() + timedelta(days=30)
        counting = Membership.objects.filter(person=again.id, valid_from__lte=later).exclude(valid_until__lte=later)
        assert [one.organisation_id for one in counting] == [ministry]
        assert not counting.get().is_coordinator
        assert client.get("/fr/work/")["Location"] == "/fr/account/second-factor/?needed=1"
        assert Event.objects.filter(key="identity.account-reopened", person=again.id).exists()

    def test_not_by_a_letter_of_before(self, client, closed):
        assert client.get(f"/en/invitation/{self.before.token}/").status_code == 410

    def test_not_once_its_name_was_taken_out(self, ada, closed, ministry):
        open_still = invite(wish(ministry), by=SYSTEM, at=AT)
        pseudonymise(closed.id, by=ada.actor, at=AT)

        assert not Invitation.objects.filter(email=GUEST).exists()
        with pytest.raises(Refused):
            accept_as_new_person(open_still.token, name="G", language="en", password=None, at=AT)
        new = invite(wish(ministry), by=SYSTEM, at=AT)
        assert accept_as_new_person(new.token, name="G", language="en", password=None, at=AT) != closed.id


def test_whoever_has_left_takes_no_invitation_back_and_sees_none(ada, amal, ministry):
    made = invite(wish(ministry), by=amal.actor, at=AT)
    end_membership(Membership.objects.get(person=amal.id).id, on=AT.date(), by=ada.actor, at=AT)
    left = people.TestPerson(amal.id, amal.email, None).actor

    assert invitations_visible_to(left, on=AT.date()) == []
    with acting(left):
        assert not Invitation.objects.exists()
    with pytest.raises(Refused):
        revoke_invitation(made.invitation.id, by=left, at=AT)


@pytest.mark.parametrize(
    "email", ["x" * 250 + "@example.org", "no address", "", "a@b@example.org", "x@example.org\n.fr"]
)
def test_what_is_no_address_is_told(db, email):
    with pytest.raises(UnableTo, match="Write an e-mail address"):
        invite(NewInvitation(email, "en"), by=SYSTEM, at=AT)
