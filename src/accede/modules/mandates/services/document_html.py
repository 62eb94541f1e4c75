"""Lines of an HTML page: one for each block, italics marked, the numbers of ordered lists written out."""

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from accede.core.mandates.words.wordlists import word_set
from accede.modules.mandates.services.document_problems import refuse

_BLOCKS = word_set(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr html "
    "li main ol p pre section table tbody td th thead tr ul"
)
_LEFT_OUT = word_set("script style head nav noscript template iframe svg object button select")
_EMPHASIS = word_set("i em")
_DEEPEST = 200
_MOST_FIGURES = 4
_MOST_ROMAN = 399


def lines_of_html(text: str) -> tuple[str, ...]:
    """Return the lines of a page's body.

    Raises:
        FileRefused: it takes more memory than there is for it.
    """
    try:
        body = LexborHTMLParser(text).body
    except SelectolaxError:
        # Any text is HTML to this parser: what it cannot parse does not fit into the memory that it may take.
        raise refuse("document.too_heavy") from None
    if body is None:
        return ()
    writer = _Writer()
    writer.node(body, depth=0, mark=None)
    writer.end()
    return tuple(writer.lines)


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []

    def end(self) -> None:
        """End the line that is being written."""
        words = " ".join("".join(self._line).split())
        if words:
            self.lines += [words, ""]
        self._line = []

    def node(self, node: LexborNode, *, depth: int, mark: str | None) -> None:
        """Write a node and what is in it."""
        tag = node.tag or ""
        if tag == "-text":
            self._line.append(node.text_content or "")
            return
        if tag in _LEFT_OUT or tag.startswith("!") or tag == "-comment" or depth > _DEEPEST:
            return
        if tag == "br":
            self.end()
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.end()
        if mark:
            self._line.append(f"{mark} ")
        before = len(self._line)
        self._children(node, depth=depth)
        if tag in _EMPHASIS:
            self._emphasize(before)
        if is_block:
            self.end()

    def _children(self, node: LexborNode, *, depth: int) -> None:
        number = _first_number(node) if node.tag == "ol" else 0
        for child in node.iter(include_text=True):
            mark = None
            if node.tag == "ol" and child.tag == "li":
                mark = _mark(node, number)
                number += 1
            self.node(child, depth=depth + 1, mark=mark)

    def _emphasize(self, before: int) -> None:
        words = "".join(self._line[before:])
        if words.strip():
            bare = words.strip()
            self._line[before:] = [words.replace(bare, f"*{bare}*", 1)]


def _first_number(node: LexborNode) -> int:
    return number_in((node.attributes or {}).get("start") or "", otherwise=1)


def number_in(text: str, *, otherwise: int) -> int:
    """Return the number that a document states in figures; `otherwise` where it is none that a list could have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_FIGURES else otherwise


def _mark(node: LexborNode, number: int) -> str:
    """Return the number that a browser would show, in the way of resolutions: 1., (a), (i)."""
    kind = (node.attributes or {}).get("type") or "1"
    if kind in "aA" and number <= 26:
        return f"({chr(96 + number)})"
    if kind in "iI":
        return f"({roman(number)})"
    return f"{number}."


def roman(number: int) -> str:
    """Return a number in small roman numerals; in figures where no list comes to so many."""
    if number > _MOST_ROMAN:
        return str(number)
    text = ""
    for value, letters in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        text += letters * (number // value)
        number %= value
    return text
