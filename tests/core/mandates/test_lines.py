"""Lines of a fixed width make the words that were broken at their ends."""

import pytest

from accede.core.mandates.lines import join
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


def test_a_number_that_begins_a_line_of_a_sentence_begins_no_other_resolution():
    text = LIGHTHOUSES.replace(
        "resolution 70/901 of 3 December 2015 on lamps, and", "resolution\n70/901 B of 3 December 2015 on lamps and\n"
    )
    assert text != LIGHTHOUSES

    found = reading(text)
    assert (found.symbol, found.other_resolutions) == ("A/RES/74/901", ())
    assert [one.path for one in found.paragraphs] == [one.path for one in reading(LIGHTHOUSES).paragraphs]
