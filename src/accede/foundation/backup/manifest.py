"""What an archive says of itself: when and by which release it was made, and what it must hold, signed."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from accede.foundation.backup.refusals import BackupRefused

KIND = "accede back-up"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its size and the SHA-256 of its bytes."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself.

    Attributes:
        made_at: when, in UTC. `release`: the version of the product. `postgres`: the major version of the server.
        migrations: which changes of the tables had been made, by app.
        rows: how many rows each table had. `links`, `link_hash`: where the chain of the record stood.
        secret_mark: by which the secret key is known without being told; `audit_public`: the key that signs.
        settings: the names of the ACCEDE_ variables that were set.
        damaged: kept files that were not what their names say when the archive was made.
        members: the files of the archive.
    """

    made_at: str
    release: str
    postgres: int
    migrations: dict[str, list[str]]
    rows: dict[str, int]
    links: int
    link_hash: str
    secret_mark: str
    audit_public: str
    settings: list[str]
    damaged: list[str] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)

    def written(self) -> bytes:
        """Return the manifest as it lies in the archive."""
        return json.dumps({"kind": KIND, "format": FORMAT, **asdict(self)}, indent=1, sort_keys=True).encode()

    @classmethod
    def read(cls, content: bytes) -> Self:
        """Return the manifest that was written.

        Raises:
            BackupRefused: it is none, or one of a later form.
        """
        try:
            found: dict[str, Any] = json.loads(content)
            kind, form = found.pop("kind"), found.pop("format")
            if kind == KIND and isinstance(form, int) and form > FORMAT:
                raise BackupRefused(
                    f"The archive was made by a later release ({found.get('release')}). Restore it with that release."
                )
            if (kind, form) != (KIND, FORMAT):
                raise BackupRefused("The archive is no back-up of this product.")
            members = {str(name): Member(int(m["size"]), str(m["sha256"])) for name, m in found.pop("members").items()}
            return cls(**found, members=members)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BackupRefused("The archive is damaged: what it says of itself cannot be read.") from error


def signature(content: bytes, key: Ed25519PrivateKey) -> bytes:
    """Return the signature of a written manifest."""
    return b64encode(key.sign(content))


def is_signed(content: bytes, signed: bytes, public: str) -> bool:
    """Return whether the holder of the key with that public part signed the manifest."""
    try:
        Ed25519PublicKey.from_public_bytes(b64decode(public)).verify(b64decode(signed, validate=True), content)
    except (InvalidSignature, ValueError):
        return False
    return True
