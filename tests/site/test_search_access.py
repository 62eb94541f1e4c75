"""Whoever may not see a thing learns nothing of it from the search: no count, no suggestion, no order, no word."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation.access import ALL, ANONYMOUS, SYSTEM, Actor, Level, Scope
from accede.foundation.access.acting import acting
from accede.foundation.pages import AsAt
from accede.foundation.search.finding import Found, find
from accede.foundation.search.kinds import ANY, Entry, kinds
from accede.foundation.search.models import IndexWord
from accede.foundation.search.rebuilding import rebuild
from accede.foundation.search.writing import keep_found, put
from accede.modules.cooperation.fields.scenarios import ScenarioDetails
from accede.modules.cooperation.services.saved_scenarios import change_scenario, delete_scenario, save_scenario
from accede.modules.identity.fields.sharing import Sharing
from accede.modules.identity.services.people import close_account, pseudonymise
from accede.modules.treaties.words.found import STATES
from tests.conftest import TODAY
from tests.factories import money, people
from tests.factories.small_record import AT, small_record
from tests.support.actors import actor
from tests.support.many_requests import shared_record

pytestmark = pytest.mark.django_db

HIDDEN = "Lighthouse of Samplonia"


@pytest.fixture(scope="module", autouse=True)
def record(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with shared_record(django_db_blocker):
        small_record()
        rebuild()
        yield


def answers(actor: Actor, text: str = HIDDEN) -> list[Found]:
    """Return what an actor finds by a name, a word, the beginning of one, and with a slip."""
    as_at = AsAt(TODAY.date(), TODAY.date())
    with acting(actor):
        return [
            find(one, actor=actor, language="en", as_at=as_at)
            for one in (text, text[:10], text[:4], text.replace("h", "f", 1))
        ]


def titles(client: Client, text: str) -> list[str]:
    return [one["title"] for one in client.get("/api/v1/search/", {"q": text}).json()["items"]]


def test_a_hidden_entry_of_any_kind_changes_no_count_and_no_suggestion():
    """For the visitor, somebody without rights, a focal point and officers."""
    france = Scope("state", "FRA")
    readers = [
        ANONYMOUS,
        Actor(person=uuid4()),
        actor("focal_point", france),
        actor("programme_officer", france),
        actor("finance_officer", ALL),
    ]
    before = [answers(reader) for reader in readers]
    words = set(IndexWord.objects.values_list("word", flat=True))

    for kind in kinds():
        # The key of a page is the name of its address, that of a request a number; these are of none that can be found.
        put(kind, [hidden_entry({"page": "site:design", "request": "7"}.get(kind.key) or str(uuid4()))])

    assert [answers(reader) for reader in readers] == before
    assert set(IndexWord.objects.values_list("word", flat=True)) == words
    # The product itself finds each of them: they are there, and hidden from those alone who may not see them.
    assert answers(SYSTEM)[0].numbers == {kind.key: 1 for kind in kinds()}


def hidden_entry(key: str) -> Entry:
    owner = f"person:{uuid4()}"
    return Entry(key, {ANY: HIDDEN}, texts={ANY: HIDDEN}, level=Level.RESTRICTED, owner=owner, readers=[uuid4()])


def test_a_hidden_entry_of_a_public_kind_would_be_seen_if_it_were_public():
    before = answers(ANONYMOUS)

    put(STATES, [Entry("XXX", {ANY: HIDDEN})])

    assert all(after != then for after, then in zip(answers(ANONYMOUS), before, strict=True))


def test_the_table_is_closed_to_pages_and_its_function_shows_whoever_acts_what_they_may_see():
    reader = uuid4()
    put(STATES, [Entry("XXX", {ANY: HIDDEN}, level=Level.RESTRICTED, owner="person:x", readers=[reader])])
    statement = "select accede_find(array['state'], array['''kind/state'' & ''samplonia'''], '', '', '', '', 10, 0)"

    with acting(ANONYMOUS), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select count(*) from search_indexentry")
    found = []
    for who in (ANONYMOUS, Actor(person=uuid4()), Actor(person=reader), SYSTEM):
        with acting(who), connection.cursor() as cursor:
            cursor.execute(statement)
            found.append("XXX" in str(cursor.fetchone()[0]))
    assert found == [False, False, True, True]


def test_people_are_found_by_those_who_may_see_them_and_by_nobody_once_their_name_is_out():
    here = people.organisation("Harbour Authority (sample)")
    mate = people.person("Bela Beacon", acts_for=here).with_app()
    colleague = people.person("Cleo Colleague", acts_for=here).with_app()
    outsider = people.person("Otto Outsider", acts_for=people.organisation("Other Authority (sample)")).with_app()
    administrator = people.person("Ada Admin", role="administrator").with_app()

    seen = [titles(one.sign_in(Client()), "Bela Beacon") for one in (mate, colleague, administrator, outsider)]
    assert seen == [["Bela Beacon"], ["Bela Beacon"], ["Bela Beacon"], []]
    assert titles(Client(), "Bela Beacon") == []
    close_account(mate.id, because="Left.", by=administrator.actor, at=AT)
    pseudonymise(mate.id, by=administrator.actor, at=AT)
    assert titles(administrator.sign_in(Client()), "Bela") == []


def test_organisations_are_found_by_those_who_act_for_them():
    here = people.organisation("Harbour Authority (sample)")
    inside = people.person("Ina Inside", acts_for=here).with_app()
    outside = people.person("Otto Outsider").with_app()

    assert titles(inside.sign_in(Client()), "harbour") == ["Harbour Authority (sample)"]
    assert titles(outside.sign_in(Client()), "harbour") == titles(Client(), "harbour") == []


def test_a_contribution_is_found_by_its_donor_and_by_who_keeps_the_money():
    donor = money.donor()
    money.paid("XA-77", "1000", donor=donor, fund=money.fund())
    own = people.person(
        "Dora Donor", acts_for=donor, role="donor_representative", scope=("organisation", str(donor))
    ).with_app()
    finance = people.person("Fay Finance", role="finance_officer").with_app()
    officer = people.person("Pia Officer", role="programme_officer").with_app()

    assert len(titles(own.sign_in(Client()), "XA-77")) == len(titles(finance.sign_in(Client()), "XA-77")) == 1
    # An officer reads what the programme reads, but the pages of contributions do not open to them.
    assert titles(officer.sign_in(Client()), "XA-77") == titles(Client(), "XA-77") == []


def test_a_scenario_is_found_by_those_with_whom_it_is_shared_until_it_is_deleted():
    owner = people.person("Sila Saver", role="programme_officer").with_app()
    friend = people.person("Fred Friend", role="programme_officer").with_app()
    details = ScenarioDetails("Quiet idea", "extradition", "CZE FINANCING-1999")
    key = save_scenario(details, by=owner.actor, at=AT)
    assert titles(owner.sign_in(Client()), "quiet idea") == ["Quiet idea"]
    assert titles(friend.sign_in(Client()), "quiet idea") == []

    shared = ScenarioDetails("Quiet idea", "extradition", "CZE FINANCING-1999", Sharing(people=(friend.email,)))
    change_scenario(key, shared, by=owner.actor, at=AT)
    assert titles(friend.sign_in(Client()), "quiet idea") == ["Quiet idea"]

    delete_scenario(key, by=owner.actor, at=AT)
    assert titles(owner.sign_in(Client()), "quiet idea") == []


def test_what_is_rolled_back_is_not_found():
    with transaction.atomic():
        put(STATES, [Entry("YYY", {ANY: HIDDEN})])
        assert titles(Client(), HIDDEN) == [HIDDEN]
        transaction.set_rollback(True)

    assert titles(Client(), HIDDEN) == []


def test_a_thing_that_is_no_more_is_found_no_more():
    put(STATES, [Entry("YYY", {ANY: HIDDEN})])

    keep_found("state", ["YYY"])

    assert titles(Client(), HIDDEN) == []
