"""Ordinal and cardinal numbers in words, as sessions are counted: "sixty-third" is 63."""

import re

from accede.core.mandates.words.wordlists import word_list

_UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


def _simple() -> dict[str, int]:
    words = dict(_IRREGULAR)
    words |= {f"{unit}th": value for value, unit in enumerate(_UNITS) if value > 3 and value not in (5, 8, 9, 12)}
    words |= {f"{ten[:-1]}ieth": value for ten, value in _TENS.items()}
    return words


_ORDINALS = _simple()
_CARDINALS = {unit: value for value, unit in enumerate(_UNITS)} | _TENS
_UNIT = "(?:" + "|".join(sorted((word for word, value in _ORDINALS.items() if value < 10), key=len, reverse=True)) + ")"
ORDINAL = (
    rf"(?:(?:one )?hundred(?: and)?[- ])?(?:(?:{'|'.join(_TENS)})[- ]{_UNIT}|"
    + "|".join(sorted(_ORDINALS, key=len, reverse=True))
    + r"|\d{1,3}(?:st|nd|rd|th))"
)
_CARDINAL_WORDS = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
CARDINAL = rf"(?:\d+|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[1:10])}))?|{_CARDINAL_WORDS}|an?)"


def ordinal_value(words: str) -> int | None:
    """Return the number an ordinal names, or None."""
    text = re.sub(r"\s+", " ", words.lower().strip()).replace("-", " ")
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text)
    if digits:
        return int(digits[1])
    total = 0
    match = re.match(r"(?:one )?hundred(?: and)? ?", text)
    if match:
        total, text = 100, text[match.end() :]
    for word in text.split():
        value = _ORDINALS.get(word, _TENS.get(word))
        if value is None:
            return None
        total += value
    return total or None


def cardinal_value(words: str) -> int | None:
    """Return the number a cardinal names, or None; "a" and "an" are one."""
    text = words.lower().strip()
    if text.isdigit():
        return int(text)
    if text in ("a", "an"):
        return 1
    values = [_CARDINALS.get(word) for word in text.split("-")]
    return sum(value for value in values if value is not None) if all(value is not None for value in values) else None
