"""What looks like a day in a printed list, so that its columns can be found; whether it is one is judged later."""

import re

_WORD = r"[^\W\d_]"
_ONE_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+)?{_WORD}{{3,12}}\.?\s*,?\s*(?:de\s+|del\s+)?\d{{4}}"
    rf"|{_WORD}{{3,10}}\.?\s\d{{1,2}}\s?,\s?\d{{4}}"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号])"
)
#: What lists put behind a day: a letter, the act in words, signs of notes.
_MARKS = rf"(?:\s*г\.?)?(?:\s*\(?{_WORD}{{1,2}}\)?(?![^\W\d_]))?(?:\s*\({_WORD}[^()\d]{{2,40}}\))?(?:\s*(?:[*†‡]|[(\[]\d{{1,3}}[)\]]))*"  # noqa: E501,RUF001  (one pattern; the Russian sign for the year)
_NOTHING = r"(?:[-–—−]|…|n/a)"
_VALUE = rf"(?:\[\s*)?{_ONE_DAY}{_MARKS}(?:\s*\])?{_MARKS}"
A_DAY = re.compile(_VALUE)
_IS_VALUE = re.compile(rf"(?:{_VALUE}|{_NOTHING})")
_NAME_AND_VALUES = re.compile(rf"(?P<name>.*?)(?P<values>(?:(?:^|(?<=\s))(?:{_VALUE}|{_NOTHING})\s*)+)$")
_LONGEST = 300


def is_day(text: str) -> bool:
    """Return whether the text as a whole looks like a day, with what lists put behind one."""
    return len(text) <= _LONGEST and A_DAY.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """Return whether the text is what lists print for nothing."""
    return re.fullmatch(_NOTHING, text) is not None


def pieces(text: str) -> list[tuple[int, int]]:
    """Return where a name, and the days and dashes after it, begin and end in a text; only one part for other texts."""
    whole = [(0, len(text))]
    if len(text) > _LONGEST or A_DAY.search(text) is None or is_day(text):
        return whole
    match = _NAME_AND_VALUES.fullmatch(text)
    if match is None:
        return whole
    name = match["name"].rstrip()
    found = [(0, len(name))] if name else []
    return found + [value.span() for value in _IS_VALUE.finditer(text, match.start("values"))]
