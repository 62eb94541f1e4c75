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
    (".chart-event", "fill:#fff;stroke:#6b6b66;stroke-width:1.4"),
)
_OPENING = re.compile(r"<svg(?P<said>[^>]*)>")
_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
#: What tells of the picture beside it is said by the document.
_WORDS = re.compile(r"<(title|desc)[^>]*>.*?</\1>|\s(?:aria-[a-z]+|role)=\"[^\"]*\"", re.DOTALL)


def for_paper(drawing: str, looks: Looks = ()) -> str:
    """Return a drawing that stands by itself.

    Raises:
        ValueError: it is no drawing of `foundation.charts`, or one that leads to something outside of it.
    """
    opening, box = _OPENING.match(drawing), _BOX.search(drawing)
    if opening is None or box is None or re.search(r"href|<(?:script|image|foreignObject|style)", drawing):
        raise ValueError("A figure takes a drawing of foundation.charts.")
    style = "".join(f"{place}{{{look}}}" for place, look in (*_LOOKS, *looks))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{box["width"]}" height="{box["height"]}"{opening["said"]}>'
    return _WORDS.sub("", f"{head}<style>{style}</style>{drawing[opening.end() :]}")
