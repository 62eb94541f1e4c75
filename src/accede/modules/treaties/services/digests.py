"""The key of a report: a digest of what it says, so that the same row twice is one report."""

import hashlib

_PARTS = ("state", "kind", "on", "in_force_on", "source", "subject", "effective_on", "depositary", "withdraws")


def report_key(*, instrument: str, **said: str) -> str:
    """Return the key of a report from the text of its columns; absent columns count as blank."""
    parts = (instrument, *(said.get(part, "") or "" for part in _PARTS))
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()
