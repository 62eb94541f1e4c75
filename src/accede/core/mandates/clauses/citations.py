"""Other documents that a paragraph cites: resolutions and decisions, documents by symbol, instruments, reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.core.mandates.words.bodies import body_in
from accede.core.mandates.words.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document.

    Attributes:
        kind: resolution, decision, document, instrument, outcome or report.
        text: as written ("1373 (2001)", "A/72/440").
        symbol: the document symbol where the text tells it ("S/RES/1373(2001)"), else "".
        organ: the code of the organ that adopted it, where the text tells it.
        dated: the date given with it, as written.
    """

    kind: str
    text: str
    symbol: str
    organ: str
    dated: str
    start: int
    end: int


_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_OF_DATE = re.compile(
    rf"(?:\s+[A-Z](?:(?:,| and| to) [A-Z])*)?\s+(?:\([^)]{{1,40}}\)\s+)?of (\d{{1,2}} {_MONTH} \d{{4}})"
)
_NUMBER = re.compile(
    r"(?<![\w/(.-])(?P<number>(?:S|ES)-\d{1,2}/\d{1,3}|\d{4}/\d{1,4}|\d{1,2}/\d{1,4}|\d{1,4}\s?\((?:S-|"
    r"ES-)?[IVXLC]{1,8}\)|\d{1,4}\s?\((?:19|20)\d\d\))"
    r"(?P<letters>(?:\s+[A-Z](?![\w’'.-]))(?:(?:,|\s+and|\s+to)\s+[A-Z](?![\w’'.-]))*)?(?![/\w])"
)
_DIGIT = re.compile(r"\d")
_LEAD = re.compile(r"\b(?P<word>resolutions?|decisions?)\b", re.IGNORECASE)
_ORGAN_WORDS = (
    ("Security Council", "SC"), ("Economic and Social Council", "ECOSOC"), ("Human Rights Council", "HRC"),
    ("General Assembly", "GA"), ("Commission on Human Rights", "CHR"), ("Commission on Narcotic Drugs", "CND"),
    ("Commission on Crime Prevention", "CCPCJ"), ("Trade and Development Board", "TDB"),
    ("Industrial Development Board", "IDB"), ("World Health Assembly", "WHA"),
)  # fmt: skip
_SYMBOL = re.compile(
    r"(?<![\w/])(?:(?:A|E|S|T|ST|TD|DP|ID|CEDAW|CCPR|CRC|CERD|CAT|HRI|UNEP|FCCC|CTOC|CAC|NPT|"
    r"LOS)/[A-Z0-9][\w./-]*(?:\s?\((?:[IVXLC\d-]+|Vol\.\s?[IVX]+|Part [IVX]+)\))?(?:/[\w.]+)*)(?<![.,])"
)
_HEAD = r"(?:Convention|Covenant|Protocol|Protocols|Treaty|Charter|Statute|Conventions|Covenants|Agreement)"
_OUTCOME = (
    r"(?:Declaration|Strategy|Programme of Action|Plan of Action|Programme for|Agenda|Framework|Consensus|Compact|"
    r"Outcome|Principles|Rules|Action Plan|Platform for Action|Code of Conduct|Guidelines|Plan of Implementation|"
    r"Pathway)"
)
_LINK = (
    r"(?:of|on|for|the|and|against|to|in|with|relating|concerning|from|at|by|their|its|All|between|other|or|"
    r"through|without|under)"
)
_WORD = r"(?:[A-Z][\w’'-]*|\d{4}|21)"
_TITLED = re.compile(
    rf"(?<![\w“])(?:(?:{_WORD})(?: (?:{_LINK} ){{0,3}}{_WORD})*? )?(?:{_HEAD}|"
    rf"{_OUTCOME})\b(?: \d{{2,4}})?(?: (?!and the )(?:{_LINK} ){{1,4}}{_WORD}(?: {_WORD}|(?:,| and|"
    rf", and) (?!Member|States){_WORD}(?= (?:{_WORD}|{_LINK} {_WORD})))*)*"
)
_NAMING = (
    "Convention", "Covenant", "Protocol", "Treaty", "Charter", "Statute", "Agreement", "Declaration", "Strategy",
    "Programme", "Plan", "Agenda", "Framework", "Consensus", "Compact", "Outcome", "Principles", "Rules", "Platform",
    "Code", "Guidelines", "Pathway",
)  # fmt: skip
"""One of these stands in every title: looked for first, since that takes a fraction of the pattern's time."""

