"""What a grant lets its holder write: never more than they may read, and no State's file without naming the State."""

import uuid

import pytest

from accede.foundation.access import ALL, ANONYMOUS, SYSTEM, Actor, Grant, Level, Scope, read_keys, roles, write_keys
from tests.support.actors import AAA, BBB, actor

BODY = Scope("organisation", str(uuid.UUID(int=1)))


@pytest.mark.parametrize(
    ("role", "scope", "keys"),
    [
        pytest.param(
            "programme_officer",
            ALL,
            {"public/all", "programme/all"},
            id="an officer of the whole programme changes no State's confidential file",
        ),
        pytest.param(
            "programme_officer",
            AAA,
            {"public/state:AAA", "programme/state:AAA", "owner_confidential/state:AAA"},
            id="an officer named for a State changes that State's",
        ),
        pytest.param(
            "focal_point",
            AAA,
            {"public/state:AAA", "programme/state:AAA", "owner_confidential/state:AAA"},
            id="a focal point changes the files of its own State",
        ),
        pytest.param(
            "partner_coordinator",
            BODY,
            {f"public/{BODY}", f"programme/{BODY}", f"owner_confidential/{BODY}"},
            id="a partner changes what is its own, what it keeps for itself too",
        ),
        pytest.param("auditor", ALL, set(), id="an auditor reads everything and changes nothing"),
        pytest.param("donor_representative", BODY, set(), id="a donor's representative changes nothing"),
    ],
)
def test_a_role_writes_what_it_is_there_for(role, scope, keys):
    assert write_keys(actor(role, scope)) == keys


def test_two_grants_write_what_each_of_them_writes():
    officer = Actor(person=uuid.uuid4(), grants=(Grant("programme_officer", ALL), Grant("programme_officer", BBB)))

    assert "owner_confidential/state:BBB" in write_keys(officer)
    assert not {"owner_confidential/all", "owner_confidential/state:AAA"} & write_keys(officer)


@pytest.mark.parametrize("scope", [ALL, AAA, BODY], ids=str)
@pytest.mark.parametrize("level", [Level.OWNER_CONFIDENTIAL, Level.RESTRICTED])
def test_nobody_writes_a_confidential_thing_that_they_may_not_read(level, scope):
    for role in roles():
        holder = actor(role.key, scope)
        kept = {key for key in write_keys(holder) if key.startswith(level)}

        assert kept <= read_keys(holder)


def test_a_visitor_writes_nothing_and_the_product_itself_everything():
    assert write_keys(ANONYMOUS) == frozenset()
    assert write_keys(SYSTEM) == {f"{level}/all" for level in Level}
