"""Stored files: brought by somebody, had by who may, deleted with a record.

An address names the row by its random key; whoever may not read the row finds nothing there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accede.foundation import clock, jobs
from accede.foundation.access import ALL, SYSTEM, Actor, Level, Refused, Scope, can
from accede.foundation.access.acting import acting, change_as
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.files import keeping
from accede.foundation.files.access import FILES_DELETE
from accede.foundation.files.checking import Kind, Looked, checked_name, measure, table_kind, tidied_name
from accede.foundation.files.events import FILE_DELETED, FILE_OPENED, file_subject
from accede.foundation.files.models import LOOKED_AT, StoredFile
from accede.foundation.problems import UnableTo

SWEEP = "files.sweep"
_LET_GO = "update files_storedfile set until = %s where about = %s and until is null"
_TOLD = frozenset({Level.OWNER_CONFIDENTIAL, Level.RESTRICTED})


@dataclass(frozen=True, slots=True)
class Belonging:
    """How widely a file may be had, whose it is, who may have it besides, and to what it belongs."""

    level: Level
    owner: Scope = ALL
    readers: tuple[UUID, ...] = ()
    about: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A stored file as pages show it."""

    id: UUID
    name: str
    kind: Kind
    size: int
    sha256: str
    about: str
    stored_at: datetime


def look_at_table(stream: BinaryIO, *, name: str, most_bytes: int) -> Looked:
    """Return what a table is that is brought to an import.

    Raises:
        FileNotTaken: it is too large, no table, or not what its name says.
    """
    size, digest = measure(stream, most_bytes=most_bytes)
    return Looked(table_kind(stream, name), size, digest)


@transaction.atomic
def store(stream: BinaryIO, looked: Looked, *, name: str, belonging: Belonging, by: Actor, at: datetime) -> FileFacts:
    """Keep a file that was looked at; its bytes lie before its row counts.

    Raises:
        FileNotTaken: its name is none.
    """
    name = checked_name(name)
    _one_at_a_time(looked.sha256)
    keeping.keep(stream, looked.sha256)
    row = StoredFile(
        sha256=looked.sha256,
        size=looked.size,
        kind=looked.kind.value,
        name=name,
        about=belonging.about,
        level=belonging.level.value,
        owner=str(belonging.owner),
        readers=list(belonging.readers),
        stored_by=by.person,
        stored_at=at,
        until=belonging.until,
    )
    row.save(force_insert=True)
    return _facts(row)


def store_looked_at(stream: BinaryIO, looked: Looked, *, name: str, by: Actor, at: datetime) -> FileFacts:
    """Keep a file for a day that somebody wants to look at first; nobody else can have it."""
    readers = (by.person,) if by.person else ()
    belonging = Belonging(Level.RESTRICTED, readers=readers, until=at + LOOKED_AT)
    return store(stream, looked, name=name, belonging=belonging, by=by, at=at)


def store_original(
    path: Path, *, name: str, kind: Kind, about: str, by: Actor, at: datetime, belonging: Belonging | None = None
) -> FileFacts:
    """Keep what was brought in as it came; for whoever brought it and the programme, where nothing narrower is said."""
    with path.open("rb") as stream:
        # What the command line takes has no such bound as an upload.
        size, digest = measure(stream, most_bytes=path.stat().st_size)
        usual = Belonging(Level.PROGRAMME, readers=(by.person,) if by.person else (), about=about)
        belonging = belonging or usual
        return store(stream, Looked(kind, size, digest), name=tidied_name(name), belonging=belonging, by=by, at=at)


def file_for(actor: Actor, file: UUID) -> FileFacts | None:
    """Return a file, None if there is none that this actor may have."""
    row = _there(StoredFile.objects.visible_to(actor)).filter(id=file).first()
    return _facts(row) if row else None


def files_had(actor: Actor, files: Collection[UUID]) -> frozenset[UUID]:
    """Return which of some files the actor may have. One query."""
    rows = _there(StoredFile.objects.visible_to(actor)).filter(id__in=files)
    return frozenset(rows.values_list("id", flat=True)) if files else frozenset()


