"""Letters of one script written in another as offices do it, by published tables; independent of the matcher's own.

Russian and Ukrainian: the tables of ICAO Doc 9303-3 (passports), of BGN/PCGN 1947, of ISO 9 (1995) without its marks,
and the usual French spelling of the press. Korean: Revised Romanization (2000) and McCune-Reischauer. Greek: ELOT 743.
"""

_ICAO = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y ' e iu ia i i ie g")
        .replace("'", "")
        .split(" "),
        strict=True,
    )
)
_BGN = {**_ICAO, "й": "y", "ъ": "", "ю": "yu", "я": "ya", "ї": "yi", "є": "ye"}
_ISO = {
    **_ICAO,
    "ж": "z",
    "х": "h",
    "ц": "c",
    "ч": "c",
    "ш": "s",
    "щ": "s",
    "й": "j",
    "ъ": "",
    "ю": "u",
    "я": "a",
    "э": "e",
}
_FRENCH = {
    **_ICAO,
    "ж": "j",
    "у": "ou",
    "ц": "ts",
    "ч": "tch",
    "ш": "ch",
    "щ": "chtch",
    "й": "i",
    "ъ": "",
    "ю": "iou",
    "ё": "io",
}
CYRILLIC = {"icao": _ICAO, "bgn": _BGN, "iso": _ISO, "fr": _FRENCH}

_INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "-", "j", "jj", "ch", "k", "t", "p", "h"]
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINALS = [
    "-",
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
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_MR_INITIALS = dict(
    zip(
        _INITIALS,
        ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "-", "ch", "tch", "ch", "k", "t", "p", "h"],
        strict=True,
    )
)
_MR_VOWELS = {"eo": "o", "yeo": "yo", "eu": "u", "ui": "ui", "wo": "wo", "ae": "ae"}

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
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
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
_GREEK_PAIRS = {"ου": "ou", "αυ": "av", "ευ": "ev", "μπ": "b", "ντ": "nt", "γγ": "ng", "γκ": "gk"}
_PLAIN_GREEK = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


def russian(word: str, scheme: str) -> str:
    """Return a word of Cyrillic letters in Latin ones."""
    table = CYRILLIC[scheme]
    lower = word.lower()
    if scheme == "bgn" and lower.startswith("е"):
        lower = "йе"[0] + lower
    said = "".join(table.get(letter, letter) for letter in lower)
    if scheme == "fr" and said.endswith("in"):
        said += "e"
    if scheme != "iso" and said.endswith(("iy", "yi", "yy", "ii")):
        said = said[:-2] + ("y" if scheme != "fr" else "i")
    return said.title()


def korean(word: str, scheme: str) -> list[str]:
    """Return the syllables of a Korean word in Latin letters."""
    made = []
    for letter in word:
        code = ord(letter) - 0xAC00
        first, vowel, last = _INITIALS[code // 588], _VOWELS[code % 588 // 28], _FINALS[code % 28]
        if scheme == "mr":
            first, vowel = _MR_INITIALS[first], _MR_VOWELS.get(vowel, vowel)
        made.append(f"{first}{vowel}{last}".replace("-", ""))
    return made


def greek(word: str) -> str:
    """Return a Greek word in Latin letters."""
    text = word.lower().translate(_PLAIN_GREEK)
    if text.startswith("μπ"):
        text = "b" + text[2:]
    for pair, said in _GREEK_PAIRS.items():
        text = text.replace(pair, said)
    return "".join(_GREEK.get(letter, letter) for letter in text).title()
