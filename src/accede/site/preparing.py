"""What must be done before the first page can be shown; each step only when something has changed since."""

import compileall
import hashlib
import io
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import polib

from accede.foundation import database
from accede.foundation.writing import write_whole

PACKAGE = Path(__file__).resolve().parents[1]


def compile_messages() -> int:
    """Compile the message catalogues that have changed since; return how many were.

    Beside their sources; where nothing can be written there, in the state folder, where the settings look first.
    """
    beside = PACKAGE / "locale"
    apart = database.home() / "locale"
    folder = beside if os.access(beside, os.W_OK) else apart
    if folder is beside:
        shutil.rmtree(apart, ignore_errors=True)  # older ones, which would go before
    made = 0
    for source in sorted(beside.glob("*/LC_MESSAGES/*.po")):
        target = folder / source.relative_to(beside).with_suffix(".mo")
        changed = source.stat().st_mtime_ns
        # The very moment of its source, not a later one: clocks go backwards.
        if any(one.exists() and one.stat().st_mtime_ns == changed for one in {target, source.with_suffix(".mo")}):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        # Another process may be doing the same; the last one's file, complete at any moment, stays.
        write_whole(target, polib.pofile(str(source)).to_binary(), mode=0o644)
        os.utime(target, ns=(changed, changed))
        made += 1
    return made


def words_of_catalogues() -> str:
    """Return a digest that is another one when any translation is another one."""
    files = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/*.po"))
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def program() -> str:
    """Return a digest that is another one when any file of the program is another one."""
    files = (f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in sorted(PACKAGE.rglob("*.py")))
    return hashlib.sha256("\n".join(files).encode()).hexdigest()


def compile_program(version: str) -> None:
    """Compile what of the program is not compiled yet; `version` is its digest.

    Python does so by itself, but not where it is told to write nothing, as many containers tell it: there every start
    would read the source anew.
    """
    _when_changed("compiled", [version.encode()], lambda: compileall.compile_dir(PACKAGE, quiet=2))


def shape_of_record(version: str) -> str:
    """Return a digest of all that the tables and their rights follow from: program, migrations of libraries, roles."""
    from django.apps import apps  # noqa: PLC0415  (needs settings)

    folders = (Path(config.path) / "migrations" for config in apps.get_app_configs())
    migrations = sorted(str(path) for folder in folders for path in folder.glob("*.py"))
    words = [version, os.environ["DJANGO_SETTINGS_MODULE"], database.web_role(), *migrations]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def collect_static() -> None:
    """Copy the static files to where they are served from, compressed, their names marked by their content."""
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415  (needs settings)
    from django.core.management import call_command  # noqa: PLC0415  (as above)

    found = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    _when_changed(
        "static",
        (f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}".encode() for path in found),
        lambda: call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=io.StringIO()),
    )


def check(version: str, act: Callable[[], object]) -> None:
    """Call `act`, the start-up checks, unless they passed for this same program and these same settings before.

    They read every address of the product, which costs more than all the rest of a start.
    """
    settings = (
        f"{name}={value}".encode()
        for name, value in sorted(os.environ.items())
        if name.startswith(("ACCEDE_", "DJANGO_")) and name not in _SAYS_ONLY_WHERE
    )
    _when_changed("checks", (version.encode(), *settings), act)


_SAYS_ONLY_WHERE = frozenset({"ACCEDE_PORT", "ACCEDE_WORKERS"})


def _when_changed(name: str, content: Iterable[bytes], act: Callable[[], object]) -> None:
    """Call `act` unless it was called for the same content before; kept in the state folder."""
    digest = hashlib.sha256()
    for piece in content:
        digest.update(piece)
    stamp = database.home() / f"{name}.stamp"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest.hexdigest():
        return
    stamp.unlink(missing_ok=True)
    act()
    write_whole(stamp, digest.hexdigest().encode("ascii"))
