"""Roles: given with a reason, the two strongest by two persons, whoever writes to the database."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accede.foundation.access import Refused
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.problems import UnableTo
from accede.modules.identity.models import Grant
from accede.modules.identity.queries.acting import actor_for
from accede.modules.identity.queries.grants import grants_visible_to, grants_waiting_for
from accede.modules.identity.services.grants import NewGrant, confirm_grant, end_grant, give_role
from tests.factories.people import AT, TestPerson


def grant(person: TestPerson, role: str = "auditor", **changed: Any) -> NewGrant:
    given: dict[str, Any] = {
        "person": person.id,
        "role": role,
        "scope_kind": "all",
        "scope_key": "",
        "valid_from": AT.date(),
        "valid_until": None,
        "because": "Letter of 2026-11-01.",
    }
    return NewGrant(**(given | changed))


def holds(person: TestPerson, role: str) -> bool:
    return any(one.role == role for one in actor_for(person.id, acting_for=None, on=AT.date()).grants)


def test_a_role_of_one_person_counts_at_once(ada, nil):
    given = give_role(grant(nil, "report_drafter"), by=ada.actor, at=AT)

    assert given.counts
    assert given.given_by_name == "Ada Adeyi"
    assert holds(nil, "report_drafter")


def test_a_role_of_two_persons_counts_once_another_has_confirmed_it(ada, alma, nil):
    proposed = give_role(grant(nil), by=ada.actor, at=AT)

    assert proposed.waits_for_confirmation
    assert not holds(nil, "auditor")
    assert [one.id for one in grants_waiting_for(alma.actor)] == [proposed.id]
    assert grants_waiting_for(ada.actor) == []

    confirm_grant(proposed.id, by=alma.actor, at=AT)

    assert holds(nil, "auditor")


def test_who_proposed_it_does_not_confirm_it(ada, nil):
    proposed = give_role(grant(nil), by=ada.actor, at=AT)

    with pytest.raises(UnableTo, match="Another person"):
        confirm_grant(proposed.id, by=ada.actor, at=AT)
    assert not holds(nil, "auditor")


def test_the_database_itself_refuses_what_one_person_writes_for_two(ada, nil):
    proposed = give_role(grant(nil), by=ada.actor, at=AT)

    for forged in (
        {"confirmed_by": ada.id, "confirmed_at": AT},
        {"confirmed_by": nil.id, "confirmed_at": AT},
        {"confirmed_at": AT},
        {"because": ""},
        {"by_operator": True},
        {"given_by": nil.id},
        {"scope_key": "XSA"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Grant.objects.filter(id=proposed.id).update(**forged)


def test_nobody_gives_a_role_to_themselves(ada):
    with pytest.raises(UnableTo, match="themselves"):
        give_role(grant(ada, "finance_officer"), by=ada.actor, at=AT)


def test_whoever_may_not_give_roles_gives_none(amal, nil):
    with pytest.raises(Refused):
        give_role(grant(nil, "report_drafter"), by=amal.actor, at=AT)
    with pytest.raises(Refused):
        give_role(grant(amal, "auditor"), by=nil.actor, at=AT)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"because": "  "}, "because"),
        ({"role": "emperor"}, "role"),
        ({"role": "public_visitor"}, "role"),
        ({"scope_kind": "state", "scope_key": "XSA"}, "scope_kind"),
        ({"role": "focal_point", "scope_kind": "state"}, "scope_key"),
        ({"valid_until": AT.date()}, "valid_until"),
    ],
)
def test_what_is_wrong_with_a_grant_is_told_by_field(ada, nil, changed, field):
    with pytest.raises(UnableTo) as told:
        give_role(grant(nil, **changed), by=ada.actor, at=AT)

    assert field in told.value.problems


def test_a_role_ends_with_a_reason(ada, nil):
    given = give_role(grant(nil, "report_drafter"), by=ada.actor, at=AT)

    with pytest.raises(UnableTo, match="why"):
        end_grant(given.id, because=" ", by=ada.actor, at=AT)
    ended = end_grant(given.id, because="The report is out.", by=ada.actor, at=AT)

    assert not ended.counts
    assert not holds(nil, "report_drafter")


def test_the_last_administrator_stays(ada):
    own = next(one for one in grants_visible_to(ada.actor, person=ada.id))

    with pytest.raises(UnableTo, match="last administrator"):
        end_grant(own.id, because="Leaving.", by=ada.actor, at=AT)


def test_a_grant_for_one_organisation_counts_only_while_acting_for_it(ada, amal, ministry):
    give_role(grant(amal, "report_drafter", organisation=ministry), by=ada.actor, at=AT)

    there = actor_for(amal.id, acting_for=ministry, on=AT.date())
    elsewhere = actor_for(amal.id, acting_for=None, on=AT.date())
    assert "report_drafter" in {one.role for one in there.grants}
    assert "report_drafter" not in {one.role for one in elsewhere.grants}


def test_everybody_sees_their_own_roles_and_administrators_all(ada, amal, bela):
    assert {one.person for one in grants_visible_to(ada.actor)} == {ada.id, amal.id, bela.id}
    assert {one.person for one in grants_visible_to(amal.actor)} == {amal.id}


def test_what_happened_to_a_role_is_told_on_its_holders_timeline(ada, alma, nil):
    proposed = give_role(grant(nil), by=ada.actor, at=AT)
    confirm_grant(proposed.id, by=alma.actor, at=AT)

    told = [line.sentence for line in timeline(ada.actor, Wish(about_kind="person", about_key=str(nil.id)))]

    assert any(
        "Ada Adeyi proposed the role Auditor (all) for Nil Novak" in sentence and "Letter of 2026-11-01" in sentence
        for sentence in told
    )
    assert any("Alma Alves confirmed the role" in sentence for sentence in told)


def test_the_pages_give_confirm_and_end(client, ada, alma, nil):
    ada.with_app().sign_in(client)
    wish = {"role": "auditor", "scope_kind": "all", "scope_key": "", "valid_from": "2026-12-01", "because": "Letter."}
    assert client.post(f"/en/people/{nil.id}/give-role/", wish | {"valid_from": "soon"}).status_code == 200
    assert client.post(f"/en/people/{nil.id}/give-role/", wish).status_code == 302
    given = Grant.objects.get(person=nil.id)
    assert client.post(f"/en/grants/{given.id}/confirm/").status_code == 409

    client.logout()
    alma.with_app().sign_in(client)
    assert "Ada Adeyi" in client.get("/en/work/").text
    assert client.post(f"/en/grants/{given.id}/confirm/").status_code == 302
    assert client.post(f"/en/grants/{given.id}/end/", {"because": "Done."}).status_code == 302
    given.refresh_from_db()
    assert given.ended_because == "Done."


def test_a_focal_point_of_another_state_is_told_that_there_is_nothing(client, ada, amal, bela):
    given = Grant.objects.get(person=amal.id)
    bela.with_app().sign_in(client)

    for path in (f"people/{amal.id}/", f"people/{amal.id}/give-role/", f"grants/{given.id}/end/"):
        assert client.get(f"/en/{path}").status_code == 404, path
    assert client.post(f"/en/grants/{given.id}/confirm/").status_code == 404
