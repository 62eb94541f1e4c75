"""What somebody holds counts from its first day to the day before its last, also while they are signed in."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Actor, Level, Scope, read_keys, write_keys
from accede.foundation.access.acting import acting
from accede.foundation.access.deciding import key_of
from accede.modules.identity.models import Grant, Invitation, Membership, Person
from accede.modules.identity.queries.acting import actor_for, standpoints_of
from accede.modules.identity.queries.invitations import invitations_visible_to
from accede.modules.identity.queries.organisations import organisation_visible_to, organisations_visible_to
from accede.modules.identity.queries.people import people_visible_to
from accede.modules.identity.services.grants import NewGrant, end_grant, give_role
from accede.modules.identity.services.invitations import NewInvitation, invite, may_invite
from accede.modules.identity.services.memberships import end_membership
from accede.modules.identity.services.people import close_account
from tests.factories import people

TODAY = people.AT.date()
DAY = timedelta(days=1)
PERIODS = {
    "ended long ago": (TODAY - 30 * DAY, TODAY - 10 * DAY, False),
    "ended yesterday": (TODAY - 30 * DAY, TODAY - DAY, False),
    "ends today": (TODAY - 30 * DAY, TODAY, False),
    "never was": (TODAY, TODAY, False),
    "begins tomorrow": (TODAY + DAY, None, False),
    "begins today": (TODAY, None, True),
    "ends tomorrow": (TODAY - 30 * DAY, TODAY + DAY, True),
    "goes on": (TODAY - 30 * DAY, None, True),
}


@pytest.fixture(params=PERIODS)
def period(request):
    return PERIODS[request.param]


@pytest.fixture(autouse=True)
def noon(db):
    with clock.stopped_at(people.AT):
        yield


def reader(person: UUID) -> Actor:
    """Return the actor that a request of the person's would have."""
    points = standpoints_of(person, on=clock.today())
    return actor_for(person, acting_for=points[0].organisation if points else None, on=clock.today())


def test_a_membership_opens_its_organisation_while_it_lasts(period, ministry, amal):
    since, until, counts = period
    who = people.person("Mia Member").with_app()
    Membership.objects.create(
        person_id=who.id, organisation_id=ministry, is_coordinator=True, valid_from=since, valid_until=until
    )
    invite(NewInvitation("x@example.org", "en", organisation=ministry), by=amal.actor, at=people.AT)
    actor = reader(who.id)
    own = key_of(Level.PROGRAMME, Scope("organisation", str(ministry)))

    assert bool(standpoints_of(who.id, on=TODAY)) is counts
    assert (own in read_keys(actor)) is counts
    assert may_invite(actor, organisation=ministry) is counts
    with acting(actor):
        assert bool(organisations_visible_to(actor, on=TODAY).all()) is counts
        assert bool(organisation_visible_to(actor, ministry, on=TODAY)) is counts
        assert bool(invitations_visible_to(actor, on=TODAY)) is counts
        assert (len(people_visible_to(actor, on=TODAY)) > 1) is counts
        assert Invitation.objects.exists() is counts
        assert Membership.objects.exclude(person=who.id).exists() is counts
    browser = who.sign_in(Client())
    for address in (f"organisations/{ministry}", f"people/{amal.id}", "invitations"):
        assert (browser.get(f"/en/{address}/").status_code == 200) is counts, address
    assert ("Ministry of Justice" in browser.get("/en/organisations/").text) is counts
    assert ("Ministry of Justice" in browser.get("/en/work/").text) is counts


def test_a_role_counts_while_it_lasts(period, ada, nil):
    since, until, counts = period
    Grant.objects.create(
        person_id=nil.id,
        role="auditor",
        scope_kind="all",
        valid_from=since,
        valid_until=until,
        because="x",
        given_at=people.AT,
        by_operator=True,
    )
    actor = reader(nil.id)

    assert bool(actor.grants) is counts
    assert (nil.with_app().sign_in(Client()).get("/en/record/").status_code == 200) is counts
    with acting(actor):
        assert Grant.objects.exclude(person=nil.id).exists() is counts


