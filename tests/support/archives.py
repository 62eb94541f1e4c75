"""Archives for tests: the one of the release before, and what becomes of an archive that somebody works upon."""

import json
import zipfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accede.foundation import keys

UPGRADE = Path(__file__).resolve().parents[1] / "upgrade"
ARCHIVE = UPGRADE / "release-0.1.0.zip"
KEYS = UPGRADE / "release-0.1.0.keys.json"


def rewritten(
    path: Path,
    *,
    members: Callable[[dict[str, bytes]], None] = lambda _members: None,
    manifest: Callable[[dict[str, Any]], None] = lambda _manifest: None,
    signs: bool = False,
) -> Path:
    """Write the archive anew with other members or another manifest, as a sound ZIP file; `signs`: with a signature."""
    with zipfile.ZipFile(ARCHIVE) as made:
        found = {name: made.read(name) for name in made.namelist()}
    said = json.loads(found["manifest.json"])
    manifest(said)
    found["manifest.json"] = json.dumps(said).encode()
    members(found)
    if signs:
        key = keys.signer(json.loads(KEYS.read_text())["audit_key"])
        found["manifest.sig"] = b64encode(key.sign(found["manifest.json"]))
    with zipfile.ZipFile(path, "w") as made:
        for name, content in found.items():
            made.writestr(name, content)
    return path
