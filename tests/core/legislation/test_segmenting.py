"""Laws of the six languages are cut into provisions, and nothing of their text is lost. All samples are invented."""

import random

import pytest

from accede.core.legislation.provisions import Doubt, Piece, Place, Segmented, TextLostError, check_nothing_lost
from accede.core.legislation.segmenting import is_empty, segment

FRENCH = """Loi modèle (sample)

Titre Ier : Dispositions générales

Article 1er
La présente loi s'applique aux navires.

Article 2 bis. - Est puni de cinq ans quiconque détruit un phare.

Article 3
L'article 2 de la loi modèle reste applicable.
"""
RUSSIAN = """Закон (sample)

Глава 1. Общие положения

Статья 205. Поджог
Наказывается лишением свободы.

Статья 205¹. Содействие
Наказывается штрафом.
"""
ARABIC = """قانون (عينة)
المادة الأولى
يسري هذا القانون على السفن.
المادة الثانية
يعاقب كل من أتلف منارة
المادة 3 من القانون السابق لا تسري.
المادة (3) مكرر
ينشر هذا القانون.
"""
CHINESE = """範例法
第一章 總則
第一條　為保護燈塔，特制定本法。
第二條　本法所稱燈塔，指航行設施。
第二條之一
依第一條之規定辦理。
"""
ENGLISH = """Lighthouses Act (sample)

1. Short title
This Act may be cited as the Lighthouses Act.
2. Offences
A person who
1. destroys a lighthouse, or
2. damages one,
commits an offence.
3. Penalty
A fine.
4. Commencement
This Act commences on a day to be fixed.
"""


def numbers(text: str) -> list[str]:
    return [one.number for one in segment(text).provisions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRENCH, ["1", "2bis", "3"]),
        (RUSSIAN, ["205", "205.1"]),
        (ARABIC, ["1", "2", "3bis"]),
        (CHINESE, ["1", "2", "2-1"]),
        (ENGLISH, ["1", "2", "3", "4"]),
    ],
)
def test_each_tradition_has_its_numbers(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text", [FRENCH, RUSSIAN, ARABIC, CHINESE, ENGLISH, "", "no law at all", "Article 1", "\n\n§ 1\n"]
)
def test_joined_the_pieces_are_the_text(text):
    found = segment(text)

    assert "".join(found.words_of(one) for one in found.pieces) == text


def test_of_whatever_is_thrown_in_nothing_is_lost():
    chance = random.Random(1)  # noqa: S311  (the same each time)
    signs = [
        "Article",
        "Статья",
        "مادة",
        "第三條",
        "§",
        "Annex",
        "Schedule",
        "1",
        "2bis",
        "12.\n\n#",
        "##",
        "**",
        "(",
        ")",
        "º",
        "¹",
        "er",
        ":",
        "—",
        "a",
        "b",
        "Convention",
    ]
    for _turn in range(300):
        text = "".join(chance.choice(signs) + chance.choice(["", " ", "\n", "\r\n"]) for _sign in range(60))
        found = segment(text)
        assert "".join(found.words_of(one) for one in found.pieces) == text


def test_a_piece_left_out_is_noticed():
    whole = segment(FRENCH)
    less = Segmented(whole.text, whole.pieces[:1] + whole.pieces[2:], ())

    with pytest.raises(TextLostError):
        check_nothing_lost(less)


def test_headings_go_with_their_provisions():
    second = segment(RUSSIAN).provisions[1]

    assert (second.heading, second.within) == ("Содействие", ("Глава 1. Общие положения",))


def test_a_treaty_in_a_schedule_is_no_provision_of_the_state():
    law = "\n".join(f"Article {number}\nIt is forbidden to damage lighthouse {number}." for number in range(1, 7))
    treaty = "\nSchedule\nConvention on lighthouses\n" + "\n".join(
        f"Article {number}\nEach State Party shall protect lighthouses of the other States Parties."
        for number in range(1, 5)
    )

    found = segment(law + treaty)

    assert [one.number for one in found.provisions if one.place is Place.BODY] == ["1", "2", "3", "4", "5", "6"]
    assert [one.key for one in found.provisions if one.place is Place.TREATY][:2] == ["treaty/1", "treaty/2"]


def test_a_code_that_is_itself_a_schedule_stays_a_law():
    act = "\n".join(f"Section {number}\nThis Act gives effect to the Code." for number in range(1, 6))
    code = "\nSchedule - The Lighthouse Code\n" + "\n".join(
        f"Section {number}.1\nA person commits an offence." for number in (1, 2)
    )

    assert [one.place for one in segment(act + code).provisions][-2:] == [Place.SCHEDULE, Place.SCHEDULE]


def test_a_table_of_contents_is_none():
    contents = "\n".join(f"Article {number}" for number in range(1, 6))
    body = "\n".join(f"Article {number}\nText of {number}." for number in range(1, 6))

    found = segment(f"{contents}\n\n{body}\n")

    assert [one.number for one in found.provisions] == ["1", "2", "3", "4", "5"]
    assert sum(one.place is Place.CONTENTS for one in found.pieces) == 5


def test_it_is_said_where_a_person_should_look():
    text = "Article 1\nA.\nArticle 2\nB.\nArticle 2\nC.\nArticle 7\nRepealed.\n"

    doubts = {(one.doubt, one.number) for one in segment(text).unsure}

    assert {(Doubt.REPEATED, "2"), (Doubt.GAP, "7"), (Doubt.EMPTY, "7")} <= doubts
    assert [one.key for one in segment(text).provisions] == ["1", "2", "2~2", "7"]


def test_what_is_repealed_says_nothing():
    text = "Статья 129. Утратила силу."
    piece = Piece(Place.BODY, 0, len(text), number="129", body_from=len("Статья 129. "))

    assert is_empty(text, piece)
