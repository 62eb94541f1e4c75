"""Open a table, whatever kind of file it comes in: the kind is told from the content, not from the name."""

import hashlib
from pathlib import Path

from accede.foundation.imports import csvfile, xlsxfile
from accede.foundation.imports.encodings import codec_of
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import AS_USUAL, Options, TableFile, explained

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"<!DOCTYPE": "HTML",
    b"<html": "HTML",
    b"<?xml": "XML",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    b"SQLite f": "SQLite",
}


def open_table(path: Path, options: Options = AS_USUAL) -> TableFile:
    """Open a CSV or XLSX file.

    Raises:
        FileRefused: it is neither, or cannot be read as a whole.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(512)
    except (FileNotFoundError, IsADirectoryError):
        raise FileRefused([Problem("file.absent", params={"name": str(path)})]) from None
    if not start:
        raise FileRefused([Problem("file.empty")])
    if start.startswith(_OLE):
        raise FileRefused([Problem("file.old_excel")])
    if start.startswith(_ZIP):
        return explained(xlsxfile.open_xlsx(path, options), options.columns)
    stripped = start.lstrip()
    for mark, kind in _OTHER_KINDS.items():
        if stripped[: len(mark)].lower() == mark.lower():
            raise FileRefused([Problem("file.other_kind", params={"kind": kind})])
    return explained(csvfile.open_csv(path, options), options.columns)


def guessed_encoding(path: Path, options: Options = AS_USUAL) -> str | None:
    """Return the key of the code page in which a CSV file seems to be written; None where nothing was guessed."""
    if options.encoding or not path.is_file():
        return None
    with path.open("rb") as stream:
        is_table = not stream.read(len(_OLE)).startswith((_ZIP, _OLE))
    return codec_of(path)[1] if is_table else None


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def size_of(path: Path) -> int:
    """Return how many bytes the file has, 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
