"""Who brings a file, through which face, and when."""

from dataclasses import dataclass
from datetime import datetime

from accede.foundation.access import Actor
from accede.foundation.audit import Face


@dataclass(frozen=True, slots=True)
class Bringing:
    """One person's bringing of one file; `name` is what they call it, where its path says something else."""

    by: Actor
    face: Face
    at: datetime
    name: str = ""
