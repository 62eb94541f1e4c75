"""Tampering beyond edits: rows slipped in, numbered anew, doubled, half taken away. Refused by tables, and found."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import Error, connection, transaction

from accede.foundation.access import SYSTEM
from accede.foundation.audit import EventType, Face, Subject, checkpoints, cli
from accede.foundation.audit.chain import BEFORE_THE_FIRST, Hold, link_hash, verify
from accede.foundation.audit.events import DETAILS_TAKEN_AWAY
from accede.foundation.audit.models import Event, Link
from accede.foundation.audit.personal import take_details_away
from accede.foundation.audit.recording import record
from tests.support.commands import called
from tests.support.committed import as_intruder, seal

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 9, 0, 0, 123, tzinfo=UTC)
DONE = EventType("tests.done", "%(who)s did it.")
PERSON = uuid.uuid4()


@pytest.fixture(autouse=True)
def six_links():
    """Three events about files and one about a person, whose details were taken away: five links, and one more."""
    for number in range(3):
        write(f"file {number}")
    write(str(PERSON), kind="person")
    take_details_away(PERSON, by=SYSTEM, at=AT, face=Face.WEB)
    seal()
    write("file 6")


def write(key: str, *, kind: str = "file") -> uuid.UUID:
    written = record(DONE, about=Subject(kind, key), by=SYSTEM, at=AT, face=Face.WEB, place=key)
    seal()
    return written


def execute(statement: str, **values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def unguarded(*constraints: str) -> None:
    """Take constraints away, as who owns the tables could."""
    for constraint in constraints:
        table = "_".join(constraint.split("_")[:2])
        execute(f"alter table {table} drop constraint {constraint} cascade")


def slip_in(number: int, previous: str) -> None:
    """Add an event with a link that is right in itself, at any number."""
    event = Event.objects.get(pk=record(DONE, about=Subject("file", "slipped"), by=SYSTEM, at=AT, face=Face.WEB))
    hashed = link_hash(previous=previous, number=number, event=event)
    Link.objects.create(number=number, event_id=event.pk, previous=previous, hash=hashed)


def kept() -> Hold:
    verdict = verify()
    assert (verdict.broken, verdict.links) == ("", 6)
    return Hold(verdict.links, verdict.hash)


@pytest.mark.parametrize("number", [0, -1, -(2**62)])
def test_a_link_below_the_first_is_found_also_against_a_checkpoint(number):
    hold = kept()
    with as_intruder():
        unguarded("audit_link_is_numbered_from_one")
        slip_in(number, BEFORE_THE_FIRST)

    expected = f"Before link 1 stands a link numbered {number}."
    assert (verify().broken, verify(hold).broken) == (expected, expected)


@pytest.mark.parametrize("number", [8, 2**62])
def test_a_link_above_the_last_is_found(number):
    with as_intruder():
        slip_in(number, Link.objects.get(number=6).hash)

    assert verify().broken == f"Link 7 is not there; the next one is {number}."


def test_a_link_without_number_is_found():
    with as_intruder():
        unguarded("audit_link_pkey")
        execute("alter table audit_link alter number drop not null")
        execute("insert into audit_link values (null, gen_random_uuid(), '', '')")

    assert verify().broken == "Before link 1 stands a link numbered None."


def test_a_number_that_stands_twice_is_found():
    with as_intruder():
        unguarded("audit_link_pkey")
        slip_in(4, Link.objects.get(number=3).hash)

    assert "link 4" in verify().broken.lower() or "number 4" in verify().broken


def test_the_last_number_standing_twice_is_found_though_reading_by_pages_would_pass_it(monkeypatch):
    monkeypatch.setattr("accede.foundation.audit.chain._AT_ONCE", 1)
    with as_intruder():
        unguarded("audit_link_pkey")
        execute(
            "insert into audit_link select number, gen_random_uuid(), previous, hash from audit_link where number = 6"
        )

    assert verify().broken


def test_all_numbers_moved_by_one_are_found():
    with as_intruder():
        execute("update audit_link set number = number + 100")
        execute("update audit_link set number = number - 99")

    assert verify().broken == "Link 1 is not there; the next one is 2."


def test_an_event_with_two_links_is_found():
    with as_intruder():
        unguarded("audit_link_event_id_key")
        last = Link.objects.get(number=6)
        event = Event.objects.get(pk=last.event_id)
        hashed = link_hash(previous=last.hash, number=7, event=event)
        Link.objects.create(number=7, event_id=event.pk, previous=last.hash, hash=hashed)

    assert verify().broken == f"Event {event.pk} has more than one link."


@pytest.mark.parametrize(("table", "named"), [("audit_event", "events"), ("audit_detail", "details")])
def test_a_row_that_stands_twice_is_found(table, named):
    with as_intruder():
        unguarded(f"{table}_pkey")
        key = "id" if table == "audit_event" else "event_id"
        execute(f"insert into {table} select * from {table} where {key} = %(id)s", id=event_of(2))

    assert verify().broken == f"The chain has 6 links, and there are 7 {named}."


def test_details_of_no_event_are_found():
    stray = uuid.uuid4()
    with as_intruder():
        execute(
            "insert into audit_detail (event_id, level, owner, readers, salt, body)"
            " values (%(id)s, 'programme', '*', '{}', sha256('x'), '{}')",
            id=stray,
        )

    assert verify().broken == f"Details stand outside the chain, of an event {stray}."


def test_an_event_whose_link_and_details_are_gone_is_found():
    with as_intruder():
        execute("delete from audit_link where number = 6")
        execute("delete from audit_detail where event_id not in (select event_id from audit_link)")

    assert "stands outside the chain" in verify().broken


def test_details_exchanged_between_two_events_are_found():
    with as_intruder():
        execute(
            "update audit_detail a set body = b.body, salt = b.salt from audit_detail b"
            " where (a.event_id, b.event_id) in ((%(one)s, %(two)s), (%(two)s, %(one)s))",
            one=event_of(2),
            two=event_of(3),
        )

    assert verify().broken == "The details of link 2 were changed."


HALF_TAKEN = {
    "marked, and whole": ("taken_away_at = now()", "are marked as taken away, and are there."),
    "body gone": ("body = null", "are there in part only."),
    "key gone": ("salt = null", "are there in part only."),
    "body gone and marked": ("body = null, taken_away_at = now()", "are there in part only."),
    "both gone, not marked": ("body = null, salt = null", "are there in part only."),
    "both gone and marked": ("body = null, salt = null, taken_away_at = now()", "were taken away unrecorded."),
    "another reader": ("level = 'public'", "were changed."),
    "key cut short": ("salt = substr(salt, 1, 31)", "were changed."),
    "key lengthened, which gives the same digest": ("salt = salt || decode('00', 'hex')", "were changed."),
}


@pytest.mark.parametrize(("change", "words"), HALF_TAKEN.values(), ids=HALF_TAKEN)
def test_details_half_taken_away_are_found(change, words):
    with as_intruder():
        unguarded("audit_detail_is_there_or_taken_away", "audit_detail_key_is_whole")
        execute(f"update audit_detail set {change} where event_id = %(id)s", id=event_of(2))

    assert verify().broken == f"The details of link 2 {words}"


def test_details_that_were_taken_away_and_put_back_are_found():
    key = write(str(PERSON), kind="person")
    with connection.cursor() as cursor:
        cursor.execute("select salt, body::text from audit_detail where event_id = %s", [key])
        salt, body = cursor.fetchone()
    take_details_away(PERSON, by=SYSTEM, at=AT, face=Face.WEB)
    seal()
    with as_intruder():
        execute(
            "update audit_detail set salt = %(salt)s, body = %(body)s, taken_away_at = null where event_id = %(id)s",
            salt=salt,
            body=body,
            id=key,
        )

    assert verify().broken == f"Link 8 says that the details of event {key} were taken away; they were not."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("taken_away_at = now()", "The details of link 4 were taken away at another time than link 5 says."),
        ("level = 'public'", "The details of link 4 were changed."),
    ],
)
def test_what_is_left_of_details_that_are_gone_cannot_be_changed_unseen(change, words):
    with as_intruder():
        execute(f"update audit_detail set {change} where body is null")

    assert verify().broken == words


def test_a_second_record_of_the_same_taking_is_found():
    key = str(event_of(4))
    with as_intruder():
        record(DETAILS_TAKEN_AWAY, about=Subject("event", key), by=SYSTEM, at=AT, face=Face.WEB)
        last = Link.objects.get(number=6)
        event = Event.objects.filter(key=DETAILS_TAKEN_AWAY.key).exclude(pk=event_of(5)).get()
        hashed = link_hash(previous=last.hash, number=7, event=event)
        Link.objects.create(number=7, event_id=event.pk, previous=last.hash, hash=hashed)

    assert verify().broken == "Link 7 takes away details that link 5 took away before."


@pytest.mark.parametrize("moment", ["infinity", "-infinity", "20000-01-01", "0044-03-15 BC"])
def test_a_moment_that_no_event_can_have_is_found(moment):
    with as_intruder():
        unguarded("audit_event_has_a_moment")
        execute("update audit_event set at = %(at)s::timestamptz where id = %(id)s", at=moment, id=event_of(3))

    assert verify().broken


@pytest.mark.parametrize("most", [1, 2, 3, 6, 7])
def test_an_untouched_chain_holds_however_it_is_read(monkeypatch, most):
    monkeypatch.setattr("accede.foundation.audit.chain._AT_ONCE", most)

    assert (verify().broken, verify().taken_away) == ("", 1)


class TestCheckpoints:
    @pytest.mark.parametrize("hold", [Hold(0, "f" * 64), Hold(-3, BEFORE_THE_FIRST)])
    def test_of_a_link_that_no_chain_has_are_not_passed(self, hold):
        assert verify(hold).broken == f"A checkpoint holds a link {hold.number}; no chain has one."

    def test_of_before_the_first_event_and_of_each_link_are_passed(self):
        holds = [Hold(link.number, link.hash) for link in Link.objects.all()]

        assert verify(Hold(0, BEFORE_THE_FIRST), *holds).broken == ""

    def test_of_which_one_is_not_passed_are_all_looked_at(self):
        assert verify(kept(), Hold(3, "0" * 64), Hold(2, link(2).hash)).broken == (
            "Link 3 is another one than the checkpoint holds."
        )

    def test_are_given_to_the_command_several_at_once(self, tmp_path, monkeypatch):
        monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
        monkeypatch.setattr("accede.foundation.database.ensure_running", lambda: None)
        monkeypatch.setattr(cli, "_walk", verify)
        files = [tmp_path / "one.json", tmp_path / "two.json"]
        for file in files:
            file.write_text(checkpoints.sign(verify(), at=AT, key=checkpoints.signing_key()))
            write("another")

        answer = called("audit", "verify", "--against", str(files[0]), "--against", str(files[1]))

        assert answer.output.splitlines()[1:] == [
            "It passes through the checkpoint at link 6.",
            "It passes through the checkpoint at link 7.",
        ]


REFUSED = {
    "a link below the first": "insert into audit_link values (0, %(id)s, repeat('0', 64), repeat('0', 64))",
    "a link far above": "insert into audit_link select 99, %(id)s, hash, hash from audit_link where number = 6",
    "a link that does not follow": "insert into audit_link values (7, %(id)s, repeat('0', 64), '')",
    "details that come taken away": (
        "insert into audit_detail (event_id, level, owner, readers, taken_away_at)"
        " values (%(id)s, 'programme', '*', '{}', now())"
    ),
    "details marked": "update audit_detail set taken_away_at = now() where event_id = %(id)s",
    "details taken unrecorded": (
        "update audit_detail set taken_away_at = now(), body = null, salt = null where event_id = %(id)s"
    ),
    "details half taken": "update audit_detail set body = null where event_id = %(id)s",
    "details taken again": "update audit_detail set taken_away_at = now() where body is null",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_the_tables_refuse_it_even_to_their_owner(statement):
    with pytest.raises(Error, match=r"only ever added to|numbered_from_one"), transaction.atomic():
        execute(statement, id=event_of(2))


def test_the_tables_refuse_a_second_record_of_a_taking():
    about = Subject("event", str(event_of(4)))
    with pytest.raises(Error, match="taken away before"), transaction.atomic():
        record(DETAILS_TAKEN_AWAY, about=about, by=SYSTEM, at=AT, face=Face.WEB)


IMPOSSIBLE = {
    "a link of no event": (
        "insert into audit_link select 7, gen_random_uuid(), hash, hash from audit_link where number = 6"
    ),
    "a short key": (
        "insert into audit_detail (event_id, level, owner, readers, salt, body)"
        " values (gen_random_uuid(), 'programme', '*', '{}', 'short', '{}')"
    ),
    "a moment that is none": (
        "insert into audit_event (id, at, key, face, about_kind, about_key, actor, detail_digest, level, owner,"
        " readers) values (gen_random_uuid(), 'infinity', '', '', '', '', 'product', '', 'public', '*', '{}')"
    ),
}


@pytest.mark.parametrize("statement", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_the_tables_refuse_what_cannot_be(statement):
    with pytest.raises(Error, match="violates"), transaction.atomic():
        execute(statement)


def link(number: int) -> Link:
    return Link.objects.get(number=number)


def event_of(number: int) -> uuid.UUID:
    return link(number).event_id
