"""What the process apart does: has Typst set a document, or draw a picture; it reads these files and fonts only."""

import json
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from accede.foundation.documents.pdf.tagging import with_row_headers

_TEMPLATE = Path(__file__).with_name("document.typ")
_PICTURE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg")"""
#: Packages of fonts, and the folder of each: of the second, simplified Chinese alone.
_FONT_PACKAGES = (("fontpkg_amiri", "files"), ("justmytype_intl_cjk", "fonts/ofl/notosanssc"))
_PIXELS_AN_INCH = 192
FONTS = {"ar": ("Amiri", "Libertinus Serif", "Noto Sans SC")}
OTHERS = ("Libertinus Serif", "Amiri", "Noto Sans SC")
CODE = "DejaVu Sans Mono"


def font_folders() -> list[str]:
    """Return where the packages of fonts lie."""
    return [
        str(Path(place, folder))
        for name, folder in _FONT_PACKAGES
        if (found := find_spec(name))
        for place in found.submodule_search_locations or ()
    ]


def set_in_type(document: str) -> bytes:
    """Return a document, as `laying` describes it, as a PDF file for everybody (PDF/UA-1)."""
    content = _compiled(_TEMPLATE.read_text(encoding="utf-8"), {"document": document}, pdf_standards=["ua-1"])
    return with_row_headers(content, list(_headers(json.loads(document)["blocks"])))


def drawn(drawings: tuple[str, ...]) -> tuple[bytes, ...]:
    """Return drawings as pictures (PNG)."""
    return tuple(_compiled(_PICTURE, {"drawing": drawing}, format="png", ppi=_PIXELS_AN_INCH) for drawing in drawings)


def _compiled(source: str, given: dict[str, str], **options: Any) -> bytes:
    """Have Typst work in an empty folder, beside which it finds the fonts and nothing else."""
    import typst  # noqa: PLC0415  (large, and needed in this process only)

    with tempfile.TemporaryDirectory() as root:
        main = Path(root, "main.typ")
        main.write_text(source, encoding="utf-8")
        return bytes(
            typst.compile(
                str(main),
                root=root,
                font_paths=font_folders(),
                ignore_system_fonts=True,
                sys_inputs=given,
                # Nothing is fetched: packages would lie here, and there are none.
                package_path=root,
                package_cache_path=root,
                **options,
            )
        )


def _headers(blocks: list[dict[str, Any]]) -> Iterator[list[bool]]:
    """Yield of each table, in the order of the document, which columns name their rows."""
    for block in blocks:
        if block["kind"] == "table":
            yield block["headers"]
        elif block["kind"] == "figure":
            yield block["table"]["headers"]
        elif block["kind"] in {"box", "annex"}:
            yield from _headers(block["blocks"])
