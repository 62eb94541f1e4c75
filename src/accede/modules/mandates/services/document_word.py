"""Lines of a DOCX document: one for each paragraph, italics marked, automatic numbers written out; macros never run.

Read here and not by a library for documents, since those with macros or damaged parts must be read or refused with a
reason: the archive's size is bounded, and XML that declares a document type or an entity is refused.

What is read is what would be printed with all changes accepted (ISO/IEC 29500-1, 17.13.5): inserted text and text that
was moved here, not what was deleted or moved away; no hidden text (17.3.2.41). Footnotes bear the number that is
printed, in the order in which they are referred to (17.11), not the identifier of the file. A text box is read once,
after the paragraph that anchors it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException, ElementTree

from accede.foundation.imports.problems import FileRefused
from accede.modules.mandates.services.document_problems import refuse
from accede.modules.mandates.services.word_numbering import STRICT, Numbering, Styles, W, is_on

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_MEGABYTES = 60
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GONE = frozenset({f"{W}moveFrom", f"{W}del"})
_CHANGES = (*_GONE, f"{W}ins", f"{W}moveTo")
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class WordText:
    """The lines of a document; `notes` are codes of what its reader should know."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]


def lines_of_word(content: bytes) -> WordText:
    """Return the lines of a DOCX or DOCM document.

    Raises:
        FileRefused: the archive is damaged, too big or no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except (FileRefused, MemoryError):
        raise
    except Exception as error:
        # Whatever a file that is no whole document makes the readers of archives and of XML stumble over.
        raise refuse("document.damaged") from error


def _read(archive: zipfile.ZipFile) -> WordText:
    names = set(archive.namelist())
    if "word/document.xml" not in names:
        raise refuse("document.not_word")
    if sum(item.file_size for item in archive.infolist()) > _MOST_MEGABYTES * 1024 * 1024:
        raise refuse("document.too_big", most=str(_MOST_MEGABYTES))

    def part(name: str) -> Element | None:
        return _part(archive, f"word/{name}.xml") if f"word/{name}.xml" in names else None

    styles = Styles(part("styles"))
    reader = _Reader(styles, Numbering(part("numbering"), styles))
    body = _part(archive, "word/document.xml")
    lines = list(reader.paragraphs(body))
    for kind in ("footnote", "endnote"):
        if (notes := part(f"{kind}s")) is not None:
            lines += reader.notes_at_the_end(notes, kind)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        reader.remarks.append("macros")
    if any(next(body.iter(tag), None) is not None for tag in _CHANGES):
        reader.remarks.append("tracked_changes")
    return WordText(tuple(lines), tuple(dict.fromkeys(reader.remarks)))


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    plain = archive.read(name).replace(STRICT[1:-1].encode(), W[1:-1].encode())
    try:
        return ElementTree.fromstring(plain, forbid_dtd=True)
    except DefusedXmlException as error:
        raise refuse("document.dtd") from error


class _Reader:
    """Goes through the paragraphs of a document and counts its notes and automatic numbers on the way."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._printed: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        self.remarks: list[str] = []

    def paragraphs(self, node: Element) -> Iterator[str]:
        """Return the lines of all paragraphs in a part of the document, in the order of reading."""
        for child in node:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag not in _GONE and child.tag != f"{_COMPATIBLE}Fallback":
                yield from self.paragraphs(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        words = "".join(self._runs(paragraph, boxes))
        if not (_is_gone(paragraph) and not words.strip()):
            mark = self._numbering.mark(paragraph) if words.strip() else ""
            for line in words.split("\n"):
                yield f"{mark} {line}".strip() if mark and line.strip() else line
                mark = ""
            yield ""
        for box in boxes:
            self.remarks.append("text_boxes")
            yield from self.paragraphs(box)

    def _runs(self, paragraph: Element, boxes: list[Element]) -> Iterator[str]:
        hidden = self._styles.hides(paragraph)
        emphasized: list[str] = []
        for run in _runs_in(paragraph, boxes):
            if hidden or self._styles.hides_run(run):
                if any(node.tag == f"{W}t" and (node.text or "").strip() for node in run):
                    self.remarks.append("hidden_text")
                continue
            words = "".join(self._words(run))
            if is_on(run.find(f"{W}rPr/{W}i")) and words.strip():
                emphasized.append(words)
                continue
            if emphasized:
                yield _emphasis("".join(emphasized))
                emphasized = []
            yield words
        if emphasized:
            yield _emphasis("".join(emphasized))

    def _words(self, run: Element) -> Iterator[str]:
        for node in run:
            if node.tag == f"{W}t":
                yield node.text or ""
            elif node.tag == f"{W}tab":
                yield "\t"
            elif node.tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif node.tag == f"{W}noBreakHyphen":
                yield "-"
            elif node.tag in _NOTES:
                yield self._reference(node, _NOTES[node.tag])

    def _reference(self, node: Element, kind: str) -> str:
        """Return the number printed for a reference: the next one, unless the author wrote a mark of his own."""
        key = (kind, node.get(f"{W}id", ""))
        if node.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            self._printed.setdefault(key, "")
            return ""
        if key not in self._printed:
            self._counts[kind] += 1
            self._printed[key] = str(self._counts[kind]).translate(_SUPERSCRIPTS)
        return self._printed[key]

    def notes_at_the_end(self, part: Element, kind: str) -> Iterator[str]:
        """Return the footnotes or endnotes with their printed numbers, in the order in which they are referred to."""
        notes = {note.get(f"{W}id", ""): note for note in part.iter(f"{W}{kind}") if note.get(f"{W}type") is None}
        referred = [identity for known, identity in self._printed if known == kind and identity in notes]
        for identity in [*referred, *(one for one in notes if one not in referred)]:
            boxes: list[Element] = []
            words = "".join("".join(self._runs(one, boxes)) for one in notes[identity].iter(f"{W}p")).strip()
            if words:
                yield f"{self._printed.get((kind, identity), '')} {words}".strip()


def _runs_in(node: Element, boxes: list[Element]) -> Iterator[Element]:
    """Return the runs of a paragraph that would be printed; text boxes are put aside, each once."""
    for child in node:
        if child.tag in _GONE or child.tag == f"{_COMPATIBLE}Fallback":
            continue
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
            continue
        if child.tag == f"{W}r":
            yield child
        yield from _runs_in(child, boxes)


def _is_gone(paragraph: Element) -> bool:
    """Say whether the end of a paragraph was deleted or moved away."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(marks.find(tag) is not None for tag in _GONE)


def _emphasis(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, f"*{bare}*", 1)
