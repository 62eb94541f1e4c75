"""Words of a script as sounds (`sounds.SOUNDS`); several where a spelling may be read in several ways.

Sources: Arabic letters UNGEGN and ISO 233; Cyrillic ICAO Doc 9303-3 and BGN/PCGN; Hangul the Revised Romanization of 2000 with
the law of initial sounds (ㄹ is not said before i and y); Han through `anyascii` (ISC licence, readings of Unihan) in pinyin, with
the readings that characters have as family names; Greek ELOT 743. What has no table here is read as `anyascii` has it.
"""

import re
import unicodedata
from functools import cache

from anyascii import anyascii

ARABIC = dict(
    zip(
        "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهويىةپچژگکیڤھہە",
        [
            "A",
            "a",
            "i",
            "A",
            "A",
            "b",
            "t",
            "T",
            "j",
            "h",
            "H",
            "d",
            "D",
            "r",
            "z",
            "s",
            "S",
            "s",
            "d",
            "t",
            "D",
            "E",
            "G",
            "f",
            "q",
            "k",
            "l",
            "m",
            "n",
            "h",
            "U",
            "I",
            "A",
            "e",
            "p",
            "C",
            "Z",
            "g",
            "k",
            "I",
            "v",
            "h",
            "h",
            "e",
        ],
        strict=True,
    )
)
ARABIC |= {"ء": "", "ئ": "", "ؤ": "U"}
HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        [
            "A",
            "b",
            "g",
            "d",
            "h",
            "U",
            "z",
            "H",
            "t",
            "I",
            "k",
            "k",
            "l",
            "m",
            "m",
            "n",
            "n",
            "s",
            "E",
            "p",
            "p",
            "X",
            "X",
            "k",
            "r",
            "S",
            "t",
        ],
        strict=True,
    )
)
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњџђћқғҳүөәңұһ",
        "a b v g d e O Z z i y k l m n o p r s t u f H X C S S . i . e yu ya i yi e g w y ly ny j j C k G h u O a N u h".replace(
            ".", "-"
        ).split(),
        strict=True,
    )
)
CYRILLIC |= {"ъ": "", "ь": ""}
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "D",
            "e",
            "z",
            "i",
            "T",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "i",
            "f",
            "H",
            "ps",
            "o",
        ],
        strict=True,
    )
)

_HANGUL_FIRST = "g k n d t r m b p s s - j j C k t p h".replace("-", ".").split()
_HANGUL_VOWEL = [
    "a",
    "e",
    "ya",
    "ye",
    "O",
    "e",
    "yO",
    "ye",
    "o",
    "wa",
    "we",
    "we",
    "yo",
    "u",
    "wO",
    "we",
    "wi",
    "yu",
    "u",
    "ui",
    "i",
]
_HANGUL_LAST = [
    ".",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "N",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_SAID_PARK = "박"

_LATIN_LETTERS = str.maketrans({"ğ": "gh", "ş": "sh", "ș": "sh", "ç": "ch", "č": "ch", "ć": "ch", "š": "sh", "ś": "sh", "ž": "zh", "ź": "zh", "ż": "zh",
    "ø": "o", "ı": "i", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "e", "œ": "e", "ə": "a", "ŷ": "y", "ʻ": "", "ʼ": "", "’": "", "'": "", "`": "", "ʿ": "", "ʾ": "", "‘": "", "ʹ": "", "ʺ": ""})  # fmt: skip
_LATIN_RULES = (
    (r"tchtch|chtch|shch|schtsch|sch|sh", "S"),
    (r"tsch|tch|ch|cz", "C"),
    (r"dzh|dsch|dj", "j"),
    (r"kh", "H"),
    (r"gh", "G"),
    (r"zh", "Z"),
    (r"th", "T"),
    (r"dh", "D"),
    (r"ph", "f"),
    (r"ts|tz", "X"),
    (r"ks|cks", "x"),
    (r"ck", "k"),
    (r"ng(?![aeiouy])", "N"),
    (r"ou(?=[aei])", "w"),
    (r"oo", "U"),
    (r"ou", "u"),
    (r"ee", "I"),
    (r"eau|au", "o"),
    (r"c(?=[eiy])", "s"),
    (r"qu|q", "q"),
    (r"c", "k"),
    (r"gu(?=[ei])", "g"),
    (r"(?<![aeiouy])y(?![aeiouy])", "i"),
    (r"(?<=[aeiou])h$", "E"),
    (r"(?<=[^aeiou])e$", "E"),
)
_LATIN = re.compile("|".join(f"(?P<s{at}>{pattern})" for at, (pattern, _) in enumerate(_LATIN_RULES)))
_SHORT_VOWELS_LEFT_OUT = frozenset({"ARABIC", "HEBREW"})

SURNAME_READINGS = {"曾": "zeng", "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "查": "zha", "朴": "piao", "区": "ou", "盖": "ge", "乐": "yue", "任": "ren", "覃": "qin", "翟": "zhai", "尉": "wei", "员": "yun", "重": "chong", "种": "chong", "折": "she", "洗": "xian", "长": "chang", "冼": "xian", "缪": "miao", "宓": "mi", "燕": "yan", "召": "shao", "葛": "ge", "隗": "wei", "逄": "pang"}  # fmt: skip
DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "皇甫",
        "夏侯",
        "令狐",
        "司徒",
        "尉迟",
        "公孙",
        "慕容",
        "东方",
        "宇文",
        "长孙",
        "轩辕",
        "남궁",
        "황보",
        "제갈",
        "사공",
        "선우",
        "독고",
    ]
)


