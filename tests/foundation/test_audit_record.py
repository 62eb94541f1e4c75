"""The record as people meet it: sentences in their language, commands, checkpoints, their own data."""

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import translation
from django.utils.translation import gettext_lazy

from accede.foundation import keys
from accede.foundation.access import ALL, ANONYMOUS, SYSTEM, Actor, Level, Permission
from accede.foundation.audit import EventType, Face, NameOf, Subject, checkpoints, cli
from accede.foundation.audit.chain import verify
from accede.foundation.audit.disclosure import note_reading
from accede.foundation.audit.models import Detail, Link
from accede.foundation.audit.personal import events_of, take_details_away
from accede.foundation.audit.recording import changes, record
from accede.foundation.audit.timeline import Wish, count, timeline
from accede.foundation.fields import Named
from tests.support.actors import AAA, BBB, actor
from tests.support.commands import called
from tests.support.committed import as_intruder, seal

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
LOOK_INTO_PURSES = Permission("tests.look-into-purses", "Look into purses", changes=False)
NAMED = EventType(
    "tests.named",
    gettext_lazy("%(who)s named %(person)s."),
    fields=(
        Named("role", "Role"),
        Named("secret", "Secret"),
        Named("name", "Name"),
        Named("due_until", "Due until"),
        Named("strength", "How firmly", {"urged": "urged strongly"}),
        Named("purse", "Purse", needs=LOOK_INTO_PURSES),
    ),
)
READ = EventType("tests.read", gettext_lazy("%(who)s read it."), is_reading=True)
AMAL, BELA = uuid.uuid4(), uuid.uuid4()


