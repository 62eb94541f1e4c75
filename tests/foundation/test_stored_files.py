"""Stored files: whose they are, who may have them, wherever their bytes lie, and that they go with a record."""

import hashlib
import io
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.test import Client

from accede.foundation.access import ALL, Actor, Level, Refused, Scope
from accede.foundation.access.acting import acting
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.files import FileNotTaken, Kind, keeping, look_at
from accede.foundation.files.checking import checked_name
from accede.foundation.files.models import LOOKED_AT, StoredFile
from accede.foundation.files.storing import (
    Belonging,
    FileFacts,
    delete_file,
    file_for,
    files_about,
    let_go,
    look_at_table,
    store,
    store_looked_at,
    sweep,
)
from accede.foundation.problems import UnableTo
from accede.foundation.readiness import NotReady
from accede.site.settings.buckets import bucket_storage
from tests.conftest import TODAY
from tests.factories import people

pytestmark = pytest.mark.django_db

LATER = TODAY + timedelta(days=3650)


@pytest.fixture(autouse=True, params=["folder", "elsewhere"])
def places(request, settings, tmp_path, monkeypatch):
    """A folder of the test's own, and a storage that knows no paths, as a bucket does not."""
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    backend = {
        "folder": "accede.foundation.files.folder.Folder",
        "elsewhere": "django.core.files.storage.InMemoryStorage",
    }[request.param]
    settings.STORAGES = {**settings.STORAGES, "files": {"BACKEND": backend}}
    return request.param


def kept(text: str, belonging: Belonging, *, name: str = "list.csv", by: Actor | None = None) -> FileFacts:
    stream = io.BytesIO(text.encode())
    looked = look_at_table(stream, name=name, most_bytes=1 << 20)
    return store(stream, looked, name=name, belonging=belonging, by=by or Actor(), at=TODAY)


@pytest.fixture
def ada():
    return people.person("Ada Adeyi", role="administrator").with_app()


@pytest.fixture
def nil():
    return people.person("Nil Novak")


def got(who: people.TestPerson | None, file: UUID) -> tuple[int, bytes]:
    client = Client()
    response = (who.sign_in(client) if who else client).get(f"/en/files/{file}/")
    return response.status_code, response.getvalue() if response.streaming else b""


def test_a_file_is_had_by_who_may_have_it_and_is_nowhere_for_others(ada, nil):
    for_all = kept("a,b\n", Belonging(Level.PUBLIC))
    for_programme = kept("c,d\n", Belonging(Level.PROGRAMME))
    for_nil = kept("e,f\n", Belonging(Level.RESTRICTED, readers=(nil.id,)))

    assert [got(who, for_all.id) for who in (None, nil, ada)] == [(200, b"a,b\n")] * 3
    assert [got(who, for_programme.id)[0] for who in (None, nil, ada)] == [404, 404, 200]
    assert [got(who, for_nil.id)[0] for who in (None, nil, ada)] == [404, 200, 404]
    assert got(ada, UUID(int=1))[0] == 404


def test_the_database_shows_a_file_to_nobody_else_either(nil):
    kept("e,f\n", Belonging(Level.OWNER_CONFIDENTIAL, owner=Scope("state", "XSA")))

    for actor, number in ((nil.actor, 0), (Actor(), 0)):
        with acting(actor):
            assert StoredFile.objects.count() == number


def test_files_are_let_go_for_somebody_who_may_not_see_them_and_who_sees_no_more_for_it(nil, ada):
    done = kept("a,b\n", Belonging(Level.PROGRAMME, about="proposal:1"))
    waits = kept("c,d\n", Belonging(Level.PROGRAMME, about="proposal:2"))

    with acting(nil.actor):
        let_go("proposal:1", at=TODAY)
        assert StoredFile.objects.count() == 0

    assert [got(ada, file.id)[0] for file in (done, waits)] == [404, 200]


def test_the_same_bytes_lie_once_and_stay_while_one_file_has_them(ada):
    first, second = (kept("a,b\n", Belonging(Level.PROGRAMME), name=name) for name in ("one.csv", "two.csv"))
    assert list(keeping.all_kept()) == [first.sha256] == [second.sha256]

    delete_file(first.id, because="Sent twice.", by=ada.actor, at=TODAY)
    sweep(at=TODAY)
    assert got(ada, second.id) == (200, b"a,b\n")
    assert got(ada, first.id)[0] == 404

    delete_file(second.id, because="No longer needed.", by=ada.actor, at=TODAY)
    assert sweep(at=TODAY) == 1
    assert list(keeping.all_kept()) == []


