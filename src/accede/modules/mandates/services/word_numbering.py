"""Automatic numbers of Word documents, and what styles say of numbers and hidden text (ISO/IEC 29500-1, 17.7, 17.9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accede.modules.mandates.services.document_html import number_in, roman

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LETTERS = 26
_MOST_LETTERS = 30


def is_on(mark: Element | None) -> bool:
    """Say whether a property that is on or off is there and on."""
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


def value_of(node: Element | None, name: str) -> str:
    """Return the value of a child, "" for none."""
    child = node.find(f"{W}{name}") if node is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


class Styles:
    """The styles of a document, each with those that it is based on."""

    def __init__(self, part: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in part.iter(f"{W}style") if part is not None else ():
            identity = style.get(f"{W}styleId", "")
            self._styles[identity] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default = identity

    def _chain(self, identity: str) -> Iterator[Element]:
        seen: set[str] = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            yield self._styles[identity]
            identity = value_of(self._styles[identity], "basedOn")

    def hides(self, paragraph: Element) -> bool:
        """Say whether the style of a paragraph hides its text."""
        return self._is_hidden(value_of(paragraph.find(f"{W}pPr"), "pStyle") or self._default)

    def hides_run(self, run: Element) -> bool:
        """Say whether a run, or its style, is hidden."""
        own = run.find(f"{W}rPr/{W}vanish")
        return is_on(own) if own is not None else self._is_hidden(value_of(run.find(f"{W}rPr"), "rStyle"))

    def _is_hidden(self, identity: str) -> bool:
        marks = (style.find(f"{W}rPr/{W}vanish") for style in self._chain(identity))
        return is_on(next((mark for mark in marks if mark is not None), None))

    def numbered(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the list and level of a paragraph: its own, else those of its style; None for none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = value_of(paragraph.find(f"{W}pPr"), "pStyle") or self._default
        found = [
            node for node in (own, *(one.find(f"{W}pPr/{W}numPr") for one in self._chain(style))) if node is not None
        ]
        identity = next((value_of(one, "numId") for one in found if value_of(one, "numId")), "")
        depth = next((value_of(one, "ilvl") for one in found if value_of(one, "ilvl")), "0")
        # The list "0" takes a paragraph out of the list of its style.
        return (identity, _depth(depth)) if identity not in ("", "0") else None


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


class Numbering:
    """Counts as Word does: lists of one definition go on with one another, unless one says that it restarts."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[tuple[str, int], _Level] = {}
        self._definition: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._met: set[tuple[str, int]] = set()
        if part is not None:
            self._load(part)

    def _load(self, part: Element) -> None:
        definitions = {node.get(f"{W}abstractNumId", ""): node for node in part.iter(f"{W}abstractNum")}
        for number in part.iter(f"{W}num"):
            identity, definition = number.get(f"{W}numId", ""), value_of(number, "abstractNumId")
            self._definition[identity] = definition
            node = definitions.get(definition)
            for level in node.iter(f"{W}lvl") if node is not None else ():
                self._levels[identity, _depth(level.get(f"{W}ilvl", "0"))] = _level(level)
            for override in number.iter(f"{W}lvlOverride"):
                depth = _depth(override.get(f"{W}ilvl", "0"))
                if (own := override.find(f"{W}lvl")) is not None:
                    self._levels[identity, depth] = _level(own)
                if start := value_of(override, "startOverride"):
                    self._restarts[identity, depth] = number_in(start, otherwise=1)

    def mark(self, paragraph: Element) -> str:
        """Return the number of a paragraph in its list, or ""."""
        found = self._styles.numbered(paragraph)
        shape = self._levels.get(found) if found is not None else None
        if found is None or shape is None:
            return ""
        identity, level = found
        counts = self._counts[self._definition[identity]]
        if found in self._restarts and found not in self._met:
            counts[level] = self._restarts[found]
        else:
            counts[level] = counts.get(level, shape.start - 1) + 1
        self._met.add(found)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return self._written(identity, level, counts)

    def _written(self, identity: str, level: int, counts: dict[int, int]) -> str:
        own = self._levels[identity, level]
        text = own.text
        for at in range(level + 1):
            shape = self._levels.get((identity, at), _Level("decimal", "", 1))
            text = text.replace(f"%{at + 1}", _number(shape.format, counts.get(at, shape.start)))
        return "•" if own.format == "bullet" else "" if own.format == "none" else text


def _level(level: Element) -> _Level:
    return _Level(
        value_of(level, "numFmt"), value_of(level, "lvlText"), number_in(value_of(level, "start"), otherwise=1)
    )


def _depth(text: str) -> int:
    """Return a level of a list; Word has nine."""
    return min(number_in(text, otherwise=0), 8)


def _number(kind: str, number: int) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(97 + (number - 1) % _LETTERS) * min((number - 1) // _LETTERS + 1, _MOST_LETTERS)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if kind == "upperRoman" else roman(number)
    return str(number)
