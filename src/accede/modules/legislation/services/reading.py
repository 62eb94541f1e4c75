"""Read the file of a law: which kind it is, its text, and its provisions.

The kind is told by the first bytes, not by the name. What is heavy is read in a process of its own.
"""

import io
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from accede.core.legislation.provisions import Doubt, Segmented
from accede.core.legislation.segmenting import segment
from accede.core.legislation.tongues import language_of
from accede.foundation.apart import TooHeavy, apart
from accede.foundation.apart.limits import Limits
from accede.foundation.files.checking import tidied_name
from accede.foundation.imports.encodings import NotTextError, decoded
from accede.foundation.imports.problems import FileRefused
from accede.modules.legislation.services.markup import text_of_html, text_of_json, text_of_xml
from accede.modules.legislation.services.problems import refuse
from accede.modules.mandates.services.document_word import lines_of_word

MOST_BYTES = 60 * 1024 * 1024
LONGEST_TEXT = 12_000_000
"""In characters: three times the longest code that was measured."""
_MOST_PAGES = 5_000
_LETTERS_A_PAGE = 20
TO_READ = Limits(seconds=60, megabytes=1_200, patience=180)
_LONGEST_AT_ONCE = 4_000
"""In bytes: what is so short is read at once; what may unpack to far more than it is, never."""
_HEAVY = (b"PK", b"%PDF")
_PRINTED_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class LawText:
    """A law as it was read; `notes` are codes of what its reader should know."""

    name: str
    format: str
    text: str
    language: str
    title: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadLaw:
    """A law's text and its provisions."""

    law: LawText
    segmented: Segmented


def read_file(path: Path) -> ReadLaw:
    """Read a file; see `read_given`."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise refuse("law.too_big", most=str(MOST_BYTES // 1024 // 1024))
        content = path.read_bytes()
    except FileNotFoundError:
        raise refuse("law.absent", name=str(path)) from None
    except OSError as error:
        raise refuse("law.unreadable", name=str(path), why=error.strerror or type(error).__name__) from error
    return read_given(content, name=path.name)


def read_given(content: bytes, *, name: str) -> ReadLaw:
    """Return a law's text and provisions.

    Raises:
        FileRefused: it cannot be read, or has no provisions, with the reason.
    """
    if len(content) > MOST_BYTES:
        raise refuse("law.too_big", most=str(MOST_BYTES // 1024 // 1024))
    named = tidied_name(name) if name else ""
    if len(content) <= _LONGEST_AT_ONCE and not content.startswith(_HEAVY):
        return read_content(content, named)
    try:
        return apart(read_content, content, named, limits=TO_READ)
    except TooHeavy:
        raise refuse("law.too_heavy") from None


def read_content(content: bytes, name: str) -> ReadLaw:
    """Read a law in this process; see `read_given`."""
    law = _tidied(_of_kind(content, name))
    if len(law.text) > LONGEST_TEXT:
        raise refuse("law.too_long", most=str(LONGEST_TEXT))
    if not law.text.strip():
        raise refuse("law.no_text")
    segmented = segment(law.text)
    if any(one.doubt is Doubt.NO_PROVISIONS for one in segmented.unsure):
        raise refuse("law.no_provisions")
    return ReadLaw(law, segmented)


def _of_kind(content: bytes, name: str) -> LawText:
    if not content.strip():
        raise refuse("law.empty")
    if content.startswith(b"%PDF"):
        return LawText(name, "pdf", _text_of_pdf(content), "", "")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise refuse("law.old_word")
    if content.startswith(b"PK\x03\x04"):
        try:
            word = lines_of_word(content)
        except FileRefused:
            raise refuse("law.damaged") from None
        return LawText(name, "docx", "\n".join(word.lines), "", "", word.notes)
    try:
        text, guessed = decoded(content)
    except NotTextError:
        raise refuse("law.binary") from None
    notes = ("guessed_encoding",) if guessed else ()
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if start.startswith("{"):
        return LawText(name, "json", text_of_json(text.lstrip("\ufeff")), "", "", notes)
    if (start.startswith("<?xml") and "<html" not in start) or start.startswith("<akomantoso"):
        return LawText(name, "xml", text_of_xml(content), "", "")
    if start.startswith(("<!doctype html", "<html")) or (
        start.startswith("<") and re.search("<(?:p|div|body)[ >]", start)
    ):
        return LawText(name, "html", text_of_html(text), "", "", notes)
    return LawText(name, "text", text, "", "", notes)


def _text_of_pdf(content: bytes) -> str:
    import pypdfium2  # noqa: PLC0415  (the process apart alone needs it)

    try:
        document = pypdfium2.PdfDocument(io.BytesIO(content))
        if len(document) > _MOST_PAGES:
            raise refuse("law.too_heavy")
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise refuse("law.damaged") from None
    if sum(len(page.strip()) for page in pages) < _LETTERS_A_PAGE * len(pages):
        raise refuse("law.scan", pages=str(len(pages)))
    return "\n".join(pages).replace("\r\n", "\n")


def _tidied(law: LawText) -> LawText:
    """Return a law whose letters are plain: what was put right is said in its notes."""
    text = _HALVES.sub("\ufffd", law.text.replace("\x00", "")).replace("\u00ad", "")
    notes = list(law.notes)
    if len(_PRINTED_FORMS.findall(text)) > len(text) // 50:
        text = _PRINTED_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
        notes.append("presentation_forms")
    if len(re.findall("األ|اإل", text)) > len(re.findall(r"\bالأ|\bالإ", text)):
        text = re.sub("ا([أإآ])ل", r"ال\1", text)
        notes.append("turned_letters")
    text = re.sub("[\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return replace(law, text=text, language=language_of(text), title=_title(text), notes=tuple(notes))


def _title(text: str) -> str:
    """Return the first words of a law that may be its title, as a proposal for the person who imports it."""
    stated = re.search(r'^title:\s*["\']?(.+?)["\']?\s*$', text[:2000], re.MULTILINE)
    if stated:
        return stated.group(1)[:300]
    headed = re.search(r"^#\s+(.+)$", text[:4000], re.MULTILINE)
    if headed:
        return headed.group(1).strip()[:300]
    return next((line.strip(" #*_")[:300] for line in text.splitlines() if line.strip(" #*_-")), "")
