"""Articles of a treaty as readers of each language cite them: "2(1)(g)" is "art. 2, par. 1 g)" in French."""

import re
from collections.abc import Callable

from accede.foundation.texts.lists import listed

_PROVISION = re.compile(
    r"(?P<article>\d+|[IVXL]+)(?P<added>[A-Z]|bis|ter|quater)?"
    r"(?:\((?P<paragraph>\d+(?: ?(?:bis|ter))?)\))?(?P<letters>(?:\((?:[a-z]+|\d+)\))*)"
)
_ADDED_IN_CHINESE = {"bis": "之二", "ter": "之三", "quater": "之四"}
_ADDED_IN_ARABIC = {"A": "ألف", "B": "باء", "bis": "مكررا", "ter": "مكررا ثانيا", "quater": "مكررا ثالثا"}
_LETTERS_IN_ARABIC = dict(zip("abcdefghijk", ("أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك"), strict=True))
"""Documents of the United Nations letter paragraphs in Arabic by the abjad order, and number what is below them."""
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


def cite_articles(articles: str, language: str) -> str:
    """Return `articles` ("2(1)(g)", "13(1), 13(2)") as a citation in `language`, with the word for article.

    The forms are those of documents of the United Nations in each language. What is of another shape, and a language
    without a form of its own, is given as it is written, after the language's word for article.
    """
    cite = _FORMS.get(language)
    found = [_PROVISION.fullmatch(part) for part in articles.split(", ")]
    if cite is None or not all(found):
        return _AS_WRITTEN.get(language, "art. %s") % articles
    cited = [cite(match) for match in found if match]
    return "、".join(cited) if language == "zh-hans" else listed(cited, language, apart=True)


_BEFORE_NUMBER = re.compile(r"\b(arts?\.|par\.|párr\.|ст\.|п\.|المادة) (?=[\dIVXL])")
_WITHIN = re.compile(
    r"(?<=[\dIVXL)]) (?=\(\w{1,4}\)|\w{1,3}\)|(?:bis|ter|quater|ألف|باء|مكررا)\b)"
    r"|(?<=مكررا) (?=ثانيا|ثالثا)|(?<=\d,) (?=(?:par|párr|п)\.)"
)


def unbroken(text: str) -> str:
    """Return `text` with its citations of articles held together: where lines are set, “art.” and “8(2)” share one."""
    return _WITHIN.sub("\u00a0", _BEFORE_NUMBER.sub("\\1\u00a0", text))


def _spaced(match: re.Match[str]) -> str:
    """Return the number of the article; Latin ordinals stand apart from it, letters do not."""
    added = match["added"] or ""
    return f"{match['article']} {added}" if len(added) > 1 else f"{match['article']}{added}"


def _below(match: re.Match[str]) -> list[str]:
    """Return the letters and numbers below the paragraph: "(b)(ii)" is "b" and "ii"."""
    return match["letters"][1:-1].split(")(") if match["letters"] else []


def _latin(article: str, paragraph: str) -> Callable[[re.Match[str]], str]:
    def cite(match: re.Match[str]) -> str:
        text = f"{article} {_spaced(match)}"
        if match["paragraph"]:
            text += f", {paragraph} {match['paragraph']}"
        return " ".join([text, *(f"{below})" for below in _below(match))])

    return cite


def _russian(match: re.Match[str]) -> str:
    text = f"ст. {_spaced(match)}"
    if match["paragraph"]:
        text += f", п. {match['paragraph']}"
    return f"{text} {match['letters']}" if match["letters"] else text


def _chinese(match: re.Match[str]) -> str:
    added = match["added"] or ""
    number = f"{match['article']}{added}" if len(added) == 1 else match["article"]
    text = f"第{number}条{_ADDED_IN_CHINESE.get(added, '')}"
    if match["paragraph"]:
        paragraph, _space, ordinal = match["paragraph"].partition(" ")
        text += f"第{paragraph}款{_ADDED_IN_CHINESE.get(ordinal, ordinal)}"
    return f"{text}{match['letters']}项" if match["letters"] else text


def _arabic(match: re.Match[str]) -> str:
    added = match["added"] or ""
    text = f"المادة {match['article']}"
    if added:
        text += f" {_ADDED_IN_ARABIC.get(added, added)}"
    if match["paragraph"]:
        paragraph, _space, ordinal = match["paragraph"].partition(" ")
        text += f" ({paragraph} {_ADDED_IN_ARABIC.get(ordinal, ordinal)})" if ordinal else f" ({paragraph})"
    letter, *below = _below(match) or [""]
    text += f" ({_LETTERS_IN_ARABIC.get(letter, letter)})" if letter else ""
    return text + "".join(f" ({_ROMAN.get(number, number)})" for number in below)


_FORMS: dict[str, Callable[[re.Match[str]], str]] = {
    "ar": _arabic,
    "es": _latin("art.", "párr."),
    "fr": _latin("art.", "par."),
    "ru": _russian,
    "zh-hans": _chinese,
}
_AS_WRITTEN = {"ar": "المادة %s", "ru": "ст. %s", "zh-hans": "条款 %s"}
