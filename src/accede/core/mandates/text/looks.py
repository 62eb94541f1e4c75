"""What a line of a resolution looks like by itself: opening, closing, title, running head, footnote and others."""

import re
from enum import StrEnum

from accede.core.mandates.text.joining import SUPERSCRIPTS
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.verbs import read_lead


class Look(StrEnum):
    """What a line looks like by itself."""

    BLANK = "blank"
    RULE = "rule"
    PAGE = "page"
    RUNNING_HEAD = "running_head"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    DATE = "date"
    OPENING = "opening"
    TITLE = "title"
    ANNEX = "annex"
    TEXT = "text"


_BODY = r"(?:Assembly|Council|Commission|Committee|Conference|Board|Congress|Meeting|Forum)\b"
_OPENING = re.compile(
    rf"^The\s+(?=[A-Z])(?:(?!\b(?:shall|should|may|has|have|is|are|was|were|will|that|which|requests|decides)\b)"
    rf"[\w’'(),\- ]){{0,120}}?{_BODY}(?:\s+(?:of|on|for|to)\s(?:(?!\bshall\b)[\w’'(), \-]){{0,120}}?)?\s*[,.;:]?$",
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"^(?:(?:on|New York|Geneva|Vienna|Paris),?\s+)*\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{4}}\.?$")
_CLOSING = re.compile(
    r"^(?:(?:[Rr]esumed )?\d{1,4}\s*(?:st|nd|rd|th)(?:(?:, | and )\d{1,4}\s*(?:st|nd|rd|th))*"
    r"(?: \([a-z ]{3,24}\))? (?:(?:resumed |closed )?plenary )?(?:\([a-z ]{3,24}\) )?meetings?\b.{0,60}|"
    r"(?:(?:[A-Z][a-z]+|and|hundred) ){0,4}[A-Za-z-]*(?:th|[Ff]irst|[Ss]econd|[Tt]hird)(?: \([a-z ]{3,24}\))? "
    r"plenary meeting\b.{0,60}|"
    r"\[?Adopted (?:unanimously )?(?:at|by|without)\b.{0,160}meeting.{0,80}|\[?Adopted (?:unanimously|"
    r"without a vote|by a recorded vote|by consensus).{0,200}|"
    r"\[?(?:In favour|Against|Abstaining|Abstentions):.{0,900})$",
)
_SYMBOL = r"(?:A|E|S)/(?:[A-Z]+(?:[-.]?\d+)?/)?[\w./() -]*?\d[\w./()-]*"
_PAGE = re.compile(
    r"^(?:<!--\s*Page\s+\d+\s*-->|\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|[Pp]age\s+\d+(?:\s+of\s+\d+)?|"
    r"\d{1,3}\s*/\s*\d{1,3}|p\.\s*\d+)$"
)
_RUNNING = re.compile(
    rf"^(?:\d{{1,4}}\s+)?(?:(?:General Assembly|Economic and Social Council|"
    rf"Security Council)\s*[—–-]+\s*[A-Z][\w-]+(?:\s[\w-]+){{0,3}}"
    rf"\s+[Ss]ession(?:,.*)?|(?:[IVXLC]+\.\s+)?Resolutions? adopted (?:on the reports? of|without reference to)\b[^;]*?"
    rf"|{_SYMBOL}\s*\*?|\*?\d{{7,}}\*?|\d{{2}}-\d{{5}}(?:\s*\([A-Z]\))?.{{0,60}}|Please recycle.{{0,20}}|"
    rf"[A-Z]\.\d{{2}}-\d{{5}}.{{0,60}}|United Nations\s+{_SYMBOL})(?:\s+\d{{1,4}})?$"
)
_RULE = re.compile(r"^[-–—_=*~.•·\s]{3,}$")
_NOTE_STARTS = (
    r"(?:Ibid|See\b|Resolutions?\b|Decision|A/|E/|S/|ST/|T/|F/|X/|TD/|CEDAW|DP/|ID/|IDB|United Nations|"
    r"Official Records|Annual "
    r"[Rr]eport|Available|Report of|International Legal|Adopted|As contained|Convention|Vol|Hereinafter|Final Act|"
    r"General "
    r"Assembly resolution|Security Council resolution|Economic and Social|Document|League of|Signed at|Also |For |The |"
    r"International |Treaty|Human Rights|Council|World|Proceedings|As at|In |Including|Yearbook|First|Second|GA|"
    r"Note|Contained|"
    rf"(?!(?:{_MONTHS})\b)[A-Z][\w’-]+, )"
)
_FOOTNOTE = re.compile(
    rf"^(?:[{SUPERSCRIPTS}]+\s*\S|(?:\[\^?\d{{1,3}}\]:?)\s*\S|\d{{1,3}}(?:\s+\d)?\s+{_NOTE_STARTS}|"
    rf"\*{{1,3}}\s+{_NOTE_STARTS}|"
    rf"\d{{1,3}}/\s*{_NOTE_STARTS}|Notes?$)"
)
TITLE_NUMBER = (
    r"(?:(?:S|ES)-\d{1,2}/\d{1,3}|\d{4}/\d{1,4}|\d{1,3}/\d{1,4}|\d{1,4}\s?\((?:S-|ES-)?[IVXLC]+\)|"
    r"\d{1,4}\s?\((?:19|20)\d\d\))"
)
_TITLE_WORDS = (
    r"(?:[A-ZÀ-Þ“‘\"(«].*|\d{1,4}\s\w.*|\d{1,4}(?:st|nd|rd|th)\s\w.*|\d{4}[-–/]\d{2,4}\s\w.*|[a-z]+[-–]?[A-Z].*)"
)
_TITLE = re.compile(
    rf"^(?:(?:(?:ECOSOC|GENERAL ASSEMBLY|SECURITY COUNCIL|General Assembly|Security Council)\s+)?"
    rf"(?:Resolution|RESOLUTION|Decision|DECISION)\s+{TITLE_NUMBER}\s*(?:\[?\s*[A-Z]?\]?)[.:]?(?:\s*$|\s+[A-Z“].*)|"
    rf"{TITLE_NUMBER}(?:\s+[A-Z](?: (?:and|to) [A-Z])?)?[.:](?!\d)\s*{_TITLE_WORDS}?|"
    rf"{TITLE_NUMBER}\s+(?:[12]\d{{3}}\s+)?[A-Z][^,;]*[^,;.])$"
)
FRONT_WORDS = re.compile(
    r"^(?:\[|\(?on the report|Distr\b|Agenda item|Original|United Nations|Resolutions? adopted|[A-Z][a-z-]+ session$|"
    r"Item \d|General$|Limited$|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{4}|A/|E/|S/|Adopted )",
)
SUBMITS = re.compile(
    r"(?:^|[:—]\s+)(?:\w+ )?(?:\w+ )?draft (?:resolution|decision|presidential statement|text)\b(?! "
    r"[IVX]+\b).{0,200}$",
    re.IGNORECASE,
)
"""The line that submits a draft: "Andorra and Bhutan: revised draft resolution"."""

