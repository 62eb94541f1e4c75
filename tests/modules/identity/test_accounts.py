"""Accounts: changed by their holder, closed, and emptied of the name without breaking the record."""

import pytest
from django.db import connection

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import chain
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.forms.models import Draft
from accede.foundation.problems import UnableTo
from accede.modules.identity.models import Grant, Membership, Person
from accede.modules.identity.queries.organisations import organisations_visible_to
from accede.modules.identity.queries.people import people_visible_to
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.identity.services.people import change_account, close_account, pseudonymise
from tests.factories.people import AT


def test_a_person_changes_language_and_time_zone(nil):
    change_account(name="Nil N.", language="ar", time_zone="Africa/Tunis", by=nil.actor, at=AT)

    row = Person.objects.get(id=nil.id)
    assert (row.name, row.preferred_language, row.time_zone) == ("Nil N.", "ar", "Africa/Tunis")


@pytest.mark.parametrize(
    ("wish", "field"),
    [({"name": " "}, "name"), ({"language": "tlh"}, "language"), ({"time_zone": "Moon"}, "time_zone")],
)
def test_what_is_not_known_is_refused(nil, wish, field):
    given = {"name": "Nil", "language": "en", "time_zone": "UTC"} | wish

    with pytest.raises(UnableTo) as told:
        change_account(**given, by=nil.actor, at=AT)
    assert list(told.value.problems) == [field]


def test_a_closed_account_holds_nothing_and_signs_in_no_more(client, ada, amal):
    close_account(amal.id, because="Left the ministry.", by=ada.actor, at=AT)

    assert not Grant.objects.filter(person=amal.id, counts=True).exists()
    assert not Membership.objects.filter(person=amal.id, valid_until__isnull=True).exists()
    response = client.post("/en/sign-in/", {"login": amal.email, "password": "seventeen quiet ferries"})
    assert "do not belong together" in response.text


def test_nobody_closes_their_own_account_or_without_a_reason(ada, amal):
    with pytest.raises(UnableTo):
        close_account(ada.id, because="Tired.", by=ada.actor, at=AT)
    with pytest.raises(UnableTo):
        close_account(amal.id, because="", by=ada.actor, at=AT)
    with pytest.raises(Refused):
        close_account(ada.id, because="Coup.", by=amal.actor, at=AT)


@pytest.mark.django_db(transaction=True)
def test_a_name_is_taken_out_and_the_record_still_holds(ada, amal):
    with pytest.raises(UnableTo):
        pseudonymise(amal.id, by=ada.actor, at=AT)
    close_account(amal.id, because="Left the ministry.", by=ada.actor, at=AT)
    pseudonymise(amal.id, by=ada.actor, at=AT)

    row = Person.objects.get(id=amal.id)
    assert "Amal" not in row.name + row.email
    with acting(SYSTEM, confined=False):
        assert not chain.verify().broken
    told = " ".join(line.sentence + str(line.changes) for line in timeline(SYSTEM, Wish()))
    assert "Amal" not in told
    assert "amal@" not in told


def tables_that_hold(text: str) -> list[str]:
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select exists (select from "{table}" row where row::text ilike %s)', [f"%{text}%"])
            if cursor.fetchone()[0]:
                found.append(table)
        return found


def test_of_whom_the_name_was_taken_out_no_table_holds_name_or_address(client, ada, amal, nil):
    amal.with_app().sign_in(client)
    client.get("/en/account/")
    change_account(name="Amal B. Abara", language="fr", time_zone="Africa/Tunis", by=amal.actor, at=AT)
    give_role(
        NewGrant(amal.id, "auditor", "all", "", valid_from=AT.date(), valid_until=None, because="A letter."),
        by=ada.actor,
        at=AT,
    )
    Draft.objects.create(person=amal.id, form="sample", answers={"who": ["Amal B. Abara"]}, changed_at=AT)
    with acting(SYSTEM, confined=False):
        assert {"identity_person", "forms_draft", "audit_detail", "account_emailaddress"} <= {
            *tables_that_hold("Amal B. Abara"),
            *tables_that_hold(amal.email),
        }

        close_account(amal.id, because="Left the ministry.", by=ada.actor, at=AT)
        pseudonymise(amal.id, by=ada.actor, at=AT)

        assert tables_that_hold("Abara") == []
        assert tables_that_hold(amal.email) == []


def test_everybody_sees_colleagues_and_administrators_all(ada, amal, bela, nil):
    on = AT.date()

    assert {one.name for one in people_visible_to(ada.actor, on=on)} >= {"Ada Adeyi", "Amal Abara", "Bela Benak"}
    assert {one.name for one in people_visible_to(amal.actor, on=on)} == {"Amal Abara"}
    assert {one.name for one in people_visible_to(nil.actor, on=on)} == {"Nil Novak"}
    assert people_visible_to(amal.actor, on=on, search="Bela") == []
    assert organisations_visible_to(nil.actor, on=AT.date()).all() == []
    assert [one.state_code for one in organisations_visible_to(bela.actor, on=AT.date()).all()] == ["XSB"]
