"""What a file is, by its content, and whether it is taken."""

import codecs
import hashlib
import io
import zipfile
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from accede.foundation.damage import DAMAGED
from accede.foundation.sizes import MOST_BYTES

_MOST_UNPACKED = 200 << 20
_MOST_ENTRIES = 5000
#: Office files are well packed, but text does not shrink to less than a hundredth by itself.
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 1 << 20
_MOST_XML = 30 << 20
_AT_ONCE = 1 << 16
_START = 1024
_CONTROL = bytes(set(range(32)) - set(b"\t\r\n\f"))
_LONGEST_NAME = 200
_NO_NAME = frozenset({"", ".", ".."})


class Kind(StrEnum):
    """The kinds of file that are taken, by the ending of their names."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    PNG = "png"
    JPEG = "jpg"
    TEXT = "txt"
    CSV = "csv"
    HTML = "html"
    JSON = "json"
    XML = "xml"


MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.TEXT: "text/plain; charset=utf-8",
    Kind.CSV: "text/csv; charset=utf-8",
    # Never shown, only saved: a page of somebody else's may hold programs.
    Kind.HTML: "application/octet-stream",
    Kind.JSON: "application/json",
    # The same: a browser may run what stands in it.
    Kind.XML: "application/octet-stream",
}
TAKEN = (Kind.PDF, Kind.DOCX, Kind.XLSX, Kind.ODT, Kind.PNG, Kind.JPEG, Kind.TEXT, Kind.CSV)
"""What is taken where nothing narrower is said."""
_ENDINGS = {**{kind.value: kind for kind in Kind}, "jpeg": Kind.JPEG, "text": Kind.TEXT}
_MARKS = ((b"%PDF-", Kind.PDF), (b"\x89PNG\r\n\x1a\n", Kind.PNG), (b"\xff\xd8\xff", Kind.JPEG))
_ZIP_MARK = b"PK\x03\x04"
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
#: Kinds of table whose content and name must agree: a reader opens them with another program than text.
_NAMED_RIGHTLY = frozenset({Kind.XLSX, Kind.PDF})
#: What an office file of the kind always has inside.
_PARTS = {"word/document.xml": Kind.DOCX, "xl/workbook.xml": Kind.XLSX}
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_ACTIVE = ("vbaproject.bin", "vbadata.xml")
_ACTIVE_FOLDERS = ("xl/macrosheets/", "basic/", "scripts/")


class FileNotTaken(Exception):  # noqa: N818  (a state of affairs, told to a person)
    """The file is not taken; `problems` says why, all of it, in the reader's language."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that is taken: what it is, how large, and the SHA-256 of its bytes."""

    kind: Kind
    size: int
    sha256: str


def look_at(stream: BinaryIO, *, name: str, most_bytes: int = MOST_BYTES, kinds: Iterable[Kind] = TAKEN) -> Looked:
    """Return what the file is, reading it once from its start.

    Raises:
        FileNotTaken: it is empty, too large, of a kind that is not taken, not what its name says, or unsafe to open.
    """
    taken = tuple(kinds)
    size, digest = measure(stream, most_bytes=most_bytes)
    if size == 0:
        raise FileNotTaken([_("The file is empty.")])
    kind = _kind_of(stream, name)
    if kind is None or kind not in taken:
        endings = ", ".join(kind.value for kind in taken)
        raise FileNotTaken([_("A file of this kind is not taken. Kinds that are: %(kinds)s.") % {"kinds": endings}])
    named = _ENDINGS.get(Path(name).suffix.lower().removeprefix("."))
    if named is not kind:
        raise FileNotTaken([_not_as_named(name, kind)])
    stream.seek(0)
    return Looked(kind, size, digest)


def checked_name(name: str) -> str:
    """Return the name of a file as it is kept.

    Raises:
        FileNotTaken: it holds a path or signs that are none of a name, or is empty or too long.
    """
    name = name.strip()
    if "/" in name or "\\" in name:
        raise FileNotTaken([_("The name of the file holds a path. Give the name alone, such as “list.csv”.")])
    if name in _NO_NAME or len(name) > _LONGEST_NAME or not name.isprintable():
        raise FileNotTaken([_("Give the file a name of 1 to 200 letters, such as “list.csv”.")])
    return name


def tidied_name(name: str) -> str:
    """Return a name that a file can bear, near to the one that it came with."""
    signs = "".join("_" if sign in "/\\" or not sign.isprintable() else sign for sign in name.strip())
    return "_" if signs[:_LONGEST_NAME] in _NO_NAME else signs[:_LONGEST_NAME]


