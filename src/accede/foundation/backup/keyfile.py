"""The keys of an installation in a file of their own, which is kept apart from the archives.

Whoever holds an archive holds no key: second factors in it stay encrypted. Whoever restores one needs both.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from django.conf import settings

from accede.foundation import clock, database, keys
from accede.foundation.backup.manifest import Manifest
from accede.foundation.backup.refusals import BackupRefused
from accede.foundation.writing import write_whole

_KIND = "accede keys"
_FORMAT = 1
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """The secret key and the seed of the audit key."""

    secret: str
    audit: str

    @classmethod
    def of_this_installation(cls) -> Self:
        """Return the keys in use, making those that are not there yet."""
        return cls(secret=str(settings.SECRET_KEY), audit=keys.found_or_made(keys.AUDIT, database.home()))

    @classmethod
    def throwaway(cls) -> Self:
        """Return keys that open nothing, for a process that needs some and must not make any."""
        return cls(keys.SECRET.make(), keys.AUDIT.make())

    @classmethod
    def found(cls) -> "Keys | None":
        """Return the keys that are given or kept here; None where one of them is not. Makes none."""
        home = database.home()
        secret, audit = (keys.given(key) or keys.stored(key, home) for key in (keys.SECRET, keys.AUDIT))
        return cls(secret, audit) if secret and audit else None

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the keys that were written to a file.

        Raises:
            BackupRefused: it holds none.
        """
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            made = cls(secret=str(found["secret_key"]), audit=str(found["audit_key"]))
            kind = found["kind"]
        except OSError as error:
            raise BackupRefused(f"The key file “{path}” cannot be read: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError) as error:
            raise BackupRefused(f"“{path}” is no key file (accede backup make --keys FILE).") from error
        if kind != _KIND or not (made.secret.strip() and keys.AUDIT.looks_right(made.audit)):
            raise BackupRefused(f"“{path}” is no whole key file (accede backup make --keys FILE).")
        return made

    def write(self, path: Path) -> None:
        """Write the keys to a file that only its owner can read. Writing the same keys again changes nothing.

        Raises:
            BackupRefused: other keys, or something else, lie there; or there is no such folder.
        """
        if path.exists():
            if Keys.read(path) == self:
                return
            raise BackupRefused(f"“{path}” holds other keys than this installation. Name another file in --keys.")
        if not path.parent.is_dir():
            raise BackupRefused(f"There is no folder “{path.parent}”. Make it, or name another file in --keys.")
        content = {"kind": _KIND, "format": _FORMAT, "secret_key": self.secret, "audit_key": self.audit}
        write_whole(path, (json.dumps(content, indent=1) + "\n").encode())

    @property
    def public(self) -> str:
        """The public part of the key that signs."""
        return keys.public_text(keys.signer(self.audit).public_key())

    def problems_with(self, manifest: Manifest) -> list[str]:
        """Return in which way these are not the keys of the installation that made an archive."""
        problems = []
        if mark_of(self.secret, salt=manifest.secret_mark.partition(":")[0]) != manifest.secret_mark:
            problems.append("The secret key is not the one of the archive: second factors in it could not be read.")
        if self.public != manifest.audit_public:
            problems.append("The audit key is not the one of the archive: who made it could not be told.")
        return problems


_lent: set[str] = set()


def lend(own: Keys) -> None:
    """Have this process use these keys, so that none are made before it is known whether they are kept here.

    Raises:
        BackupRefused: the environment gives other ones.
    """
    problems = []
    for key, text, name in _pairs(own):
        given = keys.given(key)
        if given is None:
            os.environ[key.variable] = text
            _lent.add(key.variable)
        elif given != text:
            problems.append(
                f"{key.variable} is not “{name}” in the key file. Set it to that here, and where the site is started, "
                "then repeat."
            )
    if problems:
        raise BackupRefused(problems)


def lend_throwaway() -> None:
    """Have this process use keys that open nothing where there are none here, so that none are made on the way."""
    for key, text, _name in _pairs(Keys.throwaway()):
        if keys.given(key) is None and keys.stored(key, database.home()) is None:
            os.environ[key.variable] = text
            _lent.add(key.variable)


def place(own: Keys, undo: list[Callable[[], object]]) -> None:
    """Keep these keys here, unless the environment gives them; others that lie here are set aside, not lost.

    Adds to `undo` what takes that back.
    """
    for key, text, _name in _pairs(own):
        path = database.home() / key.file
        if os.environ.get(key.variable) and key.variable not in _lent:
            continue
        if path.exists():
            if path.read_text(encoding="utf-8", errors="replace").strip() == text:
                continue
            aside = path.with_name(f"{path.name}.before-{clock.now():%Y%m%dT%H%M%S%f}Z")
            path.rename(aside)
            undo.append(partial(aside.replace, path))
        else:
            undo.append(partial(path.unlink, missing_ok=True))
        write_whole(path, text.encode())


def _pairs(own: Keys) -> tuple[tuple[keys.Key, str, str], ...]:
    return (keys.SECRET, own.secret, "secret_key"), (keys.AUDIT, own.audit, "audit_key")


def mark_of(secret: str, *, salt: str = "") -> str:
    """Return by what a key is known without being told: "salt:hash", slow to guess from (scrypt)."""
    salt = salt or secrets.token_hex(_SALT_BYTES)
    return f"{salt}:{hashlib.scrypt(secret.encode(), salt=salt.encode(), n=1 << 14, r=8, p=1).hex()}"
