"""Lines of a fixed width make the words that were broken at their ends."""

import pytest

from accede.core.mandates.text.joining import join
from tests.core.mandates.texts import LIGHTHOUSES, reading


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("", "The Assembly", "The Assembly"),
        ("the report", "of the Office", "the report of the Office"),
        ("the imple-", "mentation of", "the implementation of"),
        ("the IMPLE-", "MENTATION of", "the IMPLEMENTATION of"),
        ("the Secretary-", "General on", "the Secretary-General on"),
        ("entities such as UN-", "Women and", "entities such as UN-Women and"),
        ("at its sixty-", "first session", "at its sixty-first session"),
        ("of the counter-", "terrorism work", "of the counter-terrorism work"),
        ("the short-", "and long-term needs", "the short- and long-term needs"),
        ("for the biennium 2008–", "2009", "for the biennium 2008–2009"),
        ("the years 2008-", "2009", "the years 2008-2009"),
        ("lamps –", "and ferries", "lamps – and ferries"),
        ("of 5 -", "Lamps", "of 5 - Lamps"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_mended(first, second, whole):
    assert join(first, second) == whole


def test_a_time_broken_at_its_hyphen_is_read():
    broken = LIGHTHOUSES.replace("Assembly at its\nseventy-sixth session", "Assembly at its seventy-\nsixth session")
    assert broken != LIGHTHOUSES

    (when,) = [one.text for p in reading(broken).paragraphs for one in p.deadlines if one.kind == "session"]
    assert when == "at its seventy-sixth session"


def test_a_time_before_something_else_is_no_time_after_the_adoption():
    early = LIGHTHOUSES.replace("by 2023 a guide", "no later than two months before its session a guide")
    assert early != LIGHTHOUSES

    (item,) = [one for one in reading(early).paragraphs if one.path == "3(b)"]
    assert item.deadlines == ()


def test_a_day_between_title_and_opening_is_the_day_of_adoption():
    text = LIGHTHOUSES.replace("12 December 2019\n\n[on", "an unknown day\n\n[on").replace("51st plenary meeting\n", "")
    text = text.replace("\n12 December 2019\n", "\n").replace(
        "lighthouses\n", "lighthouses\n\nResolution of 30 January 1946\n", 1
    )

    assert str(reading(text).adopted_on) == "1946-01-30"


def test_a_number_that_begins_a_line_of_a_sentence_begins_no_other_resolution():
    text = LIGHTHOUSES.replace(
        "resolution 70/901 of 3 December 2015 on lamps, and", "resolution\n70/901 B of 3 December 2015 on lamps and\n"
    )
    assert text != LIGHTHOUSES

    found = reading(text)
    assert (found.symbol, found.other_resolutions) == ("A/RES/74/901", ())
    assert [one.path for one in found.paragraphs] == [one.path for one in reading(LIGHTHOUSES).paragraphs]
