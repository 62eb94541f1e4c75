"""The chain of the record: what a superuser edits, takes away or moves is found."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import Error, connection, transaction

from accede.foundation.access import ANONYMOUS, SYSTEM, Actor, Level, Scope
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face, NameOf, Subject
from accede.foundation.audit.chain import Hold, verify
from accede.foundation.audit.models import Detail, Event, Link
from accede.foundation.audit.personal import take_details_away
from accede.foundation.audit.recording import record
from accede.foundation.fields import Named
from tests.support.committed import as_intruder, seal

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 9, 0, 0, 123, tzinfo=UTC)
MOVED = EventType(
    "tests.moved",
    "%(who)s moved a file to “%(place)s”.",
    fields=(Named("place", "Place"), Named("name", "Name")),
)
AWKWARD = '“é”\n\t\\ " \x01 𝄞 عربي'


@pytest.fixture
def five_events():
    """Five events in the chain, with words that two programs could write differently."""
    for number in range(5):
        record(
            MOVED,
            about=Subject(
                "file", f"{number} {AWKWARD}", Level.OWNER_CONFIDENTIAL, Scope("state", "AAA"), (uuid.uuid4(),)
            ),
            by=Actor(person=uuid.uuid4(), acting_for=uuid.uuid4()) if number % 2 else SYSTEM,
            at=AT,
            face=Face.WEB,
            before={"place": "here", "same": 1},
            after={"place": AWKWARD, "same": 1},
            place=NameOf(uuid.uuid4()),
        )
        seal()


@pytest.mark.usefixtures("five_events")
def test_an_untouched_chain_holds():
    verdict = verify()

    assert (verdict.broken, verdict.links, verdict.taken_away) == ("", 5, 0)


def test_an_empty_chain_holds():
    assert verify().broken == ""


def test_events_of_one_transaction_are_chained_when_it_ends():
    record(MOVED, about=Subject("file", "1"), by=ANONYMOUS, at=AT, face=Face.API)
    assert Link.objects.count() == 0

    seal()

    assert verify().links == 1


EDITS = {
    "when": "update audit_event set at = at + interval '1 day' where id = %s",
    "who": "update audit_event set person = gen_random_uuid() where id = %s",
    "for whom": "update audit_event set acting_for = null, person = null where id = %s and person is not null",
    "what": "update audit_event set key = 'tests.other' where id = %s",
    "who may read it": "update audit_event set readers = '{}' where id = %s",
    "about what": "update audit_event set about_key = 'other' where id = %s",
    "from what to what": "update audit_detail set body = jsonb_set(body, '{changes}', '{}') where event_id = %s",
    "the details' key": "update audit_detail set salt = sha256('x') where event_id = %s",
    "the details' readers": "update audit_detail set level = 'public' where event_id = %s",
    "details silently taken away": (
        "update audit_detail set body = null, salt = null, taken_away_at = now() where event_id = %s"
    ),
}
REMOVALS = {
    "the event": "delete from audit_event where id = %s",
    "the details": "delete from audit_detail where event_id = %s",
    "the link": "delete from audit_link where event_id = %s",
}


@pytest.mark.usefixtures("five_events")
@pytest.mark.parametrize("statement", EDITS.values(), ids=EDITS)
def test_an_edit_is_found(statement):
    with as_intruder():
        touched = execute(statement, [event_of_link(4)])

    assert touched == 1
    assert "link 4" in verify().broken.lower()


@pytest.mark.usefixtures("five_events")
@pytest.mark.parametrize("statement", REMOVALS.values(), ids=REMOVALS)
def test_a_removal_is_found(statement):
    with as_intruder():
        execute(statement, [event_of_link(3)])

    assert "link 3" in verify().broken.lower()


@pytest.mark.usefixtures("five_events")
def test_the_removal_of_an_event_with_all_that_belongs_to_it_is_found():
    remove_wholly(2)

    assert verify().broken == "Link 2 is not there; the next one is 3."


@pytest.mark.usefixtures("five_events")
@pytest.mark.parametrize("column", ["number", "event_id", "hash"])
def test_a_change_of_order_is_found(column):
    with as_intruder():
        execute("alter table audit_link drop constraint audit_link_pkey")
        execute("alter table audit_link drop constraint audit_link_event_id_key")
        execute(
            f"update audit_link l set {column} = o.{column} from audit_link o"
            " where (l.number, o.number) in ((2, 3), (3, 2))"
        )

    assert "link 2" in verify().broken.lower()


@pytest.mark.usefixtures("five_events")
def test_an_event_smuggled_in_is_found():
    with as_intruder():
        record(MOVED, about=Subject("file", "smuggled"), by=SYSTEM, at=AT, face=Face.WEB)

    assert "outside the chain" in verify().broken


@pytest.mark.usefixtures("five_events")
def test_removal_at_the_end_is_found_by_a_checkpoint_only():
    kept = verify()
    remove_wholly(5)

    assert verify().broken == ""
    assert verify(Hold(kept.links, kept.hash)).broken == "The chain ends at link 4; the checkpoint holds 5."


@pytest.mark.usefixtures("five_events")
def test_a_chain_rewritten_whole_is_found_by_a_checkpoint_only():
    kept = verify()
    with as_intruder():
        execute("delete from audit_link")
        execute("update audit_event set at = at - interval '1 year'")
    for event in Event.objects.order_by("pk"):
        chain_again(event.pk)

    assert verify().broken == ""
    assert verify(Hold(kept.links, kept.hash)).broken == "Link 5 is another one than the checkpoint holds."


REFUSED = EDITS | REMOVALS


@pytest.mark.usefixtures("five_events")
@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_triggers_refuse_it_even_to_the_owner(statement):
    with pytest.raises(Error, match=r"only ever added to|violates foreign key"), transaction.atomic():
        execute(statement, [event_of_link(4)])


@pytest.mark.usefixtures("five_events")
@pytest.mark.parametrize("table", ["audit_event", "audit_detail", "audit_link"])
def test_emptying_a_table_is_refused(table):
    execute(f"alter table {table} enable trigger {table}_is_not_emptied")

    with pytest.raises(Error, match="only ever added to"), transaction.atomic():
        execute(f"truncate {table} cascade")


def test_personal_details_go_and_the_chain_stays():
    person = uuid.uuid4()
    about = Subject("person", str(person))
    record(MOVED, about=about, by=SYSTEM, at=AT, face=Face.WEB, before={"name": "Amal"}, after={"name": "Noor"})
    seal()

    taken = take_details_away(person, by=SYSTEM, at=AT, face=Face.WEB)
    seal()

    assert taken == 1
    assert not Detail.objects.filter(body__contains={"changes": {"name": ["Amal", "Noor"]}}).exists()
    verdict = verify()
    assert (verdict.broken, verdict.links, verdict.taken_away) == ("", 2, 1)


def test_details_are_taken_away_once_and_for_ever():
    person = uuid.uuid4()
    record(MOVED, about=Subject("person", str(person)), by=SYSTEM, at=AT, face=Face.WEB)
    take_details_away(person, by=SYSTEM, at=AT, face=Face.WEB)

    with pytest.raises(Error, match="only ever added to"), transaction.atomic():
        execute("update audit_detail set body = '{}', salt = 'x', taken_away_at = null where taken_away_at is not null")


@pytest.mark.usefixtures("five_events")
def test_the_web_role_can_neither_read_nor_write_the_chain_itself():
    with acting(SYSTEM):
        for statement in ("select * from audit_link", "insert into audit_link values (9, gen_random_uuid(), '', '')"):
            with pytest.raises(Error, match="permission denied"), transaction.atomic():
                execute(statement)


def test_an_event_is_chained_whoever_cannot_read_it():
    with acting(ANONYMOUS):
        record(MOVED, about=Subject("file", "1", Level.RESTRICTED), by=ANONYMOUS, at=AT, face=Face.WEB)
        assert Event.objects.count() == 0
        seal()

    assert verify().links == 1


def execute(statement: str, values: list[uuid.UUID] | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def event_of_link(number: int) -> uuid.UUID:
    return Link.objects.get(number=number).event_id


def remove_wholly(number: int) -> None:
    key = event_of_link(number)
    with as_intruder():
        execute("delete from audit_detail where event_id = %s", [key])
        execute("delete from audit_event where id = %s", [key])
        execute("delete from audit_link where event_id = %s", [key])


def chain_again(key: uuid.UUID) -> None:
    """Add a link to the chain by the rule of the chain, as somebody who knows it could."""
    execute(
        """
        with last as (select coalesce(max(number), 0) as number from audit_link),
             before as (select coalesce((select hash from audit_link join last using (number)),
                                        repeat('0', 64)) as hash)
        insert into audit_link select last.number + 1, e.id, before.hash, encode(sha256(convert_to(
            before.hash || ' ' || last.number + 1 || ' ' || accede_audit_text(e), 'UTF8')), 'hex')
        from last, before, audit_event e where e.id = %s
        """,
        [key],
    )
