"""Files written whole: at any moment, also after a crash, a file is as it was or as it was to be."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""The numbers of errors by which a disk says that it is full, or a limit that it is reached."""
UNFINISHED = ".part"
"""How the names of files end that are being written."""


@contextmanager
def written_whole(target: Path, *, mode: int = 0o600) -> Iterator[BinaryIO]:
    """Yield a stream; what was written to it takes the place of `target` at once when the block ends well.

    When it does not end well (a full disk, Ctrl-C), nothing of it stays and an older file is as it was.
    """
    unfinished = target.with_name(f"{target.name[:200]}.{secrets.token_hex(6)}{UNFINISHED}")
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    except BaseException as error:
        unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in FULL and error.filename is None:
            # A full disk does not say which one it is.
            error.filename = str(target)
        raise
    _sync_folder(target.parent)


def write_whole(target: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a small file whole."""
    with written_whole(target, mode=mode) as stream:
        stream.write(content)


def _sync_folder(folder: Path) -> None:
    """Have the name itself last through a power cut, on systems whose folders can be opened for that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
