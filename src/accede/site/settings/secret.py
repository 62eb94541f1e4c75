"""The secret key of an installation that was given none."""

import secrets
from pathlib import Path


def local_secret(home: Path) -> str:
    """Return the key kept in `home`, making it on the first call, readable by its owner only."""
    path = home / "secret-key"
    if path.exists():
        return path.read_text(encoding="ascii")
    home.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(50)
    path.touch(mode=0o600)
    path.write_text(key, encoding="ascii")
    return key
