"""Lines of a text as they come in, and what each of them looks like by itself.

A resolution comes in many coats: one line per paragraph or lines of a fixed width, with page numbers, running heads,
footnotes between two halves of a sentence, italics marked with asterisks, non-breaking and full-width characters.
Nothing here decides where a paragraph ends; a line is only told apart from what surely is no paragraph.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from accede.core.mandates.verbs import read_lead
from accede.core.mandates.wordlists import word_set


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its number from 1, its words without coat, and what it looks like.

    `quote` is the quotation mark that was taken off its beginning; `closes_quote` says that one ends there.
    """

    number: int
    text: str
    look: Look
    is_italic: bool = False
    quote: str = ""
    closes_quote: bool = False


_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffe]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ITALICS = re.compile(r"(?<![\w*])(\*{1,3}|_)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_TAG = re.compile(r"</?(?:i|em|b|strong|u|sup|span)\b[^>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([.()\[\]–—-])")
"""Markdown keeps "1." from becoming a list by a backslash; it is no part of the text."""

_HASHES = re.compile(r"^#{1,6}\s+")
_OPENING_QUOTES = '“„«"‟〝'
_WIDE = re.compile("[\uff01-\uff5e]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def plain(text: str) -> str:
    """Return the words of a line: one kind of space, no invisible or control characters, no full-width letters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    if _WIDE.search(text):
        text = text.translate(_FULL_WIDTH)
    text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text))).strip()


def without_italics(text: str) -> tuple[str, bool]:
    """Return the text without marks of emphasis, and whether its opening words carried one."""
    if not any(mark in text for mark in "*_<#\\"):
        return text, False
    text = _ESCAPED.sub(r"\1", text)
    bare = _HASHES.sub("", _TAG.sub("", text))
    match = _ITALICS.search(bare)
    leads = match is not None and len(bare[: match.start()].strip(' “"().0123456789abcdefghijklmnopqrstuvwxyz')) == 0
    return _ITALICS.sub(r"\2", bare), leads


ORGANS = (
    ("GA", "General Assembly"),
    ("SC", "Security Council"),
    ("ECOSOC", "Economic and Social Council"),
    ("HRC", "Human Rights Council"),
    ("TC", "Trusteeship Council"),
)
_BODY = r"(?:Assembly|Council|Commission|Committee|Conference|Board|Congress|Meeting|Forum)\b"
_OPENING = re.compile(
    rf"^The\s+(?=[A-Z])(?:(?!\b(?:shall|should|may|has|have|is|are|was|were|will|that|which|requests|decides)\b)"
    rf"[\w’'(),\- ]){{0,120}}?{_BODY}(?:\s+(?:of|on|for|to)\s(?:(?!\bshall\b)[\w’'(), \-]){{0,120}}?)?\s*[,.;:]?$",
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"^(?:(?:on|New York|Geneva|Vienna|Paris),?\s+)*\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{4}}\.?$")
_CLOSING = re.compile(
    r"^(?:\d{1,4}\s*(?:st|nd|rd|th) (?:\(closing\) )?(?:plenary )?meeting\b.{0,60}|"
    r"(?:(?:[A-Z][a-z]+|and|hundred) ){0,4}[A-Za-z-]*(?:th|[Ff]irst|[Ss]econd|[Tt]hird) plenary meeting\b.{0,60}|"
    r"Adopted (?:unanimously )?(?:at|by|without)\b.{0,160}meeting.{0,80}|Adopted (?:unanimously|"
    r"without a vote).{0,80})$",
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
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
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
    rf"^(?:[{_SUPERSCRIPTS}]+\s*\S|(?:\[\^?\d{{1,3}}\]:?)\s*\S|\d{{1,3}}(?:\s+\d)?\s+{_NOTE_STARTS}|"
    rf"\*{{1,3}}\s+{_NOTE_STARTS}|"
    rf"\d{{1,3}}/\s*{_NOTE_STARTS}|Notes?$)"
)
TITLE_NUMBER = (
    r"(?:(?:S|ES)-\d{1,2}/\d{1,3}|\d{4}/\d{1,4}|\d{1,3}/\d{1,4}|\d{1,4}\s?\((?:S-|ES-)?[IVXLC]+\)|"
    r"\d{1,4}\s?\((?:19|20)\d\d\))"
)
_TITLE = re.compile(
    rf"^(?:(?:(?:ECOSOC|GENERAL ASSEMBLY|SECURITY COUNCIL|General Assembly|Security Council)\s+)?(?:Resolution|"
    rf"RESOLUTION)\s+"
    rf"{TITLE_NUMBER}\s*(?:\[?\s*[A-Z]?\]?)[.:]?(?:\s*$|\s+[A-Z“].*)|"
    rf"{TITLE_NUMBER}(?:\s+[A-Z](?: (?:and|to) [A-Z])?)?[.:](?!\d)\s*(?:[A-Z“].*)?|{TITLE_NUMBER}\s+[A-Z][^,;]*[^,;.])$"
)
FRONT_WORDS = re.compile(
    r"^(?:\[|\(?on the report|Distr\b|Agenda item|Original|United Nations|Resolutions? adopted|[A-Z][a-z-]+ session$|"
    r"Item \d|General$|Limited$|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{4}|A/|E/|S/|Adopted )",
)
_UNDOTTED = re.compile(r"^\d{1,3}\s+(?=[A-Z])(.*)$")
_ANNEX = re.compile(r"^(?:ANNEX(?:ES)?|Annex(?:es)?|APPENDIX|Appendix|Enclosure)(?:\s+(?:[IVXLC]+|[A-Z]|\d+))?[.:]?$")


def _look(text: str, raw: str) -> Look:
    if not text:
        return Look.BLANK
    for look, pattern in (
        (Look.RULE, _RULE),
        (Look.PAGE, _PAGE),
        (Look.CLOSING, _CLOSING),
        (Look.DATE, _DATE),
        (Look.ANNEX, _ANNEX),
        (Look.TITLE, _TITLE),
        (Look.RUNNING_HEAD, _RUNNING),
        (Look.OPENING, _OPENING),
    ):
        if pattern.match(text) or (look is Look.OPENING and text.isupper() and pattern.match(text.title())):
            return look
    is_note = _FOOTNOTE.match(plain(raw)) or _FOOTNOTE.match(text)
    return Look.FOOTNOTE if is_note and not _opens_with_verb(text) else Look.TEXT


def _opens_with_verb(text: str) -> bool:
    """Say whether a number without full stop counts a paragraph: "3 Also requests", but not "3 Also Ibid."."""
    match = _UNDOTTED.match(text)
    return match is not None and read_lead(match[1], finite_only=True) is not None


def read_line(number: int, raw: str) -> Line:
    """Return a line with its look."""
    bare, is_italic = without_italics(plain(raw))
    bare = bare.strip()
    opens = bare[:1] in _OPENING_QUOTES and len(bare) > 1
    inner = bare[1:].lstrip() if opens else bare
    look = _look(inner, raw)
    if opens and look in (Look.FOOTNOTE, Look.PAGE, Look.RUNNING_HEAD, Look.RULE):
        look = Look.TEXT
    closes = inner.rstrip(" 0123456789.;,").endswith(("”", "»", '"')) and inner.count("”") > inner.count("“")
    return Line(number, inner, look, is_italic=is_italic, quote=bare[0] if opens else "", closes_quote=closes)


def read_lines(raw_lines: Iterable[str]) -> tuple[Line, ...]:
    """Return the lines of a text, numbered from 1 as its reader counts them."""
    lines: list[Line] = []
    mark = ""
    for number, raw in enumerate(raw_lines, 1):
        if _BARE_MARK.match(raw) and not mark:
            # The number stands on a line of its own: it belongs to the next line that has words.
            mark = raw.strip()
            lines.append(read_line(number, ""))
        elif mark and raw.strip():
            lines.append(read_line(number, f"{mark} {raw}"))
            mark = ""
        else:
            lines.append(read_line(number, raw))
    return tuple(lines if not mark else [*lines[:-1], read_line(len(lines), mark)] if lines else [])


_BARE_MARK = re.compile(r"^\s*(?:\d{1,3}\.|\([a-z]{1,4}\))\s*$")


_AND = re.compile(r"(?:[,;]\s*(?:and|or|and/or|but))$")
_NOTE_NUMBERS = re.compile(r"(?<=[^\d][,;:.”\"])\s?\d{1,3}(?:[,\s]+\d{1,3})*$")
_TAIL = 40
"""How many letters at the end of a text tell whether it has come to a stop."""


def is_finished(text: str) -> bool:
    """Say whether a paragraph's text has come to a stop: comma, semicolon, colon, full stop, or "; and"."""
    if _AND.search(text, max(0, len(text) - _TAIL)):
        return True
    bare = text
    while bare and bare[-1] in f'{_SUPERSCRIPTS}*”»"’)] ':
        bare = bare[:-1]
    without_note = _NOTE_NUMBERS.sub("", bare[-_TAIL:])
    return without_note.rstrip('”"»’)* ').endswith((",", ";", ":", ".", "!", "?", "…", "—"))


def is_sentence(text: str) -> bool:
    """Say whether a paragraph is a whole sentence: no preamble holds one, so that operative text has begun."""
    return len(text) > 80 and text[0].isupper() and text.endswith(".")


def is_in_capitals(text: str) -> bool:
    """Say whether a line is set in capitals from end to end, as headings of old documents are."""
    return len(text) > 5 and text.isupper() and not any(letter.isdigit() for letter in text)


_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")


def join(first: str, second: str) -> str:
    """Return two pieces of a paragraph as one; a word broken at the end of a line is mended.

    A hyphen at the end of a line stays where it belongs to the word: before a capital ("Secretary-General"), after a
    ten ("sixty-first") and after what is known to stand before one; a hanging one stays apart ("short- and long-term").
    """
    if not first:
        return second
    if first.endswith(("-", "–")) and first[-2:-1].isdigit() and second[:1].isdigit():
        return first + second
    if not (first.endswith("-") and first[-2:-1].isalpha()) or second.split(" ", 1)[0] in _AFTER_HANGING:
        return f"{first} {second}"
    word = first.rsplit(" ", 1)[-1][:-1]
    if second[:1].islower() and first[-2] in _SMALL:
        keeps = word.lower() in _HYPHENATED or word.endswith("-")
        return first + second if keeps else first[:-1] + second
    # Words in capitals are divided as others are; names keep the hyphen.
    is_divided = len(word) > 2 and word.isupper() and second[:2].isupper()
    return first[:-1] + second if is_divided else first + second


_AFTER_HANGING = word_set("and or to nor as but")
_HYPHENATED = word_set(
    "counter co non self re inter sub high long short follow capacity decision policy gender age human well multi "
    "socio "
    "inter-american pre post anti cross full large low medium mid money narco north south world wide rule peace "
    "secretary vice law least confidence so semi small state trans child tax up income job joint "
    "twenty thirty forty fifty sixty seventy eighty ninety evidence data results time cost labour market community "
    "victim survivor drug debt trade technology knowledge science family youth disability two three four five all fact"
)
