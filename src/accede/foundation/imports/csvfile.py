"""CSV in any usual code page; one separator; quotation marks that match."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from accede.foundation.imports.bounds import LONGEST_LINE
from accede.foundation.imports.encodings import UTF8, codec_of
from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import Options, Refuse, TableFile, fitted, headings

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_BUFFER = 1 << 18
_LINES_LOOKED_AT = 20
_SAID_IN_FILE = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
"""The line that spreadsheets put first, or take first, to say what separates the columns."""


class CsvFile:
    """A CSV file being read."""

    def __init__(
        self, raw: io.FileIO, *, size: int, encoding: str, separator: str, says_separator: bool = False
    ) -> None:
        self._raw = raw
        self._size = size
        # Bytes that are no UTF-8 come through as lone surrogates: the row that holds them is found and named when it
        # is written on, and the rows before and after it are read all the same.
        errors = "surrogateescape" if encoding == UTF8 else "replace"
        text = io.TextIOWrapper(io.BufferedReader(raw, _BUFFER), encoding=encoding, errors=errors, newline="")
        self._text = text
        self._overlong = 0
        self._first_row = 2 if says_separator else 1
        if says_separator:
            text.readline()
        self._records = csv.reader(self._lines(), delimiter=separator, strict=True)
        try:
            first = next(self._records, [])
        except csv.Error as error:
            raise FileRefused([self._unread(error, 1, 0)]) from None
        if self._overlong:
            raise FileRefused([_too_long(1)])
        self._header = headings(first)
        if not self._header:
            raise FileRefused([Problem("file.empty")])

    @property
    def header(self) -> Sequence[str]:
        """The headings."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield number and cells of each row; see `TableFile`."""
        width = len(self._header)
        number = self._first_row
        while True:
            line = self._records.line_num
            try:
                for cells in self._records:
                    number += 1
                    line = self._records.line_num
                    if len(cells) == width:
                        yield number, cells
                    elif any(cells):
                        fit = fitted(cells, width, number, refuse)
                        if fit is not None:
                            yield number, fit
                    elif self._overlong:
                        self._overlong -= 1
                        refuse(_too_long(number))
            except csv.Error as error:
                # The reader starts afresh at the next line, so that the rows after this one are read as well.
                number += 1
                refuse(self._unread(error, number, line))
                continue
            return

    def progress(self) -> tuple[int, int]:
        """Return bytes read and the size of the file."""
        return self._raw.tell(), self._size

    def close(self) -> None:
        """Let go of the file."""
        self._text.close()

    def _lines(self) -> Iterator[str]:
        """Yield the lines; of one that is longer than any row, nothing but its end."""
        while line := self._text.readline(LONGEST_LINE):
            if len(line) < LONGEST_LINE or line[-1] in "\r\n":
                yield line
                continue
            while (line := self._text.readline(LONGEST_LINE)) and line[-1] not in "\r\n":
                pass
            self._overlong += 1
            yield "\n"

    def _unread(self, error: csv.Error, number: int, line: int) -> Problem:
        """Return what is wrong with a row that cannot be taken apart, with the lines that it swallowed."""
        last = self._records.line_num
        if "field limit" not in str(error) and last - line <= 1:
            return Problem("row.quotes", row=number)
        return Problem("row.unclosed", row=number, params={"first": str(line + 1), "last": str(last)})


def _too_long(number: int) -> Problem:
    return Problem("row.too_long", row=number, params={"most": str(LONGEST_LINE)})


def open_csv(path: Path, options: Options) -> TableFile:
    """Open a CSV file after finding out its encoding and checking its separator.

    Raises:
        FileRefused: another separator is used than was said.
    """
    encoding, _guessed = codec_of(path, options.encoding)
    with path.open("rb") as stream:
        start = stream.read(1 << 16)
    text = start.decode(encoding, errors="replace").lstrip("\ufeff")
    said = _SAID_IN_FILE.match(text)
    separator = options.separator or (said[1] if said else _separator_of(text))
    _check_separator(text[said.end() :] if said else text, separator)
    raw = path.open("rb", buffering=0)
    try:
        return CsvFile(
            raw, size=path.stat().st_size, encoding=encoding, separator=separator, says_separator=said is not None
        )
    except UnicodeError:
        raw.close()
        raise FileRefused([Problem("file.encoding")]) from None
    except BaseException:
        raw.close()
        raise


def _separator_of(start: str) -> str:
    """Return the separator by which the first lines have as many columns as their headings; commas where none does."""
    lines = start.splitlines()[:_LINES_LOOKED_AT]

    def columns(sign: str) -> int:
        try:
            rows = [row for row in csv.reader(lines, delimiter=sign) if any(row)]
        except csv.Error:
            return 0
        widths = {len(row) for row in rows}
        return widths.pop() if len(widths) == 1 else 0

    best = max(SEPARATORS.values(), key=columns)
    return best if columns(best) > 1 else SEPARATORS["comma"]


def is_divided(path: Path, options: Options) -> bool:
    """Return whether most of the first lines have as many columns as their headings, and more than one."""
    with path.open("rb") as stream:
        start = stream.read(1 << 16)
    lines = start.decode(codec_of(path, options.encoding)[0], errors="replace").splitlines()[:_LINES_LOOKED_AT]

    def alike(sign: str) -> bool:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign) if any(row)]
        except csv.Error:
            # Quotation marks that do not match are told row by row.
            return sign in lines[0]
        return bool(widths) and widths[0] > 1 and sum(width == widths[0] for width in widths) * 2 > len(widths)

    return any(alike(sign) for sign in SEPARATORS.values())


def _check_separator(start: str, separator: str) -> None:
    line = start.splitlines()[0] if start.strip() else ""
    if separator in line:
        return
    # A first line without end may be anything; the row that it is will be told as too long.
    line = line[:LONGEST_LINE]
    found = max(SEPARATORS.values(), key=line.count)
    if line.count(found):
        params = {"found": separator_words(found), "expected": separator_words(separator)}
        raise FileRefused([Problem("file.separator", row=1, params=params)])


def separator_words(separator: str) -> str:
    """Return the name of a separator in the reader's language."""
    words = {",": _("commas"), ";": _("semicolons"), "\t": _("tabs"), "|": _("vertical bars")}
    return words.get(separator, f"“{separator}”")
