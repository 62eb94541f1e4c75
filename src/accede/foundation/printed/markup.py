"""The table of a web page or of an XML document: the one that holds most days.

A page may lay itself out with tables, so only tables count that hold no other. XML counts where it has rows of entries
(the CALS table model, which publishers use: `row`, `entry`, `thead`), whatever its other elements are called.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from accede.foundation.printed.days import A_DAY
from accede.foundation.printed.found import LONGEST_CELL, MOST_COLUMNS, PrintedRefused, PrintedTable, table_of, tidy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from selectolax.lexbor import LexborNode

Rows = list[list[str]]
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_LEFT_OUT = ("script", "style", "sup", "noscript", "template", "select", "svg", "head")
_NOTE = re.compile(r"<(sup|superscript)\b[^>]*>.*?</\1\s*>|<(?:sup|superscript)\b[^>]*/>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NOTES_IN_XML = frozenset({"sup", "superscript"})
_MOST_ROWS_SPANNED = 50
_DEEPEST = 200
_BLOCKS = "address, caption, dd, div, dt, h1, h2, h3, h4, h5, h6, li, p, td"


def table_of_page(path: Path, codec: str) -> PrintedTable:
    """Return the table of a web page, saved as HTML or in one file with its pictures (MHTML).

    `codec`: in what the page is written, where it does not say so itself.

    Raises:
        PrintedRefused: it holds no table.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # noqa: PLC0415  (the process apart alone needs it)

    content = path.read_bytes()
    try:
        page = LexborHTMLParser(_page_of(content, codec))
    except SelectolaxError:
        # Any text is HTML to this parser: what it cannot parse does not fit into the memory that it may take.
        raise MemoryError from None
    page.strip_tags(list(_LEFT_OUT), recursive=True)
    for mark in page.css("br"):
        mark.replace_with(" ")
    tables = [(table, _rows_of(table)) for table in page.css("table") if not _holds_another(table)]
    found = max(tables, key=lambda one: _days_in(one[1]), default=None)
    if found is None or not any(len(row) > 1 for row in found[1]):
        raise PrintedRefused("no_table")
    table, rows = found
    table.decompose()
    for block in page.css(_BLOCKS):
        block.insert_after("\n")
    around = page.body.text() if page.body is not None else ""
    return _of_rows(rows, [tidy(line) for line in around.split("\n")])


def _page_of(content: bytes, codec: str) -> str:
    if content[:1024].lstrip()[:1] != b"<":
        content, codec = _of_mhtml(content, codec)
    said = _CHARSET.search(content[:4096])
    if said and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with suppress(LookupError):
            codec = codecs.lookup(said[1].decode("ascii")).name
    return content.decode(codec, errors="replace").lstrip("\ufeff")


def _of_mhtml(content: bytes, codec: str) -> tuple[bytes, str]:
    """Return the page in a message of several parts, as browsers save “one file”."""
    message = message_from_bytes(content, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page, str(part.get_content_charset() or codec)
    raise PrintedRefused("no_table")


def _holds_another(table: "LexborNode") -> bool:
    return any(inner.mem_id != table.mem_id for inner in table.css("table"))


def _rows_of(table: "LexborNode") -> Rows:
    """Return the cells of an HTML table, those that reach over several rows or columns told once."""
    rows: Rows = []
    reaching: dict[int, int] = {}
    for line in table.css("tr"):
        cells: list[str] = []
        for cell in line.css("td, th"):
            while reaching.get(len(cells), 0) > 0:
                reaching[len(cells)] -= 1
                cells.append("")
            down, across = (_number(cell.attributes.get(name)) for name in ("rowspan", "colspan"))
            for place in range(len(cells), min(len(cells) + across, MOST_COLUMNS)):
                if down > 1:
                    reaching[place] = down - 1
            cells += [tidy(cell.text())[:LONGEST_CELL], *[""] * (across - 1)]
            if len(cells) > MOST_COLUMNS:
                raise PrintedRefused("too_many_columns", most=str(MOST_COLUMNS))
        rows.append(cells)
    return rows


def _number(text: str | None) -> int:
    return min(int(text), _MOST_ROWS_SPANNED) if text and text.isascii() and text.isdecimal() and int(text) else 1


def _days_in(rows: Rows) -> tuple[int, int]:
    """Return how many rows hold a day, and how many rows there are."""
    return sum(any(A_DAY.search(cell[:80]) for cell in row[1:]) for row in rows), len(rows)


def _of_rows(rows: Rows, around: Sequence[str]) -> PrintedTable:
    """Return the table whose first row with two texts or more holds the headings."""
    filled = [row for row in rows if any(row)]
    while filled and sum(map(bool, filled[0])) < 2:
        filled.pop(0)
    if not filled:
        raise PrintedRefused("no_table")
    return table_of(filled[0], filled[1:], [line for line in around if line])


def table_of_xml(path: Path) -> PrintedTable:
    """Return the table of an XML document.

    Raises:
        PrintedRefused: it is no XML, defines entities, or holds no rows of entries.
    """
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415  (the process apart alone needs it)
    from defusedxml.ElementTree import ParseError, parse  # noqa: PLC0415  (as above)

    try:
        root = parse(path).getroot()
    except DefusedXmlException:
        raise PrintedRefused("entities") from None
    except (ParseError, ValueError, LookupError):
        # Bytes that are none of the code page that the document names are a ValueError.
        raise PrintedRefused("damaged") from None
    if root is None or _depth(root) > _DEEPEST:
        raise PrintedRefused("damaged")
    tables = [(element, _entries(element)) for element in root.iter() if _is_table(element)]
    found = max(tables, key=lambda one: _days_in(one[1]), default=None)
    if found is None or not any(len(row) > 1 for row in found[1]):
        raise PrintedRefused("no_table")
    return _of_rows(found[1], list(_lines_beside(root, found[0])))


def _depth(root: "Element") -> int:
    depth, level = 0, [root]
    while level and depth <= _DEEPEST:
        level = [child for element in level for child in element]
        depth += 1
    return depth


def _name(element: "Element") -> str:
    tag: object = element.tag  # that of a comment is no text
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _is_table(element: "Element") -> bool:
    return _name(element) == "table"


def _entries(table: "Element") -> Rows:
    rows = []
    for row in table.iter():
        if _name(row) in {"row", "tr"}:
            cells = [tidy(_words(cell))[:LONGEST_CELL] for cell in row if _name(cell) in {"entry", "td", "th", "cell"}]
            rows.append(cells[:MOST_COLUMNS])
    return rows


def _words(element: "Element") -> str:
    """Return the text of an element without signs of notes; markup may stand in it as text."""
    if _name(element) in _NOTES_IN_XML:
        return ""
    inside = "".join(f"{_words(child)}{child.tail or ''}" for child in element)
    return unescape(_TAG.sub(" ", _NOTE.sub("", f"{element.text or ''}{inside}")))


def _lines_beside(element: "Element", table: "Element") -> Iterator[str]:
    """Yield what the document says outside its table, each text behind the name of its element."""
    if element is table:
        return
    own = tidy(unescape(_TAG.sub(" ", _NOTE.sub("", element.text or ""))))
    if own:
        yield f"{_name(element)}: {own}"
    for child in element:
        yield from _lines_beside(child, table)
        if tail := tidy(child.tail or ""):
            yield tail
