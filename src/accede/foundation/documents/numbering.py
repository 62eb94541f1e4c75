"""Numbers of paragraphs, tables, figures and annexes, as documents of the United Nations have them in each language.

Arabic letters paragraphs by the abjad order and counts below that in figures; Russian has Latin letters, as the Russian
texts of resolutions and conventions do; Chinese counts the third level in characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

_ABJAD = (
    "أ",
    "ب",
    "ج",
    "د",
    "هـ",
    "و",
    "ز",
    "ح",
    "ط",
    "ي",
    "ك",
    "ل",
    "م",
    "ن",
    "س",
    "ع",
    "ف",
    "ص",
    "ق",
    "ر",
    "ش",
    "ت",
    "ث",
    "خ",
    "ذ",
    "ض",
    "ظ",
    "غ",
)
_TEEN = " عشر"
_FIRSTLY = (
    *("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"),
    *(unit + _TEEN for unit in ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")),
)
_FIRST = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    *(
        unit + _TEEN
        for unit in ("الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
    ),
)
_LETTERS_IN_ARABIC = (
    "ألف",
    "باء",
    "جيم",
    "دال",
    "هاء",
    "واو",
    "زاي",
    "حاء",
    "طاء",
    "ياء",
    "كاف",
    "لام",
    "ميم",
    "نون",
    "سين",
    "عين",
    "فاء",
    "صاد",
    "قاف",
    "راء",
    "شين",
    "تاء",
)
_CHINESE_DIGITS = "零一二三四五六七八九"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Counting:
    """Counts what is numbered while a document is written from its beginning to its end, in one language."""

    language: str
    _paragraphs: list[int] = field(default_factory=lambda: [0, 0, 0])
    _headings: list[int] = field(default_factory=lambda: [0] * 6)
    _tables: int = 0
    _figures: int = 0
    _annexes: int = 0

    def paragraph(self, depth: int) -> str:
        """Return the mark of the next numbered paragraph of this depth."""
        self._paragraphs[depth] += 1
        self._paragraphs[depth + 1 :] = [0] * (2 - depth)
        return paragraph_mark(self._paragraphs[depth], depth, self.language)

    def heading(self, level: int) -> str:
        """Return the mark of the next numbered heading of this level; the fourth and fifth have none."""
        self._headings[level] += 1
        self._headings[level + 1 :] = [0] * (5 - level)
        return heading_mark(self._headings[level], level, self.language)

    def table(self) -> str:
        """Return what the next table is called."""
        self._tables += 1
        return _("Table %(number)s") % {"number": self._tables}

    def figure(self) -> str:
        """Return what the next figure is called."""
        self._figures += 1
        return _("Figure %(number)s") % {"number": self._figures}

    def annex(self, *, is_only: bool) -> str:
        """Return what the next annex is called; the only one has no number."""
        self._annexes += 1
        if is_only:
            return _("Annex")
        return _("Annex %(number)s") % {"number": annex_number(self._annexes, self.language)}


def paragraph_mark(number: int, depth: int, language: str) -> str:
    """Return the mark of a numbered paragraph: "1.", "(a)", "(i)"; "a)" in French, Spanish and Russian."""
    if language == "ar":
        return (f"{number} -", f"({_repeated(number, _ABJAD)})", f"‘{number}’")[depth]
    if depth == 0:
        return f"{number}."
    if depth == 2 and language == "zh-hans":
        return f"({chinese(number)})"
    counted = _repeated(number, _LATIN) if depth == 1 else roman(number)
    return f"{counted})" if language in {"es", "fr", "ru"} else f"({counted})"


def heading_mark(number: int, level: int, language: str) -> str:
    """Return the mark of a numbered heading: "I.", "A.", "1."."""
    if level > 3:
        return ""
    if language == "ar":
        counted = (_one_of(_FIRSTLY, number), _one_of(_LETTERS_IN_ARABIC, number), str(number))[level - 1]
        return f"{counted} -"
    first = chinese(number) if language == "zh-hans" else roman(number).upper()
    return (f"{first}.", f"{_repeated(number, _LATIN).upper()}.", f"{number}.")[level - 1]


def annex_number(number: int, language: str) -> str:
    """Return the number of an annex: Roman; in Arabic an ordinal, in Chinese a character."""
    if language == "ar":
        return _one_of(_FIRST, number)
    return chinese(number) if language == "zh-hans" else roman(number).upper()


def roman(number: int) -> str:
    """Return a number in small Roman figures."""
    found = ""
    for value, figure in _ROMAN:
        times, number = divmod(number, value)
        found += figure * times
    return found


def chinese(number: int) -> str:
    """Return a number below 100 in Chinese characters, a larger one in figures."""
    if number >= 100:
        return str(number)
    tens, units = divmod(number, 10)
    before = "" if tens < 2 else _CHINESE_DIGITS[tens]
    return f"{before}{'十' if tens else ''}{_CHINESE_DIGITS[units] if units or not tens else ''}"


def _repeated(number: int, letters: Sequence[str]) -> str:
    """Return the letter of a number; after the last come aa, bb, cc, as in documents of the United Nations."""
    rounds, place = divmod(number - 1, len(letters))
    return letters[place] * (rounds + 1)


def _one_of(words: Sequence[str], number: int) -> str:
    return words[number - 1] if number <= len(words) else str(number)
