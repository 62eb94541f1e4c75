"""Lines of a DOCX document: one for each paragraph, italics marked, automatic numbers written out; macros never run.

Read here and not by a library for documents, since those with macros or damaged parts must be read or refused with a
reason: the archive's size is bounded, and XML that declares a document type or an entity is refused.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException, ElementTree

from accede.foundation.imports.problems import FileRefused
from accede.modules.mandates.services.document_html import number_in, roman
from accede.modules.mandates.services.document_problems import refuse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_MEGABYTES = 60
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class WordText:
    """The lines of a document, and whether it carries macros."""

    lines: tuple[str, ...]
    has_macros: bool


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
    numbering = _Numbering(_part(archive, "word/numbering.xml") if "word/numbering.xml" in names else None)
    body = _part(archive, "word/document.xml")
    lines = list(_paragraphs(body, numbering))
    if "word/footnotes.xml" in names:
        lines += _footnotes(_part(archive, "word/footnotes.xml"))
    return WordText(tuple(lines), any(name.lower().endswith("vbaproject.bin") for name in names))


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    plain = archive.read(name).replace(_STRICT[1:-1].encode(), _W[1:-1].encode())
    try:
        return ElementTree.fromstring(plain, forbid_dtd=True)
    except DefusedXmlException as error:
        raise refuse("document.dtd") from error


def _paragraphs(body: Element, numbering: _Numbering) -> Iterator[str]:
    for paragraph in body.iter(f"{_W}p"):
        words = "".join(_runs(paragraph))
        mark = numbering.mark(paragraph)
        for line in words.split("\n"):
            yield f"{mark} {line}".strip() if mark and line.strip() else line
            mark = ""
        yield ""


def _runs(paragraph: Element) -> Iterator[str]:
    emphasized: list[str] = []
    for run in paragraph.iter(f"{_W}r"):
        words = "".join(_words(run))
        if _is_italic(run) and words.strip():
            emphasized.append(words)
            continue
        if emphasized:
            yield _emphasis("".join(emphasized))
            emphasized = []
        yield words
    if emphasized:
        yield _emphasis("".join(emphasized))


def _emphasis(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, f"*{bare}*", 1)


def _is_italic(run: Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}i")
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _words(run: Element) -> Iterator[str]:
    for node in run:
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag == f"{_W}tab":
            yield "\t"
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif node.tag == f"{_W}footnoteReference":
            yield node.get(f"{_W}id", "").translate(_SUPERSCRIPTS)


def _footnotes(part: Element) -> Iterator[str]:
    for note in part.iter(f"{_W}footnote"):
        words = "".join("".join(_runs(paragraph)) for paragraph in note.iter(f"{_W}p")).strip()
        number = note.get(f"{_W}id", "")
        if words and note.get(f"{_W}type") is None:
            yield f"{number.translate(_SUPERSCRIPTS)} {words}"


class _Numbering:
    """Counts automatic numbers as Word does: each level of a list on its own, deeper ones anew after a higher one."""

    def __init__(self, part: Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if part is not None:
            self._load(part)

    def _load(self, part: Element) -> None:
        abstract = {node.get(f"{_W}abstractNumId", ""): node for node in part.iter(f"{_W}abstractNum")}
        for number in part.iter(f"{_W}num"):
            reference = number.find(f"{_W}abstractNumId")
            node = abstract.get(reference.get(f"{_W}val", "") if reference is not None else "")
            for level in node.iter(f"{_W}lvl") if node is not None else ():
                key = (number.get(f"{_W}numId", ""), _depth(level.get(f"{_W}ilvl", "0")))
                self._levels[key] = (
                    _value(level, "numFmt"),
                    _value(level, "lvlText"),
                    number_in(_value(level, "start"), otherwise=1),
                )

    def mark(self, paragraph: Element) -> str:
        """Return the number of a paragraph in its list, or ""."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        identity, level = _value(properties, "numId"), _depth(_value(properties, "ilvl"))
        shape = self._levels.get((identity, level))
        if shape is None:
            return ""
        counts = self._counts[identity]
        counts[level] = counts.get(level, shape[2] - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return self._written(identity, level, counts)

    def _written(self, identity: str, level: int, counts: dict[int, int]) -> str:
        text = self._levels[identity, level][1]
        for at in range(level + 1):
            kind = self._levels.get((identity, at), ("decimal", "", 1))[0]
            text = text.replace(f"%{at + 1}", _number(kind, counts.get(at, 1)))
        return "•" if self._levels[identity, level][0] == "bullet" else text


def _depth(text: str) -> int:
    """Return a level of a list; Word has nine."""
    return min(number_in(text, otherwise=0), 8)


def _number(kind: str, number: int) -> str:
    if kind in ("lowerLetter", "upperLetter") and number <= 26:
        letter = chr(96 + number)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if kind == "upperRoman" else roman(number)
    return str(number)


def _value(node: Element, name: str) -> str:
    child = node.find(f"{_W}{name}")
    return child.get(f"{_W}val", "") if child is not None else ""
