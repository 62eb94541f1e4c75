"""The key of a report: a digest of what it says, so that the same row twice is one report.

SHA-256, because the database has it too: an import makes the keys of a million rows in one statement.
"""

import hashlib

PARTS = ("state", "kind", "on", "in_force_on", "source", "subject", "effective_on", "depositary", "withdraws")
"""What a report says, in the order in which it is digested, after the instrument."""


def report_key(*, instrument: str, **said: str) -> str:
    """Return the key of a report from the text of its columns; absent columns count as blank."""
    parts = (instrument, *(said.get(part, "") or "" for part in PARTS))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]
