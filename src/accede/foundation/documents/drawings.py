"""Drawings of `foundation.charts` in files, where no style sheet of a page reaches them."""

import re

from accede.foundation.documents.tree import Looks

#: The paper's look of what every drawing has; what one has besides, its figure says.
_LOOKS: Looks = (
    (".chart-line", "fill:none;stroke:#0b4f7d;stroke-width:1.5;stroke-linejoin:round"),
    (".chart-axis", "stroke:#6b6b66;stroke-width:0.75"),
    (".chart-grid", "stroke:#dcdcd6;stroke-width:0.75"),
    (".chart-mark", "stroke:#6b6b66;stroke-width:0.75;stroke-dasharray:2 2"),
    (".chart-day", "stroke:#000;stroke-width:1"),
    (".chart-hatch", "stroke:#6b6b66;stroke-width:0.7"),
    (".chart-dot", "fill:#6b6b66"),
    (".chart-digits", "fill:#333;font-family:'Libertinus Serif';font-size:11px"),
    (".chart-ends", "fill:#333;font-family:'Libertinus Serif';font-size:10px"),
    (".chart-event", "fill:#fff;stroke:#6b6b66;stroke-width:1.4"),
)
_OPENING = re.compile(r"<svg(?P<said>[^>]*)>")
_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
#: What tells of the picture beside it is said by the document.
_WORDS = re.compile(r"<(title|desc)[^>]*>.*?</\1>|\s(?:aria-[a-z]+|role)=\"[^\"]*\"", re.DOTALL)


_CLASS = re.compile(r'\sclass="(?P<classes>[^"]*)"')


def by_itself(drawing: str, looks: Looks = ()) -> str:
    """Return a drawing as a picture for pages of others: on white, with its words, without any style sheet or script.

    Raises:
        ValueError: as `for_paper`.
    """
    opening, box = _checked(drawing)
    of_class = {place.removeprefix("."): _attributes(look) for place, look in (*_LOOKS, *looks)}

    def worn(match: re.Match[str]) -> str:
        # A later class of an element says what an earlier one leaves, or says it otherwise.
        merged: dict[str, str] = {}
        for name in match["classes"].split():
            merged |= of_class.get(name, {})
        return "".join(f' {name}="{value}"' for name, value in merged.items())

    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{box["width"]}" height="{box["height"]}"{opening["said"]}>'
    ground = f'<rect width="{box["width"]}" height="{box["height"]}" fill="#fff"/>'
    return _CLASS.sub(worn, f"{head}{ground}{drawing[opening.end() :]}")


def _attributes(look: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in look.replace('"', "'").split(";"))
    return {name: value for name, _colon, value in pairs}


def _checked(drawing: str) -> tuple[re.Match[str], re.Match[str]]:
    opening, box = _OPENING.match(drawing), _BOX.search(drawing)
    if opening is None or box is None or re.search(r"href|<(?:script|image|foreignObject|style)", drawing):
        raise ValueError("A figure takes a drawing of foundation.charts.")
    return opening, box


def for_paper(drawing: str, looks: Looks = ()) -> str:
    """Return a drawing that stands by itself.

    Raises:
        ValueError: it is no drawing of `foundation.charts`, or one that leads to something outside of it.
    """
    opening, box = _checked(drawing)
    style = "".join(f"{place}{{{look}}}" for place, look in (*_LOOKS, *looks))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{box["width"]}" height="{box["height"]}"{opening["said"]}>'
    return _WORDS.sub("", f"{head}<style>{style}</style>{drawing[opening.end() :]}")
