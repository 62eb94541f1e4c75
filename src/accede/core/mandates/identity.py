"""What a text is: its symbol, its organ, its session and day, and where it stands on its way to adoption.

Drafts bear a symbol of limited distribution (A/C.3/62/L.9) and mostly name who submits them. Decisions are told in the
past: at its meeting the organ "decided". Statements of a president have a symbol of their own (S/PRST/2004/31).
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.mandates.cutting.structure import Structure, Why
from accede.core.mandates.sessions import Calendar
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.bodies import body_in
from accede.core.mandates.words.dates import DAY, day_of, first_day_in
from accede.core.mandates.words.verbs import Lead, is_recorded, read_lead


class Standing(StrEnum):
    """Where a text stands on its way: a draft or a recommendation binds nobody until an organ adopts it."""

    ADOPTED = "adopted"
    DRAFT = "draft"
    RECOMMENDED = "recommended"
    SUPERSEDED = "superseded"


class Genre(StrEnum):
    """What kind of text it is."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Framing:
    """A draft inside the text of another body: who recommends it to whom, through whom, and in which words."""

    recommended_by: str
    recommended_to: str
    text: str
    lead: Lead | None
    line: int
    through: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a text is; `sponsors` are those who submit a draft, as named."""

    symbol: str
    organ: str
    adopting_organ: str
    session: int | None
    adopted_on: date | None
    year: int | None
    genre: Genre
    standing: Standing
    framing: Framing | None
    sponsors: tuple[str, ...]
    said: str = ""
    """The symbol that the text gives itself."""


_LETTERS = {"GA": "A", "ECOSOC": "E", "SC": "S", "HRC": "A/HRC"}
_SHORT = {Genre.RESOLUTION: "RES", Genre.DECISION: "DEC", Genre.STATEMENT: "PRST"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_DRAFT_SYMBOL = re.compile(
    r"\b(?P<symbol>[AES]/(?:[\w.-]+/)*(?:L\.\d+|CRP\.\d+)(?:/(?:Rev|Add|Corr)\.\d+)*)(?![\w/])", re.IGNORECASE
)
_STATEMENT_SYMBOL = re.compile(r"\b(?P<symbol>[AS](?:/HRC)?/PRST/(?P<number>(?:\d+|OS)/\d+))")
_DRAFT = re.compile(
    r"(?P<sponsors>[A-ZÀ-Ý][^:;]{2,1500}?)(?:\s*:|\s+—)\s+(?:revised |amended |\w+ revised )?draft (?:resolution|"
    r"decision|presidential statement|text)\b|"
    r"^(?:revised |amended )?draft (?:resolution|decision)(?: submitted by (?P<by>.+))?$",
    re.IGNORECASE,
)
_BESIDE_NAMES = re.compile(
    r",\s(?:Mr|Mrs|Ms|Dr|H\.E|His Excellency|Her Excellency)\b\.?[^,]*|,?\s(?:on the basis of|following|after|"
    r"further to)\b.*$"
)
_NAMES_ORGAN = re.compile(r"\b(?:dopted by|President of|meeting of)\b")
_WRITTEN_SYMBOL = re.compile(r"^(?:[AES](?:/[\w.-]+)*/(?:RES|DEC|PRST|L\.\d+)|[AES]/[A-Z]+)\b", re.IGNORECASE)
_ADOPTED = re.compile(
    rf"\b[Aa]dopted\b(?:(?!\bon\s+\d)[^;\[\]]){{0,160}}?(?:\bon|,)\s+{DAY}|\bResolution of {DAY}|"
    rf"\bmeetings?\b[^;.]{{0,80}}?,?(?: held)?,? on\s+{DAY}"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of a text beside the text: the name of its file, and what its reader says of it."""

    hint: str = ""
    symbol: str = ""
    adopted_on: date | None = None


