"""A name as written, cut into the parts that are compared: one word each, particles and titles out, compounds joined.

Articles (al-, el-, ال) and words for son or daughter (bin, ben, ibn, بن, bint) come and go between sheets and tell
nobody apart; عبد, أبو and names that end in الله or الدين are one name in two words. A hyphen joins. Han and Hangul are cut after the
family name, which stands first. `readings` holds further ways to cut: short syllables of Latin letters may be one given
name (`Xiao Ming`, `Min-su`) or two.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from accede.core.training.matching.scripts import DOUBLE_SURNAMES, script_of

_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_APOSTROPHES = re.compile("['’ʻʼʿʾ‘`´ʹʺ]")
_BREAKS = re.compile(r"[^\w\-]+|[_\d]+")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ad",
        "ed",
        "ud",
        "as",
        "es",
        "ar",
        "er",
        "az",
        "ez",
        "an",
        "en",
        "at",
        "et",
        "bin",
        "ben",
        "ibn",
        "ould",
        "wld",
        "bint",
        "bent",
        "binti",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "y",
        "e",
        "ال",
        "بن",
        "ابن",
        "بنت",
        "ولد",
        "آل",
    ]
)
_ABD = re.compile(r"^(?:abd|abed|gabd)[aeiou]{0,2}(?:[lrnsdtz])?$")
_ABD_JOINED = re.compile(r"^(?:abd|abed)[aeiou]{1,2}(?:l(?=l?[a-z])|(?P<same>[rnsdtz])(?=(?P=same)))")
_ABU = frozenset(("abu", "abou", "aboo", "abo", "bou", "bu", "ابو", "أبو", "ابي", "أبي", "бу", "абу"))
_DIN = re.compile(r"^(?:(?:al|el|ad|ed|ud|eddi?|uddi?|addi?)-?)?d+(?:i|ee|ie)n+e?$|^(?:e|u|a)dd?(?:i|ee|ie)ne?$")
_GOD = re.compile(r"^(?:al|el|ul)?-?l?l+ah$|^[aeu]ll+ah?$")
_SYLLABLE = re.compile(
    r"^(?:[bcdfghjklmnpqrstwxyz]|[csz]h|kk|tt|pp|jj|ts|hs)?[aeiouyw]{1,4}(?:n|ng|k|l|m|p|t|r|h|b|g|ck)?$"
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "mme",
        "mlle",
        "sr",
        "sra",
        "judge",
        "h.e.",
        "м-р",
        "г-н",
        "г-жа",
        "д-р",
        "السيد",
        "السيدة",
        "الدكتور",
        "د",
    ]
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a name is compared; each reading is a way to cut it. Words of one letter are initials."""

    readings: tuple[tuple[str, ...], ...]
    initials: tuple[str, ...]


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", _MARKS.sub("", name)).lower().replace("‐", "-").replace("‑", "-")
    return [word.strip("-") for word in _BREAKS.split(_APOSTROPHES.sub("", text)) if word.strip("-")]


def _arabic(word: str) -> str:
    word = (
        word.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ٱ", "ا").replace("ى", "ي")
        if len(word) > 1
        else word
    )
    if word.startswith("عبدال") and len(word) > 6:
        return "عبد" + word[5:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _latin(word: str) -> str:
    word = re.sub(r"^(al|el|ul|as|ar|an|at|ad|az|ash|es|er|en|et|ed|ez)-(?=..)", "", word)
    word = re.sub(r"^(abd|abed)-?(al|el|ul)-?(?=...)", "abd", word)
    return word.replace("-", "")


def _joined(words: list[str]) -> list[str]:
    """Return the words with those of compounds joined."""
    out: list[str] = []
    at = 0
    while at < len(words):
        word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
        if (_ABD.match(word) or word == "عبد") and after:
            at += 1
            while words[at] in {"al", "el", "ul", "ar", "er", "ur", "as", "es", "us", "ال"} and at + 1 < len(words):
                at += 1
            out.append(("عبد" if word == "عبد" else "abd") + _bare(words[at]))
        elif word in _ABU and after:
            out.append(word + _bare(after))
            at += 1
        elif out and (_DIN.match(word) or word in {"الدين", "دين"}):
            out[-1] += "دين" if word[0] in "اد" else "din"
        elif out and (_GOD.match(word) or word == "الله"):
            out[-1] += "له" if word[0] == "ا" else "llah"
        else:
            out.append(word)
        at += 1
    return out


def _bare(word: str) -> str:
    word = _arabic(word) if script_of(word[0]) == "ARABIC" else re.sub(r"^(al|el|ul|ar|er)-(?=..)", "", word)
    return re.sub(r"^all?ah?$", "llah", word).replace("الله", "له") if word != "الله" else "له"


def _finished(word: str) -> str:
    script = script_of(word[0])
    if script == "ARABIC":
        return _arabic(word).replace("عبدالله", "عبدله").replace("الله", "له")
    if script == "LATIN":
        word = _latin(word)
        return re.sub(r"^abd(?:al|ul|el|u|a|e)?l?lah?$", "abdllah", _ABD_JOINED.sub("abd", word))
    return word.replace("-", "")


def _glued(word: str) -> tuple[str, ...]:
    """Return family and given name of a word in Han or Hangul."""
    if len(word) > 2 and word[:2] in DOUBLE_SURNAMES:
        return (word[:2], word[2:])
    return (word[:1], word[1:]) if 2 <= len(word) <= 4 else (word,)


@cache
def parts_of(name: str) -> Parts:
    """Cut a name into what is compared."""
    words = [word for word in _words(name) if word not in _TITLES and script_of(word[0])]
    if words and all(script_of(word[0]) in {"CJK", "HANGUL"} for word in words):
        if "·" in name or "・" in name or len(words) > 2:
            return Parts((tuple(words),), ())
        cut = _glued(words[0]) if len(words) == 1 else tuple(words)
        return Parts((cut,), ())
    joined = _joined(words)
    kept = [_finished(word) for word in joined if word not in _PARTICLES] or [_finished(word) for word in joined]
    initials = tuple(word for word in kept if len(word) == 1)
    whole = tuple(word for word in kept if len(word) > 1)[:6]
    return Parts((whole, *_other_readings(whole)), initials)


def _other_readings(whole: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    if not 3 <= len(whole) <= 4:
        return ()
    found = []
    for at in range(len(whole) - 1):
        pair = whole[at : at + 2]
        if all(_SYLLABLE.match(word) and len(word) <= 6 for word in pair):
            found.append((*whole[:at], "".join(pair), *whole[at + 2 :]))
    return tuple(found)
