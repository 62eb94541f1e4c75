"""Two wordings of a law: which provision follows which, whether its words changed, and how, word by word.

Words are the same when they differ in blanks and ends of lines only. A provision follows the one of its number; where
the number is gone, the one with the same words, if there is exactly one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Kind(StrEnum):
    """What became of a provision."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    """Under another number, with the same words."""
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Worded:
    """A provision as it is compared: a key that no other of its wording has, and its words with their heading."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a provision: its keys before and after (empty: none)."""

    kind: Kind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stayed, were taken out (`-`) or came in (`+`)."""

    sign: str
    words: str


def compared(before: Sequence[Worded], after: Sequence[Worded]) -> tuple[Change, ...]:
    """Return what became of each provision, in the order of the new wording; those that are gone come last."""
    old, new = {one.key: one for one in before}, {one.key: one for one in after}
    moved = _moved([one for one in before if one.key not in new], [one for one in after if one.key not in old])
    changes = []
    for one in after:
        if one.key in old:
            is_same = even(old[one.key].words) == even(one.words)
            changes.append(Change(Kind.SAME if is_same else Kind.CHANGED, one.key, one.key))
        elif one.key in moved:
            changes.append(Change(Kind.MOVED, moved[one.key], one.key))
        else:
            changes.append(Change(Kind.NEW, "", one.key))
    followed = {one.before for one in changes}
    changes += [Change(Kind.GONE, one.key, "") for one in before if one.key not in followed]
    return tuple(changes)


def even(words: str) -> str:
    """Return words with single blanks, as they are compared."""
    return " ".join(words.split())


def differences(before: str, after: str) -> tuple[Span, ...]:
    """Return how one text became the other, word by word; signs of Chinese each count as a word.

    The words that stayed and came in are the new text, those that stayed and were taken out the old one.
    """
    old, new = _tokens(before), _tokens(after)
    return tuple(_joined(_spans(old, new)))


def _moved(gone: Sequence[Worded], came: Sequence[Worded]) -> dict[str, str]:
    """Return the key before by the key after, where the same words stand exactly once on both sides."""
    olds, news = Counter(_body(one) for one in gone), Counter(_body(one) for one in came)
    by_words = {_body(one): one.key for one in gone}
    return {one.key: by_words[words] for one in came if (words := _body(one)) and olds[words] == 1 and news[words] == 1}


def _body(one: Worded) -> str:
    return even(one.words)


_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|\s+|[^\w\s]")
_MOST_TOKENS = 6_000
"""More are compared by lines: word by word would take the square of them."""


def _tokens(text: str) -> list[str]:
    found = _TOKEN.findall(text)
    return found if len(found) <= _MOST_TOKENS else text.splitlines(keepends=True)


def _spans(old: Sequence[str], new: Sequence[str]) -> Iterator[Span]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for op, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if op == "equal":
            yield Span("", "".join(new[new_from:new_to]))
            continue
        if old_to > old_from:
            yield Span("-", "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Span("+", "".join(new[new_from:new_to]))


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Yield spans so that blanks alone between two changes belong to both: a reader sees one change and not three."""
    taken, put = "", ""
    held: list[Span] = [*spans]
    for place, one in enumerate(held):
        is_between = 0 < place < len(held) - 1 and not one.words.strip() and bool(taken or put)
        if one.sign == "" and not is_between:
            yield from _pair(taken, put)
            taken = put = ""
            yield one
        elif one.sign == "":
            taken, put = taken + one.words, put + one.words
        elif one.sign == "-":
            taken += one.words
        else:
            put += one.words
    yield from _pair(taken, put)


def _pair(taken: str, put: str) -> Iterator[Span]:
    if taken:
        yield Span("-", taken)
    if put:
        yield Span("+", put)
