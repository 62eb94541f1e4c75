"""Commands about back-ups: make one, check one, restore one, list them."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accede.foundation.console import NoAnswer, print_json, print_table, say, startup, tell

if TYPE_CHECKING:
    from accede.foundation.backup.archive import Archive
    from accede.foundation.backup.keyfile import Keys
    from accede.foundation.backup.manifest import Manifest

_FILE = click.Path(path_type=Path, dir_okay=False)
_KEYS_HELP = "The key file that was written beside the archive (make --keys)."


@click.command(name="make")
@click.option("--out", type=click.Path(path_type=Path), help="The archive, or the folder for it (default: backups/).")
@click.option("--keys", "key_file", type=_FILE, help="Write the keys of this installation here; keep them apart.")
def make(out: Path | None, key_file: Path | None) -> None:
    """Write the database and the kept files into one archive. The site may go on meanwhile."""
    from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.backup import making  # noqa: PLC0415  (as above)
    from accede.foundation.backup.keyfile import Keys  # noqa: PLC0415  (as above)
    from accede.foundation.files.keeping import BUCKET  # noqa: PLC0415  (as above)

    if os.environ.get(BUCKET):
        startup.set_up()
    database.ensure_running()
    own = Keys.of_this_installation()
    target = making.place_for(out)
    if key_file is not None:
        if key_file.resolve().parent == target.resolve().parent:
            tell("Beware: the keys lie beside the archive. Keep them apart.")
        own.write(key_file)
    made = making.make(target, keys=own)
    say(f"Written: {made.path} ({_size(made.size)})")
    _say_contents(made.manifest)
    if key_file is not None:
        say(f"Keys: {key_file}. Keep them apart from the archive: whoever restores needs both.")
    else:
        tell("The keys are not in it. Once, and kept apart: accede backup make --keys FILE")
    if made.manifest.damaged:
        raise NoAnswer(
            "These kept files are damaged on this machine; take them from an earlier archive: "
            + ", ".join(made.manifest.damaged)
        )


@click.command(name="check")
@click.argument("path", metavar="ARCHIVE", type=_FILE)
@click.option("--keys", "key_file", type=_FILE, help=_KEYS_HELP)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def check(path: Path, key_file: Path | None, *, as_json: bool) -> None:
    """Read all of ARCHIVE; say whether it is whole, unchanged, and restorable with this program. Needs no database."""
    from accede.foundation.backup import archive  # noqa: PLC0415  (help must not wait for it)
    from accede.foundation.backup.keyfile import Keys, lend_throwaway  # noqa: PLC0415  (as above)

    with archive.opened(path) as opened:
        own = Keys.read(key_file) if key_file else Keys.found()
        lend_throwaway()
        damage = _damage_and_set_up(opened)
        from accede.foundation.backup.restoring import problems_of  # noqa: PLC0415  (needs Django set up)

        strange = own is not None and key_file is None and bool(own.problems_with(opened.manifest))
        problems = problems_of(opened, damage, None if strange else own)
        is_signed = own is not None and not strange
        if as_json:
            print_json({**asdict(opened.manifest), "problems": problems, "signature_checked": is_signed})
        else:
            _say_contents(opened.manifest)
            if opened.manifest.settings:
                say(f"Settings given where it was made: {', '.join(opened.manifest.settings)}.")
            say(_about_signature(is_signed=is_signed))
        if problems:
            raise NoAnswer("" if as_json else "\n".join([f"“{path}” cannot be restored:", *problems]))
    if not as_json:
        say("The archive is whole.")


@click.command(name="restore")
@click.argument("path", metavar="ARCHIVE", type=_FILE)
@click.option("--keys", "key_file", type=_FILE, help=_KEYS_HELP)
@click.option("--without-keys", is_flag=True, help="Restore although the keys are lost: second factors end.")
def restore(path: Path, key_file: Path | None, *, without_keys: bool) -> None:
    """Restore ARCHIVE into this installation, whose database must be empty. All is looked at before any is written."""
    from accede.foundation.backup import archive  # noqa: PLC0415  (help must not wait for it)

    if key_file is not None and without_keys:
        raise click.UsageError("Say --keys FILE or --without-keys, not both.")
    with archive.opened(path) as opened:
        # Keys and settings are needed to read them, and must not be made on the way.
        own = _keys_for(opened, key_file, without_keys=without_keys)
        tell("Archive …")
        damage = _damage_and_set_up(opened)
        from accede.foundation import database  # noqa: PLC0415  (needs Django set up)
        from accede.foundation.backup import restoring  # noqa: PLC0415  (as above)

        if problems := [*restoring.problems_of(opened, damage, own), *restoring.problems_here()]:
            raise NoAnswer("\n".join([f"“{path}” is not restored:", *problems]))
        database.ensure_running()
        restored = restoring.restore(opened, own=own, say=tell)
    say(f"Restored: {path}")
    _say_contents(restored.manifest)
    say(f"Checked: rows of every table, files, the chain of the record ({restored.links} links), rights.")
    for remark in restored.remarks:
        say(f"- {remark}")
    say("Start the site as always: make run, or its service. Everybody signs in anew.")


@click.command(name="list")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def list_archives(folder: Path | None) -> None:
    """List the archives in FOLDER (default: backups/ in the state folder), the latest first."""
    from accede.foundation import database  # noqa: PLC0415  (help must not wait for it)
    from accede.foundation.backup import archive  # noqa: PLC0415  (as above)
    from accede.foundation.backup.refusals import BackupRefused  # noqa: PLC0415  (as above)

    place = folder or database.home() / "backups"
    rows, unreadable = [], []
    for path in place.glob("*.zip"):
        try:
            with archive.opened(path) as opened:
                said = opened.manifest
                rows.append(
                    [said.made_at, said.release, str(sum(said.rows.values())), _size(path.stat().st_size), path.name]
                )
        except BackupRefused as error:
            unreadable.append(str(error))
    if not rows and not unreadable:
        say(f"There is no archive in {place}.")
        return
    print_table(["Made", "Release", "Rows", "Size", "Archive"], sorted(rows, reverse=True))
    if unreadable:
        raise NoAnswer("\n".join(unreadable))


def _damage_and_set_up(opened: "Archive") -> list[str]:
    """Set Django up while the archive is read; return in which way its members are not what they should be."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        reading = beside.submit(opened.problems)
        startup.set_up()
        return reading.result()


def _keys_for(opened: "Archive", key_file: Path | None, *, without_keys: bool) -> "Keys | None":
    """Return the keys of the archive: those of the file, or those that are here already."""
    from accede.foundation.backup.keyfile import Keys, lend  # noqa: PLC0415  (help must not wait for it)

    if without_keys:
        return None
    own = Keys.read(key_file) if key_file else Keys.found()
    if own is None or (key_file is None and own.problems_with(opened.manifest)):
        raise click.UsageError(
            "The keys of the archive are not here. Say --keys FILE with the key file that was written beside it. If it "
            "is lost: --without-keys; everybody then sets their authenticator app up anew."
        )
    lend(own)
    return own


def _say_contents(manifest: "Manifest") -> None:
    count = sum(1 for name in manifest.members if name.startswith("files/"))
    say(f"Made {manifest.made_at} by release {manifest.release} on PostgreSQL {manifest.postgres}.")
    say(f"Rows: {sum(manifest.rows.values())} in {len(manifest.rows)} tables. Files: {count}. Links: {manifest.links}.")


def _about_signature(*, is_signed: bool) -> str:
    if is_signed:
        return "It was made by the installation whose keys these are."
    return "Who made it was not checked: that needs its keys (--keys FILE)."


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"
