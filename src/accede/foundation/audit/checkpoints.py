"""Checkpoints: the last link of the chain, signed (Ed25519), to be kept where who could rewrite the chain cannot reach.

A rewritten chain is consistent with itself; it is found out by not passing through a link that somebody else kept.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from accede.foundation import database, keys
from accede.foundation.audit.chain import Hold, Verdict

_KIND = "accede audit checkpoint 1"


class CheckpointRefused(Exception):  # noqa: N818  (a state of affairs, told to a person)
    """A checkpoint or a key cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What was signed, and by whom."""

    hold: Hold
    made_at: str
    public_key: str


def signing_key() -> Ed25519PrivateKey:
    """Return the key of this installation: ACCEDE_AUDIT_KEY (32 bytes in base64), else one kept in the state folder.

    Raises:
        KeyUnusable: what is there is no such key.
    """
    return keys.signer(keys.found_or_made(keys.AUDIT, database.home()))


def sign(verdict: Verdict, *, at: datetime, key: Ed25519PrivateKey) -> str:
    """Return the checkpoint of a chain that holds, as text to be kept."""
    content = {
        "kind": _KIND,
        "link": verdict.links,
        "hash": verdict.hash,
        "made_at": at.isoformat(),
        "public_key": keys.public_text(key.public_key()),
    }
    signature = b64encode(key.sign(_canonical(content))).decode("ascii")
    return json.dumps({**content, "signature": signature}, indent=2) + "\n"


def read(path: Path, *, expected_key: str) -> Checkpoint:
    """Return a checkpoint whose signature is that of `expected_key`.

    Raises:
        CheckpointRefused: it is none, or was signed by another key, or was changed.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        signature = b64decode(found.pop("signature"), validate=True)
        hold = Hold(number=int(found["link"]), hash=str(found["hash"]))
        kind, made_at, public_key = found["kind"], str(found["made_at"]), str(found["public_key"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointRefused(f"{path} cannot be read as a checkpoint.") from error
    if kind != _KIND:
        raise CheckpointRefused(f"{path} is no checkpoint of this kind.")
    if public_key != expected_key:
        raise CheckpointRefused(f"{path} was signed with another key: {public_key}.")
    try:
        Ed25519PublicKey.from_public_bytes(b64decode(public_key)).verify(signature, _canonical(found))
    except (InvalidSignature, ValueError) as error:
        raise CheckpointRefused(f"{path} was changed after it was signed.") from error
    return Checkpoint(hold, made_at, public_key)


def _canonical(content: dict[str, object]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