@pytest.mark.parametrize("limit", ["scope", "organisation"])
def test_a_role_over_or_for_an_organisation_counts_while_its_holder_acts_for_it(period, limit):
    since, until, counts = period
    body = people.organisation("A body (sample)", state="")
    who = people.person("Mia Member").with_app()
    Membership.objects.create(person_id=who.id, organisation_id=body, valid_from=since, valid_until=until)
    scope = ("organisation", str(body)) if limit == "scope" else ("all", "")
    role = "partner_coordinator" if limit == "scope" else "programme_officer"
    new = NewGrant(who.id, role, *scope, valid_from=TODAY - 30 * DAY, valid_until=None, because="A letter.")
    give_role(replace(new, organisation=body if limit == "organisation" else None), by=SYSTEM, at=people.AT)
    actor = reader(who.id)

    assert bool(actor.grants) is counts
    assert bool(write_keys(actor)) is counts
    assert may_invite(actor, organisation=body) is counts


def test_whoever_comes_back_to_an_organisation_does_not_find_the_old_roles_there(ada):
    body = people.organisation("A body (sample)", state="")
    who = people.person("Mia Member", acts_for=body, role="partner_coordinator", scope=("organisation", str(body)))
    give_role(
        NewGrant(who.id, "report_drafter", "all", "", TODAY, None, because="A letter."), by=ada.actor, at=people.AT
    )

    end_membership(Membership.objects.get(person=who.id).id, on=TODAY, by=ada.actor, at=people.AT)
    Membership.objects.create(person_id=who.id, organisation_id=body, valid_from=TODAY)

    assert [one.role for one in reader(who.id).grants] == ["report_drafter"]
    assert Grant.objects.get(person=who.id, role="partner_coordinator").ended_because


def test_a_role_that_ends_while_its_holder_is_signed_in_is_gone_with_the_next_page(ada, alma):
    browser = alma.with_app().sign_in(Client())
    assert browser.get("/en/record/").status_code == 200

    end_grant(Grant.objects.get(person=alma.id).id, because="Left.", by=ada.actor, at=people.AT)

    assert browser.get("/en/record/").status_code == 404
    assert browser.get(f"/en/people/{ada.id}/").status_code == 404
    assert browser.post(f"/en/people/{ada.id}/close/", {"because": "x"}).status_code == 404


def test_a_membership_that_ends_while_its_holder_is_signed_in_is_gone_with_the_next_page(ada, amal, ministry):
    browser = amal.with_app().sign_in(Client())
    assert browser.get(f"/en/organisations/{ministry}/").status_code == 200

    end_membership(Membership.objects.get(person=amal.id).id, on=TODAY, by=ada.actor, at=people.AT)

    for address in (f"organisations/{ministry}", "invitations"):
        assert browser.get(f"/en/{address}/").status_code == 404
    wish = {"email": "x@example.org", "language": "en", "organisation": str(ministry)}
    assert browser.post("/en/invitations/", wish).status_code == 404
    assert browser.post("/en/work/act-for/", {"organisation": str(ministry)}).status_code == 404


def test_an_account_that_is_closed_while_its_holder_is_signed_in_is_signed_out(ada, amal):
    first, second = (amal.sign_in(Client()) for _ in range(2))

    close_account(amal.id, because="Left.", by=ada.actor, at=people.AT)

    for browser in (first, second):
        assert "/sign-in/" in browser.get("/en/work/")["Location"]


def test_nor_does_an_open_session_help_where_only_the_account_is_closed(amal):
    browser = amal.with_app().sign_in(Client())

    Person.objects.filter(id=amal.id).update(is_active=False)

    assert "/sign-in/" in browser.get("/en/work/")["Location"]


def test_whoever_acts_for_nobody_any_more_and_may_invite_nowhere_is_offered_no_way_there(db):
    officer = people.person("Ona One", role="programme_officer", scope=("theme", "training")).with_app()
    browser = officer.sign_in(Client())

    assert browser.get("/en/invitations/").status_code == 404
    assert "/en/invitations/" not in browser.get("/en/work/").text
