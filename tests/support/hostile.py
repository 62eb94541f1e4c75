"""Resolutions as nobody writes them, of any size: small ones for the tests, five megabytes for `bench/uploads.py`.

A Word document packs a hundredfold, so what its parts unpack to is said apart; noise beside them makes up the size.
"""

import bz2
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable

Make = Callable[[int], bytes]

UNPACKED = 55 << 20
"""Nearly as much as is unpacked at all."""
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPENING = f'<w:document xmlns:w="{_SPACE}"><w:body>'.encode()
_CLOSING = b"</w:body></w:document>"
_PARAGRAPH = b"<w:p><w:r><w:t>1. Requests all States to report;</w:t></w:r></w:p>"
DOCUMENT = "word/document.xml"


def noise(size: int) -> bytes:
    """Return bytes that do not pack, the same in every run."""
    return random.Random(20070726).randbytes(max(0, size))  # noqa: S311  (no secret)


def packed(size: int, parts: dict[str, bytes], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive with these parts, filled up with a picture of noise to the size asked."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        room = size - stream.tell() - 1000
        if room > 0:
            archive.writestr(zipfile.ZipInfo("word/media/image1.png"), noise(room))
    return stream.getvalue()


def times(piece: bytes, size: int) -> bytes:
    """Return a piece as often as there is room for it."""
    return piece * (size // len(piece))


def word(body: Callable[[int], bytes], **parts: Callable[[int], bytes]) -> Make:
    """Return a maker of a Word document whose body unpacks to nearly as much as is taken, with other parts."""

    def make(size: int) -> bytes:
        # A small file, for a test, unpacks to as little as its share.
        most = UNPACKED * min(size, 5 << 20) // (5 << 20)
        found = {f"word/{name}.xml": content(most) for name, content in parts.items()}
        return packed(size, {DOCUMENT: _OPENING + body(most) + _CLOSING, **found})

    return make


def bare(document: Callable[[int], bytes]) -> Make:
    """Return a maker of a Word document whose part is written as it is given."""
    return lambda size: packed(size, {DOCUMENT: document(UNPACKED * min(size, 5 << 20) // (5 << 20))})


def numbered(piece: str, most: int) -> bytes:
    """Return a text with a number in it, again and again with the next one."""
    return "".join(piece % number for number in range(most // (len(piece) + 4))).encode()


def _nested(most: int) -> bytes:
    depth = most // 30
    return b"<w:sdt>" * depth + _PARAGRAPH + b"</w:sdt>" * depth


def _deep_and_wide(most: int) -> bytes:
    return b"<w:sdt>" * 400 + times(_PARAGRAPH, most // 2) + b"</w:sdt>" * 400


def _slanted(most: int) -> bytes:
    run = b"<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r><w:r><w:t> b </w:t></w:r>"
    return b"<w:p>" + times(run, most) + b"</w:p>"


def _lists(most: int) -> bytes:
    level = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{"%1." * 400}"/></w:lvl>'.encode()
    lists = numbered('<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>', most // 8)
    definition = b'<w:abstractNum w:abstractNumId="0">' + times(level, 200_000) + b"</w:abstractNum>"
    return f'<w:numbering xmlns:w="{_SPACE}">'.encode() + definition + lists + b"</w:numbering>"


def _listed(most: int) -> bytes:
    item = (
        b'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    return times(item, most // 3)


def _styles(most: int) -> bytes:
    style = '<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>'
    chain = "".join(style % (number, number + 1) for number in range(most // 400))
    return f'<w:styles xmlns:w="{_SPACE}">{chain}</w:styles>'.encode()


def _styled(most: int) -> bytes:
    return times(b'<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>', most // 2)


def _notes(most: int) -> bytes:
    note = '<w:footnote w:id="%d"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
    return f'<w:footnotes xmlns:w="{_SPACE}">'.encode() + numbered(note, most // 2) + b"</w:footnotes>"


def _boxes(most: int) -> bytes:
    box = b"<w:p><w:r><w:t>x</w:t></w:r><w:txbxContent>"
    return times(box, min(most // 3, 20_000)) + times(b"</w:txbxContent></w:p>", min(most // 3, 20_000) // 2)


def _laughing(most: int) -> bytes:
    names = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY l0 "{"ha" * (most // 4)}">{names}]><x>&l11;</x>'.encode()


def _declaring(most: int) -> bytes:
    return b"<!DOCTYPE x [" + numbered('<!ENTITY e%d "x">', most // 2) + b"]><x/>"


def _many_parts(size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(DOCUMENT, _OPENING + _PARAGRAPH + _CLOSING)
        for number in range(size // 130):
            archive.writestr(f"word/{number}.xml", b"")
    return stream.getvalue()[:]


def _packed_otherwise(how: int) -> Make:
    return lambda size: packed(size, {DOCUMENT: _OPENING + times(_PARAGRAPH, size * 10) + _CLOSING}, how=how)


def _changed(size: int, *, at: bytes, by: bytes) -> bytes:
    content = packed(size, {DOCUMENT: _OPENING + times(_PARAGRAPH, size) + _CLOSING})
    place = content.rindex(at)
    return content[:place] + by + content[place + len(by) :]


def _says_less(size: int) -> bytes:
    """Return an archive whose directory says that the document unpacks to ten bytes."""
    whole = bare(lambda most: _OPENING + b" " * most + _CLOSING)(size)
    entry = whole.index(b"PK\x01\x02")
    return whole[: entry + 24] + struct.pack("<I", 10) + whole[entry + 28 :]


WORD: dict[str, Make] = {
    "word, paragraphs": word(lambda most: times(_PARAGRAPH, most)),
    "word, bomb": lambda size: packed(size, {DOCUMENT: _OPENING + b" " * (size * 60) + _CLOSING}),
    "word, blanks": bare(lambda most: _OPENING + b" " * most + _CLOSING),
    "word, one text": word(lambda most: b"<w:p><w:r><w:t>" + times(b"Requests all ", most) + b"</w:t></w:r></w:p>"),
    "word, slanted": word(_slanted),
    "word, line breaks": word(lambda most: b"<w:p><w:r>" + times(b"<w:t>x</w:t><w:br/>", most) + b"</w:r></w:p>"),
    "word, nesting": word(_nested),
    "word, nesting unclosed": word(lambda most: times(b"<w:p>", most)),
    "word, deep and wide": word(_deep_and_wide),
    "word, elements": word(lambda most: times(b"<a/>", most)),
    "word, names": word(lambda most: numbered("<n%d/>", most)),
    "word, one attribute": word(lambda most: b'<w:p w:a="' + b"x" * most + b'"/>'),
    "word, attributes": word(lambda most: b"<w:p " + numbered('a%d="" ', most // 2) + b"/>"),
    "word, namespaces": word(lambda most: b"<w:p " + numbered('xmlns:a%d="b" ', most // 4) + b"/>"),
    "word, comments": word(lambda most: times(b"<!--x-->", most)),
    "word, entities": bare(_laughing),
    "word, declarations": bare(_declaring),
    "word, lists": word(_listed, numbering=_lists),
    "word, styles": word(_styled, styles=_styles),
    "word, notes": word(lambda most: numbered('<w:p><w:r><w:footnoteReference w:id="%d"/></w:r></w:p>', most // 2),
                        footnotes=_notes),
    "word, boxes": word(_boxes),
    "word, parts": _many_parts,
    "word, by bzip2": _packed_otherwise(zipfile.ZIP_BZIP2),
    "word, by lzma": _packed_otherwise(zipfile.ZIP_LZMA),
    "word, cut": lambda size: word(lambda most: times(_PARAGRAPH, most))(size)[: size // 2],
    "word, false sum": lambda size: _changed(size, at=b"PK\x01\x02", by=b"PK\x01\x02" + b"\x14\x00" * 2 + b"\x01"),
    "word, says less": _says_less,
    "word, noise": lambda size: b"PK\x03\x04" + noise(size - 4),
}  # fmt: skip

_PAGE = b"<!doctype html><html><body>"


def page(body: Callable[[int], bytes]) -> Make:
    """Return a maker of a web page."""
    return lambda size: (_PAGE + body(size - len(_PAGE)))[:size]


HTML: dict[str, Make] = {
    "html, paragraphs": page(lambda size: times(b"<p>1. <i>Requests</i> all States;", size)),
    "html, nesting": page(lambda size: times(b"<div>", size)),
    "html, bold for ever": page(lambda size: numbered("<b id=%d>", size // 8) + times(b"<p>x", size // 2)),
    "html, bold and slanted": page(lambda size: times(b"<b><p><i></b>x", size)),
    "html, links": page(lambda size: times(b"<a><p>", size)),
    "html, tables": page(lambda size: times(b"<table><tr><td>", size)),
    "html, out of tables": page(lambda size: b"<table>" + times(b"<p>x", size)),
    "html, list": page(lambda size: b"<ol type=i start=390>" + times(b"<li>x", size)),
    "html, lists in lists": page(lambda size: times(b"<ol><li>", size)),
    "html, one attribute": page(lambda size: b'<p id="' + b"x" * (size - 20) + b'">1. Requests'),
    "html, attributes": page(lambda size: b"<p " + numbered("a%d ", size) + b">1. Requests"),
    "html, elements": page(lambda size: times(b"<b>", size)),
    "html, breaks": page(lambda size: times(b"x<br>", size)),
    "html, signs": page(lambda size: times(b"&nbsp;&lt;", size)),
    "html, a comment": page(lambda size: b"<!--" + b"-" * size),
    "html, a script": page(lambda size: b"<script>" + b"<" * size),
    "html, templates": page(lambda size: times(b"<template>", size)),
    "html, pictures": page(lambda size: times(b"<svg><g>", size)),
    "html, one text": page(lambda size: times(b"Requests all States, ", size)),
}


def _items(**item: object) -> Make:
    one = json.dumps(item).encode()
    return lambda size: b"[" + b",".join([one] * (size // (len(one) + 1))) + b"]"


JSON: dict[str, Make] = {
    "json, items": _items(text="1. Requests all States to report;"),
    "json, other languages": _items(text="1. Prie", language="french"),
    "json, nesting": lambda size: times(b"[", size),
    "json, nesting closed": lambda size: b"[" * (size // 2) + b"]" * (size // 2),
    "json, nesting aside": lambda size: b'[{"text":"x","a":' + b"[" * (size // 2) + b"]" * (size // 2) + b"}]",
    "json, a number": lambda size: b'[{"text":"x","a":' + b"9" * size + b"}]",
    "json, one text": lambda size: b'[{"text":"' + times(b"Requests all ", size) + b'"}]',
    "json, signs": lambda size: b'[{"text":"1. Requests ' + times(b"\\ud800", size) + b'"}]',
    "json, lines": lambda size: b'[{"text":"' + times(b"1. Requests;\\n", size) + b'"}]',
    "json, names": lambda size: b'[{"text":"x",' + numbered('"a%d":1,', size) + b'"z":1}]',
    "json, cut": lambda size: _items(text="1. Requests")(size)[: size // 2],
}

TEXT: dict[str, Make] = {
    "text, numbers": lambda size: times(b"1. Requests the a;\n", size),
    "text, one line": lambda size: times(b"Requests the Secretary-General to ", size),
    "text, one word": lambda size: b"x" * size,
    "text, blanks": lambda size: b"1. Requests" + b" " * size + b"x",
    "text, blank lines": lambda size: b"1. Requests" + b"\n" * size + b"x",
    "text, marks": lambda size: b"1. Requests " + times(b"*a *b _c ", size),
    "text, letters": lambda size: times(b"(a) (b) (i) ", size),
    "text, letter lines": lambda size: times(b"(a) To\n(i) to\n", size),
    "text, brackets": lambda size: b"1. Requests " + b"(" * size,
    "text, commas": lambda size: b"1. Requests, " + times(b"and, requests, ", size),
    "text, days": lambda size: b"1. Requests by " + times(b"1 May 2007 and ", size),
    "text, symbols": lambda size: b"Recalling its resolutions " + times(b"60/288, 61/171 and ", size),
    "text, sessions": lambda size: b"1. Requests at its " + times(b"sixty-second session and ", size),
    "text, quotations": lambda size: "1. Requests “".encode() * (size // 15),
    "text, headings": lambda size: times(b"I\n\nANNEX\n\nA/RES/62/1\n\n", size),
    "text, in two bytes": lambda size: times(b"1. Requests the a;\n", size // 2).decode().encode("utf-16"),
    "text, arabic": lambda size: ("1 - تطلب إلى جميع الدول؛\n" * (size // 40)).encode(),
    "text, no code page": lambda size: b"1. Requests " + times(bytes(range(128, 256)), size),
    "text, packed": lambda size: bz2.compress(noise(size)),
}

DOCUMENT_KINDS: dict[str, tuple[str, Make]] = {
    **{kind: ("x.docx", make) for kind, make in WORD.items()},
    **{kind: ("x.html", make) for kind, make in HTML.items()},
    **{kind: ("x.json", make) for kind, make in JSON.items()},
    **{kind: ("x.txt", make) for kind, make in TEXT.items()},
}
