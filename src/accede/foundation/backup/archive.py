"""An archive: a ZIP file, so that any machine can open it, with the dump, the kept files, and what it says of itself.

Every member has its SHA-256 in the manifest; the manifest is signed. Nothing is compressed here: the dump is already.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from accede.foundation.backup.manifest import Manifest, Member, is_signed
from accede.foundation.backup.refusals import BackupRefused

DUMP = "database.dump"
FILES = "files/"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
_AT_ONCE = 1 << 20
_LARGEST_MANIFEST = 64 << 20


@dataclass(slots=True)
class Writing:
    """An archive while it is written; it collects what the manifest must say of its members."""

    zip: zipfile.ZipFile
    members: dict[str, Member] = field(default_factory=dict)

    def add(self, name: str, stream: IO[bytes]) -> Member:
        """Add a member from a stream of whatever length, and return what it was."""
        digest, size = hashlib.sha256(), 0
        with self.zip.open(name, "w", force_zip64=True) as member:
            while piece := stream.read(_AT_ONCE):
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members[name] = Member(size, digest.hexdigest())
        return self.members[name]

    def finish(self, manifest: bytes, signed: bytes) -> None:
        """Add what the archive says of itself."""
        self.zip.writestr(MANIFEST, manifest)
        self.zip.writestr(SIGNATURE, signed)


@contextmanager
def writing(stream: BinaryIO) -> Iterator[Writing]:
    """Yield an archive that is written to `stream`."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        yield Writing(made)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was opened; `manifest`: what it says of itself, not checked yet."""

    path: Path
    zip: zipfile.ZipFile
    manifest: Manifest
    written_manifest: bytes
    signed: bytes

    def problems(self) -> list[str]:
        """Return in which way the members are not what the manifest says, reading them all."""
        there = {entry.filename for entry in self.zip.infolist()} - {MANIFEST, SIGNATURE}
        said = self.manifest.members
        problems = [f"“{name}” is not in it." for name in sorted(set(said) - there)]
        problems += [f"“{name}” does not belong into it." for name in sorted(there - set(said) | self._strangers())]
        if DUMP not in said:
            problems.append("It holds no dump of the database.")
        if len(self.zip.namelist()) != len(set(self.zip.namelist())):
            problems.append("It holds two files of one name.")
        problems += [f"“{name}” was changed." for name in sorted(there & set(said)) if not self._is_as_said(name)]
        return problems

    @property
    def digest(self) -> str:
        """By what this archive is told from others: the SHA-256 of what it says of itself, its members' among it."""
        return hashlib.sha256(self.written_manifest).hexdigest()

    def is_signed_by(self, public: str) -> bool:
        """Return whether the holder of that key signed what the archive says of itself."""
        return is_signed(self.written_manifest, self.signed, public)

    def read_into(self, name: str, target: IO[bytes], *, before_last: Callable[[], object] = lambda: None) -> str:
        """Copy a member and return the SHA-256 of what was copied; `before_last` is called before its last piece."""
        digest = hashlib.sha256()
        with self.zip.open(name) as member:
            piece = member.read(_AT_ONCE)
            while piece:
                following = member.read(_AT_ONCE)
                if not following:
                    before_last()
                digest.update(piece)
                target.write(piece)
                piece = following
        return digest.hexdigest()

    def member(self, name: str) -> IO[bytes]:
        """Return a member to be read."""
        return self.zip.open(name)

    def kept_files(self) -> list[str]:
        """Return the digests of the kept files in it."""
        names = (name for name in self.manifest.members if name.startswith(FILES))
        return [name.rpartition("/")[2] for name in names]

    def _strangers(self) -> set[str]:
        """Return the members that are neither the dump nor a kept file under the name of its own bytes."""
        known = {DUMP, *(member_of(sha256) for sha256 in self.manifest.damaged)}
        said = self.manifest.members.items()
        return {name for name, member in said if name not in known and name != member_of(member.sha256)}

    def _is_as_said(self, name: str) -> bool:
        said = self.manifest.members[name]
        digest, size = hashlib.sha256(), 0
        try:
            with self.zip.open(name) as member:
                while piece := member.read(_AT_ONCE):
                    digest.update(piece)
                    size += len(piece)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            return False
        return Member(size, digest.hexdigest()) == said


def member_of(sha256: str) -> str:
    """Return the name that a kept file has in an archive."""
    return f"{FILES}{sha256[:2]}/{sha256}"


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open an archive and read what it says of itself.

    Raises:
        BackupRefused: it is not there, is no archive, or is cut off or damaged.
    """
    try:
        made = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BackupRefused(f"There is no archive “{path}”.") from error
    except OSError as error:
        raise BackupRefused(f"The archive “{path}” cannot be read: {error.strerror}.") from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BackupRefused(
            f"“{path}” is no archive, or is cut off: its end is not there. Copy it anew, or take another one."
        ) from error
    with made:
        try:
            content, signed = _small(made, MANIFEST), _small(made, SIGNATURE)
        except (KeyError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise BackupRefused(f"“{path}” is no back-up of this product, or is damaged. Take another one.") from error
        yield Archive(path, made, Manifest.read(content), content, signed)


def _small(made: zipfile.ZipFile, name: str) -> bytes:
    if made.getinfo(name).file_size > _LARGEST_MANIFEST:
        raise zipfile.BadZipFile
    return made.read(name)
