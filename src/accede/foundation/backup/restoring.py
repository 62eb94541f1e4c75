"""Restore an archive into an empty database: looked at before, written whole or not at all, checked after."""

import os
import pwd
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, cast

from django.db.migrations.loader import MigrationLoader

from accede.foundation import database, files, jobs, keys
from accede.foundation.access import SYSTEM, protecting
from accede.foundation.access.acting import acting
from accede.foundation.audit import chain
from accede.foundation.backup import archive, begun, contents, keyfile
from accede.foundation.backup.keyfile import Keys
from accede.foundation.backup.manifest import Manifest
from accede.foundation.backup.refusals import BackupRefused
from accede.foundation.database import migrations, programs

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and what its restorer should know."""

    manifest: Manifest
    files: int
    links: int
    remarks: tuple[str, ...]


def problems_of(opened: archive.Archive, damage: list[str], own: Keys | None) -> list[str]:
    """Return all that speaks against an archive, whatever the database here: `damage`, other keys, a later release."""
    problems = list(damage)
    if own is not None:
        strange = own.problems_with(opened.manifest)
        problems += strange
        if not strange and not opened.is_signed_by(own.public):
            problems.append("What the archive says of itself was changed after it was signed.")
    return [*problems, *_later_than_this_program(opened.manifest)]


def problems_here() -> list[str]:
    """Return what speaks against restoring into this state folder, as far as it is known before the database is asked.

    What root writes into the folder of the account that runs the site, that account could not read.
    """
    home = database.home()
    if os.geteuid() != 0 or not home.exists() or (owner := home.stat().st_uid) == 0:
        return []
    name = _name_of(owner)
    words = (
        f"The state folder “{home}” belongs to {name}, who could not read what root writes there. Restore as that "
        f"account: runuser -u {name} -- … (docs/operations/backup.md)."
    )
    return [words]


def restore(opened: archive.Archive, *, own: Keys | None, say: Callable[[str], None]) -> Restored:
    """Restore an archive whose `problems_of` are none; `own` None: without its keys.

    Raises:
        BackupRefused: the database or the state folder here is not fit for it. Nothing was written.
        DatabaseUnavailable: the database did not take it. Nothing of it is there.
    """
    manifest = opened.manifest
    with database.as_owner(), migrations.one_process_at_a_time():
        if _is_all_but_checked(opened):
            say("The database holds this archive already, and was not checked yet …")
            placed = _place_files(opened, [])
        else:
            tools = _tools_for(manifest)
            say("Files and database …")
            # Where somebody else runs the database, nothing has lain in this state folder yet.
            database.home().mkdir(parents=True, exist_ok=True)
            with _undone_on_failure() as undo, ThreadPoolExecutor(max_workers=1) as beside:
                placing = beside.submit(_place_files, opened, undo)
                if own is not None:
                    keyfile.place(own, undo)
                begun.note(opened.digest)
                undo.append(begun.forget)
                with programs.restore(tools) as taking:
                    # Without its last piece the dump cannot be committed, so no file is missing where it is.
                    opened.read_into(archive.DUMP, taking, before_last=placing.result)
            placed = placing.result()
        say("Checks …")
        if not begun.is_counted():
            _check_rows(manifest)
            begun.note(opened.digest, is_counted=True)
        if _is_of_an_earlier_release(manifest):
            migrations.migrate_under_lock()
        protecting.protect()
        with ThreadPoolExecutor(max_workers=1) as beside:
            planning = beside.submit(_refresh_statistics)
            links = _check_after(manifest)
            jobs.forget_workers()
            planning.result()
        begun.forget()
    return Restored(manifest, placed, links, tuple(_remarks(manifest, own)))


def _name_of(account: int) -> str:
    try:
        return pwd.getpwuid(account).pw_name
    except KeyError:
        return str(account)


def _is_all_but_checked(opened: archive.Archive) -> bool:
    """Return whether a restore of this very archive was ended (a kill, a power cut) when only the checks were left.

    It began over an empty database, the dump comes in whole or not at all, and no site starts before the checks are
    done: what is there is the archive's.
    """
    return begun.digest() == opened.digest and bool(contents.anything_there())


def _is_of_an_earlier_release(manifest: Manifest) -> bool:
    """Return whether this program has changes of the tables that the archive's has not."""
    return bool(_changes_known() - _changes_in(manifest))


def _changes_known() -> set[tuple[str, str]]:
    return set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def _changes_in(manifest: Manifest) -> set[tuple[str, str]]:
    return {(app, name) for app, names in manifest.migrations.items() for name in names}


