"""What reading needs to know of a language, and which language a text is in."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.mandates.words.numbering import Mark, Style
from accede.core.mandates.words.verbs import Lead, VerbForm
from accede.core.mandates.words.wordlists import word_list


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language other than English.

    Attributes:
        opening: a line in which an organ opens; `organs`: its names, each with its code.
        closing, annex, front: lines that close, that head an annex, that stand before the text.
        adopted: words of a line that tells the day of adoption; day: a day as written, its groups d, m and y.
        participles, finite: verbs that lead paragraphs, each with its base in English; longer ones first.
        is_participle: says of a word that no list holds whether it leads a preamble.
        adverbs: words that may stand before or after the verb; is_cased: whether a paragraph begins with a capital.
    """

    code: str
    opening: re.Pattern[str]
    organs: Mapping[str, str]
    closing: re.Pattern[str]
    annex: re.Pattern[str]
    front: re.Pattern[str]
    adopted: re.Pattern[str]
    day: re.Pattern[str]
    months: Mapping[str, int]
    participles: Mapping[str, str]
    finite: Mapping[str, str]
    is_participle: Callable[[str], bool]
    adverbs: frozenset[str]
    is_cased: bool = True

    def organ_in(self, text: str) -> str:
        """Return the code of the first organ that a text names, "" for none."""
        lowered = _folded(text)
        found = [(lowered.find(name), code) for name, code in self.organs.items() if name in lowered]
        return min(found)[1] if found else ""

    def days_in(self, text: str) -> list[tuple[date, int, int]]:
        """Return the days that a text names, each with its place."""
        return [(day, *match.span()) for match in self.day.finditer(text) if (day := self._day(match)) is not None]

    def _day(self, match: re.Match[str]) -> date | None:
        month = self.months.get(_folded(match["m"]).strip()) or (int(match["m"]) if match["m"].isdecimal() else None)
        try:
            return date(int(match["y"]), month or 0, int(match["d"]))
        except ValueError:
            return None

    def lead(self, text: str, *, finite_only: bool = False) -> Lead | None:
        """Return the verb with which a paragraph's text opens, or None."""
        bare = text.lstrip("“«\"' ")
        at = self._after_subject(text, len(text) - len(bare))
        adverbs: list[str] = []
        for _ in range(4):
            word = _WORD.match(text, at)
            if word is None:
                return None
            if _folded(word[0]) not in self.adverbs:
                break
            adverbs.append(word[0])
            at = word.end() + len(text[word.end() :]) - len(text[word.end() :].lstrip(" ,"))
        found = self._known(text, at, finite_only=finite_only)
        if found is None:
            return None
        end, base, form = found
        return Lead(text[at:end], base, text[:end].strip(), tuple(adverbs), form, self._after(text, end))

    def _after_subject(self, text: str, at: int) -> int:
        """Return where the verb may begin after the organ that a statement of its president names."""
        rest = _folded(text[at : at + 60])
        for name in self.organs:
            place = rest.find(name)
            if 0 <= place <= _LONGEST_ARTICLE:
                end = at + place + len(name)
                return end + len(text[end:]) - len(text[end:].lstrip(" ,，"))
        return at

    def _known(self, text: str, at: int, *, finite_only: bool) -> tuple[int, str, VerbForm] | None:
        rest = _folded(text[at : at + 60])
        kinds = ((self.finite, VerbForm.FINITE), (self.participles, VerbForm.PARTICIPLE))
        for verbs, form in kinds[:1] if finite_only else kinds:
            for verb, base in verbs.items():
                if rest.startswith(verb) and (self.code == "zh" or not rest[len(verb) : len(verb) + 1].isalpha()):
                    return at + len(verb), base, form
        word = _WORD.match(text, at)
        if word is not None and not finite_only and self.is_participle(_folded(word[0])):
            return word.end(), _folded(word[0]), VerbForm.PARTICIPLE
        return None

    def _after(self, text: str, end: int) -> int:
        for _ in range(3):
            word = _WORD.match(text, end + 1)
            if word is None or _folded(word[0]) not in self.adverbs:
                break
            end = word.end()
        return end

    def mark(self, text: str) -> Mark | None:
        """Return the mark a line begins with, or None: "1.", "3 -", "٣ -", "1、", "a)", "(أ)"."""
        number = _NUMBER.match(text)
        if number is not None:
            value = "".join(str(int(unicodedata.numeric(one))) for one in number["n"] if one.isnumeric())
            return Mark(number[0].strip(), Style.ARABIC, number["rest"], value)
        undotted = _UNDOTTED.match(text)
        if undotted is not None and self.may_start(undotted["rest"]) and self.lead(undotted["rest"], finite_only=True):
            return Mark(undotted["n"], Style.ARABIC, undotted["rest"])
        letter = _LETTER.match(text)
        if letter is not None:
            written = letter["n"]
            is_roman = len(written) > 1 and set(written) <= set("ivx")
            style = Style.ROMAN if is_roman or written in ("i", "v", "x") else Style.LETTER
            return Mark(f"({written})", style, letter["rest"])
        return None

    def may_start(self, text: str) -> bool:
        """Say whether a text begins as a paragraph may."""
        return not self.is_cased or text[:1].isupper() or not text[:1].isalpha()


_LONGEST_ARTICLE = 3
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NUMBER = re.compile(r"^(?P<n>[0-9٠-٩]{1,3}|[⒈-⒛])\s?(?:[.、．]|[-–—](?=\s)|(?<=[⒈-⒛]))\s*(?![0-9٠-٩])(?P<rest>\S.*)$")
_LETTER = re.compile(
    r"^\(?\s?(?P<n>[a-z]{1,2}|[ivx]{1,5}|[أابتثجدهوزحطيكلمنسعفصقر]{1,2}|[а-я])\s?(?:\)|、)\s*(?P<rest>\S.*)$"
)
_UNDOTTED = re.compile(r"^(?P<n>\d{1,3})\s+(?P<rest>[^\W\d_].*)$")
_TASHKIL = re.compile("[\u064b-\u0652\u0670\u0640]")


def _folded(text: str) -> str:
    return _TASHKIL.sub("", text.replace("’", "'").lower())


def language_of(lines: Sequence[str]) -> str:
    """Return the code of the language that a text is in: by its script, then by its commonest words."""
    sample = " ".join(lines[:80])[:4000]
    if not sample.isascii():
        letters = len(_ANY_LETTER.findall(sample))
        for code, script in _SCRIPTS.items():
            if len(script.findall(sample)) * 3 > letters:
                return code
    return _by_words(sample)


_ANY_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
_COMMON = {
    "en": frozenset(word_list("the of and to in its that for by on")),
    "fr": frozenset(word_list("le la les des et du de à sur dans par pour que au aux")),
    "es": frozenset(word_list("el la los las y de del que en con por para al se su")),
}


def _by_words(sample: str) -> str:
    words = sample.lower().split()
    counts = {code: sum(map(common.__contains__, words)) for code, common in _COMMON.items()}
    return max(counts, key=lambda code: counts[code]) if any(counts.values()) else "en"
