"""Read a document that somebody gives: at once where it is short, in a process of its own where it may be heavy.

An archive may unpack to far more than it is, and a text of a megabyte may keep a processor busy for long. The process
that answers pages reads neither itself.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from accede.core.mandates.reading import Reading, read
from accede.foundation.apart import TooHeavy, apart
from accede.modules.mandates.queries.calendar import calendar
from accede.modules.mandates.services.document_lines import DocumentText, bytes_of, document_of
from accede.modules.mandates.services.document_problems import refuse

LONGEST_AT_ONCE = 50_000
"""In bytes; resolutions are shorter."""
_ARCHIVE = b"PK"

Found = TypeVar("Found")


def read_file(path: Path, *, symbol: str = "", adopted_on: date | None = None) -> tuple[DocumentText, Reading]:
    """Read a file; see `read_given`."""
    return read_given(bytes_of(path), name=path.name, symbol=symbol, adopted_on=adopted_on)


def read_given(
    content: bytes, *, name: str, symbol: str = "", adopted_on: date | None = None
) -> tuple[DocumentText, Reading]:
    """Return the lines of a document and what they say.

    Raises:
        FileRefused: it cannot be read, with the reason.
    """
    is_heavy = content.startswith(_ARCHIVE) or len(content) > LONGEST_AT_ONCE
    return _read(is_heavy, _document_and_reading, content, name, symbol, adopted_on)


def read_lines(document: DocumentText, *, symbol: str = "", adopted_on: date | None = None) -> Reading:
    """Return what the lines of a document say.

    Raises:
        FileRefused: there is too much of it.
    """
    is_heavy = sum(map(len, document.lines)) > LONGEST_AT_ONCE
    return _read(is_heavy, _reading, document, symbol, adopted_on)


def _read(is_heavy: bool, work: Callable[..., Found], *args: object) -> Found:  # noqa: FBT001  (how, not what)
    if not is_heavy:
        return work(*args)
    try:
        return apart(work, *args)
    except TooHeavy:
        raise refuse("document.too_heavy") from None


def _document_and_reading(
    content: bytes, name: str, symbol: str, adopted_on: date | None
) -> tuple[DocumentText, Reading]:
    document = document_of(content, name=name)
    return document, _reading(document, symbol, adopted_on)


def _reading(document: DocumentText, symbol: str, adopted_on: date | None) -> Reading:
    hint = symbol or document.name
    return read(document.lines, calendar=calendar(), hint=hint, symbol=symbol, adopted_on=adopted_on)