_UNDOTTED = re.compile(r"^\d{1,3}\s+(?=[A-Z])(.*)$")
_ANNEX = re.compile(r"^(?:ANNEX(?:ES)?|Annex(?:es)?|APPENDIX|Appendix|Enclosure)(?:\s+(?:[IVXLC]+|[A-Z]|\d+))?[.:]?$")


_LONGEST_LOOK = 360
"""Longer lines that begin with a word are text: no title, opening, closing or running head is as long."""

_LOOKS = (
    (Look.RULE, _RULE),
    (Look.PAGE, _PAGE),
    (Look.CLOSING, _CLOSING),
    (Look.DATE, _DATE),
    (Look.ANNEX, _ANNEX),
    (Look.TITLE, _TITLE),
    (Look.RUNNING_HEAD, _RUNNING),
    (Look.OPENING, _OPENING),
)
_CAPITAL_LOOKS = _LOOKS[1:]
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
"""With these only a page's number and a day may begin; everything else that begins so goes on with a sentence."""

_VOTES = ("In favour", "Against", "Abstain", "Abstention")


def look_of(text: str, written: str) -> Look:
    """Return what a line looks like; `written` still has the marks of emphasis that were taken off `text`."""
    if not text:
        return Look.BLANK
    if len(text) > _LONGEST_LOOK and text[0].isalpha() and not text.startswith(_VOTES):
        return Look.TEXT
    if text[0] in _SMALL and not text.startswith(("on", "p")):
        return Look.TEXT
    for look, pattern in _CAPITAL_LOOKS if text[0].isupper() else _LOOKS:
        if pattern.match(text) or (look is Look.OPENING and text.isupper() and pattern.match(text.title())):
            return look
    is_note = _FOOTNOTE.match(text) or (written != text and _FOOTNOTE.match(written))
    return Look.FOOTNOTE if is_note and not _opens_with_verb(text) else Look.TEXT


_FOREIGN_TITLE = re.compile(
    rf"^(?:(?:Résolution|RÉSOLUTION|Resolución|RESOLUCIÓN|Резолюция|РЕЗОЛЮЦИЯ|القرار|قرار)\s+{TITLE_NUMBER}.{{0,200}}|"
    rf"{TITLE_NUMBER}\s?(?:[.:]|[-–—](?=\s))\s*\S.{{0,300}}|第\s?{TITLE_NUMBER}\s?号决议)$"
)


def foreign_look(text: str, tongue: Tongue) -> Look:
    """Return what a line in another language than English looks like."""
    if not text:
        return Look.BLANK
    for look, pattern in (
        (Look.RULE, _RULE),
        (Look.PAGE, _PAGE),
        (Look.CLOSING, tongue.closing),
        (Look.ANNEX, tongue.annex),
        (Look.TITLE, _FOREIGN_TITLE),
        (Look.OPENING, tongue.opening),
        (Look.RUNNING_HEAD, _RUNNING),
    ):
        if pattern.match(text):
            return look
    if (day := tongue.day.match(text)) is not None and len(text) - day.end() < _AFTER_DAY:
        return Look.DATE
    return Look.FOOTNOTE if text[0] in SUPERSCRIPTS else Look.TEXT


_AFTER_DAY = 8
"""How many letters may follow a day that stands by itself: "года", a full stop."""


def _opens_with_verb(text: str) -> bool:
    """Say whether a number without full stop counts a paragraph: "3 Also requests", but not "3 Also Ibid."."""
    match = _UNDOTTED.match(text)
    return match is not None and read_lead(match[1], finite_only=True) is not None
