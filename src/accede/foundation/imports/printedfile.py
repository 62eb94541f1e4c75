"""Tables out of web pages, XML, PDF files, pasted lines: each read in a process of its own (`foundation/printed`)."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.imports.encodings import codec_of
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import Options, Refuse
from accede.foundation.printed import PrintedRefused, PrintedTable
from accede.foundation.printed.lines import table_of_lines
from accede.foundation.printed.markup import table_of_page, table_of_xml
from accede.foundation.printed.pdf import table_of_pdf

_PAGES = re.compile(r"([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4}))?")
_LARGEST_AT_ONCE = 20_000
"""In bytes: a list of a few hundred lines, read where it is, since to begin a process takes longer."""
_LIMITS = Limits(seconds=4, megabytes=200, patience=60)


class PrintedFile:
    """A table that was read out of a document; its rows are numbered as a spreadsheet would number them."""

    def __init__(self, found: PrintedTable) -> None:
        self._found = found

    @property
    def header(self) -> Sequence[str]:
        """The headings."""
        return self._found.header

    @property
    def around(self) -> Sequence[str]:
        """What the document says beside its table, line by line."""
        return self._found.around

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield number and cells of each row; see `TableFile`."""
        del refuse  # whatever is no row stands around the table
        for number, cells in enumerate(self._found.rows, start=2):
            if any(cells):
                yield number, cells

    def progress(self) -> tuple[int, int]:
        """All of it is read already."""
        return 0, 0

    def close(self) -> None:
        """The file is closed already."""


def open_page(path: Path, options: Options) -> PrintedFile:
    """Open the table of a web page.

    Raises:
        FileRefused: there is none, or the page is too heavy to read.
    """
    return _opened(table_of_page, path, codec_of(path, options.encoding)[0])


def open_xml(path: Path) -> PrintedFile:
    """Open the table of an XML document.

    Raises:
        FileRefused: there is none, or the document is damaged or too heavy to read.
    """
    return _opened(table_of_xml, path)


def open_pdf(path: Path, options: Options) -> PrintedFile:
    """Open the table of a PDF file, on the pages that were named.

    Raises:
        FileRefused: there is none, or the file is damaged, locked, too long or too heavy; or no page was named.
    """
    first, last = _pages(options.pages)
    return _opened(table_of_pdf, path, first, last)


def open_lines(path: Path, codec: str) -> PrintedFile:
    """Open the table in pasted lines.

    Raises:
        FileRefused: there is none.
    """
    if path.stat().st_size <= _LARGEST_AT_ONCE:
        return PrintedFile(_refusing(_table_of_text, path, codec))
    return _opened(_table_of_text, path, codec)


def _table_of_text(path: Path, codec: str) -> PrintedTable:
    # As a whole: the decoder of streams refuses UTF-16 that has no mark at its start.
    return table_of_lines("\n".join(path.read_bytes().decode(codec, "replace").lstrip("\ufeff").splitlines()))


def _pages(text: str | None) -> tuple[int, int]:
    if not text:
        return 0, 0
    match = _PAGES.fullmatch(text.strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 0 < first <= last:
        raise FileRefused([Problem("file.pages", params={"text": text[:40]})])
    return first, last


def _opened(work: Callable[..., PrintedTable], path: Path, *said: object) -> PrintedFile:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return PrintedFile(_read(work, path, digest, said))


@lru_cache(maxsize=4)
def _read(work: Callable[..., PrintedTable], path: Path, digest: str, said: tuple[object, ...]) -> PrintedTable:
    """Read a file once for its headings, its check and its writing, which follow one another."""
    del digest  # of another content, another reading
    return _refusing(partial(apart, work, limits=_LIMITS), path, *said)


def _refusing(work: Callable[..., PrintedTable], *said: object) -> PrintedTable:
    try:
        return work(*said)
    except PrintedRefused as refusal:
        raise FileRefused([Problem(f"file.printed_{refusal.code}", params=refusal.params)]) from None
    except TooHeavy:
        raise FileRefused([Problem("file.too_heavy")]) from None
