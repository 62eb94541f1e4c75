"""The text of a law in Akoma Ntoso (2.0 and 3.0): a heading for each provision and part, a line for each level."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT = "akomaNtoso"
_LEVELS = ("article", "section", "rule", "regulation", "paragraph", "clause")
"""What is a provision of its own: the first of these of which a law has any; the others then divide it or hold it."""
_PARTS = frozenset(
    ["book", "tome", "part", "title", "subtitle", "chapter", "subchapter", "division", "subdivision", "subpart",
     "section", "subsection", "hcontainer", "transitional", "container"]
)  # fmt: skip
_BLOCKS = frozenset(["p", "block", "listIntroduction", "listConclusion", "li", "tr", "subheading", "longTitle"])
_SKIPPED = frozenset(["meta", "num"])
_DEEPEST = 200


def text_of_akoma_ntoso(root: "Element") -> str:
    """Return the text of a law: what is before it, its provisions under the headings of their parts, its schedules."""
    present = {_name(one) for one in root.iter()}
    level = next((one for one in _LEVELS if one in present), "")
    lines: list[str] = []
    title = next(
        (words for one in root.iter() if _name(one) in ("docTitle", "shortTitle") and (words := _words(one))), ""
    )
    if title:
        lines.append(f"# {title}")
    _read(root, level, lines, depth=0)
    return "\n".join(line for line in lines if line.strip())


def _read(element: "Element", level: str, lines: list[str], *, depth: int) -> None:
    for child in element:
        name = _name(child)
        if name in _SKIPPED or depth > _DEEPEST:
            continue
        if name == level:
            lines.append(f"##### {_headed(child)}".rstrip())
            lines += _inside(child, depth=depth + 1)
        elif name in _BLOCKS:
            lines.append(_words(child))
        elif name in ("attachment", "component") or (name in _PARTS and _headed(child)):
            if headed := _headed(child):
                # A number without a word would be read as that of a provision: the standard's own name says what it is.
                number = _words(_child(child, "num"))
                kind = name.capitalize() + " " if number and not any(char.isalpha() for char in number) else ""
                lines.append(f"## {kind}{headed}")
            _read(child, level, lines, depth=depth + 1)
        elif name != "heading":
            _read(child, level, lines, depth=depth + 1)


def _inside(element: "Element", *, depth: int) -> Iterator[str]:
    """Yield the lines of a provision below its heading; a number of a level stands before the first of its words."""
    for child in element:
        name = _name(child)
        if name in ("num", "heading", "meta"):
            continue
        if name in _BLOCKS or depth > _DEEPEST:
            yield _words(child)
            continue
        number = _words(_child(child, "num"))
        heading = _words(_child(child, "heading"))
        below = [line for line in _inside(child, depth=depth + 1) if line]
        if not below and not len(child):
            below = [_words(child)]
        head = " ".join(one for one in (number, heading) if one)
        if head and below:
            yield f"{head} {below[0]}"
            yield from below[1:]
        else:
            yield from (below or [head])


def _headed(element: "Element") -> str:
    parts = (_words(_child(element, name)) for name in ("num", "heading", "subheading"))
    return " ".join(one for one in parts if one)


def _child(element: "Element", name: str) -> "Element | None":
    return next((one for one in element if _name(one) == name), None)


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _words(element: "Element | None") -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
