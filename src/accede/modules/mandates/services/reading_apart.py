"""Read a document that somebody gives: at once where it is short, in a process of its own where it may be heavy.

An archive may unpack to far more than it is, a page be built so that its tree is a thousand times as large, and a text
keep a processor busy for long. The process that answers pages reads none of them itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from accede.core.mandates.duties import Duty, duties_of
from accede.core.mandates.lint import Fault, lint
from accede.core.mandates.reading import Reading, read
from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.files.checking import tidied_name
from accede.modules.mandates.queries.calendar import calendar
from accede.modules.mandates.services.document_lines import DocumentText, bytes_of, document_of
from accede.modules.mandates.services.document_problems import refuse

LONGEST_AT_ONCE = 4_000
"""In bytes: what takes the square of its length is done in a tenth of a second."""
_ARCHIVE = b"PK"
TO_READ = Limits(seconds=3, megabytes=160, patience=60)
"""Three times what the longest resolutions take, and still time to show what was read before five seconds are over."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Read:
    """A document, what it says, who owes what by it, and its faults."""

    document: DocumentText
    reading: Reading
    duties: tuple[Duty, ...]
    faults: tuple[Fault, ...]


def read_file(path: Path, *, symbol: str = "", adopted_on: date | None = None) -> Read:
    """Read a file; see `read_given`."""
    return read_given(bytes_of(path), name=path.name, symbol=symbol, adopted_on=adopted_on)


def read_given(content: bytes, *, name: str, symbol: str = "", adopted_on: date | None = None) -> Read:
    """Return the lines of a document and what they say.

    Raises:
        FileRefused: it cannot be read, with the reason.
    """
    is_heavy = content.startswith(_ARCHIVE) or len(content) > LONGEST_AT_ONCE
    # A name that the system could not decode is none that can be kept.
    named = tidied_name(name) if name else ""
    return _read(is_heavy, _read_content, content, named, symbol, adopted_on)


def read_lines(document: DocumentText, *, symbol: str = "", adopted_on: date | None = None) -> Read:
    """Return what the lines of a document say.

    Raises:
        FileRefused: there is too much of it.
    """
    is_heavy = sum(map(len, document.lines)) > LONGEST_AT_ONCE
    return _read(is_heavy, _read_document, document, symbol, adopted_on)


def _read(is_heavy: bool, work: Callable[..., Found], *args: object) -> Found:  # noqa: FBT001  (how, not what)
    if not is_heavy:
        return work(*args)
    try:
        return apart(work, *args, limits=TO_READ)
    except TooHeavy:
        raise refuse("document.too_heavy") from None


def _read_content(content: bytes, name: str, symbol: str, adopted_on: date | None) -> Read:
    return _read_document(document_of(content, name=name), symbol, adopted_on)


def _read_document(document: DocumentText, symbol: str, adopted_on: date | None) -> Read:
    hint = symbol or document.name
    reading = read(document.lines, calendar=calendar(), hint=hint, symbol=symbol, adopted_on=adopted_on)
    duties = duties_of(reading)
    return Read(document, reading, duties, lint(reading, duties))
