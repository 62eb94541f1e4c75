"""In which code page a table is written: Unicode by its marks and its form, other code pages by a guess that is shown.

Spreadsheets save “CSV” in the code page of the office's system. A guess is made between the code pages of the six
languages only: on lists of few words a detector that may say anything says anything. Whoever brings the file is shown
the guess and may say another.
"""

import codecs
from pathlib import Path

import chardet
from django.utils.translation import gettext_lazy as _

UTF8 = "utf-8-sig"
#: Those that a reader may choose; the names in brackets are those of the programs that write them.
ENCODINGS = {
    "utf-8": _("Unicode (UTF-8)"),
    "utf-16": _("Unicode (UTF-16)"),
    "windows-1252": _("Western European (Windows-1252)"),
    "windows-1251": _("Cyrillic (Windows-1251)"),
    "windows-1256": _("Arabic (Windows-1256)"),
    "gb18030": _("Chinese (GB18030)"),
    "windows-1250": _("Central European (Windows-1250)"),
    "windows-1254": _("Turkish (Windows-1254)"),
    "koi8-r": _("Cyrillic (KOI8-R)"),
    "ibm866": _("Cyrillic (DOS 866)"),
    "ibm850": _("Western European (DOS 850)"),
    "iso-8859-6": _("Arabic (ISO 8859-6)"),
    "macintosh": _("Western European (Macintosh)"),
}
_GUESSED = {
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1256": "windows-1256",
    "gb18030": "gb18030",
    "koi8-r": "koi8-r",
    "cp866": "ibm866",
}
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, UTF8),
)
_AT_ONCE = 1 << 18
_SAMPLE = 1 << 16
#: As many letters beyond ASCII are well written in UTF-8 for each byte that is not: then it is UTF-8 with bad rows.
_MOSTLY = 3


def codec_of(path: Path, said: str | None = None) -> tuple[str, str | None]:
    """Return the codec with which to read a file, and the key in `ENCODINGS` of one that had to be guessed.

    Where `said` names a code page, it is that one.
    """
    with path.open("rb") as stream:
        start = stream.read(_SAMPLE)
    marked = next((codec for mark, codec in _MARKS if start.startswith(mark)), None) or _without_mark(start)
    if said == "utf-16":
        return marked if marked in {"utf-16-le", "utf-16-be"} else "utf-16", None
    if said:
        return UTF8 if said == "utf-8" else said, None
    if marked:
        return marked, None
    foreign = _foreign(path)
    if foreign is None:
        return UTF8, None
    guessed = guess(foreign)
    return guessed, guessed


def guess(text: bytes) -> str:
    """Return the key in `ENCODINGS` of the code page in which a text is most likely written that is no UTF-8."""
    lines = b"\n".join(line for line in text.splitlines() if not line.isascii())
    found = chardet.detect(lines[:_SAMPLE], include_encodings=tuple(_GUESSED), compat_names=False)["encoding"]
    return _GUESSED.get(found or "", "windows-1252")


def is_mostly_utf8(piece: bytes) -> bool:
    """Return whether a text is UTF-8 but for some bytes."""
    text = piece.decode("utf-8", errors="surrogateescape")
    bad = sum("\udc80" <= character <= "\udcff" for character in text)
    beyond = sum(character > "\x7f" for character in text) - bad
    return beyond >= bad * _MOSTLY


def _without_mark(start: bytes) -> str | None:
    """Return which UTF-16 it is, None where it is none: commas, blanks and ends of lines have one byte that is zero."""
    zeros = start.count(0)
    if zeros < max(2, len(start) // 60):
        return None
    first, second = start[::2].count(0), start[1::2].count(0)
    if min(first, second) * 20 > zeros:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _foreign(path: Path) -> bytes | None:
    """Return a part of the file around the first bytes that are no UTF-8; None where (nearly) all of it is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        while True:
            piece = stream.read(_AT_ONCE)
            try:
                decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                around = error.object[max(0, error.start - _SAMPLE // 2) :] + stream.read(_SAMPLE)
                return None if is_mostly_utf8(around) else around
            if not piece:
                return None


class NotTextError(ValueError):
    """These bytes are no text."""


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a whole file, and the key of the code page where it had to be guessed.

    Raises:
        NotTextError: its first bytes say another thing than the rest, or it holds bytes that no text holds.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise NotTextError from error
    if b"\x00" in content:
        raise NotTextError
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        guessed = guess(content)
        return content.decode(guessed, errors="replace"), guessed