def table_kind(stream: BinaryIO, name: str) -> Kind:
    """Return what a table is: a workbook, a PDF file, markup, or text whose code page is found out by whoever reads it.

    Markup counts as HTML, which is saved and never shown.

    Raises:
        FileNotTaken: it is an archive and no workbook, or a workbook or PDF file under the name of something else or
            the other way round.
    """
    stream.seek(0)
    start = stream.read(_START)
    kind = Kind.CSV
    if start.startswith(_ZIP_MARK):
        kind = Kind.XLSX
        if _kind_of_archive(stream) is not Kind.XLSX:
            kinds = {"kinds": "csv, xlsx, html, xml, pdf"}
            raise FileNotTaken([_("A file of this kind is not taken. Kinds that are: %(kinds)s.") % kinds])
    elif b"%PDF-" in start:
        kind = Kind.PDF
    elif start.lstrip(_BEFORE_MARKUP).startswith(b"<"):
        kind = Kind.HTML
    named = _ENDINGS.get(Path(name).suffix.lower().removeprefix("."))
    if named is not None and named is not kind and _NAMED_RIGHTLY & {named, kind}:
        raise FileNotTaken([_not_as_named(name, kind)])
    return kind


def measure(stream: BinaryIO, *, most_bytes: int = MOST_BYTES) -> tuple[int, str]:
    """Return how many bytes there are, and their SHA-256.

    Raises:
        FileNotTaken: there are too many.
    """
    digest = hashlib.sha256()
    size = 0
    stream.seek(0)
    while piece := stream.read(_AT_ONCE):
        size += len(piece)
        if size > most_bytes:
            most = most_bytes >> 20
            raise FileNotTaken(
                [_("The file is too large. Size that is taken, in megabytes: %(most)s.") % {"most": most}]
            )
        digest.update(piece)
    return size, digest.hexdigest()


def _not_as_named(name: str, kind: Kind) -> str:
    words = _("The file “%(name)s” holds %(kind)s. Give its name the ending “.%(kind)s”, or choose another file.")
    return words % {"name": Path(name).name[:80], "kind": kind.value}


def _kind_of(stream: BinaryIO, name: str) -> Kind | None:
    stream.seek(0)
    start = stream.read(_START)
    for mark, kind in _MARKS:
        if start.startswith(mark):
            return kind
    if start.startswith(_ZIP_MARK):
        return _kind_of_archive(stream)
    if _is_text(stream):
        return Kind.CSV if name.lower().endswith(".csv") else Kind.TEXT
    return None


def _is_text(stream: BinaryIO) -> bool:
    """Return whether all of it is UTF-8 without control characters, and no markup that a browser might run."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    begins = ""
    try:
        while piece := stream.read(_AT_ONCE):
            # In UTF-8 a control character is the same byte and part of no other sign.
            if len(piece.translate(None, _CONTROL)) != len(piece):
                return False
            text = decoder.decode(piece)
            begins = begins or text.lstrip()[:20].lower()
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not begins.startswith(("<!doctype", "<html", "<?xml", "<svg", "<script", "{\\rtf", "#!"))


def _kind_of_archive(stream: BinaryIO) -> Kind | None:
    """Return which office file an archive is, None for another archive.

    Raises:
        FileNotTaken: it is damaged, locked, would unpack to too much, holds programs, or XML with entities.
    """
    damaged = _("The file is damaged and cannot be opened.")
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            _refuse_bomb(entries)
            kind = next((kind for part, kind in _PARTS.items() if part in names), None)
            if kind is None and "mimetype" in names and archive.read("mimetype").strip() == _ODT_TYPE:
                kind = Kind.ODT
            if kind is not None:
                _refuse_active(names)
                for entry in entries:
                    if entry.filename.endswith((".xml", ".rels")):
                        _refuse_entities(archive, entry)
            return kind
    except (*DAMAGED, ElementTree.ParseError) as error:
        raise FileNotTaken([damaged]) from error


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    is_bomb = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > _MOST_RATIO
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or is_bomb:
        raise FileNotTaken([_("The file would unpack to far more than it holds, and is not opened.")])
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileNotTaken([_("The file is locked by a password. Save it without one.")])


def _refuse_active(names: set[str]) -> None:
    lowered = {name.lower() for name in names}
    if any(name.endswith(_ACTIVE) or name.startswith(_ACTIVE_FOLDERS) for name in lowered):
        raise FileNotTaken([_("The file holds macros. Save it without them.")])


def _refuse_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    if entry.file_size > _MOST_XML:
        raise FileNotTaken([_("The file would unpack to far more than it holds, and is not opened.")])
    try:
        with archive.open(entry) as part:
            # Definitions stand before the first element (XML 1.0, 2.8); what is long is read by its reader, apart.
            begins = io.BytesIO(part.read(_AT_ONCE))
            elements = ElementTree.iterparse(begins, events=("start",), forbid_dtd=True)
            next(elements, None)
            if entry.file_size <= _AT_ONCE:
                deque(elements, maxlen=0)
            while part.read(_AT_ONCE):  # its check sum is looked at on the way
                pass
    except DefusedXmlException as error:
        raise FileNotTaken([_("The file holds definitions of its own that are not opened. Save it anew.")]) from error
