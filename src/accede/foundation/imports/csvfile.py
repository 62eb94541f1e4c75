"""CSV: UTF-8 with or without byte-order mark, or UTF-16; one separator; quotation marks that match."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from accede.foundation.imports.problems import FileRefused, Problem
from accede.foundation.imports.tables import Options, Refuse, TableFile, fitted, headings

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_BUFFER = 1 << 18


class CsvFile:
    """A CSV file being read."""

    def __init__(self, raw: io.FileIO, *, size: int, encoding: str, separator: str) -> None:
        self._raw = raw
        self._size = size
        # Bytes that are no UTF-8 come through as lone surrogates: the row that holds them is found and named when it
        # is written on, and the rows before and after it are read all the same.
        errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
        text = io.TextIOWrapper(io.BufferedReader(raw, _BUFFER), encoding=encoding, errors=errors, newline="")
        self._text = text
        self._records = csv.reader(text, delimiter=separator, strict=True)
        try:
            first = next(self._records, [])
        except csv.Error:
            raise FileRefused([Problem("row.quotes", row=1)]) from None
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
        number = 1
        while True:
            try:
                for cells in self._records:
                    number += 1
                    if len(cells) == width:
                        yield number, cells
                    elif any(cells):
                        fit = fitted(cells, width, number, refuse)
                        if fit is not None:
                            yield number, fit
            except csv.Error:
                # The reader starts afresh at the next line, so that the rows after this one are read as well.
                number += 1
                refuse(Problem("row.quotes", row=number))
                continue
            return

    def progress(self) -> tuple[int, int]:
        """Return bytes read and the size of the file."""
        return self._raw.tell(), self._size

    def close(self) -> None:
        """Let go of the file."""
        self._text.close()


def open_csv(path: Path, options: Options) -> TableFile:
    """Open a CSV file after finding out its encoding and checking its separator.

    Raises:
        FileRefused: another separator is used than was said.
    """
    with path.open("rb") as stream:
        start = stream.read(1 << 16)
    encoding = _encoding(start)
    separator = options.separator or ("\t" if path.suffix.lower() == ".tsv" else ",")
    _check_separator(start.decode(encoding, errors="replace"), separator)
    raw = path.open("rb", buffering=0)
    try:
        return CsvFile(raw, size=path.stat().st_size, encoding=encoding, separator=separator)
    except BaseException:
        raw.close()
        raise


def _encoding(start: bytes) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # UTF-16 without its mark: the headings are Latin letters, so every other byte of them is zero.
    pairs = start[:200]
    if len(pairs) >= 8 and pairs.count(0) >= len(pairs) // 3:
        return "utf-16-le" if pairs[1::2].count(0) > pairs[::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def _check_separator(start: str, separator: str) -> None:
    line = start.lstrip("\ufeff").splitlines()[0] if start.strip() else ""
    if separator in line:
        return
    found = max(SEPARATORS.values(), key=line.count)
    if line.count(found):
        params = {"found": separator_words(found), "expected": separator_words(separator)}
        raise FileRefused([Problem("file.separator", row=1, params=params)])


def separator_words(separator: str) -> str:
    """Return the name of a separator in the reader's language."""
    words = {",": _("commas"), ";": _("semicolons"), "\t": _("tabs"), "|": _("vertical bars")}
    return words.get(separator, f"“{separator}”")
