"""Where files lie: in the state folder, outside all that a web server serves, by the digest of their bytes."""

import os
from pathlib import Path
from typing import BinaryIO

from accede.foundation import database
from accede.foundation.files.checking import Looked

_AT_ONCE = 1 << 16


def keep(stream: BinaryIO, looked: Looked) -> Path:
    """Write the file's bytes to their place, at once and whole; the same bytes twice lie there once."""
    target = _place(looked.sha256)
    if target.exists():
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


def kept(sha256: str) -> Path | None:
    """Return where the bytes with that digest lie; None where none do."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        return None
    place = _place(sha256)
    return place if place.exists() else None


def _place(sha256: str) -> Path:
    return database.home() / "files" / sha256[:2] / sha256
