"""A folder as a storage of Django's: files written whole, closed to other accounts."""

import os
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

from accede.foundation import database
from accede.foundation.writing import written_whole

PLACE = "ACCEDE_FILES"
"""The variable that names another folder, such as one that several machines share."""


class Folder(FileSystemStorage):
    """Files below one folder. Where it lies is asked each time: the environment says it, and no setting."""

    @property
    def location(self) -> str:
        """Where the files lie."""
        return os.environ.get(PLACE) or str(database.home() / "files")

    @property
    def base_location(self) -> str:
        """Where the files lie."""
        return self.location

    def touch(self, name: str) -> None:
        """Have a file count as written just now."""
        Path(self.path(name)).touch()

    def _save(self, name: str, content: "File[Any]") -> str:
        target = Path(self.path(name))
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with written_whole(target) as written:
            for piece in content.chunks():
                written.write(piece)
        return name
