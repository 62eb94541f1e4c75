"""Memberships, invitations, grants and sign-in links: what the database shows of them, and to whom."""

from uuid import UUID

import pytest

from accede.foundation.access import ANONYMOUS
from accede.foundation.access.acting import acting
from accede.foundation.access.tables import GuardedRows
from accede.foundation.audit.models import Event
from accede.modules.identity.models import Grant, Invitation, Membership, SignInLink
from accede.modules.identity.queries.invitations import invitation_with_token
from accede.modules.identity.services.invitations import NewInvitation, accept_as_new_person, invite
from accede.modules.identity.services.samples import make_sample_people, print_sign_in_links, use_sign_in_link
from tests.factories import people
from tests.factories.people import AT

TABLES = (Grant, Invitation, Membership, SignInLink)


@pytest.fixture
def invited(amal, ministry):
    """An invitation into the first ministry, by its coordinator, made with the rights of a page."""
    with acting(amal.actor):
        return invite(NewInvitation("new@example.org", language="fr", organisation=ministry), by=amal.actor, at=AT)


def test_a_visitor_sees_no_row_of_any(invited, amal):
    with acting(ANONYMOUS):
        assert [table.__name__ for table in TABLES if table.objects.exists()] == []
    assert [table.__name__ for table in TABLES if table.objects.exists()] == ["Grant", "Invitation", "Membership"]


def test_each_ministry_sees_its_own_contacts_and_the_programme_all(invited, amal, bela, ada):
    for who, members, letters in ((amal, 1, 1), (bela, 1, 0), (ada, 2, 1)):
        with acting(who.actor):
            assert (Membership.objects.count(), Invitation.objects.count()) == (members, letters)


def test_so_it_is_when_every_filter_is_forgotten(invited, amal, bela, monkeypatch):
    monkeypatch.setattr(GuardedRows, "visible_to", lambda self, actor: self)

    assert Membership.objects.visible_to(bela.actor).filter(person=amal.id).exists()
    with acting(bela.actor):
        assert not Membership.objects.visible_to(bela.actor).filter(person=amal.id).exists()
        assert not Invitation.objects.visible_to(bela.actor).exists()
        assert not Grant.objects.visible_to(bela.actor).filter(person=amal.id).exists()


def test_nobody_changes_rows_of_others(amal, bela):
    with acting(bela.actor):
        assert Membership.objects.filter(person=amal.id).update(is_coordinator=True) == 0
        assert Membership.objects.filter(person=amal.id).delete() == (0, {})


def test_an_auditor_reads_all_and_changes_none(invited, amal, db):
    auditor = people.person("Otto Oduya", role="auditor")
    with acting(auditor.actor):
        assert [table.objects.exists() for table in TABLES[:3]] == [True] * 3
        assert Membership.objects.update(is_coordinator=True) == 0
        assert Invitation.objects.update(is_coordinator=True) == 0
        assert Grant.objects.exclude(person=auditor.id).update(because="x") == 0


def test_whoever_holds_the_link_takes_the_invitation_up_before_they_are_known(invited, ministry):
    with acting(ANONYMOUS):
        assert invitation_with_token(invited.token) is not None
        person = accept_as_new_person(invited.token, name="New", language="fr", password=None, at=AT)

    assert Membership.objects.get(person=person).organisation_id == ministry


def test_a_link_of_a_sample_person_signs_in_before_they_are_known(db, settings):
    settings.ACCEDE_SAMPLE_PEOPLE = True
    make_sample_people(at=AT)
    link = print_sign_in_links(at=AT)[0]

    with acting(ANONYMOUS):
        assert isinstance(use_sign_in_link(link.token, at=AT), UUID)


def test_whoever_looks_at_the_record_is_in_it(client, ada, db):
    ada.with_app().sign_in(client)

    assert client.get("/en/record/").status_code == 200

    with acting(ada.actor):
        assert Event.objects.filter(key="identity.record-opened", person=ada.id).count() == 1
