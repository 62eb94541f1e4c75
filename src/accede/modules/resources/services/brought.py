"""A file of money that was brought in: kept as it came, and told in the record."""

from pathlib import Path

from accede.foundation.audit import EventType, Subject
from accede.foundation.audit.recording import record
from accede.foundation.files import Kind
from accede.foundation.files.storing import store_original
from accede.foundation.imports.bringing import Bringing


def keep_brought(path: Path, brought: Bringing, kind: Kind, *, event: EventType, about: Subject, count: int) -> None:
    """Keep the file of which `count` rows were written, and record that it came in."""
    name = brought.name or path.name
    store_original(path, name=name, kind=kind, about=f"{about.kind}:{about.key}", by=brought.by, at=brought.at)
    record(event, about=about, by=brought.by, at=brought.at, face=brought.face, file=name, count=count)
