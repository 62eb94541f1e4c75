"""Files that people bring: what they are is told from their content, never from their name; kept outside the web root.

Nothing here may know a word of the programme.
"""

from accede.foundation.files.checking import MOST_BYTES, FileNotTaken, Kind, Looked, look_at, measure
from accede.foundation.files.keeping import (
    all_kept,
    forget,
    forget_unfinished,
    keep,
    kept,
    kept_before,
    none_forgotten,
    place_of,
)

__all__ = [
    "MOST_BYTES",
    "FileNotTaken",
    "Kind",
    "Looked",
    "all_kept",
    "forget",
    "forget_unfinished",
    "keep",
    "kept",
    "kept_before",
    "look_at",
    "measure",
    "none_forgotten",
    "place_of",
]
