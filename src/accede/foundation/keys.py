"""Keys of an installation: given by the environment, else made once and kept in the state folder.

A key is there whole or not at all: what a crash left half made is found out, never used.
"""

import base64
import binascii
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from accede.foundation.database import locks
from accede.foundation.readiness import NotReady
from accede.foundation.writing import write_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_SECRET_BYTES = 50
_SHORTEST_SECRET = 40
_SEED_BYTES = 32
_PATIENCE = 30


class KeyUnusable(NotReady):
    """A key cannot be used; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the variable that gives it, the file that keeps it, how one is made and what one looks like."""

    variable: str
    file: str
    make: Callable[[], str]
    looks_right: Callable[[str], bool]
    is_expected: str
    is_anybodys: bool = False
    """Whether one that is given may be of any form: only one made here is known to be whole by its form."""


def _is_seed(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == _SEED_BYTES
    except (binascii.Error, ValueError):
        return False


SECRET = Key(
    variable="ACCEDE_SECRET_KEY",
    file="secret-key",
    make=lambda: secrets.token_urlsafe(_SECRET_BYTES),
    looks_right=lambda text: len(text) >= _SHORTEST_SECRET and text.isprintable(),
    is_expected=f"{_SHORTEST_SECRET} characters or more",
    is_anybodys=True,
)
"""Signs sessions and links, and encrypts the second factors."""

AUDIT = Key(
    variable="ACCEDE_AUDIT_KEY",
    file="audit-key",
    make=lambda: base64.b64encode(secrets.token_bytes(_SEED_BYTES)).decode("ascii"),
    looks_right=_is_seed,
    is_expected="32 bytes in base64",
)
"""Signs checkpoints of the record, and back-ups: the seed of an Ed25519 key."""


def signer(audit: str) -> "Ed25519PrivateKey":
    """Return what signs with an audit key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415  (most commands sign nothing)
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(audit))


def public_text(key: "Ed25519PublicKey") -> str:
    """Return a public key as text."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415  (as above)

    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return base64.b64encode(raw).decode("ascii")


def given(key: Key) -> str | None:
    """Return the key that the environment gives; None where it gives none.

    Raises:
        KeyUnusable: what it gives is no such key.
    """
    text = os.environ.get(key.variable)
    if not text:
        return None
    if not (text.strip() if key.is_anybodys else key.looks_right(text.strip())):
        raise KeyUnusable(f"{key.variable} holds no key: {key.is_expected} are expected.")
    return text.strip()


def stored(key: Key, home: Path) -> str | None:
    """Return the key that lies in the state folder; None where there is none, or an empty file that a crash left.

    Raises:
        KeyUnusable: part of one lies there, or something else.
    """
    path = home / key.file
    try:
        text = path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        text = "?"
    if text and not key.looks_right(text):
        raise KeyUnusable(
            f"“{path}” holds no whole key: {key.is_expected} are expected. Put it back from the key file of a back-up "
            "(docs/operations/backup.md), or take it away to have another one made: what the old one signed or "
            "encrypted can then no longer be read, and authenticator apps are set up anew."
        )
    return text or None


def found_or_made(key: Key, home: Path) -> str:
    """Return the key that is given, else the kept one, making it where there is none; of several makers one does.

    Raises:
        KeyUnusable: what is there is no such key.
    """
    if text := given(key) or stored(key, home):
        return text
    home.mkdir(parents=True, exist_ok=True)
    turn = locks.open_lock(home / "keys.lock")
    try:
        if not locks.lock(turn, locks.ALONE, seconds=_PATIENCE):
            raise KeyUnusable(f"Another process has been making keys in “{home}” for long.")
        if text := stored(key, home):
            return text
        text = key.make()
        write_whole(home / key.file, text.encode("ascii"))
        return text
    finally:
        os.close(turn)
