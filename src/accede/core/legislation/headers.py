"""Lines that begin a provision, a part, a schedule or notes, in the drafting traditions of the six languages."""

import re
from dataclasses import dataclass
from enum import StrEnum

from accede.core.legislation.numbers import ARABIC, CHINESE, LATIN, ORDINAL_WORDS, ROMAN, normal

LONGEST_HEADING = 200
_LEAD = r"[\s#*_>\\\"“”«„'(\[•\-–—]{0,24}"


class Family(StrEnum):
    """How a law counts its provisions; an act that quotes another code may hold two."""

    ARTICLE = "article"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    MADDA = "madda"
    FASL = "fasl"
    TIAO = "tiao"
    HEADED = "headed"
    """A heading of the markup that begins with the number alone."""
    BARE = "bare"
    """A line that begins with the number alone: believed only where the numbers run on."""


@dataclass(frozen=True, slots=True)
class Header:
    """A line that begins a provision: its characters, what is written, and what follows on the line."""

    family: Family
    start: int
    end: int
    number: str
    label: str
    rest: str
    rest_from: int


@dataclass(frozen=True, slots=True)
class Part:
    """A line that begins a part, a schedule or notes; `rank` is smaller the higher it stands."""

    kind: str
    start: int
    end: int
    words: str
    rank: int


_NUMBER = rf"(?P<number>{LATIN}|{ROMAN}(?:bis)?|(?i:{ORDINAL_WORDS}))"
_FORMS: tuple[tuple[Family, re.Pattern[str]], ...] = (
    (
        Family.ARTICLE,
        re.compile(
            rf"(?P<label>(?i:articles?|art[ií]culo|artigo|статья|стаття|artikel|articolo|madde|pasal|art\.))[\s*_]*{_NUMBER}"
        ),
    ),
    (Family.SECTION, re.compile(rf"(?P<label>(?i:section|sec\.|s\.))\s*(?P<number>{LATIN})")),
    (Family.PARAGRAPH, re.compile(rf"(?P<label>§)\s*(?P<number>{LATIN})")),
    (
        Family.MADDA,
        re.compile(
            rf"(?P<label>(?:ال)?مادة)\s*:?\s*[(\[]?\s*(?P<number>{ARABIC}(?:\s*[)\]])?(?:\s*(?:\(?مكررا?[ًاً]*\)?))?(?:\s*\(?[0-9٠-٩]+\)?)?)"
        ),
    ),
    (Family.FASL, re.compile(r"(?P<label>الفصل)\s*(?P<number>[0-9٠-٩]{1,4}(?:[-–.][0-9٠-٩]{1,4}){0,2})")),
    (Family.TIAO, re.compile(rf"(?P<number>第\s*{CHINESE}\s*[條条](?:\s*之\s*[0-9一二三四五六七八九十]+)?)")),
)
_HEADED = re.compile(rf"(?P<number>{LATIN})(?=[\s.:*_]|$)")
_BARE = re.compile(rf"(?P<number>{LATIN})(?=\.?[\s*_]|\.?$)")
_LATIN_REST = re.compile(r"[\s*_]*(?:$|[.:\-–—)\]ºª•(]|[\"“«\[]|[A-ZÀ-ÝА-ЯЁ])")
_ARABIC_RUNS_ON = re.compile(r"\s*(?:من|و|في|أعلاه|أدناه|المذكور|المشار|السابق|التالي|،|أو|على)")
_CHINESE_REST = re.compile(r"(?:\s|　|$|[【（(：:])")

_PART_WORDS: tuple[tuple[str, int], ...] = (
    (r"(?i:book|livre|libro|livro)\b|(?i:раздел|книга)\s|الكتاب|第[一二三四五六七八九十百0-9]+[编編]", 1),
    (r"(?i:part|partie|parte|schedule part)\b|(?i:часть|общая часть|особенная часть)\b|القسم|الجزء", 2),
    (r"(?i:title|titre|t[ií]tulo)\b|الباب|(?i:titel)\b", 3),
    (r"(?i:chapter|chapitre|cap[ií]tulo|kapitel)\b|(?i:глава)\s|الفصل|第[一二三四五六七八九十百0-9]+章", 4),
    (
        r"(?i:division|section|secci[oó]n|se[cç][aã]o|sous-section|subdivision)\b|الفرع|第[一二三四五六七八九十百0-9]+[节節]",
        5,
    ),
    (r"(?i:paragraphe|subsecci[oó]n)\b|المبحث|المطلب", 6),
)
_PARTS = tuple((re.compile(rf"(?:{words})"), rank) for words, rank in _PART_WORDS)
_PART_NUMBER = re.compile(
    rf"^\S+(?:\s+\S+)?\s*(?:[0-9]+|{ROMAN}\b|(?i:{ORDINAL_WORDS}|unique|préliminaire|preliminar)|[A-Z]\b|ال\S+)|^第"
)
_SCHEDULE = re.compile(
    r"(?:(?i:schedules?|annex(?:e|es)?|anexos?|appendix|appendices|ap[eé]ndice|приложени[ея])\b|(?:ال)?ملحق|附件|附表|附錄|附录)"
)
_NOTES = re.compile(
    r"(?i:endnotes?\b|notes to the|table of (?:acts|amendments)\b|related provisions$|amendments not in force"
    r"|dispositions connexes$|modifications non en vigueur|explanatory notes?$|legislative history$|comparative table)"
)


