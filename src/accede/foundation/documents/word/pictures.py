"""Drawings in a Word file: the drawing itself, and a picture of it for programs that draw no SVG."""

import struct
from dataclasses import dataclass
from html import escape

_EMU_OF_TWENTIETH = 635
_PIXELS_AN_INCH = 192
_EMU_OF_INCH = 914400


@dataclass(frozen=True, slots=True)
class Picture:
    """What Word shows of a drawing; `key` begins the names of its files."""

    key: str
    svg: str
    png: bytes

    def files(self) -> dict[str, bytes]:
        """Return the files by their names."""
        return {f"{self.key}.png": self.png, f"{self.key}.svg": self.svg.encode()}

    def size(self, most_width: int) -> tuple[int, int]:
        """Return width and height in the format's units; at most as wide as `most_width`, in twentieths of a point."""
        width, height = struct.unpack(">II", self.png[16:24])
        wide = min(width * _EMU_OF_INCH // _PIXELS_AN_INCH, most_width * _EMU_OF_TWENTIETH)
        return wide, wide * height // width


def picture_markup(picture: Picture, described: str, *, number: int, most_width: int) -> str:
    """Return the drawing in its line, with its words for those who do not see it."""
    width, height = picture.size(most_width)
    words = escape(described)
    drawn = f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip r:embed="{picture.key}.svg"/></a:ext>'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{picture.key}" descr="{words}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{picture.key}" descr="{words}"/>'
        "<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture.key}.png"><a:extLst>{drawn}</a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
