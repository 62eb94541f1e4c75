"""Amending instructions: what turns one wording of a law into the next, computed from both and applied back.

An instruction replaces words in a provision, puts words in or takes them out, replaces a provision, inserts one after
another, or repeals one. The words that an instruction names stand exactly once in the provision, so that it can be
carried out in one way only; where no short words do, the provision is replaced as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from accede.core.legislation.versions import Span, Worded, differences

MOST_CHANGES = 4
"""A provision with more changes is replaced as a whole: such an instruction is read more easily, and wrongly less."""
_CONTEXT = 12
"""Words beside a change that are named at most, so that the place is one only."""


class Deed(StrEnum):
    """What an instruction does."""

    REPLACE_WORDS = "replace_words"
    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction.

    Attributes:
        key: the provision that it is about; of an insertion, the new one.
        after: of an insertion, the provision after which it comes (empty: at the beginning).
        old: words that are replaced, as they stand in the provision; `new`: what takes their place, or the whole words.
    """

    deed: Deed
    key: str
    after: str = ""
    old: str = ""
    new: str = ""


class CannotAmend(ValueError):  # noqa: N818  (a judgement on instructions)
    """An instruction cannot be carried out on the text: `key` says where, the message why."""

    def __init__(self, key: str, why: str) -> None:
        self.key = key
        super().__init__(f"{key}: {why}")


def instructions(before: Sequence[Worded], after: Sequence[Worded]) -> tuple[Instruction, ...]:
    """Return what turns one wording into the other; applied to the first, it gives the second.

    Raises:
        ValueError: a key stands twice in a wording, or provisions that stayed have another order.
    """
    old, new = _by_key(before), _by_key(after)
    stayed = [one.key for one in after if one.key in old]
    if stayed != [one.key for one in before if one.key in new]:
        raise ValueError("provisions that stayed have another order")
    found = [Instruction(Deed.REPEAL, one.key) for one in before if one.key not in new]
    last = ""
    for one in after:
        if one.key not in old:
            found.append(Instruction(Deed.INSERT, one.key, after=last, new=one.words))
        elif old[one.key] != one.words:
            found += _changed(one.key, old[one.key], one.words)
        last = one.key
    return tuple(found)


def applied(text: Sequence[Worded], found: Sequence[Instruction]) -> tuple[Worded, ...]:
    """Return the wording that instructions make of another.

    Raises:
        CannotAmend: a provision is not there, or is there already; words do not stand in it exactly once.
    """
    words = _by_key(text)
    order = [one.key for one in text]
    for one in found:
        if one.deed is Deed.INSERT:
            if one.key in words:
                raise CannotAmend(one.key, "is there already")
            at = 0 if not one.after else _place(order, one.after) + 1
            order.insert(at, one.key)
            words[one.key] = one.new
            continue
        at = _place(order, one.key)
        if one.deed is Deed.REPEAL:
            del order[at], words[one.key]
        elif one.deed is Deed.REPLACE:
            words[one.key] = one.new
        else:
            if words[one.key].count(one.old) != 1 or not one.old:
                raise CannotAmend(one.key, "the words do not stand in it exactly once")
            words[one.key] = words[one.key].replace(one.old, one.new)
    return tuple(Worded(key, words[key]) for key in order)


def _changed(key: str, old: str, new: str) -> list[Instruction]:
    """Return the changes of a provision, words by words where that is clear, else as a whole."""
    whole = [Instruction(Deed.REPLACE, key, new=new)]
    changes = _changes(differences(old, new))
    if len(changes) > MOST_CHANGES:
        return whole
    found: list[Instruction] = []
    text = old
    for before, (taken, put), behind in changes:
        named = _named(text, before, taken, behind)
        if named is None:
            return whole
        lead, tail = named
        found.append(Instruction(Deed.REPLACE_WORDS, key, old=f"{lead}{taken}{tail}", new=f"{lead}{put}{tail}"))
        text = text.replace(found[-1].old, found[-1].new)
    return found if text == new and sum(len(one.old) + len(one.new) for one in found) < len(old) + len(new) else whole


def _changes(spans: Sequence[Span]) -> list[tuple[str, tuple[str, str], str]]:
    """Return each change with the words that stay before and behind it."""
    found = []
    at = 0
    while at < len(spans):
        if spans[at].sign == "":
            at += 1
            continue
        before = spans[at - 1].words if at and spans[at - 1].sign == "" else ""
        taken = spans[at].words if spans[at].sign == "-" else ""
        at += spans[at].sign == "-"
        put = spans[at].words if at < len(spans) and spans[at].sign == "+" else ""
        at += bool(put)
        behind = spans[at].words if at < len(spans) and spans[at].sign == "" else ""
        found.append((before, (taken, put), behind))
    return found


def _named(text: str, before: str, taken: str, behind: str) -> tuple[str, str] | None:
    """Return the fewest whole words before and behind a change with which it stands once in a text."""
    left, right = _pieces(before), _pieces(behind)
    for count in range(_CONTEXT + 1):
        lead = "".join(left[len(left) - min(count, len(left)) :])
        tail = "".join(right[:count])
        for one, two in ((lead, ""), ("", tail), (lead, tail)):
            words = f"{one}{taken}{two}"
            if words.strip() and text.count(words) == 1:
                return one, two
    return None


def _pieces(words: str) -> list[str]:
    """Return words each with the blanks that follow it; signs of Chinese each by itself."""
    found: list[str] = []
    for char in words:
        is_blank = char.isspace()
        starts = not found or (not is_blank and (found[-1][-1].isspace() or "\u3400" <= char <= "\u9fff"))
        if starts or "\u3400" <= found[-1][-1] <= "\u9fff":
            found.append(char)
        else:
            found[-1] += char
    return found


def _place(order: Sequence[str], key: str) -> int:
    if key not in order:
        raise CannotAmend(key, "is not there")
    return order.index(key)


def _by_key(text: Sequence[Worded]) -> dict[str, str]:
    found: Mapping[str, str] = {one.key: one.words for one in text}
    if len(found) != len(text):
        raise ValueError("a key stands twice")
    return dict(found)
