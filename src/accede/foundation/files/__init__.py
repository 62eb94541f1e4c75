"""Files that people bring: what they are is told from their content, never from their name; kept outside the web root.

- `checking`: what a file is, and whether it is taken; `keeping`: where bytes lie, in a folder or a bucket.
- `storing`: whose a file is and who may have it; `pages`: having it, deleting it.

Nothing here may know a word of the programme.
"""

from accede.foundation.files.checking import FileNotTaken, Kind, Looked, look_at, measure
from accede.foundation.files.keeping import all_kept, at_hand, forget, is_kept, keep, none_forgotten, opened
from accede.foundation.sizes import MOST_BYTES

__all__ = [
    "MOST_BYTES",
    "FileNotTaken",
    "Kind",
    "Looked",
    "all_kept",
    "at_hand",
    "forget",
    "is_kept",
    "keep",
    "look_at",
    "measure",
    "none_forgotten",
    "opened",
]
