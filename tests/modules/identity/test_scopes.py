"""What a role reaches is there, and written in one way: in the service, on the page, by the command, in the table."""

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from accede.foundation.access import SYSTEM
from accede.foundation.problems import UnableTo
from accede.modules.identity.fields.organisations import OrganisationDetails
from accede.modules.identity.models import Grant, Invitation
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.identity.services.invitations import NewInvitation, accept_as_new_person, invite
from accede.modules.identity.services.organisations import record_organisation
from accede.modules.identity.words.scopes import scope_choices
from accede.modules.reference.services.shipped import load_shipped_reference
from tests.factories import people
from tests.factories.people import AT
from tests.support.commands import called

ROLE_OF = {"state": "focal_point", "organisation": "partner_coordinator", "theme": "report_drafter"}
NOWHERE = [
    ("state", "Atlantis"),
    ("state", "ATL"),
    ("state", "SUN"),  # the Soviet Union is no State of today
    ("state", "EUE"),
    ("state", "FRA "[:2]),
    ("state", "'; select 1"),
    ("state", "ФРА"),
    ("state", "x" * 500),
    ("organisation", "Atlantis"),
    ("organisation", "00000000-0000-0000-0000-000000000000"),
    ("organisation", "FRA"),
    ("theme", "astrology"),
    ("theme", "FRA"),
    ("theme", "x" * 500),
]


@pytest.fixture(autouse=True)
def states(db):
    load_shipped_reference()


def grant(person, kind: str, key: str, **more) -> NewGrant:
    return NewGrant(person.id, ROLE_OF[kind], kind, key, more.get("since", AT.date()), None, because="A letter.")


@pytest.mark.parametrize(("kind", "key"), NOWHERE)
def test_a_role_over_what_does_not_exist_is_not_given(ada, nil, kind, key):
    with pytest.raises(UnableTo) as told:
        give_role(grant(nil, kind, key), by=ada.actor, at=AT)

    assert set(told.value.problems) == {"scope_key"}
    assert not Grant.objects.filter(person=nil.id).exists()


@pytest.mark.parametrize(("kind", "key"), NOWHERE)
def test_nor_is_anybody_invited_to_one(kind, key):
    wish = NewInvitation("x@example.org", "en", role=ROLE_OF[kind], scope_kind=kind, scope_key=key, because="x")

    with pytest.raises(UnableTo) as told:
        invite(wish, by=SYSTEM, at=AT)

    assert set(told.value.problems) == {"scope_key"}
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("role", "kind", "field"),
    [
        ("focal_point", "all", "scope_kind"),
        ("focal_point", "atlantis", "scope_kind"),
        ("focal_point", "", "scope_kind"),
        ("emperor", "all", "role"),
        ("public_visitor", "all", "role"),
    ],
)
def test_nor_invited_to_a_role_that_is_not_given_over_that(role, kind, field):
    with pytest.raises(UnableTo) as told:
        invite(NewInvitation("x@example.org", "en", role=role, scope_kind=kind, because="x"), by=SYSTEM, at=AT)

    assert field in told.value.problems


def test_a_key_is_kept_in_one_way_however_it_is_written(ada, nil, ministry):
    kept = [
        give_role(grant(nil, kind, key), by=ada.actor, at=AT).scope_key
        for kind, key in (
            ("state", " fra "),
            ("state", "Fra"),
            ("organisation", str(ministry).upper()),
            ("organisation", f"{{{ministry}}}"),
            ("theme", " Training"),
        )
    ]

    assert kept == ["FRA", "FRA", str(ministry), str(ministry), "training"]


def test_a_state_counts_as_one_on_the_day_from_which_the_role_counts(ada, nil):
    with pytest.raises(UnableTo, match="SUN"):
        give_role(grant(nil, "state", "SUN"), by=ada.actor, at=AT)
    with pytest.raises(UnableTo, match="CZE"):
        give_role(grant(nil, "state", "CZE", since=date(1992, 12, 31)), by=ada.actor, at=AT)

    assert give_role(grant(nil, "state", "CZE", since=date(1993, 1, 1)), by=ada.actor, at=AT).scope_key == "CZE"


def test_an_invented_state_is_one_where_a_sample_is_recorded(ada, nil, ministry):
    assert give_role(grant(nil, "state", "XSA"), by=ada.actor, at=AT).counts
    with pytest.raises(UnableTo):
        give_role(grant(nil, "state", "XSB"), by=ada.actor, at=AT)


def test_whoever_writes_a_states_name_is_told_its_code(ada, nil):
    with pytest.raises(UnableTo, match=r"Near to it: .*FRA \(France\)"):
        give_role(grant(nil, "state", "Francia"), by=ada.actor, at=AT)