_REPORT = re.compile(
    r"\b(?:reports?|note|notes) (?:of|by) the (?:Secretary-General|[A-Z][\w’-]+(?: (?:[A-Z][\w’-]+|of (?=[A-Z])|"
    r"on (?=[A-Z])|for (?=[A-Z])|and (?=[A-Z])))*)"
)
_STARTS_SENTENCE = word_set("The This These Those Its Their All Each Such That In Of On For And Also Other Member")


def citations_in(text: str, *, own: str = "GA") -> tuple[Citation, ...]:
    """Return the documents cited in a text, in order; `own` is the organ that says "its resolution"."""
    taken: list[Citation] = []
    for found in (*_documents(text), *_numbered(text, own), *_instruments(text), *_reports(text)):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


def _documents(text: str) -> Iterator[Citation]:
    for match in _SYMBOL.finditer(text) if "/" in text else ():
        written = match[0].rstrip(".,;")
        if any(letter.isdigit() for letter in written):
            kind = "resolution" if "/RES/" in written else "document"
            organ = {"A": "GA", "E": "ECOSOC", "S": "SC"}.get(written.split("/", maxsplit=1)[0], "")
            yield Citation(kind, written, written, organ, "", match.start(), match.start() + len(written))


def _numbered(text: str, own: str) -> Iterator[Citation]:
    lowered = text.lower()
    may_cite = ("resolution" in lowered or "decision" in lowered) and _DIGIT.search(text)
    words = list(_LEAD.finditer(text)) if may_cite else []
    for match in _NUMBER.finditer(text) if words else ():
        before = text[: match.start()]
        leads = [word for word in words if word.end() <= match.start()]
        kind = "decision" if leads and leads[-1]["word"].lower().startswith("decision") else "resolution"
        if not leads and "resolution" not in lowered:
            continue
        number = re.sub(r"\s*\(", " (", match["number"])
        organ = _organ(number, before, leads[-1].start() if leads else len(before), own)
        if organ == "" and not leads:
            continue
        dated = _OF_DATE.match(text, match.end())
        written = match[0].strip()
        yield Citation(
            kind,
            written,
            _symbol(organ, kind, number),
            organ,
            dated[1] if dated else "",
            match.start(),
            match.start() + len(written),
        )


def _organ(number: str, before: str, lead_at: int, own: str) -> str:
    if re.search(r"\((?:19|20)\d\d\)", number):
        return "SC"
    # The organ stands before the word "resolution", or after the number as in "resolution 54/4 of the Assembly".
    near = before[max(0, lead_at - 90) : lead_at]
    places = [(near.rfind(words), code) for words, code in _ORGAN_WORDS if words in near]
    its = near.rstrip().lower().endswith(("its", "its relevant", "its previous", "present"))
    if its or not places:
        implied = "ECOSOC" if re.fullmatch(r"(?:19|20)\d\d/\d+", number) else own
        short = re.search(r"\b(Assembly|Council)(?:[\s’s]*)$", near)
        if short is not None:
            return "GA" if short[1] == "Assembly" else ("ECOSOC" if own in ("GA", "ECOSOC") else own)
        return implied
    organ = max(places)[1]
    if organ == "ECOSOC" and re.fullmatch(r"\d{1,2}/\d+", number):
        return "GA"
    return "GA" if organ == "SC" and "/" in number else organ


def _symbol(organ: str, kind: str, number: str) -> str:
    prefix = {"GA": "A", "ECOSOC": "E", "SC": "S", "HRC": "A/HRC"}.get(organ)
    if prefix is None:
        return ""
    return f"{prefix}/{'RES' if kind == 'resolution' else 'DEC'}/{number.replace(' ', '')}"


def _instruments(text: str) -> Iterator[Citation]:
    for match in _TITLED.finditer(text) if any(map(text.__contains__, _NAMING)) else ():
        written, start = match[0], match.start()
        words = written.split()
        while words and words[0] in _STARTS_SENTENCE:
            start += len(words[0]) + 1
            words = words[1:]
        written = " ".join(words)
        if len(words) < 2 or text[start : start + len(written)] != written:
            continue
        head = re.search(_HEAD, written)
        kind = "instrument" if head else "outcome"
        if body_in(written) is not None and not head:
            continue
        yield Citation(kind, written, "", "", "", start, start + len(written))


def _reports(text: str) -> Iterator[Citation]:
    for match in _REPORT.finditer(text) if "report" in text or "note" in text else ():
        before = text[max(0, match.start() - 40) : match.start()]
        if re.search(r"\b(?:submit|prepare|present|provide|issue)\b[^,]*$", before):
            continue
        written = match[0].rstrip()
        yield Citation("report", written, "", "", "", match.start(), match.start() + len(written))