def lead_of(line: str) -> int:
    """Return how many characters of markup stand before the words of a line."""
    found = re.match(_LEAD, line)
    return found.end() if found else 0


def level_of(line: str) -> int:
    """Return the level of a heading of the markup, 0 where it is none."""
    found = re.match(r"\s*(#{1,6})(?:\s|$)", line)
    return len(found.group(1)) if found else 0


def header_of(line: str, at: int) -> Header | None:
    """Return what a line begins, where it begins a provision; `at` is where the line stands in the text."""
    lead = lead_of(line)
    words = line[lead:]
    for family, form in _FORMS:
        found = form.match(words)
        if found and _stands_alone(family, words, found.end()):
            return _header(family, found, line, at, lead)
    if level_of(line):
        found = _HEADED.match(words)
        return _header(Family.HEADED, found, line, at, lead) if found else None
    found = _BARE.match(words)
    if found and _LATIN_REST.match(words[found.end() :].lstrip(".")) and not line[:lead].rstrip().endswith("("):
        return _header(Family.BARE, found, line, at, lead)
    return None


def _stands_alone(family: Family, words: str, end: int) -> bool:
    rest = words[end:]
    if family is Family.TIAO:
        return bool(_CHINESE_REST.match(rest))
    if family in (Family.MADDA, Family.FASL):
        return not _ARABIC_RUNS_ON.match(rest)
    if re.match(r"[0-9A-Za-zА-я]", rest):
        return False
    return bool(_LATIN_REST.match(rest)) and not re.match(r"\s*\(", rest)


def _header(family: Family, found: re.Match[str], line: str, at: int, lead: int) -> Header:
    groups = found.groupdict()
    number = _number_of(family, groups["number"])
    after = line[lead + found.end() :]
    skipped = re.match(r"[\s.:\-–—•*_)\]º°ª。：　]*", after)
    rest_from = lead + found.end() + (skipped.end() if skipped else 0)
    rest = line[rest_from:].strip().strip("*_ ").strip()
    label = line[lead : lead + found.end()].replace("*", "").strip()
    return Header(family, at, at + len(line), number, label, rest, at + rest_from)


def _number_of(family: Family, written: str) -> str:
    if family is Family.TIAO:
        return normal(re.sub(r"[第條条\s]", "", written))
    if family is Family.MADDA:
        repeated = re.search(r"\(?مكرر\S*\s*\(?([0-9٠-٩]*)", written)
        plain = re.sub(r"\(?مكرر.*$", "", written)
        number = normal(re.sub(r"[()\[\]]", " ", plain).strip())
        return f"{number}bis{normal(repeated.group(1)) if repeated.group(1) else ''}" if repeated else number
    return normal(written)


def part_of(line: str, at: int) -> Part | None:
    """Return what a line begins, where it begins a part, a schedule or notes."""
    lead = lead_of(line)
    words = line[lead:].strip().rstrip("*_ #").strip()
    if not words or len(words) > LONGEST_HEADING:
        return None
    level = level_of(line)
    is_short = len(words) <= LONGEST_HEADING // 2 or bool(level)
    if is_short and _NOTES.match(words):
        return Part("notes", at, at + len(line), words, 0)
    if is_short and _SCHEDULE.match(words) and (level or words[0].isupper() or words[0] > "\u0500"):
        return Part("schedule", at, at + len(line), words, 0)
    for form, rank in _PARTS:
        if form.match(words) and (level or _PART_NUMBER.match(words)) and words[-1] not in ".,;:،؛":
            return Part("part", at, at + len(line), words, rank)
    if level:
        return Part("part", at, at + len(line), words, 6 + level)
    return None