def test_a_deletion_is_in_the_record_with_its_reason_and_needs_one(ada, nil):
    file = kept("a,b\n", Belonging(Level.PROGRAMME))
    with pytest.raises(UnableTo):
        delete_file(file.id, because=" ", by=ada.actor, at=TODAY)
    with pytest.raises(Refused):
        delete_file(file.id, because="Mine.", by=nil.actor, at=TODAY)

    page = ada.sign_in(Client()).post(f"/en/files/{file.id}/delete/", {"because": "Wrong file."})

    assert "The file is deleted" in page.text
    told = timeline(ada.actor, Wish(about_kind="file", about_key=str(file.id)))
    assert [line.sentence for line in told] == ["Ada Adeyi deleted the file list.csv, because: Wrong file."]


def test_what_was_only_looked_at_is_had_by_whoever_brought_it_and_goes_after_a_day(nil, ada):
    stream = io.BytesIO(b"a,b\n")
    looked = look_at_table(stream, name="list.csv", most_bytes=100)
    file = store_looked_at(stream, looked, name="list.csv", by=nil.actor, at=TODAY)
    assert [file_for(who.actor, file.id) is not None for who in (nil, ada)] == [True, False]

    sweep(at=TODAY + LOOKED_AT - timedelta(seconds=1))
    assert StoredFile.objects.filter(id=file.id).exists()
    sweep(at=TODAY + LOOKED_AT)
    assert not StoredFile.objects.filter(id=file.id).exists()
    sweep(at=LATER)
    assert list(keeping.all_kept()) == []


def test_bytes_can_be_read_on_this_machine_wherever_they_lie(places):
    file = kept("a,b\n", Belonging(Level.PROGRAMME))

    place = keeping.at_hand(file.sha256)

    assert place
    assert place.read_bytes() == b"a,b\n"
    assert keeping.at_hand("0" * 64) is None
    assert keeping.at_hand("../../etc/passwd") is None
    assert storages["files"].exists(f"{file.sha256[:2]}/{file.sha256}")


def test_the_newest_file_of_a_thing_is_found_by_who_may_have_it(ada, nil):
    kept("a,b\n", Belonging(Level.PROGRAMME, about="edition:1"))
    newest = kept("c,d\n", Belonging(Level.PROGRAMME, about="edition:1"))
    StoredFile.objects.filter(id=newest.id).update(stored_at=TODAY + timedelta(seconds=1))

    assert files_about(ada.actor, ["edition:1", "edition:2"])["edition:1"].id == newest.id
    assert files_about(nil.actor, ["edition:1"]) == {}


def test_a_confidential_file_that_was_opened_is_in_the_record(ada, nil):
    file = kept("a,b\n", Belonging(Level.OWNER_CONFIDENTIAL, owner=ALL, readers=(nil.id,)))
    auditor = people.person("Olu Okoye", role="auditor").with_app()

    assert [got(who, file.id)[0] for who in (nil, auditor)] == [200, 200]
    told = timeline(auditor.actor, Wish(key="files.opened"))
    assert [line.sentence for line in told] == ["Olu Okoye opened the file list.csv."]


@pytest.mark.parametrize(
    "name", ["../list.csv", "a/list.csv", "C:\\list.csv", "..", "", " ", "a\x00.csv", "a\u202egpj.csv", "x" * 201]
)
def test_a_name_is_no_path_and_holds_nothing_that_is_not_shown(name):
    with pytest.raises(FileNotTaken):
        checked_name(name)


def test_the_database_refuses_a_path_in_a_name():
    file = kept("a,b\n", Belonging(Level.PUBLIC))
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.filter(id=file.id).update(name="../list.csv")


def test_a_table_is_what_its_name_says(places):
    with pytest.raises(FileNotTaken, match="holds csv"):
        look_at_table(io.BytesIO(b"a,b\n"), name="list.xlsx", most_bytes=100)
    with pytest.raises(FileNotTaken, match="too large"):
        look_at_table(io.BytesIO(b"a,b\n"), name="list.csv", most_bytes=3)
    for name, kind in (("list.csv", Kind.CSV), ("list", Kind.CSV), ("list.txt", Kind.CSV)):
        assert look_at_table(io.BytesIO("é\n".encode("cp1252")), name=name, most_bytes=9).kind is kind


def test_a_large_text_is_looked_at_piece_by_piece_with_signs_across_their_borders():
    text = "٣" * 100_000
    looked = look_at(io.BytesIO(text.encode()), name="a.txt")

    assert looked.sha256 == hashlib.sha256(text.encode()).hexdigest()
    with pytest.raises(FileNotTaken):
        look_at(io.BytesIO(text.encode()[:-1]), name="a.txt")


def test_the_start_says_of_a_place_that_is_not_there_what_to_do(settings):
    keeping.see_that_files_can_lie()
    # What speaks to buckets is not installed beside the tests: one of the ways in which a bucket is not to be had.
    settings.STORAGES = {**settings.STORAGES, "files": bucket_storage({"ACCEDE_FILES_BUCKET": "nowhere"})}

    with pytest.raises(NotReady, match=r"“nowhere” cannot be used.*ACCEDE_FILES_BUCKET.*accede\[s3\]"):
        keeping.see_that_files_can_lie()
