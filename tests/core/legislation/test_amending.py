"""Text and instructions give the new text, always; an instruction can be carried out in one way only."""

import random

import pytest

from accede.core.legislation.amending import CannotAmend, Deed, Instruction, applied, instructions
from accede.core.legislation.versions import Worded

BEFORE = (Worded("1", "Les phares sont blancs."), Worded("3", "Est puni de dix ans quiconque éteint un phare."))


def test_words_are_replaced_where_they_stand_once():
    after = (BEFORE[0], Worded("3", "Est puni de vingt ans quiconque éteint un phare."), Worded("3bis", "Amende."))

    found = instructions(BEFORE, after)

    assert found == (
        Instruction(Deed.REPLACE_WORDS, "3", old="dix", new="vingt"),
        Instruction(Deed.INSERT, "3bis", after="3", new="Amende."),
    )
    assert applied(BEFORE, found) == after


def test_words_that_stand_twice_are_named_with_their_neighbours():
    before = (Worded("1", "Le juge entend le juge de paix."),)
    after = (Worded("1", "Le juge entend le maire de paix."),)

    (one,) = instructions(before, after)

    assert before[0].words.count(one.old) == 1
    assert applied(before, (one,)) == after


@pytest.mark.parametrize(
    "wrong",
    [
        Instruction(Deed.REPLACE_WORDS, "1", old="s", new="x"),
        Instruction(Deed.REPLACE_WORDS, "1", old="nowhere", new="x"),
        Instruction(Deed.REPEAL, "9"),
        Instruction(Deed.INSERT, "1", new="x"),
        Instruction(Deed.INSERT, "4", after="9", new="x"),
    ],
)
def test_what_cannot_be_carried_out_is_refused(wrong):
    with pytest.raises(CannotAmend):
        applied(BEFORE, (wrong,))


WORDS = [
    "la",
    "peine",
    "est",
    "de",
    "dix",
    "ans",
    "،",
    "المادة",
    "يعاقب",
    "第三条",
    "处",
    "五年",
    "статья",
    ".",
    ",",
    "205¹",
    "\n",
]


def test_a_thousand_amendments_are_proven():
    chance = random.Random(18)  # noqa: S311  (the same texts each time)

    def text(length: int) -> str:
        return " ".join(chance.choices(WORDS, k=length))

    for _round in range(1000):
        before = [Worded(str(number), text(chance.randint(1, 60))) for number in range(1, 6)]
        after = list(before)
        for _change in range(chance.randint(1, 3)):
            at = chance.randrange(len(after))
            deed = chance.choice(["words", "words", "gone", "new"])
            if deed == "gone" and len(after) > 1:
                del after[at]
            elif deed == "new":
                after.insert(at, Worded(f"n{chance.random()}", text(10)))
            else:
                words = after[at].words.split(" ")
                start = chance.randrange(len(words))
                words[start : start + chance.randint(0, 3)] = text(chance.randint(1, 4)).split(" ")
                after[at] = Worded(after[at].key, " ".join(words))
        assert applied(before, instructions(before, after)) == tuple(after)
