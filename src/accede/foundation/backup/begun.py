"""The mark of a restore that has begun: a file of the state folder, there until all that came in has been checked.

As long as it lies there no site starts: it would write into what nobody has looked at yet.
"""

from pathlib import Path

from accede.foundation import database
from accede.foundation.readiness import NotReady
from accede.foundation.writing import write_whole

_FILE = "restore.begun"
_COUNTED = " counted"
"""What it says beside the archive when the rows were found to be as many: migrations may add some then."""


class RestoreUnfinished(NotReady):
    """A restore was ended before its checks; the message says what to do."""


def note(archive: str, *, is_counted: bool = False) -> None:
    """Write down which archive is being restored, and whether its rows have been counted."""
    write_whole(_path(), (archive + _COUNTED * is_counted).encode())


def digest() -> str:
    """Return the digest of the archive whose restore has begun; "" where none has."""
    return _said().removesuffix(_COUNTED)


def is_counted() -> bool:
    """Return whether the rows of what came in have been counted."""
    return _said().endswith(_COUNTED)


def forget() -> None:
    """Take the mark away: all is checked, or nothing came in."""
    _path().unlink(missing_ok=True)


def refuse_unfinished() -> None:
    """Refuse to go on where a restore was not brought to its end.

    Raises:
        RestoreUnfinished: it was not.
    """
    if _path().exists():
        raise RestoreUnfinished(
            "A restore into this state folder was ended before its checks, so nobody knows whether all is there. "
            "Repeat it: accede backup restore ARCHIVE --keys FILE. To begin without that archive, set the database "
            f"aside (docs/operations/backup.md) and delete “{_path()}”."
        )


def _path() -> Path:
    return database.home() / _FILE


def _said() -> str:
    return _path().read_text(encoding="utf-8", errors="replace") if _path().exists() else ""
