"""Make an archive: the database as of one moment, the kept files, and what the archive must be found to hold."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from accede.foundation import clock, database, files
from accede.foundation.backup import archive, contents
from accede.foundation.backup.keyfile import Keys, mark_of
from accede.foundation.backup.manifest import Manifest, signature
from accede.foundation.backup.refusals import BackupRefused
from accede.foundation.database import programs
from accede.foundation.keys import signer
from accede.foundation.writing import UNFINISHED, written_whole

ENDING = ".zip"
FOLDER = "backups"
_AT_IT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """An archive that was made."""

    path: Path
    size: int
    manifest: Manifest


def make(target: Path, *, keys: Keys) -> Made:
    """Write an archive of this installation to `target`, whole or not at all. The site may go on meanwhile.

    Files that people bring while it is made may come in without their rows; no row comes in without its file.

    Raises:
        BackupRefused: something lies there already, or the database is empty.
        DatabaseUnavailable: it cannot be dumped; the message says why.
    """
    if target.exists():
        raise BackupRefused(f"“{target}” is there already and is left as it is. Name another file in --out.")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _forget_unfinished(target.parent)
    with files.none_forgotten(), contents.snapshot() as found:
        at = clock.now()
        if not found.migrations:
            raise BackupRefused("The database is empty: there is nothing to back up.")
        if found.rows.get("audit_event", 0) < found.links:
            raise BackupRefused(
                "The owner of the tables is not shown all rows, so a back-up would not be whole. Start the site once, "
                "which puts the policies right, then repeat."
            )
        tools = programs.for_server(found.postgres)
        with written_whole(target) as stream, archive.writing(stream) as made:
            with programs.dump(
                tools,
                snapshot=found.snapshot,
                settings=contents.opening_settings(),
                without_rows=contents.WITHOUT_ROWS,
            ) as dump:
                made.add(archive.DUMP, dump)
            damaged = _add_files(made)
            manifest = Manifest(
                made_at=at.isoformat(timespec="seconds"),
                release=contents.release(),
                postgres=found.postgres,
                migrations=found.migrations,
                rows=found.rows,
                links=found.links,
                link_hash=found.link_hash,
                secret_mark=mark_of(keys.secret),
                audit_public=keys.public,
                settings=contents.settings_given(),
                damaged=damaged,
                members=made.members,
            )
            written = manifest.written()
            made.finish(written, signature(written, signer(keys.audit)))
    return Made(target, target.stat().st_size, manifest)


def place_for(out: Path | None) -> Path:
    """Return the file to write: the one that is named, or one named by the moment in the folder that is."""
    if out is not None and out.suffix == ENDING:
        return out
    folder = out or database.home() / FOLDER
    return folder / f"accede-{clock.now():%Y%m%dT%H%M%SZ}{ENDING}"


def _forget_unfinished(folder: Path) -> None:
    """Take away what makers of archives have left half written that were killed; who is still at it is younger."""
    before = clock.now() - _AT_IT
    for path in folder.glob(f"*{ENDING}.*{UNFINISHED}"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)


def _add_files(made: archive.Writing) -> list[str]:
    """Add the kept files and return the names of those that are damaged, which are added as damaged ones."""
    damaged = []
    for sha256 in files.all_kept():
        with files.opened(sha256) as stream:
            name = archive.member_of(sha256)
            if made.add(name, stream).sha256 != sha256:
                damaged.append(sha256)
    return damaged
