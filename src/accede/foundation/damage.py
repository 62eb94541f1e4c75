"""What Python's `zipfile`, and what it calls, raise on an archive whose bytes were changed."""

import lzma
import struct
import zipfile
import zlib

#: More than its documentation tells: an offset before the start, for one, is a ValueError of the file it seeks in.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