def identify(structure: Structure, calendar: Calendar, known: Said, tongue: Tongue | None = None) -> Identity:
    """Return what a text is."""
    hint, symbol = known.hint, known.symbol
    adopted_on = (_adopted_on(structure) if tongue is None else _foreign_day(structure, tongue)) or known.adopted_on
    organ = (_foreign_organ(structure, tongue) if tongue is not None else "") or _organ(structure, symbol or hint)
    framing = _framing(structure)
    if framing is not None and framing.recommended_by and body_in(structure.opening) is None:
        organ = framing.recommended_by
    adopting = framing.recommended_to if framing is not None else organ
    genre = _genre(structure, symbol or hint)
    draft = _draft_symbol(structure, symbol or hint)
    sponsors = _sponsors(structure)
    said = draft or _symbol(structure, organ, genre, hint)
    session = _session(organ, structure, adopted_on, calendar)
    standing = Standing.ADOPTED
    if framing is not None:
        standing = Standing.RECOMMENDED
    elif draft or structure.is_draft or (sponsors and not structure.title_number):
        standing = Standing.DRAFT
    return Identity(
        symbol=_chosen_symbol(symbol) or said,
        organ=organ,
        adopting_organ=adopting,
        session=session,
        adopted_on=adopted_on,
        year=_year(structure, adopted_on, session),
        genre=genre,
        standing=standing,
        framing=framing,
        sponsors=sponsors,
        said=said,
    )


def symbol_of(organ: str, number: str, part: str = "", genre: Genre = Genre.RESOLUTION) -> str:
    """Return the document symbol of a text: its organ's letter, its number without blanks, its part's letter."""
    letter = _LETTERS.get(organ)
    number = number.replace(" ", "")
    return f"{letter}/{_SHORT[genre]}/{number} {part}".rstrip() if letter and number else ""


def _chosen_symbol(symbol: str) -> str:
    """Return a symbol as its reader gave it, in the usual spelling; "" where it is no symbol."""
    bare = " ".join(symbol.split())
    return re.sub(r"\s+\(", "(", bare).upper().replace("REV.", "Rev.") if _WRITTEN_SYMBOL.match(bare) else ""


def _symbol(structure: Structure, organ: str, genre: Genre, hint: str) -> str:
    statement = next((one for one in map(_STATEMENT_SYMBOL.search, _masthead(structure, hint)) if one), None)
    if statement is not None:
        return statement["symbol"]
    return symbol_of(organ, structure.title_number, _letter(structure, hint), genre)


def _masthead(structure: Structure, hint: str) -> tuple[str, ...]:
    beside = (one.text for one in structure.apart if one.why in (Why.FRONT, Why.RUNNING_HEAD))
    return (hint.replace("_", "/"), *structure.front, *beside)


def _letter(structure: Structure, hint: str) -> str:
    """Return the letter of the one part that a document holds: from its heading, else from its symbol."""
    if structure.frame is not None:
        return ""
    if structure.divisions:
        return structure.own_letter
    symbol = re.compile(rf"RES/{re.escape(structure.title_number)}[ /]\[?([A-Z])\]?(?:\.\w+|\s*\*)?$")
    found = (symbol.search(text) for text in _masthead(structure, hint))
    return next((match[1] for match in found if match is not None), "")


def _draft_symbol(structure: Structure, hint: str) -> str:
    if structure.title_number:
        return ""
    found = (_DRAFT_SYMBOL.search(text) for text in _masthead(structure, hint))
    symbol = next((match["symbol"] for match in found if match is not None), "")
    return re.sub(r"\.(?:txt|docx|html?)$", "", symbol, flags=re.IGNORECASE)


def _sponsors(structure: Structure) -> tuple[str, ...]:
    """Return who submits a draft: the names before ": draft resolution"."""
    match = _DRAFT.search(" ".join(structure.submitted))
    names = (match["sponsors"] or match["by"] or "") if match is not None else ""
    names = _BESIDE_NAMES.sub("", names)
    return tuple(
        name.strip(" *") for name in re.split(r",\s*(?:and\s+)?|\s+and\s+(?=[A-Z])", names) if name.strip(" *")
    )


