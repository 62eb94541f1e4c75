"""Ordinals of sessions in French and Spanish: "soixante-quatrième" is 64, "sexagésimo cuarto" is 64."""

import re
from functools import cache

from accede.core.mandates.words.wordlists import word_list

_FRENCH_UNITS = word_list(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
)
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_SPANISH_UNITS = [
    "primer",
    "segundo",
    "tercer",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
    "décimo",
    "undécimo",
    "duodécimo",
    "decimotercer",
    "decimocuarto",
    "decimoquinto",
    "decimosexto",
    "decimoséptimo",
    "decimoctavo",
    "decimonoveno",
]
_SPANISH_TENS = {
    20: "vigésimo", 30: "trigésimo", 40: "cuadragésimo", 50: "quincuagésimo", 60: "sexagésimo", 70: "septuagésimo",
    80: "octogésimo", 90: "nonagésimo", 100: "centésimo",
}  # fmt: skip


def _french(number: int) -> str:
    if number < 20:
        return _FRENCH_UNITS[number - 1]
    ten = max(one for one in _FRENCH_TENS if one <= number)
    rest = number - ten
    if not rest:
        return _FRENCH_TENS[ten]
    joiner = "-et-" if rest in (1, 11) and ten != 80 else "-"
    return f"{_FRENCH_TENS[ten]}{joiner}{_FRENCH_UNITS[rest - 1]}"


def _french_ordinal(number: int) -> str:
    cardinal = _french(number)
    if cardinal.endswith("cinq"):
        return f"{cardinal}uième"
    if cardinal.endswith("neuf"):
        return f"{cardinal[:-1]}vième"
    return f"{cardinal.removesuffix('e')}ième"


@cache
def _french_values() -> dict[str, int]:
    return {"première": 1, "premier": 1} | {_french_ordinal(number): number for number in range(2, 100)}


@cache
def _spanish_values() -> dict[str, int]:
    values = {one: number for number, one in enumerate(_SPANISH_UNITS, 1)}
    for ten, word in _SPANISH_TENS.items():
        values[word] = ten
        values |= {f"{word} {unit}": ten + number for number, unit in enumerate(_SPANISH_UNITS[:9], 1) if ten < 100}
    return values


def ordinal_in(text: str, language: str) -> int | None:
    """Return the number that an ordinal in words or digits names, or None."""
    digits = re.match(r"(\d{1,3})\s?(?:e|è|ème|º|°|o|er)?\b", text)
    if digits is not None:
        return int(digits[1])
    words = re.sub(r"[\s-]+", " ", text.lower()).strip()
    if language == "fr":
        return {re.sub(r"[\s-]+", " ", name): value for name, value in _french_values().items()}.get(words)
    return _spanish_values().get(
        re.sub(r"\b(primer|tercer|decimotercer)[oa]\b", r"\1", words).replace("a ", "o ")
    ) or _spanish_values().get(words)


CARDINALS = {
    "fr": {word: number for number, word in enumerate(_FRENCH_UNITS, 1)}
    | {"trente": 30, "soixante": 60, "vingt": 20, "quatre-vingt-dix": 90, "cent vingt": 120},
    "es": {
        word: number
        for number, word in enumerate(
            word_list("un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"), 1
        )
    }
    | {"treinta": 30, "sesenta": 60, "noventa": 90, "ciento veinte": 120},
}


def cardinal_in(text: str, language: str) -> int | None:
    """Return the number that a cardinal in words or digits names, or None."""
    bare = text.strip().lower()
    return int(bare) if bare.isdecimal() else CARDINALS.get(language, {}).get(bare)
