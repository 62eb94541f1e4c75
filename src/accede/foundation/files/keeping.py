"""Where files lie: in the state folder, outside all that a web server serves, by the digest of their bytes."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from accede.foundation import database

_AT_ONCE = 1 << 16


def keep(stream: BinaryIO, sha256: str) -> Path:
    """Write the file's bytes to their place, at once and whole; the same bytes twice lie there once."""
    target = _place(sha256)
    if target.exists():
        target.touch()
        return target
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as written:
        stream.seek(0)
        while piece := stream.read(_AT_ONCE):
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    unfinished.replace(target)
    return target


def forget(sha256: str) -> None:
    """Take the bytes with that digest away; where there are none, nothing happens."""
    if place := kept(sha256):
        place.unlink(missing_ok=True)


def kept(sha256: str) -> Path | None:
    """Return where the bytes with that digest lie; None where none do."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        return None
    place = _place(sha256)
    return place if place.exists() else None


def kept_before(moment: datetime) -> Iterator[str]:
    """Yield the digests of the files that have lain here since before `moment`."""
    for path in (database.home() / "files").glob("*/*"):
        if kept(path.name) and path.stat().st_mtime < moment.timestamp():
            yield path.name


def _place(sha256: str) -> Path:
    return database.home() / "files" / sha256[:2] / sha256
