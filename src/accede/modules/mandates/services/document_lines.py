"""Lines of text from a document: plain text, DOCX, HTML or the paragraph JSON of the UN's mandate registry.

The kind is told by the first bytes, not by the name. Italics are marked with asterisks, since the verb of a paragraph
is set in italics; numbers that a word processor or browser adds by itself are written out.
"""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from accede.foundation.imports.encodings import NotTextError, decoded
from accede.modules.mandates.services.document_html import lines_of_html
from accede.modules.mandates.services.document_problems import refuse
from accede.modules.mandates.services.document_word import WordText, lines_of_word

MOST_BYTES = 40 * 1024 * 1024
LONGEST_TEXT = 2_000_000
"""In characters: a volume of resolutions; the longest of them has an eighth of it."""
#: JSON may spell out a NUL, or half of a sign, which no table can hold.
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's lines; `notes` are codes of what its reader should know: "macros", "guessed_encoding" and which."""

    name: str
    format: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


def bytes_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        FileRefused: it cannot be opened, or is too large.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise refuse("document.too_big", most=str(MOST_BYTES // 1024 // 1024))
        return path.read_bytes()
    except FileNotFoundError:
        raise refuse("document.absent", name=str(path)) from None
    except OSError as error:
        raise refuse("document.unreadable", name=str(path), why=error.strerror or type(error).__name__) from error


def document_of(content: bytes, *, name: str) -> DocumentText:
    """Return the lines of a document's bytes; `name` is the file's name.

    Raises:
        FileRefused: it cannot be read, with the reason.
    """
    found = _of_kind(content, name)
    if sum(map(len, found.lines)) > LONGEST_TEXT:
        raise refuse("document.too_long", most=str(LONGEST_TEXT))
    lines = tuple(_HALVES.sub("\ufffd", line.replace("\x00", "")) for line in found.lines)
    if not any(line.strip() for line in lines):
        raise refuse("document.no_text")
    return replace(found, lines=lines)


def _of_kind(content: bytes, name: str) -> DocumentText:
    if not content.strip():
        raise refuse("document.empty")
    if content.startswith(b"%PDF"):
        raise refuse("document.is_pdf")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise refuse("document.old_word")
    if content.startswith(b"PK\x03\x04"):
        word: WordText = lines_of_word(content)
        return DocumentText(name, "docx", word.lines, word.notes)
    try:
        text, guessed = decoded(content)
    except NotTextError:
        raise refuse("document.binary") from None
    notes = ("guessed_encoding", guessed) if guessed else ()
    start = text.lstrip()[:2000]
    if start[:1] in "[{" and (name.lower().endswith(".json") or '"text"' in start):
        lines, is_whole = _lines_of_json(text)
        return DocumentText(name, "json", lines, notes if is_whole else (*notes, "other_languages"))
    lowered = start.lower()
    if lowered.startswith(("<!doctype html", "<html")) or (
        lowered.startswith("<") and ("<p" in lowered or "<div" in lowered or "<body" in lowered)
    ):
        return DocumentText(name, "html", lines_of_html(text), notes)
    return DocumentText(name, "text", tuple(text.splitlines()), notes)


def _lines_of_json(text: str) -> tuple[tuple[str, ...], bool]:
    """Return a line for each paragraph, with its number in front, and whether none in another language was left out."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise refuse("document.json", line=str(error.lineno)) from None
    except (RecursionError, ValueError):
        # ValueError: a number of more figures than are taken.
        raise refuse("document.json_shape") from None
    items = value.get("paragraphs", value.get("items")) if isinstance(value, dict) else value
    if not isinstance(items, list) or not all(
        isinstance(item, dict) and isinstance(item.get("text"), str) for item in items
    ):
        raise refuse("document.json_shape")
    lines: list[str] = []
    is_whole = True
    for item in items:
        if item.get("language") not in (None, "english", "en"):
            is_whole = False
            continue
        prefix = item.get("prefix")
        number = f"{prefix.strip()} " if isinstance(prefix, str) and prefix.strip() else ""
        lines += [*f"{number}{item['text']}".split("\n"), ""]
    return tuple(lines), is_whole