def _later_than_this_program(manifest: Manifest) -> list[str]:
    later = sorted(_changes_in(manifest) - _changes_known())
    if not later and _number(manifest.release) <= _number(contents.release()):
        return []
    named = ", ".join(f"{app} {name}" for app, name in later[:_SHOWN])
    unknown = f" Its tables have changes that this program does not know: {named}." if named else ""
    return [f"The archive comes from a later release: {manifest.release}; this is {contents.release()}.{unknown}"]


def _number(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", release))


def _tools_for(manifest: Manifest) -> programs.Programs:
    """Return the programs to restore with, the database here being fit.

    Raises:
        BackupRefused: it holds something already, or the server is older than the archive's.
    """
    major = programs.server_major()
    if major < manifest.postgres:
        raise BackupRefused(
            f"The archive comes from PostgreSQL {manifest.postgres}; the server here is {major}. Restore it into "
            f"PostgreSQL {manifest.postgres} or later."
        )
    if there := contents.anything_there():
        raise BackupRefused(_about_what_is_there(there))
    return programs.for_server(major)


def _about_what_is_there(there: list[str]) -> str:
    named = ", ".join(there[:_SHOWN])
    more = f" and {len(there) - _SHOWN} more" if len(there) > _SHOWN else ""
    return (
        f"The database is not empty: it holds {named}{more}. Nothing was changed. A back-up is restored into an empty "
        f"database only. {database.how_to_empty()}"
    )


@contextmanager
def _undone_on_failure() -> "Iterator[list[Callable[[], object]]]":
    """Yield a list of what takes back what was done, last first; it is done when the block does not end well."""
    undo: list[Callable[[], object]] = []
    try:
        yield undo
    except BaseException:
        for take_back in reversed(undo):
            take_back()
        raise


def _place_files(opened: archive.Archive, undo: "list[Callable[[], object]]") -> int:
    """Put the kept files where they lie here, those left out that were damaged already; return how many there are."""
    whole = [sha256 for sha256 in opened.kept_files() if sha256 not in opened.manifest.damaged]
    for sha256 in whole:
        if files.is_kept(sha256):
            continue
        undo.append(partial(files.forget, sha256))
        with opened.member(archive.member_of(sha256)) as member:
            files.keep(cast("BinaryIO", member), sha256)
    return len(whole)


def _check_rows(manifest: Manifest) -> None:
    rows = contents.counted_now().rows
    others = {table: (said, rows.get(table)) for table, said in manifest.rows.items() if rows.get(table) != said}
    if others:
        named = "; ".join(f"{table}: {said} in the archive, {has} here" for table, (said, has) in others.items())
        raise BackupRefused(f"What was restored is not what the archive says, so do not use it. {named}.")


def _check_after(manifest: Manifest) -> int:
    """Walk the chain of the record, through the link that the archive holds; look at the rights; return the links."""
    holds = [chain.Hold(manifest.links, manifest.link_hash)] if manifest.links else []
    with acting(SYSTEM, confined=False):
        verdict = chain.verify(*holds)
    problems = [f"The chain of the record does not hold: {verdict.broken}"] if verdict.broken else []
    problems += [f"Rights: {problem}." for problem in protecting.wrong_privileges()]
    if problems:
        raise BackupRefused(["The archive is restored, but do not use it:", *problems])
    return verdict.links


def _refresh_statistics() -> None:
    """Have the server look at all tables, so that it plans well from the first question on: by a session apart."""
    with programs.owner_connection() as connection:
        connection.execute("analyze")


def _remarks(manifest: Manifest, own: Keys | None) -> Iterator[str]:
    if own is None:
        yield "Without the keys: authenticator apps must be set up anew, and the record is signed with another key."
    if manifest.damaged:
        named = ", ".join(manifest.damaged[:_SHOWN])
        yield f"Files that were damaged already when the archive was made, and are not restored: {named}."
    absent = sorted(set(manifest.settings) - set(contents.settings_given()) - _OF_A_MACHINE)
    if absent:
        yield f"Settings that were given where the archive was made and are not here: {', '.join(absent)}."


_OF_A_MACHINE = frozenset(
    {"ACCEDE_HOME", "ACCEDE_HOST", "ACCEDE_PORT", "ACCEDE_WORKERS", "ACCEDE_LANG", "ACCEDE_DEBUG"}
    | {"ACCEDE_PG_ACCOUNT", "ACCEDE_PG_BIN", "ACCEDE_PG_LINGER", keys.SECRET.variable, keys.AUDIT.variable}
)
