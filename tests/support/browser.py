"""Finding a Chromium for the journeys."""

import os
import shutil
from pathlib import Path

ADVICE = (
    "No Chromium was found, so the journeys in tests/journeys were left out. To have them run: install Chromium "
    "(on Debian or Ubuntu: apt-get install chromium), or name its program in ACCEDE_CHROMIUM."
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path | None:
    """Return the Chromium to use: the one named in ACCEDE_CHROMIUM, else the first on the path, if any."""
    if named := os.environ.get("ACCEDE_CHROMIUM"):
        return Path(named)
    found = (shutil.which(name) for name in _NAMES)
    return next((Path(path) for path in found if path), None)
