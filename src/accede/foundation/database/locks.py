"""Locks that the kernel lets go of when their holder dies, however it dies: no stale ones, no reused numbers."""

import fcntl
import os
import time
from pathlib import Path

SHARED = fcntl.LOCK_SH
ALONE = fcntl.LOCK_EX
_PAUSE = 0.02


def open_lock(path: Path) -> int:
    """Return an open descriptor of the lock file, not locked yet, not passed on to programs that are started.

    A file that root makes in a user's folder becomes that user's, who must be able to lock it too.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    folder = path.parent.stat()
    if os.geteuid() == 0 != folder.st_uid:
        os.fchown(descriptor, folder.st_uid, folder.st_gid)
    return descriptor


def try_lock(descriptor: int, kind: int) -> bool:
    """Take the lock if it is free; say whether it was."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def lock(descriptor: int, kind: int, *, seconds: float) -> bool:
    """Wait up to so many seconds for the lock; say whether it was had."""
    until = time.monotonic() + seconds
    while not try_lock(descriptor, kind):
        if time.monotonic() > until:
            return False
        time.sleep(_PAUSE)
    return True


def unlock(descriptor: int) -> None:
    """Let the lock go, keeping the file open."""
    fcntl.flock(descriptor, fcntl.LOCK_UN)


def is_free(path: Path) -> bool:
    """Say whether nobody holds the lock alone at this moment."""
    descriptor = open_lock(path)
    try:
        return try_lock(descriptor, SHARED)  # so that two who ask at once do not take each other for the holder
    finally:
        os.close(descriptor)