@cache
def script_of(letter: str) -> str:
    """Return the script of a letter as the first word of its Unicode name, or nothing."""
    name = unicodedata.name(letter, "")
    return name.partition(" ")[0] if letter.isalpha() else ""


def is_bare(word: str) -> bool:
    """Whether the word's script leaves short vowels out."""
    return script_of(word[0]) in _SHORT_VOWELS_LEFT_OUT


def latin_sounds(word: str) -> str:
    """Return the sounds of a word in Latin letters (lower case)."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", word.translate(_LATIN_LETTERS))
        if letter.isascii() and letter.isalpha()
    )
    if plain.startswith("x"):
        plain = "sh" + plain[1:]
    plain = re.sub(r"([^aeiou])\1+", r"\1", plain)
    said = _LATIN.sub(lambda found: _LATIN_RULES[int(str(found.lastgroup)[1:])][1], plain)
    return said.replace("c", "k")


def _of_table(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, "") for letter in word)


def _collapsed(said: str) -> str:
    return re.sub(r"(.)\1", r"\1", said)


def arabic_sounds(word: str) -> str:
    """Return the sounds of a word in Arabic letters, long vowels as such."""
    said = _of_table(word, ARABIC)
    if said[:1] == "U":
        said = "w" + said[1:]
    elif said[:1] == "I":
        said = "y" + said[1:]
    elif said[:1] == "A":
        said = "a" + said[1:]
    return said


def hangul_sounds(word: str, *, family: bool) -> tuple[str, ...]:
    """Return the sounds of syllables; a family name may keep the initial that is no longer said."""
    said = ""
    for letter in word:
        code = ord(letter) - 0xAC00
        if 0 <= code < 11172:
            said += (_HANGUL_FIRST[code // 588] + _HANGUL_VOWEL[code % 588 // 28] + _HANGUL_LAST[code % 28]).replace(
                ".", ""
            )
    if family and word == _SAID_PARK:
        return (said, "park")
    if family and said[:1] in "iy":
        return (said, "l" + said.removeprefix("y"), "l" + said)
    if family and said[:1] == "n":
        return (said, "r" + said[1:])
    return (said,)


def han_syllables(word: str, *, family: bool) -> list[str]:
    """Return the pinyin of each character."""
    if family and word in SURNAME_READINGS:
        return [SURNAME_READINGS[word]]
    return [anyascii(letter).strip().lower() for letter in word]


@cache
def sounds_of(word: str, *, family: bool = False) -> tuple[str, ...]:
    """Return the ways in which a word may be said, the usual one first."""
    script = script_of(word[0])
    if script == "ARABIC":
        found: tuple[str, ...] = (arabic_sounds(word),)
    elif script == "HEBREW":
        found = (_of_table(word, HEBREW),)
    elif script == "CYRILLIC":
        found = (_of_table(word.replace("дж", "џ"), CYRILLIC).replace("ks", "x"),)
    elif script == "GREEK":
        plain = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
        for pair, said in (
            ("ου", "у"),
            ("μπ", "б"),
            ("ντ", "д"),
            ("γγ", "нг"),
            ("αυ", "ав"),
            ("ευ", "ев"),
            ("αι", "е"),
            ("ει", "и"),
            ("οι", "и"),
        ):
            plain = plain.replace(pair, said)
        found = (_of_table(plain, GREEK | CYRILLIC),)
    elif script == "HANGUL":
        found = hangul_sounds(word, family=family)
    elif script == "CJK":
        found = (latin_sounds("".join(han_syllables(word, family=family))),)
    elif script == "LATIN":
        found = (latin_sounds(word),)
    else:
        found = (latin_sounds(anyascii(word).lower()),)
    return tuple(dict.fromkeys(_collapsed(one) for one in found if one))
