"""Open a table, whatever kind of file it comes in: the kind is told from the content, not from the name."""

import hashlib
import re
from enum import StrEnum
from pathlib import Path

from accede.foundation.imports import csvfile, printedfile, xlsxfile
from accede.foundation.imports.encodings import codec_of
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import AS_USUAL, Options, TableFile, explained

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    b"SQLite f": "SQLite",
}
_START = 1024
_SPACES = b"\xef\xbb\xbf \t\r\n\x00\xfe\xff"
_MARKUP = re.compile(rb"<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
#: What was copied out of a page begins so; XML names its elements as it likes, and says first that it is XML.
_PIECE_OF_PAGE = re.compile(rb"<(?:table|thead|tbody|body|div|meta|head|p|h[1-6]|span)[\s>]", re.IGNORECASE)
_MHTML = re.compile(rb"(?:From|MIME-Version|Subject|Content-Type|Snapshot-Content-Location):", re.IGNORECASE)


class Written(StrEnum):
    """What kind of file a table comes in."""

    SHEET = "sheet"
    TEXT = "text"
    PAGE = "page"
    XML = "xml"
    PDF = "pdf"


def kind_of(start: bytes) -> Written:
    """Return what a file is, by its first bytes.

    Raises:
        FileRefused: it holds no table that can be read.
    """
    if not start:
        raise FileRefused([Problem("file.empty")])
    if start.startswith(_OLE):
        raise FileRefused([Problem("file.old_excel")])
    if start.startswith(_ZIP):
        return Written.SHEET
    stripped = start.lstrip(_SPACES)
    for mark, kind in _OTHER_KINDS.items():
        if stripped[: len(mark)].lower() == mark.lower():
            raise FileRefused([Problem("file.other_kind", params={"kind": kind})])
    if b"%PDF-" in start[:_START]:
        return Written.PDF
    plain = stripped.replace(b"\x00", b"")
    if _MARKUP.match(plain):
        return Written.PAGE if _PAGE.search(plain) or _PIECE_OF_PAGE.match(plain) else Written.XML
    if _MHTML.match(plain) and b"multipart/related" in start.lower():
        return Written.PAGE
    return Written.TEXT


def open_table(path: Path, options: Options = AS_USUAL) -> TableFile:
    """Open a CSV or XLSX file, or the table in a web page, an XML document, a PDF file or pasted lines.

    Raises:
        FileRefused: it is none of these, or cannot be read as a whole.
    """
    kind = kind_of(_start_of(path))
    if kind is Written.SHEET:
        table: TableFile = xlsxfile.open_xlsx(path, options)
    elif kind is Written.PAGE:
        table = printedfile.open_page(path, options)
    elif kind is Written.XML:
        table = printedfile.open_xml(path)
    elif kind is Written.PDF:
        table = printedfile.open_pdf(path, options)
    else:
        table = _open_text(path, options)
    return explained(table, options.columns)


def _open_text(path: Path, options: Options) -> TableFile:
    """Open a CSV file, or a list whose lines nothing divides but blanks."""
    if options.separator or csvfile.is_divided(path, options):
        return csvfile.open_csv(path, options)
    try:
        return printedfile.open_lines(path, codec_of(path, options.encoding)[0])
    except FileRefused:
        return csvfile.open_csv(path, options)


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_START)
    except (FileNotFoundError, IsADirectoryError):
        raise FileRefused([Problem("file.absent", params={"name": str(path)})]) from None


def guessed_encoding(path: Path, options: Options = AS_USUAL) -> str | None:
    """Return the key of the code page in which a text seems to be written; None where nothing was guessed."""
    if options.encoding or not path.is_file():
        return None
    try:
        kind = kind_of(_start_of(path))
    except FileRefused:
        return None
    return codec_of(path)[1] if kind is Written.TEXT else None


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
