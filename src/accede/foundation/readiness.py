"""What a machine must provide before anything can be done, and the words for what it does not provide."""

import errno
import sys
from typing import cast

from accede.foundation.problems import UnableTo
from accede.foundation.writing import FULL

_NOT_WRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM)


class NotReady(Exception):  # noqa: N818  (a state of affairs, told to a person; not a fault of the program)
    """The machine lacks something; the message says what, where, and what to do."""


def words_for(error: BaseException) -> str | None:
    """Return what to tell of an error that the machine or its settings cause; None where it is the program's own."""
    if isinstance(error, NotReady | UnableTo):
        return str(error)
    if isinstance(error, OSError):
        return _about_files(error)
    django = sys.modules.get("django.core.exceptions")
    if django is not None and isinstance(error, cast("type[Exception]", django.ImproperlyConfigured)):
        return str(error)
    return None


def _about_files(error: OSError) -> str | None:
    place = f"“{error.filename}”" if error.filename is not None else "A file"
    if error.errno in _NOT_WRITABLE:
        return (
            f"{place} cannot be used: {error.strerror}. Let this user read and write there, or name another state "
            "folder in ACCEDE_HOME (docs/operations/install.md)."
        )
    if error.errno in FULL:
        return (
            f"{place} cannot be written: {error.strerror}. Make room on that disk, then repeat; nothing is half-done."
        )
    return None
