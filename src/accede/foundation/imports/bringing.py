"""Who brings a file, through which face, when, and what they say of it.

The process apart reads these before it knows any table, so nothing here may import one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from accede.foundation.access import Actor
from accede.foundation.audit import Face
from accede.foundation.imports.days import DayOrder
from accede.foundation.imports.provenance import NewSource
from accede.foundation.imports.tables import Options


@dataclass(frozen=True, slots=True)
class Bringing:
    """One person's bringing of one file; `name` is what they call it, where its path says something else."""

    by: Actor
    face: Face
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that lies here, and what was said of all of its rows; `good_rows`: those with problems are left out."""

    path: Path
    options: Options
    day_order: DayOrder | None
    source: str | None
    new_source: NewSource | None
    said: Mapping[str, str]
    good_rows: bool = False
