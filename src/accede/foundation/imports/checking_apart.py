"""Check a file, or bring it in, in a process of its own, so that whoever only reads pages is answered as ever.

A check takes a processor's time for seconds; threads of one process would share it with those who answer readers. A
small file is checked where it is: to begin a process takes longer.
"""

import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from django.db import connection
from django.utils import translation

from accede.foundation.access.acting import acting
from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.console import startup
from accede.foundation.damage import DAMAGED
from accede.foundation.imports.bringing import Bringing, Brought
from accede.foundation.imports.opening import guessed_encoding
from accede.foundation.imports.problems import Problem
from accede.foundation.imports.results import Outcome, refused_whole

LARGEST_AT_ONCE = 20_000
"""In bytes, unpacked: some two hundred rows."""
TO_CHECK = Limits(seconds=4, megabytes=160, patience=60)
TO_BRING_IN = Limits(seconds=15, megabytes=200, patience=120)
"""What was checked within its limits is not to fail at those of writing it."""
_OF_DATABASE = ("HOST", "PORT", "USER", "PASSWORD", "NAME")
Work = Callable[[Brought, Bringing], Outcome]
Done = tuple[Outcome, str | None]
"""The outcome, and the key of the code page in which the file seems to be written, where that was a guess."""


def done(work: Work, brought: Brought, bringing: Bringing, limits: Limits) -> Done:
    """Return what `work`, a function of a module, makes of a file; what is too heavy for `limits` is refused.

    Raises:
        Exception: whatever `work` raises.
    """
    if _weight(brought.path) <= LARGEST_AT_ONCE:
        return _do(work, brought, bringing)
    # The other process opens a connection of its own, to this very database.
    database = {word: str(connection.settings_dict[word]) for word in _OF_DATABASE}
    language = translation.get_language() or "en"
    where = f"{work.__module__}:{work.__qualname__}"
    try:
        return apart(_do_there, where, brought, bringing, database, language, limits=limits)
    except TooHeavy:
        return refused_whole("", [Problem("file.too_heavy")]), None


def _do_there(name: str, brought: Brought, bringing: Bringing, database: dict[str, str], language: str) -> Done:
    startup.set_up()
    connection.settings_dict.update(database)
    module, _, function = name.partition(":")
    work: Work = getattr(import_module(module), function)
    with translation.override(language), acting(bringing.by):
        return _do(work, brought, bringing)


def _do(work: Work, brought: Brought, bringing: Bringing) -> Done:
    return work(brought, bringing), guessed_encoding(brought.path, brought.options)


def _weight(path: Path) -> int:
    """Return how large a file is, unpacked where it is an archive."""
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return sum(entry.file_size for entry in archive.infolist())
        except DAMAGED:
            pass
    return path.stat().st_size