@pytest.mark.parametrize(
    ("kind", "key"),
    [("state", "Atlantis"), ("state", "fra"), ("organisation", "x"), ("theme", "astrology"), ("state", "FRANCE")],
)
def test_the_table_itself_refuses_what_is_written_as_none_of_its_kind(ada, nil, kind, key):
    made = give_role(grant(nil, "state", "FRA"), by=ada.actor, at=AT)

    with pytest.raises(IntegrityError, match="grant_scope_is_of_its_kind"), transaction.atomic():
        Grant.objects.filter(id=made.id).update(scope_kind=kind, scope_key=key)


def test_an_authority_belongs_to_a_state_that_there_is():
    for code in ("ATL", "SUN", "xx"):
        with pytest.raises(UnableTo, match="State"):
            record_organisation(OrganisationDetails("Ministry", ("authority",), state_code=code), by=SYSTEM, at=AT)

    made = record_organisation(OrganisationDetails("Ministry", ("authority",), state_code=" fra"), by=SYSTEM, at=AT)
    assert made.state_code == "FRA"


def test_the_page_offers_what_there_is_and_nothing_else(client, ada, nil, ministry):
    ada.with_app().sign_in(client)
    address = f"/en/people/{nil.id}/give-role/"

    page = client.get(address).text
    field = re.search(r'<select id="field-scope_key".*?</select>', page, re.DOTALL)
    assert field
    assert re.findall(r'optgroup label="([^"]*)"', field[0]) == [
        "One State",
        "One organisation",
        "One theme",
    ]
    assert "France (FRA)" in field[0]
    assert "SUN" not in field[0]
    wish = {"role": "focal_point", "scope_kind": "state", "valid_from": "2026-12-01", "because": "Letter."}
    answer = client.post(address, wish | {"scope_key": "Atlantis", "because": ""})
    assert answer.status_code == 200
    assert "There is no State “Atlantis” on that day" in answer.text
    assert "Write why this person is to hold the role" in answer.text
    assert client.post(address, wish | {"scope_key": "FRA"}).status_code == 302
    assert Grant.objects.get(person=nil.id).scope_key == "FRA"


def test_states_are_offered_in_the_order_of_the_readers_language(db):
    with translation.override("fr"):
        names = [one.words for one in scope_choices(on=AT.date())]

    assert names[0].startswith("Afghanistan")
    assert any(name.startswith("Allemagne") for name in names[:6])


@pytest.mark.parametrize(
    "scope", ["state:Atlantis", "organisation:x", "theme:astrology", "atlantis:x", "all", "state", "state:"]
)
def test_the_command_refuses_it_in_a_line_and_invites_nobody(scope):
    answer = called("people", "invite", "x@example.org", "--role", "focal_point", "--scope", scope)

    assert answer.exit_code == 2
    assert "Traceback" not in answer.output
    assert not Invitation.objects.exists()


def test_whoever_is_invited_to_a_role_over_an_organisation_acts_for_it(ministry):
    made = called(
        "people", "invite", "x@example.org", "--role", "partner_coordinator", "--scope", f"organisation:{ministry}"
    )

    assert made.exit_code == 0, made.output
    assert Invitation.objects.get().organisation_id == ministry


def test_a_role_that_has_gone_since_the_letter_was_sent_closes_the_link(client):
    made = invite(
        NewInvitation("x@example.org", "en", role="focal_point", scope_kind="state", scope_key="FRA", because="x"),
        by=SYSTEM,
        at=AT,
    )
    Invitation.objects.update(role="emperor")

    answer = client.post(f"/en/invitation/{made.token}/", {"name": "X", "language": "en", "password": people.PASSWORD})

    assert answer.status_code == 410
    assert not Grant.objects.exists()
    with pytest.raises(Exception, match="no page"):
        accept_as_new_person(made.token, name="X", language="en", password=None, at=AT)


@pytest.mark.parametrize(("language", "state"), [("en", "France (FRA)"), ("fr", "France (FRA)"), ("ar", "فرنسا (FRA)")])
def test_lists_of_roles_name_what_a_role_reaches(ada, nil, ministry, language, state):
    for kind, key in (("state", "FRA"), ("organisation", str(ministry)), ("theme", "training")):
        give_role(grant(nil, kind, key), by=ada.actor, at=AT)
    browser = ada.with_app().sign_in(Client())

    for path in ("grants/", f"people/{nil.id}/"):
        page = browser.get(f"/{language}/{path}").text
        names = set(re.findall(r"<td[^>]*>\s*<span>[^<]*<bdi>([^<]*)</bdi></span>", page))
        assert {state, "Ministry of Justice of Samplonia (sample)"} < names, path
        assert str(ministry) not in names
        assert "training" not in names
