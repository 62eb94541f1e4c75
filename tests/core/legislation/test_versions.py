"""Two wordings of a law: what follows what, and the words that changed, in the scripts of the six languages."""

import random

import pytest

from accede.core.legislation.versions import Change, Kind, Span, Worded, compared, differences

BEFORE = (Worded("1", "Les phares sont\nblancs."), Worded("2", "Dix ans."), Worded("3", "Amende."), Worded("4", "Fin."))
AFTER = (
    Worded("1", "Les phares  sont blancs."),
    Worded("2", "Douze ans."),
    Worded("3bis", "Amende."),
    Worded("5", "Neuf."),
)


def test_each_provision_is_followed():
    assert compared(BEFORE, AFTER) == (
        Change(Kind.SAME, "1", "1"),
        Change(Kind.CHANGED, "2", "2"),
        Change(Kind.MOVED, "3", "3bis"),
        Change(Kind.NEW, "", "5"),
        Change(Kind.GONE, "4", ""),
    )


def test_words_that_stand_twice_are_not_said_to_have_moved():
    twice = (Worded("3bis", "Amende."), Worded("3ter", "Amende."))

    assert Kind.MOVED not in {one.kind for one in compared(BEFORE, twice)}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("puni de dix ans.", "puni de vingt ans.", (Span("-", "dix"), Span("+", "vingt"))),
        ("处五年以下有期徒刑", "处十年以下有期徒刑", (Span("-", "五"), Span("+", "十"))),
        ("يعاقب بالسجن خمس سنوات", "يعاقب بالسجن عشر سنوات", (Span("-", "خمس"), Span("+", "عشر"))),
        ("штраф или арест", "штраф", (Span("-", " или арест"),)),
    ],
)
def test_what_changed_is_said_word_by_word(before, after, changed):
    assert tuple(one for one in differences(before, after) if one.sign) == changed


def test_both_texts_stand_in_their_differences():
    chance = random.Random(7)  # noqa: S311  (the same texts each time)
    words = ["la", "loi", "،", "مادة", "第", "条", "\n", " ", "205¹", "punit", "."]
    for _round in range(300):
        before, after = ("".join(chance.choices(words, k=chance.randint(0, 40))) for _side in "ab")
        found = differences(before, after)
        assert "".join(one.words for one in found if one.sign != "+") == before
        assert "".join(one.words for one in found if one.sign != "-") == after


def test_a_long_text_is_compared_by_lines():
    before = "\n".join(f"ligne {number} de la loi" for number in range(4000))
    after = before.replace("ligne 7 de", "ligne sept de")

    assert [one.words for one in differences(before, after) if one.sign] == [
        "ligne 7 de la loi\n",
        "ligne sept de la loi\n",
    ]