def names_of(keys: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Return the names that are known; for ACCEDE_NAMES_OF."""
    known = {AMAL: "Amal", BELA: "Bela"}
    return {key: known[key] for key in keys if key in known}


@pytest.fixture(autouse=True)
def known_names(settings):
    settings.ACCEDE_NAMES_OF = "tests.foundation.test_audit_record.names_of"


def write(event: EventType = NAMED, *, by: Actor = SYSTEM, about: Subject | None = None, **more: Any) -> uuid.UUID:
    about = about or Subject("file", "1", Level.OWNER_CONFIDENTIAL, AAA)
    return record(event, about=about, by=by, at=AT, face=Face.WEB, **more)


def test_events_of_one_moment_are_told_the_last_written_first():
    written = [write(READ) for _ in range(12)]

    assert [line.id for line in timeline(actor("auditor", ALL), Wish())] == written[::-1]


def test_an_event_is_a_sentence_with_names_as_they_are_now():
    write(
        by=Actor(person=AMAL),
        person=NameOf(BELA),
        before={"role": "a", "same": 1},
        after={"role": NameOf(AMAL), "same": 1},
    )

    (line,) = timeline(actor("auditor", ALL), Wish())

    assert (line.sentence, line.who, line.is_reading) == ("Amal named Bela.", "Amal", False)
    assert [(change.field, change.before, change.after) for change in line.changes] == [("Role", "a", "Amal")]
    assert "Bela" not in json.dumps(Detail.objects.get().body)


@pytest.mark.parametrize(
    ("by", "who"), [(SYSTEM, "Accede"), (ANONYMOUS, "A visitor"), (Actor(person=uuid.uuid4()), "A former user")]
)
def test_whoever_has_no_name_is_told_by_what_they_are(by, who):
    write(READ, by=by)

    (line,) = timeline(actor("auditor", ALL), Wish())

    assert (line.who, line.is_reading) == (who, True)


def test_each_reader_sees_the_events_of_what_they_may_read():
    write()

    assert count(actor("focal_point", AAA), Wish()) == 1
    assert count(actor("focal_point", BBB), Wish()) == 0
    assert count(actor("administrator", ALL), Wish()) == 0
    assert timeline(actor("focal_point", BBB), Wish()) == []


def test_events_are_found_by_thing_person_kind_and_time():
    write(by=Actor(person=AMAL))
    write(READ, about=Subject("file", "2", Level.OWNER_CONFIDENTIAL, AAA))
    auditor = actor("auditor", ALL)

    assert count(auditor, Wish(about_kind="file", about_key="2")) == 1
    assert count(auditor, Wish(person=AMAL)) == 1
    assert count(auditor, Wish(key="tests.read")) == 1
    assert count(auditor, Wish(since=AT, until=AT + timedelta(seconds=1))) == 2
    assert count(auditor, Wish(until=AT)) == 0


def test_reading_what_is_confidential_is_recorded_and_what_is_shared_is_not():
    for level in Level:
        note_reading(READ, about=Subject("file", level, level, AAA), by=Actor(person=AMAL), at=AT, face=Face.WEB)

    found = timeline(actor("auditor", ALL), Wish())

    assert {line.about_key for line in found} == {"owner_confidential", "restricted"}
    assert all(line.is_reading for line in found)
    with pytest.raises(ValueError, match="no reading"):
        note_reading(NAMED, about=Subject("file", "1"), by=SYSTEM, at=AT, face=Face.WEB)


def test_only_fields_that_changed_are_kept():
    assert changes({"a": 1, "b": 2, "gone": 3}, {"a": 1, "b": 5, "new": [6]}) == {
        "b": [2, 5],
        "gone": [3, None],
        "new": [None, [6]],
    }


def test_a_sentence_whose_details_were_taken_away_still_stands():
    about = Subject("person", str(AMAL), Level.PROGRAMME)
    write(about=about, person=NameOf(BELA))
    take_details_away(AMAL, by=SYSTEM, at=AT, face=Face.WEB)

    with translation.override("en"):
        line = timeline(actor("auditor", ALL), Wish(about_kind="person"))[0]

    assert (line.sentence, line.details_taken_away) == ("Accede named ….", True)


def test_a_person_is_given_what_the_record_holds_of_them():
    write(by=Actor(person=AMAL), before={"secret": 1})
    write(about=Subject("person", str(AMAL)), before={"name": "A"}, after={"name": "B"})
    write(by=Actor(person=BELA))

    found = {event.part: event.detail for event in events_of(AMAL)}

    assert set(found) == {"by", "about"}
    assert found["by"] is None, "the details belong to the thing"
    assert found["about"]["changes"] == {"name": ["A", "B"]}


def test_what_changed_is_told_by_the_label_of_its_field_and_the_words_of_its_code():
    write(before={"due_until": "2026-01-31", "strength": "urged"}, after={"due_until": None, "strength": "other"})

    (line,) = timeline(SYSTEM, Wish(key=NAMED.key))

    assert [(change.field, change.before, change.after) for change in line.changes] == [
        ("Due until", "31 January 2026", "–"),
        ("How firmly", "urged strongly", "other"),
    ]


def test_a_field_that_the_kind_of_event_does_not_name_is_refused():
    with pytest.raises(ValueError, match="names no field stray"):
        write(before={"stray": 1})


def test_a_field_that_a_reader_may_not_see_is_not_told_to_them():
    write(before={"purse": 1, "name": "A"}, about=Subject("thing", "1", level=Level.PUBLIC))

    def told(reader: Actor) -> list[str]:
        return [change.field for line in timeline(reader, Wish(key=NAMED.key)) for change in line.changes]

    assert told(SYSTEM) == ["Name", "Purse"]
    assert told(Actor(person=AMAL)) == ["Name"]


def test_two_kinds_of_event_cannot_share_a_key():
    with pytest.raises(ValueError, match=r"tests\.read"):
        EventType("tests.read", gettext_lazy("%(who)s read it."))


class TestCommands:
    def test_verify_says_that_the_chain_holds(self):
        write()
        seal()

        answer = called("audit", "verify")

        assert (answer.exit_code, answer.output) == (
            0,
            "The chain holds. Links: 1. Details taken away, each by an event: 0.\n",
        )

    def test_verify_names_the_first_broken_link_and_fails(self):
        for _ in range(3):
            write()
        seal()
        with as_intruder():
            Link.objects.filter(number=2).update(previous="0" * 64)

        answer = called("audit", "verify")

        assert answer.exit_code == 1
        assert "Links that hold: 1." in answer.output
        assert "Link 2 does not follow" in answer.output

    def test_a_checkpoint_is_signed_kept_and_held_against_the_chain(self, tmp_path, monkeypatch):
        monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
        monkeypatch.setattr("accede.foundation.database.ensure_running", lambda: None)
        monkeypatch.setattr(cli, "_walk", verify)
        write()
        seal()
        kept = tmp_path / "kept.json"

        assert called("audit", "checkpoint", "--out", str(kept)).exit_code == 0
        answer = called("audit", "verify", "--against", str(kept))

        assert (answer.exit_code, answer.output.splitlines()[-1]) == (0, "It passes through the checkpoint at link 1.")
        assert (tmp_path / "audit-key").stat().st_mode & 0o777 == 0o600


class TestCheckpoints:
    @pytest.fixture
    def kept(self, tmp_path):
        key = Ed25519PrivateKey.generate()
        path = tmp_path / "kept.json"
        path.write_text(checkpoints.sign(verify(), at=AT, key=key))
        return path, keys.public_text(key.public_key())

    def test_is_read_back(self, kept):
        path, key = kept

        assert checkpoints.read(path, expected_key=key).hold.number == 0

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ('"link": 0', '"link": 7', "changed after"),
            ("made_at", "made", "cannot be read"),
            ("checkpoint 1", "checkpoint 9", "of this kind"),
            ("{", "", "cannot be read"),
        ],
    )
    def test_that_was_changed_is_refused(self, kept, old, new, words):
        path, key = kept
        path.write_text(path.read_text().replace(old, new, 1))

        with pytest.raises(checkpoints.CheckpointRefused, match=words):
            checkpoints.read(path, expected_key=key)

    def test_of_another_key_is_refused(self, kept):
        other = keys.public_text(Ed25519PrivateKey.generate().public_key())

        with pytest.raises(checkpoints.CheckpointRefused, match="another key"):
            checkpoints.read(kept[0], expected_key=other)

    @pytest.mark.parametrize("text", ["", "short", "e" * 44, "not base64!"])
    def test_a_key_that_is_none_is_refused(self, monkeypatch, text):
        monkeypatch.setenv("ACCEDE_AUDIT_KEY", text or " ")

        with pytest.raises(keys.KeyUnusable, match="32 bytes"):
            checkpoints.signing_key()
