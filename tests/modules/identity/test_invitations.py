"""Invitations: who may invite, whom the letter reaches, and that a link works once."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit.models import Event
from accede.foundation.problems import UnableTo
from accede.modules.identity.models import Grant, Invitation, Membership, Person
from accede.modules.identity.services.invitations import (
    NewInvitation,
    accept_as_new_person,
    invite,
    may_invite,
    revoke_invitation,
)
from tests.factories import people
from tests.factories.people import AT, PASSWORD

GUEST = NewInvitation(email="Guest@Example.org", language="fr", name="Gaëlle Girard")


def link_in(letter) -> str:
    found = re.search(r"http://testserver(\S+/invitation/\S+/)", letter.body)
    assert found
    return found[1]


def accept(client, path: str, **more: str):
    return client.post(path, {"name": "Gaëlle Girard", "language": "fr", "password": PASSWORD} | more)


@pytest.mark.django_db(transaction=True)
def test_a_coordinator_invites_in_the_guests_language_and_the_guest_joins(client, amal, ministry, outbox, settings):
    settings.ACCEDE_SAMPLE_PEOPLE = False
    amal.with_app()
    amal.sign_in(client)

    sent = client.post(
        "/en/invitations/", {"email": "guest@example.org", "language": "fr", "organisation": str(ministry), "name": ""}
    )

    assert sent.status_code == 302, sent.text
    assert outbox[0].to == ["guest@example.org"]
    assert outbox[0].extra_headers["Content-Language"] == "fr"
    path = link_in(outbox[0])
    assert path.startswith("/fr/invitation/")

    client.logout()
    assert "Ministry of Justice of Samplonia" in client.get(path).text
    done = accept(client, path)

    guest = Person.objects.get(email="guest@example.org")
    assert done.status_code == 302
    assert done["Location"] == "/fr/work/"
    assert guest.preferred_language == "fr"
    assert guest.check_password(PASSWORD)
    assert Membership.objects.get(person=guest).organisation_id == ministry
    assert client.get("/fr/work/")["Location"] == "/fr/account/second-factor/?needed=1"
    assert {event.key for event in Event.objects.filter(person=guest.id)} >= {
        "identity.invitation-accepted",
        "identity.person-joined",
        "identity.signed-in",
    }


def test_a_link_works_once(client, db):
    path = f"/en/invitation/{invite(GUEST, by=SYSTEM, at=clock.now()).token}/"

    assert accept(client, path).status_code == 302
    client.logout()
    again = accept(client, path)

    assert again.status_code == 410
    assert "ask whoever invited you" in again.text


def test_a_link_expires(client, db):
    made = invite(GUEST, by=SYSTEM, at=clock.now() - timedelta(days=15))

    assert client.get(f"/en/invitation/{made.token}/").status_code == 410
    with pytest.raises(Refused):
        accept_as_new_person(made.token, name="G", language="fr", password=None, at=clock.now())


def test_a_link_that_was_taken_back_does_not_work(client, db):
    made = invite(GUEST, by=SYSTEM, at=clock.now())
    revoke_invitation(made.invitation.id, by=SYSTEM, at=clock.now())

    assert client.get(f"/en/invitation/{made.token}/").status_code == 410
    with pytest.raises(UnableTo):
        revoke_invitation(made.invitation.id, by=SYSTEM, at=clock.now())


def test_a_broken_link_explains_how_to_get_a_new_one(client, db):
    response = client.get("/en/invitation/no-such-token/")

    assert response.status_code == 404
    assert "ask whoever invited you" in response.text


def test_only_the_hash_of_a_link_is_kept(db):
    made = invite(GUEST, by=SYSTEM, at=clock.now())

    row = Invitation.objects.get()
    kept = " ".join(str(getattr(row, field.attname)) for field in Invitation._meta.concrete_fields)
    assert made.token not in kept
    assert row.email == "guest@example.org"


def test_inviting_again_takes_the_older_link_back(client, db):
    old = invite(GUEST, by=SYSTEM, at=clock.now()).token
    new = invite(GUEST, by=SYSTEM, at=clock.now()).token

    assert client.get(f"/en/invitation/{old}/").status_code == 410
    assert client.get(f"/en/invitation/{new}/").status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("name", "", "Write your name."), ("password", "short", "at least 12"), ("language", "tlh", "tlh")],
)
def test_what_is_wrong_is_told_at_the_field(client, db, field, value, words):
    path = f"/en/invitation/{invite(GUEST, by=SYSTEM, at=clock.now()).token}/"

    response = accept(client, path, **{field: value})

    assert response.status_code == 200
    assert words in response.text
    assert f"field-{field}-error" in response.text
    assert not Person.objects.exists()


def test_who_may_invite(ada, amal, bela, nil, ministry, other_ministry):
    assert may_invite(ada.actor, organisation=None)
    assert may_invite(ada.actor, organisation=ministry)
    assert may_invite(amal.actor, organisation=ministry)
    assert not may_invite(amal.actor, organisation=other_ministry)
    assert not may_invite(amal.actor, organisation=None)
    assert not may_invite(bela.actor, organisation=other_ministry)
    assert not may_invite(nil.actor, organisation=None)


def test_a_coordinator_gives_no_role_with_an_invitation(amal, ministry):
    wish = NewInvitation(
        "x@example.org",
        "en",
        organisation=ministry,
        role="focal_point",
        scope_kind="state",
        scope_key="XSA",
        because="x",
    )

    with pytest.raises(Refused):
        invite(wish, by=amal.actor, at=AT)


def test_the_operator_names_two_administrators_and_no_third(db):
    def administrator(email: str) -> NewInvitation:
        return NewInvitation(email, "en", role="administrator", scope_kind="all", because="The founding letter.")

    for email in ("one@example.org", "two@example.org"):
        accept_as_new_person(
            invite(administrator(email), by=SYSTEM, at=AT).token, name=email, language="en", password=None, at=AT
        )

    assert Grant.objects.filter(role="administrator", counts=True).count() == 2
    with pytest.raises(UnableTo, match="two persons"):
        invite(administrator("three@example.org"), by=SYSTEM, at=AT)


def test_somebody_with_an_account_takes_the_invitation_up_signed_in(client, nil, ministry):
    made = invite(NewInvitation("nil@example.org", "en", organisation=ministry), by=SYSTEM, at=clock.now())
    path = f"/en/invitation/{made.token}/"

    assert "/en/sign-in/?next=" in client.get(path).text
    assert client.post(path).status_code == 200
    nil.sign_in(client)
    assert client.post(path).status_code == 302
    assert Membership.objects.get().person_id == nil.id


def test_nobody_takes_up_an_invitation_of_somebody_else(client, nil, bela, ministry):
    made = invite(NewInvitation("nil@example.org", "en", organisation=ministry), by=SYSTEM, at=clock.now())

    response = bela.sign_in(client).post(f"/en/invitation/{made.token}/")

    assert response.status_code == 200
    assert not Membership.objects.filter(organisation=ministry).exists()


def test_addresses_differ_in_more_than_capitals(db):
    people.person("Nil Novak")

    with pytest.raises(IntegrityError):
        Person.objects.create(email="NIL@example.org", name="Other", joined_at=AT)
