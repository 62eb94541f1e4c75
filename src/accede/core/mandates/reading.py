"""Reads a resolution: from lines of text to paragraphs with verb, addressees, object, conditions, dates, citations."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.mandates.acts import Act, acts_in
from accede.core.mandates.bodies import bodies_in, body_in
from accede.core.mandates.citations import Citation, citations_in
from accede.core.mandates.conditions import Condition, conditions_in
from accede.core.mandates.cutting import cut
from accede.core.mandates.deadlines import Deadline, Setting, deadlines_in
from accede.core.mandates.lines import read_lines
from accede.core.mandates.sessions import Calendar
from accede.core.mandates.structure import Apart, Block, Division, Footnote, Heading, Kind, Part, Remark, Structure, Why
from accede.core.mandates.verbs import Lead, read_lead
from accede.core.mandates.wordlists import word_list


class Standing(StrEnum):
    """Where a text stands on its way: a recommendation binds nobody until the other organ adopts it."""

    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Framing:
    """A draft inside the resolution of another organ: who recommends it to whom, and in which words."""

    recommended_by: str
    recommended_to: str
    text: str
    lead: Lead | None
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read."""

    place: int
    block: Block
    path: str
    lead: Lead | None
    actor: str
    acts: tuple[Act, ...]
    addressees: tuple[str, ...]
    object: str
    conditions: tuple[Condition, ...]
    deadlines: tuple[Deadline, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution as read, with all that was not."""

    symbol: str
    organ: str
    adopting_organ: str
    session: int | None
    adopted_on: date | None
    title: str
    opening: str
    closing: tuple[str, ...]
    standing: Standing
    framing: Framing | None
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    footnotes: tuple[Footnote, ...]
    apart: tuple[Apart, ...]
    remarks: tuple[Remark, ...]
    other_resolutions: tuple[str, ...]
    divisions: tuple[Division, ...] = ()


_MONTHS = {
    name: number
    for number, name in enumerate(
        word_list("January February March April May June July August September October November December"), 1
    )
}
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})\b")
#: So the Security Council's of 1946 name their day, between title and opening.
_OF_DAY = re.compile(rf"^Resolution of {_DATE.pattern}$")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read(lines: Iterable[str], *, calendar: Calendar, hint: str = "") -> Reading:
    """Read a resolution from its lines; `hint` is a symbol or the name of the file."""
    structure = cut(read_lines(lines), hint=hint)
    adopted_on = _adopted_on(structure)
    organ = _organ(structure, hint)
    framing = _framing(structure)
    adopting = framing.recommended_to if framing is not None else organ
    symbol = symbol_of(organ, structure.title_number, _letter(structure, hint))
    session = _session(organ, structure, adopted_on, calendar)
    names = bodies_in(" ".join([structure.title, *(block.text for block in structure.blocks)]))
    own_session = session if adopting == organ else None
    setting = Setting(calendar, adopting or "GA", adopted_on, own_session, names, _year(structure, adopted_on, session))
    paragraphs = _paragraphs(structure, setting)
    return Reading(
        symbol=symbol,
        organ=organ,
        adopting_organ=adopting,
        session=session,
        adopted_on=adopted_on,
        title=structure.title,
        opening=structure.opening,
        closing=structure.closing,
        standing=Standing.RECOMMENDED if framing is not None else Standing.ADOPTED,
        framing=framing,
        paragraphs=paragraphs,
        headings=structure.headings,
        footnotes=structure.footnotes,
        apart=structure.apart,
        remarks=(*structure.remarks, *_remarks(structure, paragraphs, organ, adopted_on)),
        other_resolutions=structure.other_resolutions,
        divisions=structure.divisions,
    )


def symbol_of(organ: str, number: str, part: str = "") -> str:
    """Return the document symbol of a resolution: its organ's letter, its number without blanks, its part's letter."""
    letter = {"GA": "A", "ECOSOC": "E", "SC": "S"}.get(organ)
    return f"{letter}/RES/{number.replace(' ', '')} {part}".rstrip() if letter and number else ""


def _letter(structure: Structure, hint: str) -> str:
    """Return the letter of the one part that a document holds: from its heading, else from its symbol."""
    if structure.frame is not None:
        return ""
    if structure.divisions:
        return structure.own_letter
    symbol = re.compile(rf"RES/{re.escape(structure.title_number)}[ /]\[?([A-Z])\]?(?:\.\w+|\s*\*)?$")
    masthead = [one.text for one in structure.apart if one.why in (Why.FRONT, Why.RUNNING_HEAD)]
    found = (symbol.search(text) for text in (hint.replace("_", "/"), *masthead))
    return next((match[1] for match in found if match is not None), "")


def _adopted_on(structure: Structure) -> date | None:
    front = [text for text in structure.front if "dopted" in text or "meeting" in text or _OF_DAY.match(text)]
    for text in (*structure.closing, *front):
        match = _DATE.search(text)
        if match is not None:
            try:
                return date(int(match[3]), _MONTHS[match[2]], int(match[1]))
            except ValueError:
                continue
    return None


def _organ(structure: Structure, hint: str) -> str:
    body = body_in(structure.opening)
    if body is not None:
        return body.code
    number = structure.title_number
    if re.fullmatch(r"\d{1,4} \((?:19|20)\d\d\)", number):
        return "SC"
    if re.fullmatch(r"(?:19|20)\d\d/\d+", number):
        return "ECOSOC"
    letter = re.match(r"\s*([AES])[/_]RES", hint.upper())
    if letter is not None:
        return {"A": "GA", "E": "ECOSOC", "S": "SC"}[letter[1]]
    return "GA" if re.fullmatch(r"\d{1,3}/\d+|\d+ \([IVXLC]+\)", number) else ""


def _year(structure: Structure, adopted_on: date | None, session: int | None) -> int | None:
    """Return the year of adoption, or the earliest year that the resolution's number allows."""
    if adopted_on is not None:
        return adopted_on.year
    if session is not None:
        return 1945 + session
    year = re.search(r"\b(?:19|20)\d\d\b", structure.title_number)
    return int(year[0]) if year is not None else None


def _framing(structure: Structure) -> Framing | None:
    if structure.frame is None:
        return None
    block, opening = structure.frame
    by, to = body_in(structure.opening), body_in(opening) or body_in(block.text)
    return Framing(by.code if by else "", to.code if to else "", block.text, read_lead(block.text), block.first_line)


def _session(organ: str, structure: Structure, adopted_on: date | None, calendar: Calendar) -> int | None:
    """Return the number of the Assembly's session: from the resolution's number, else from the day of adoption."""
    if organ != "GA":
        return None
    number = structure.title_number
    roman = re.search(r"\(([IVXLC]+)\)$", number)
    if roman is not None:
        total = 0
        for letter, following in zip(roman[1], [*roman[1][1:], "I"], strict=True):
            value = _ROMAN[letter]
            total += -value if value < _ROMAN[following] else value
        return total
    plain = re.match(r"(\d{1,3})/", number)
    if plain is not None:
        return int(plain[1])
    return calendar.assembly_session_on(adopted_on) if adopted_on is not None else None


def _paragraphs(structure: Structure, setting: Setting) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    path: dict[int, str] = {}
    parents: dict[int, Paragraph] = {}
    preambular: Counter[str] = Counter()
    for place, block in enumerate(structure.blocks):
        if block.level is None:
            preambular[block.division] += 1
            label = f"PP{preambular[block.division]}"
            path = {1: label}
        else:
            path = {level: label for level, label in path.items() if level < block.level}
            path[block.level] = block.number or ("·" if block.level > 1 else "")
            label = "".join(path[level] for level in sorted(path))
        if block.division and block.part is Part.RESOLUTION:
            label = f"{block.division}.{label}" if label else block.division
        parent = parents.get((block.level or 1) - 1)
        paragraph = _paragraph(place, block, label, parent, setting)
        parents[block.level or 1] = paragraph
        paragraphs.append(paragraph)
    return tuple(paragraphs)


def _paragraph(place: int, block: Block, label: str, parent: Paragraph | None, setting: Setting) -> Paragraph:
    text = block.text
    lead = None if block.is_quoted else read_lead(text)
    conditions = conditions_in(text)
    is_operative = block.kind is Kind.OPERATIVE
    acts = acts_in(text, lead, conditions) if is_operative else ()
    addressees = tuple(dict.fromkeys(name for act in acts for name in act.addressees))
    if not addressees and is_operative and parent is not None and (block.level or 1) > 1:
        addressees = parent.addressees
    return Paragraph(
        place=place,
        block=block,
        path=label,
        lead=lead,
        actor=setting.organ if lead is not None or is_operative else "",
        acts=acts,
        addressees=addressees,
        object=acts[0].object if acts else text[lead.end :].strip(" ,;.:") if lead is not None else text,
        conditions=conditions,
        deadlines=deadlines_in(text, setting) if is_operative else (),
        citations=citations_in(text, own=setting.organ),
    )


def _remarks(
    structure: Structure, paragraphs: tuple[Paragraph, ...], organ: str, adopted_on: date | None
) -> list[Remark]:
    found: list[Remark] = []
    leads = sum(paragraph.lead is not None for paragraph in paragraphs)
    if not any(paragraph.block.kind is Kind.OPERATIVE for paragraph in paragraphs) or leads == 0:
        found.append(Remark("no_resolution", 1))
    if not organ:
        found.append(Remark("organ_unknown", structure.opening_line or 1))
    if adopted_on is None:
        found.append(Remark("adoption_date_unknown", 1))
    if not structure.title_number:
        found.append(Remark("number_unknown", 1))
    if structure.other_resolutions:
        found.append(Remark("several_resolutions", 1, (("others", ", ".join(structure.other_resolutions)),)))
    for paragraph in paragraphs:
        block = paragraph.block
        top = block.part is Part.RESOLUTION and block.level in (None, 1) and not block.is_quoted
        if top and paragraph.lead is None and block.text:
            found.append(Remark("no_lead_verb", block.first_line, (("paragraph", paragraph.path),)))
        found += [
            Remark("deadline_unresolved", block.first_line, (("words", one.text), ("reason", one.reason)))
            for one in paragraph.deadlines
            if one.reason in ("session_not_in_calendar", "period_runs_backwards", "no_such_day")
        ]
    return found