def files_about(actor: Actor, things: Collection[str]) -> dict[str, FileFacts]:
    """Return the newest file of each thing, as far as the actor may have it."""
    rows = _there(StoredFile.objects.visible_to(actor)).filter(about__in=things).order_by("stored_at", "id")
    return {row.about: _facts(row) for row in rows} if things else {}


def files_of(actor: Actor, thing: str) -> list[FileFacts]:
    """Return the files of a thing in the order in which they were stored, as far as the actor may have them."""
    rows = _there(StoredFile.objects.visible_to(actor)).filter(about=thing)
    return [_facts(row) for row in rows.order_by("stored_at", "id")]


def files_belonging_to(actor: Actor, scope: Scope, *, most: int) -> list[FileFacts]:
    """Return the latest files that belong to a scope, as far as the actor may have them. One query."""
    rows = _there(StoredFile.objects.visible_to(actor)).filter(owner=str(scope))
    return [_facts(row) for row in rows.order_by("-stored_at", "id")[:most]]


@acting(SYSTEM)
def belong_otherwise(thing: str, belonging: Belonging) -> None:
    """Have the files of a thing be had by others than before: by those who may have the thing now."""
    StoredFile.objects.filter(about=thing).update(
        level=belonging.level.value, owner=str(belonging.owner), readers=list(belonging.readers)
    )


def note_opened(file: UUID, *, by: Actor, at: datetime) -> None:
    """Write down that somebody opened a confidential file that names them nowhere."""
    row = StoredFile.objects.get(id=file)
    if Level(row.level) in _TOLD and by.person not in row.readers:
        record(FILE_OPENED, about=file_subject(row), by=by, at=at, face=Face.WEB, file=row.name)


def let_go(about: str, *, at: datetime) -> None:
    """Let nobody have the files of a thing from a moment on, within a transaction: what they were kept for is done.

    Their bytes go within the hour, by the job that sweeps: one job for each thing would cost as much as the thing.
    """
    change_as(SYSTEM, _LET_GO, [at, about])


@transaction.atomic
def delete_file(file: UUID, *, because: str, by: Actor, at: datetime) -> None:
    """Delete a file: nobody can have it any more, and its bytes go unless another file has the same.

    Raises:
        Refused: the actor may not, or there is no such file.
        UnableTo: no reason is given.
    """
    row = _there(StoredFile.objects.visible_to(by)).select_for_update().filter(id=file).first()
    if row is None or not can(by, FILES_DELETE, on=row):
        raise Refused
    if not because.strip():
        raise UnableTo({"because": _("Write why the file is deleted.")})
    row.deleted_at = at
    row.save(update_fields=["deleted_at"])
    record(FILE_DELETED, about=file_subject(row), by=by, at=at, face=Face.WEB, file=row.name, because=because.strip())
    jobs.enqueue_by_name(SWEEP)


def sweep(*, at: datetime) -> int:
    """Take away files that were only looked at, and bytes that no file has any more; return how many bytes went."""
    with acting(SYSTEM):
        StoredFile.objects.filter(until__lte=at).delete()
        deleted = set(StoredFile.objects.filter(deleted_at__isnull=False).values_list("sha256", flat=True))
    gone = 0
    for sha256 in {*keeping.kept_before(at - LOOKED_AT), *filter(keeping.is_kept, deleted)}:
        with acting(SYSTEM):
            _one_at_a_time(sha256)
            if not _there(StoredFile.objects.filter(sha256=sha256)).exists():
                keeping.forget(sha256)
                gone += 1
    keeping.forget_unfinished(at - LOOKED_AT)
    return gone


def _there(rows: "QuerySet[StoredFile]") -> "QuerySet[StoredFile]":
    return rows.filter(Q(until__isnull=True) | Q(until__gt=clock.now()), deleted_at__isnull=True)


def _one_at_a_time(sha256: str) -> None:
    """Let nobody take bytes away while somebody stores the same."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"file {sha256}"])


def _facts(row: StoredFile) -> FileFacts:
    return FileFacts(row.id, row.name, Kind(row.kind), row.size, row.sha256, row.about, row.stored_at)
