"""Text of a law from HTML, and from the XML and JSON of official publishers; superscripts stay superscripts.

205¹ and 2051 are two articles: a raised figure becomes the sign of its own (⁰–⁹), whether the page says `sup` or a
class of its style sheet raises it.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException, ElementTree
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from accede.modules.legislation.services.markup_akn import ROOT, text_of_akoma_ntoso
from accede.modules.legislation.services.problems import refuse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEFT_OUT = frozenset(["script", "style", "head", "nav", "noscript", "template", "iframe", "svg", "button", "select"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_RAISED = re.compile(r"\.([\w-]+)\s*\{[^}]*vertical-align:\s*(?:top|super)[^}]*\}")
_DEEPEST = 200


def text_of_html(page: str) -> str:
    """Return the text of a page's body, a line for each block.

    Raises:
        FileRefused: it takes more memory than there is for it.
    """
    try:
        body = LexborHTMLParser(page).body
    except SelectolaxError:
        raise refuse("law.too_heavy") from None
    if body is None:
        return ""
    writer = _Writer(frozenset(_RAISED.findall(page)))
    writer.node(body, 0)
    writer.end()
    return "\n".join(writer.lines)


class _Writer:
    def __init__(self, raised: frozenset[str]) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._raised = raised

    def end(self) -> None:
        words = " ".join("".join(self._line).split())
        if words:
            self.lines.append(words)
        self._line = []

    def node(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._line.append(node.text_content or "")
            return
        if tag in _LEFT_OUT or tag.startswith("!") or tag == "-comment" or depth > _DEEPEST:
            return
        if tag == "br":
            self.end()
            return
        if self._is_raised(node, tag):
            self._line.append((node.text() or "").strip().translate(_SUPERSCRIPTS))
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.end()
            if re.fullmatch("h[1-6]", tag):
                self._line.append("#" * int(tag[1]) + " ")
        child = node.first_child
        while child is not None:
            self.node(child, depth + 1)
            child = child.next
        if is_block:
            self.end()
        elif tag == "-text":
            self._line.append(" ")

    def _is_raised(self, node: LexborNode, tag: str) -> bool:
        if tag != "sup" and not self._raised.intersection((node.attributes.get("class") or "").split()):
            return False
        return bool(re.fullmatch(r"\s*[0-9]{1,3}\s*", node.text() or ""))


_SECTION_TAGS = frozenset(["Section"])
_HEADINGS = frozenset(["Heading", "ScheduleFormHeading"])
_LINES = frozenset(["Subsection", "Paragraph", "Subparagraph", "Clause", "Definition", "Item", "Provision", "Text"])


def text_of_xml(content: bytes) -> str:
    """Return the text of a law in the XML of an official publisher: a heading for each section, a line for each part.

    Raises:
        FileRefused: it is damaged, declares entities, or is no law that is known.
    """
    try:
        root = ElementTree.fromstring(content)
    except DefusedXmlException:
        raise refuse("law.dtd") from None
    except ElementTree.ParseError as error:
        raise refuse("law.xml", line=str(error.position[0])) from None
    if root.tag.rpartition("}")[2] == ROOT:
        return text_of_akoma_ntoso(root)
    if root.tag not in ("Statute", "Regulation"):
        raise refuse("law.xml_shape")
    lines: list[str] = []
    _xml(root, lines)
    return "\n".join(line for line in lines if line.strip())


def _xml(element: "Element", lines: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in ("Identification", "Introduction", "Schedule", "BillPiece", "RelatedOrNotInForce"):
            if tag == "Identification":
                lines.append("# " + _words(child.find("ShortTitle")) or _words(child.find("LongTitle")))
            elif tag == "RelatedOrNotInForce":
                lines.append("## RELATED PROVISIONS")
                _xml(child, lines)
            else:
                _xml(child, lines)
        elif tag in _HEADINGS:
            level = int(child.get("level", "1"))
            lines.append("#" * min(level + 1, 4) + " " + _words(child))
        elif tag in _SECTION_TAGS:
            lines += ["", _section_head(child), *_section_lines(child)]
        elif tag in _LINES:
            lines.append(_words(child))
        else:
            _xml(child, lines)


def _section_head(section: "Element") -> str:
    return f"##### {_words(section.find('Label'))} {_words(section.find('MarginalNote'))}".rstrip()


def _section_lines(section: "Element") -> Iterator[str]:
    for child in section:
        if child.tag in ("Label", "MarginalNote"):
            continue
        if child.tag == "Text" or not len(child):
            yield _words(child)
        else:
            yield from _part_lines(child)


def _part_lines(part: "Element") -> Iterator[str]:
    label = _words(part.find("Label"))
    text = _words(part.find("Text"))
    note = _words(part.find("MarginalNote"))
    if note:
        yield note
    yield f"{label} {text}".strip()
    for child in part:
        if child.tag in ("Label", "Text", "MarginalNote"):
            continue
        yield from _part_lines(child) if len(child) else iter([_words(child)])


def _words(element: "Element | None") -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


_NUMBER_KEYS = ("條號", "条号")
_TEXT_KEYS = ("條文內容", "条文内容")
_CHAPTER_KEYS = ("編章節", "编章节")


def text_of_json(content: str) -> str:
    """Return the text of a law in the JSON of an official publisher: an item for each article or chapter.

    Raises:
        FileRefused: it is no JSON, or holds no articles.
    """
    try:
        value = json.loads(content)
    except json.JSONDecodeError as error:
        raise refuse("law.json", line=str(error.lineno)) from None
    except (RecursionError, ValueError):
        raise refuse("law.json_shape") from None
    if not isinstance(value, dict):
        raise refuse("law.json_shape")
    items = next((one for one in value.values() if isinstance(one, list) and one), [])
    lines = [str(value.get("法規名稱") or value.get("法规名称") or value.get("title") or "")]
    for item in items:
        if not isinstance(item, dict):
            raise refuse("law.json_shape")
        lines += _json_lines(item)
    if len(lines) == 1:
        raise refuse("law.json_shape")
    return "\n".join(line for one in lines for line in one.splitlines() if line.strip())


def _json_lines(item: dict[str, object]) -> list[str]:
    chapter = next((str(item[key]) for key in _CHAPTER_KEYS if key in item), "")
    number = next((str(item[key]) for key in _NUMBER_KEYS if key in item), "")
    text = next((str(item[key]) for key in _TEXT_KEYS if key in item), "")
    return [line for line in (re.sub(r"(?<=第)\s+|\s+(?=[章節编編])", "", chapter), number, text) if line]
