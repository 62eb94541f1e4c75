"""A law as an Akoma Ntoso 3.0 document (OASIS LegalDocML): its provisions under the headings in which they stand.

Every character of the text that is no blank stands in the document, in its order: provisions with number, heading and
words, headings of parts, and what stands before or between provisions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from accede.core.legislation.provisions import Piece, Place, Segmented

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
"""Codes of ISO 639-2, as the standard writes languages."""
_SECTIONS = re.compile(r"(?i:section|sect\.|s\.|§|[0-9])")
_NO_NAME = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class Described:
    """What an exported law says of itself.

    Attributes:
        country: the code of the State; `work`: what names the law in addresses, the same for all its wordings.
        dated_on: a day of the work, and `dated_as` what day it is; `starts`: from when the wording is in force.
        made_on: the day of the export.
    """

    title: str
    country: str
    work: str
    language: str
    dated_on: date
    dated_as: str
    starts: date
    made_on: date
    source: str


def akoma_ntoso(segmented: Segmented, about: Described) -> str:
    """Return a law as an Akoma Ntoso document."""
    front, rest = _front(segmented)
    preface = "".join(_paragraphs(front))
    body = "".join(_hierarchy(segmented, rest))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">\n<act name="act">\n'
        f"{_meta(about)}"
        + (f"<preface>\n{preface}</preface>\n" if preface else "")
        + f"<body>\n{body}</body>\n</act>\n</akomaNtoso>\n"
    )


def _meta(about: Described) -> str:
    work = f"/akn/{about.country.lower()}/act/{about.dated_on}/{about.work}"
    expression = f"{work}/{LANGUAGES[about.language]}@{about.starts}"
    country = _text(about.country.lower())
    lines = [
        "<meta>",
        '<identification source="#accede">',
        "<FRBRWork>",
        *_addresses(f"{work}/!main", work),
        f'<FRBRdate date="{about.dated_on}" name="{about.dated_as}"/>',
        '<FRBRauthor href="#state"/>',
        f'<FRBRcountry value="{about.country.lower()}"/>',
        "</FRBRWork>",
        "<FRBRExpression>",
        *_addresses(f"{expression}/!main", expression),
        f'<FRBRdate date="{about.starts}" name="in-force"/>',
        '<FRBRauthor href="#state"/>',
        f'<FRBRlanguage language="{LANGUAGES[about.language]}"/>',
        "</FRBRExpression>",
        "<FRBRManifestation>",
        *_addresses(f"{expression}/!main.xml", f"{expression}.xml"),
        f'<FRBRdate date="{about.made_on}" name="export"/>',
        '<FRBRauthor href="#accede"/>',
        '<FRBRformat value="application/akn+xml"/>',
        "</FRBRManifestation>",
        "</identification>",
        '<references source="#accede">',
        '<TLCOrganization eId="accede" href="/akn/ontology/organization/accede" showAs="Accede"/>',
        f'<TLCOrganization eId="state" href="/akn/ontology/organization/{country}" showAs="{country.upper()}"/>',
        "</references>",
        '<notes source="#accede">',
        f'<note eId="source"><p>{_text(about.title)}</p><p>{_text(about.source)}</p></note>',
        "</notes>",
        "</meta>",
    ]
    return "\n".join(lines) + "\n"


def _addresses(this: str, uri: str) -> tuple[str, str]:
    return f'<FRBRthis value="{_text(this)}"/>', f'<FRBRuri value="{_text(uri)}"/>'


def _front(segmented: Segmented) -> tuple[str, Sequence[Piece]]:
    """Return what stands before the first heading or provision, and the pieces after it."""
    pieces = segmented.pieces
    at = next((place for place, one in enumerate(pieces) if one.place is not Place.FRONT), len(pieces))
    return "".join(segmented.words_of(one) for one in pieces[:at]), pieces[at:]


@dataclass(slots=True)
class _Part:
    """A part that is open: its heading, the number of what is in it, and whether it has anything yet."""

    heading: str
    eid: str
    lines: list[str] = field(default_factory=list)


class _Builder:
    """Puts pieces into the parts in which they stand."""

    def __init__(self, segmented: Segmented) -> None:
        self.segmented = segmented
        self.open: list[_Part] = []
        self.lines: list[str] = []
        self.given: set[str] = set()
        self.pending: list[str] = []

    def eid(self, wanted: str) -> str:
        base = _NO_NAME.sub("-", wanted).strip("-.") or "x"
        name, number = base, 1
        while name in self.given:
            number += 1
            name = f"{base}_{number}"
        self.given.add(name)
        return name

    def part(self, piece: Piece) -> None:
        """Open the part that a heading begins; its words may run over several lines."""
        depth = self._depth(piece)
        self._close(depth)
        eid = self.eid(f"part_{len(self.given)}")
        name = "schedule" if piece.place in (Place.SCHEDULE, Place.TREATY) else "part"
        words = " ".join(self.segmented.words_of(piece).replace("#", " ").split())
        self.open.append(_Part(piece.heading, eid))
        self.lines.append(f'<hcontainer name="{name}" eId="{eid}">\n<heading>{_text(words)}</heading>\n')

    def _depth(self, piece: Piece) -> int:
        """Return how many of the open parts hold the heading: what follows it says."""
        pieces = self.segmented.pieces
        at = pieces.index(piece)
        after = next((one for one in pieces[at + 1 :] if one.is_provision), None)
        if after is None or piece.heading not in after.within:
            return 0
        above = after.within[: after.within.index(piece.heading)]
        held = [one.heading for one in self.open]
        return len(above) if list(above) == held[: len(above)] else 0

    def provision(self, piece: Piece) -> None:
        """Put a provision into the parts that are open."""
        held = [one.heading for one in self.open]
        while held and held[-1] not in piece.within:
            self._close(len(held) - 1)
            held = held[:-1]
        words = self.segmented.text
        is_section = bool(_SECTIONS.match(piece.label.lstrip("#*_ ")))
        tag, short = ("section", "sec") if is_section else ("article", "art")
        eid = self.eid(f"{short}_{piece.key}")
        head, body = words[piece.start : piece.body_from], words[piece.body_from : piece.end]
        number, rest = _number_and_heading(head, piece.label)
        heading = f"<heading>{_text(rest)}</heading>\n" if rest else ""
        num = f"<num>{_text(number or piece.number)}</num>\n"
        content = "".join(_paragraphs(body)) or "<p/>\n"
        self._filled()
        self.lines.append(
            f'<{tag} eId="{eid}">\n{num}{heading}<content eId="{eid}__content">\n{content}</content>\n</{tag}>\n'
        )

    def text(self, piece: Piece) -> None:
        """Put words that belong to no provision where they stand."""
        if not (content := "".join(_paragraphs(self.segmented.words_of(piece)))):
            return
        eid = self.eid(f"text_{len(self.given)}")
        self._filled()
        held = f'<content eId="{eid}__content">\n{content}</content>\n'
        self.lines.append(f'<hcontainer name="text" eId="{eid}">\n{held}</hcontainer>\n')

    def _filled(self) -> None:
        for one in self.open:
            one.lines.append("")

    def _close(self, depth: int) -> None:
        while len(self.open) > depth:
            part = self.open.pop()
            # A part must hold something: one of a heading alone holds an empty paragraph.
            empty = "" if part.lines else f'<content eId="{part.eid}__content"><p/></content>\n'
            self.lines.append(f"{empty}</hcontainer>\n")
            if self.open:
                self.open[-1].lines.append("")

    def done(self) -> list[str]:
        self._close(0)
        return self.lines


def _hierarchy(segmented: Segmented, pieces: Sequence[Piece]) -> list[str]:
    builder = _Builder(segmented)
    for piece in pieces:
        if piece.is_provision and piece.place is not Place.CONTENTS:
            builder.provision(piece)
        elif piece.heading and not piece.is_provision:
            builder.part(piece)
        else:
            builder.text(piece)
    return builder.done()


def _number_and_heading(head: str, label: str) -> tuple[str, str]:
    """Return what of the line of a number is its number, with the sign that ends it, and what is its heading."""
    line = head.replace("*", "").replace("#", "")
    at = line.find(label)
    if at < 0:
        return "", " ".join(line.split())
    end = at + len(label)
    sign = re.match(r"[\s.:\-–—•_)\]º°ª。：\u3000]*", line[end:])
    cut = end + (sign.end() if sign else 0)
    return " ".join(line[:cut].split()), " ".join(line[cut:].split())


def _paragraphs(words: str) -> Iterator[str]:
    for line in words.splitlines():
        if line.strip():
            yield f"<p>{_text(line.strip())}</p>\n"


_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _text(words: str) -> str:
    return escape(_NEVER.sub("", words))
