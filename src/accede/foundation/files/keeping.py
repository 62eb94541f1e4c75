"""Where files lie: in the state folder, outside all that a web server serves, by the digest of their bytes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from accede.foundation import database
from accede.foundation.database import locks
from accede.foundation.readiness import NotReady
from accede.foundation.writing import UNFINISHED, written_whole

_AT_ONCE = 1 << 16
_LOCK = "lock"
_PATIENCE = 30


def keep(stream: BinaryIO, sha256: str) -> Path:
    """Write the file's bytes to their place, at once and whole; the same bytes twice lie there once."""
    target = place_of(sha256)
    if target.exists():
        target.touch()
        return target
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with written_whole(target) as written:
        stream.seek(0)
        while piece := stream.read(_AT_ONCE):
            written.write(piece)
    return target


def forget(sha256: str) -> None:
    """Take the bytes with that digest away; where there are none, nothing happens.

    Nor while `none_forgotten` holds somewhere: they are then taken away another time.
    """
    place = kept(sha256)
    if place is None:
        return
    turn = locks.open_lock(_folder() / _LOCK)
    try:
        if locks.try_lock(turn, locks.ALONE):
            place.unlink(missing_ok=True)
    finally:
        os.close(turn)


@contextmanager
def none_forgotten() -> Iterator[None]:
    """See that no file is taken away while the block lasts, by any process: whoever copies all finds all."""
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    turn = locks.open_lock(_folder() / _LOCK)
    try:
        if not locks.lock(turn, locks.SHARED, seconds=_PATIENCE):
            raise NotReady("Another process has been taking files away for long. Try again.")
        yield
    finally:
        os.close(turn)


def all_kept() -> Iterator[str]:
    """Yield the digests under which files lie here."""
    for path in sorted(_folder().glob("*/*")):
        if kept(path.name) == path:
            yield path.name


def kept(sha256: str) -> Path | None:
    """Return where the bytes with that digest lie; None where none do."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        return None
    place = place_of(sha256)
    return place if place.exists() else None


def kept_before(moment: datetime) -> Iterator[str]:
    """Yield the digests of the files that have lain here since before `moment`."""
    for path in _folder().glob("*/*"):
        if kept(path.name) and path.stat().st_mtime < moment.timestamp():
            yield path.name


def forget_unfinished(before: datetime) -> None:
    """Take away what processes that were killed while writing have left here since before `before`."""
    for path in _folder().glob(f"*/*{UNFINISHED}"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)


def place_of(sha256: str) -> Path:
    """Return where bytes with that digest lie, or would lie."""
    return _folder() / sha256[:2] / sha256


def _folder() -> Path:
    return database.home() / "files"
