"""Pieces of a paragraph put together again, and whether it has come to its stop."""

import re

from accede.core.mandates.words.wordlists import word_set

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_AND = re.compile(r"(?:[,;]\s*(?:and|or|and/or|but))$")
_NOTE_NUMBERS = re.compile(r"(?<=[^\d][,;:.”\"])\s?\d{1,3}(?:[,\s]+\d{1,3})*$")
_TAIL = 40
"""How many letters at the end of a text tell whether it has come to a stop."""


def is_finished(text: str) -> bool:
    """Say whether a paragraph's text has come to a stop: comma, semicolon, colon, full stop, or "; and"."""
    if _AND.search(text, max(0, len(text) - _TAIL)):
        return True
    bare = text
    while bare and bare[-1] in f'{SUPERSCRIPTS}*”»"’)] ':
        bare = bare[:-1]
    without_note = _NOTE_NUMBERS.sub("", bare[-_TAIL:])
    return without_note.rstrip('”"»’)* ').endswith(
        (",", ";", ":", ".", "!", "?", "…", "—", "。", "，", "；", "：", "،", "؛", "؟")
    )


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
    if first[-1] > "\u2e7f" and second[:1] > "\u2e7f":
        # Between Chinese characters there is no blank.
        return first + second
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
