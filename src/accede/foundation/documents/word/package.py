"""The parts of a Word file put together: the same parts give the same bytes, and none says when it was written."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "footer": f"{_WORD}.footer+xml",
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    language: str
    author: str = ""
    about: str = ""


@dataclass(slots=True)
class Package:
    """Parts of a file by name: "document", "styles" and so on; pictures by the names that relations give them."""

    properties: Properties
    parts: dict[str, str]
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def written(self) -> bytes:
        """Return the file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", compression=zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._entries():
                entry = zipfile.ZipInfo(name, date_time=_NO_MOMENT)
                entry.external_attr = 0o600 << 16
                archive.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _entries(self) -> "list[tuple[str, str | bytes]]":
        main = [(name, f"{_OFFICE}/{name}", f"{name}.xml") for name in self.parts if name != "document"]
        relations = [_relation(key, kind, target) for key, kind, target in main]
        relations += [_relation(name, f"{_OFFICE}/image", f"media/{name}") for name in self.pictures]
        relations += self._outward("document")
        entries: list[tuple[str, str | bytes]] = [
            ("[Content_Types].xml", self._types()),
            (
                "_rels/.rels",
                _relations(
                    [
                        _relation("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
                        _relation("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                    ]
                ),
            ),
            ("docProps/core.xml", self._core()),
            ("word/_rels/document.xml.rels", _relations(relations)),
            *((f"word/{name}.xml", _HEAD + part) for name, part in self.parts.items()),
            *((f"word/media/{name}", content) for name, content in self.pictures.items()),
        ]
        if self.links.get("footnotes"):
            entries.append(("word/_rels/footnotes.xml.rels", _relations(self._outward("footnotes"))))
        return entries

    def _outward(self, part: str) -> list[str]:
        return [
            _relation(key, f"{_OFFICE}/hyperlink", address, is_outward=True)
            for address, key in self.links.get(part, {}).items()
        ]

    def _types(self) -> str:
        defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        defaults |= {"png": "image/png", "svg": "image/svg+xml"} if self.pictures else {}
        listed = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_PARTS[name]}"/>' for name in self.parts
        )
        core = "application/vnd.openxmlformats-package.core-properties+xml"
        overrides += f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{listed}{overrides}</Types>'

    def _core(self) -> str:
        said = self.properties
        return (
            f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(said.title)}</dc:title><dc:creator>{escape(said.author)}</dc:creator>"
            f"<dc:description>{escape(said.about)}</dc:description><dc:language>{said.language}</dc:language>"
            "</cp:coreProperties>"
        )


def _relation(key: str, kind: str, target: str, *, is_outward: bool = False) -> str:
    outward = ' TargetMode="External"' if is_outward else ""
    return f'<Relationship Id="{key}" Type="{kind}" Target="{escape(target)}"{outward}/>'


def _relations(relations: list[str]) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