def _adopted_on(structure: Structure) -> date | None:
    """Return the day of adoption: from the closing, else from the lines in front; it may stand on the next line."""
    closing = first_day_in(" ".join(structure.closing))
    if closing is not None:
        return closing
    told = [block.text for block in structure.blocks[:1] if is_recorded(block.text)]
    for match in _ADOPTED.finditer(" ".join([*structure.front, *told])):
        parts = [part for part in match.groups() if part]
        day = day_of(parts[0], parts[1], parts[2])
        if day is not None:
            return day
    return None


def _foreign_day(structure: Structure, tongue: Tongue) -> date | None:
    """Return the day of adoption: from the closing, else from the line that says who adopted the text or the next."""
    closing = tongue.days_in(" ".join(structure.closing))
    if closing:
        return closing[0][0]
    for at, line in enumerate(structure.front):
        if tongue.adopted.search(line):
            days = tongue.days_in(" ".join(structure.front[at : at + 2]))
            if days:
                return days[0][0]
    return None


def _foreign_organ(structure: Structure, tongue: Tongue) -> str:
    front = (line for line in structure.front if tongue.adopted.search(line))
    return next((code for line in (structure.opening, *front) if (code := tongue.organ_in(line))), "")


def _genre(structure: Structure, hint: str) -> Genre:
    heads = _masthead(structure, hint)
    if any(_STATEMENT_SYMBOL.search(one) or one.startswith("Statement by the President") for one in heads):
        return Genre.STATEMENT
    if any(re.match(r"(?:\[?draft )?decision\b|[AES](?:/HRC)?/DEC/", one, re.IGNORECASE) for one in heads):
        return Genre.DECISION
    is_told = not structure.opening and any(is_recorded(block.text) for block in structure.blocks)
    return Genre.DECISION if is_told or structure.is_decision else Genre.RESOLUTION


def _organ(structure: Structure, hint: str) -> str:
    body = body_in(structure.opening)
    if body is not None:
        return body.code
    letter = re.match(r"\s*([AES])[/_](HRC[/_])?(?:RES|DEC|PRST|L\.)", hint.upper())
    if letter is not None:
        return "HRC" if letter[2] else {"A": "GA", "E": "ECOSOC", "S": "SC"}[letter[1]]
    number = structure.title_number
    told = structure.blocks[0].text if structure.blocks and not structure.opening else ""
    if (is_recorded(told) or told.startswith("The ")) and (teller := body_in(told[:200])) is not None:
        return teller.code
    if re.fullmatch(r"\d{1,4} \((?:19|20)\d\d\)", number):
        return "SC"
    said = next(
        (body_in(one) for one in structure.front if re.search(r"\b(?:dopted by|President of|meeting of)\b", one)), None
    )
    if said is not None:
        return said.code
    if re.fullmatch(r"(?:19|20)\d\d/\d+", number):
        return "ECOSOC"
    return "GA" if re.fullmatch(r"\d{1,3}/\d+|\d+ \([IVXLC]+\)", number) else ""


def _year(structure: Structure, adopted_on: date | None, session: int | None) -> int | None:
    """Return the year of adoption, or the earliest year that the number allows."""
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
    to = body_in(opening) or body_in(block.text)
    by = body_in(structure.opening) or body_in(re.split(r"\brecommends?\b", block.text, maxsplit=1)[0])
    asked = body_in(re.split(r"\brecommends?\b", block.text, maxsplit=1)[-1])
    codes = [one.code if one is not None else "" for one in (by, to, asked)]
    through = codes[2] if codes[2] not in codes[:2] else ""
    return Framing(codes[0], codes[1], block.text, read_lead(block.text), block.first_line, through)


def _session(organ: str, structure: Structure, adopted_on: date | None, calendar: Calendar) -> int | None:
    """Return the number of the Assembly's session: from the text's number, else from the day of adoption."""
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
    plain = re.match(r"(\d{1,3})/", number) or re.search(r"\bA/(?:C\.\d/)?(\d{1,3})/L\.", " ".join(structure.front))
    if plain is not None:
        return int(plain[1])
    return calendar.assembly_session_on(adopted_on) if adopted_on is not None else None
