"""Where files lie: outside all that a web server serves, by the digest of their bytes, so that the same bytes lie once.

A folder of the state folder by default; another folder that machines share, or a bucket, where the installation says
so (`STORAGES["files"]`). What a file is called, whose it is and who may have it, its row says (`storing`).
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from accede.foundation import database
from accede.foundation.database import locks
from accede.foundation.files.folder import Folder
from accede.foundation.readiness import NotReady
from accede.foundation.writing import UNFINISHED, written_whole

BUCKET = "ACCEDE_FILES_BUCKET"
"""The variable that names a bucket; without it, files lie in a folder."""
_LOCK = "files.lock"
_PATIENCE = 30
_DIGITS = 64
_AT_HAND = "files-at-hand"


def keep(stream: BinaryIO, sha256: str) -> None:
    """Write the file's bytes to their place, at once and whole; the same bytes twice lie there once."""
    stream.seek(0)
    store, name = _store(), _name(sha256)
    if isinstance(store, Folder) and store.exists(name):
        store.touch(name)
    elif not isinstance(store, Folder) or not store.exists(name):
        # Elsewhere the same bytes are written anew, so that they count as written just now.
        if store.exists(name):
            store.delete(name)
        store.save(name, File(stream))


def forget(sha256: str) -> None:
    """Take the bytes with that digest away; where there are none, nothing happens.

    Nor while `none_forgotten` holds somewhere: they are then taken away another time.
    """
    if not is_kept(sha256):
        return
    turn = _lock()
    try:
        if locks.try_lock(turn, locks.ALONE):
            _store().delete(_name(sha256))
    finally:
        os.close(turn)


@contextmanager
def none_forgotten() -> Iterator[None]:
    """See that no file is taken away while the block lasts, by any process: whoever copies all finds all."""
    turn = _lock()
    try:
        if not locks.lock(turn, locks.SHARED, seconds=_PATIENCE):
            raise NotReady("Another process has been taking files away for long. Try again.")
        yield
    finally:
        os.close(turn)


def all_kept() -> Iterator[str]:
    """Yield the digests under which files lie."""
    store = _store()
    if isinstance(store, Folder) and not store.exists(""):
        return
    for folder in sorted(store.listdir("")[0]):
        yield from (name for name in sorted(store.listdir(folder)[1]) if _name_is_digest(name, folder))


def is_kept(sha256: str) -> bool:
    """Return whether bytes with that digest lie here."""
    return _is_digest(sha256) and _store().exists(_name(sha256))


def opened(sha256: str) -> BinaryIO:
    """Return the bytes with that digest, to be read piece by piece."""
    return cast("BinaryIO", _store().open(_name(sha256), "rb"))


def at_hand(sha256: str) -> Path | None:
    """Return where on this machine the bytes can be read, fetched there if they lie elsewhere; None where none lie."""
    if not is_kept(sha256):
        return None
    store = _store()
    if isinstance(store, Folder):
        return Path(store.path(_name(sha256)))
    place = database.home() / _AT_HAND / sha256
    if not place.exists():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with opened(sha256) as stream, written_whole(place) as written:
            shutil.copyfileobj(stream, written)
    return place


def kept_before(moment: datetime) -> Iterator[str]:
    """Yield the digests of the files that have lain here since before `moment`."""
    store = _store()
    for sha256 in all_kept():
        if store.get_modified_time(_name(sha256)) < moment:
            yield sha256


def forget_unfinished(before: datetime) -> None:
    """Take away what killed processes have left half written, and what was fetched here, since before `before`."""
    store = _store()
    left = [(database.home() / _AT_HAND).glob("*")]
    if isinstance(store, Folder):
        left.append(Path(store.location).glob(f"*/*{UNFINISHED}"))
    for path in (one for several in left for one in several):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)


def see_that_files_can_lie() -> None:
    """Go on if the place of files is there; a folder is made with the first file.

    Raises:
        NotReady: a bucket that there is not, whose server does not answer, or which these keys do not open.
    """
    try:
        store = _store()
        if not isinstance(store, Folder):
            # Whether one file is there, a bucket that is not there answers as an empty one does.
            store.listdir("")
    except Exception as error:
        bucket = settings.STORAGES["files"].get("OPTIONS", {}).get("bucket_name", "")
        raise NotReady(
            f"The bucket “{bucket}” cannot be used for stored files: {error} Make it, or name another one in {BUCKET}; "
            "see that the keys in AWS_… may list, read and write there, and that accede[s3] is installed "
            "(docs/guides/stored-files.md)."
        ) from error


def _store() -> Storage:
    """Return where files lie. A back-up of a folder is made without any settings."""
    return storages["files"] if settings.configured or os.environ.get(BUCKET) else Folder()


def _lock() -> int:
    database.home().mkdir(mode=0o700, parents=True, exist_ok=True)
    return locks.open_lock(database.home() / _LOCK)


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _is_digest(text: str) -> bool:
    return len(text) == _DIGITS and set(text) <= set("0123456789abcdef")


def _name_is_digest(name: str, folder: str) -> bool:
    return _is_digest(name) and name.startswith(folder)
