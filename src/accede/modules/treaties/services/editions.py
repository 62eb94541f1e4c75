"""Make a new edition of the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from accede.foundation.audit.recording import record
from accede.foundation.files.checking import table_kind
from accede.foundation.files.storing import store_original
from accede.foundation.imports import Bringing
from accede.modules.treaties import events
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Edition


def open_edition(
    *,
    face: str,
    reason: str,
    at: datetime,
    part: Part,
    file_digest: str = "",
    by: UUID | None = None,
    takes_back: Edition | None = None,
) -> Edition:
    """Start the edition that the reports of one batch will belong to; call it inside the batch's transaction."""
    return Edition.objects.create(
        face=face,
        reason=reason,
        made_at=at,
        part=part,
        file_digest=file_digest,
        made_by=by,
        takes_back=takes_back,
    )


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What one person proposed and a second one confirms: what was said of the file, by whom, through which face."""

    said: Mapping[str, Any]
    good_rows: bool
    person: UUID | None
    face: str


def edition_of_file(
    brought: Bringing, path: Path, *, digest: str, part: Part, confirmed: Confirmed | None = None
) -> Edition:
    """Start the edition that the rows of a file will belong to, keep the file, and write down who brought it.

    `confirmed`: the edition is the one's who proposed it, and a second person has brought it in.
    """
    file = brought.name or path.name
    edition = open_edition(
        face=confirmed.face if confirmed else brought.face.value,
        reason=file,
        at=brought.at,
        part=part,
        file_digest=digest,
        by=confirmed.person if confirmed else brought.by.person,
    )
    record(
        events.PROPOSED_CAME_IN if confirmed else events.RECORD_EXTENDED,
        about=events.edition_subject(edition.pk),
        by=brought.by,
        at=brought.at,
        face=brought.face,
        file=file,
        edition=edition.pk,
    )
    name = Path(file).name
    with path.open("rb") as stream:
        kind = table_kind(stream, "")
    store_original(path, name=name, kind=kind, about=file_of_edition(edition.pk), by=brought.by, at=brought.at)
    return edition


def file_of_edition(number: int) -> str:
    """Return the mark of the file that an edition came from."""
    return f"edition:{number}"


def count_rows(edition: Edition, *, added: int, retracted: int) -> None:
    """Keep with an edition how many rows it added and how many it closed."""
    Edition.objects.filter(pk=edition.pk).update(added=added, retracted=retracted)


def last_digest(*, face: str) -> str | None:
    """Return the digest of the file that a face loaded last; None when it has loaded none."""
    latest = Edition.objects.filter(face=face).order_by("-pk").first()
    return latest.file_digest if latest else None
