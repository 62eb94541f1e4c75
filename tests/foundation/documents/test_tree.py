"""The tree: what makes no document is told, all of it; what no file may hold is not in it."""

import pytest
from django.utils import translation

from accede.foundation.documents.numbering import Counting, chinese, paragraph_mark, roman
from accede.foundation.documents.tree import (
    Annex,
    Column,
    Document,
    Figure,
    Heading,
    Numbered,
    Run,
    Table,
    UnsoundDocument,
    plain,
    said,
)
from tests.support.documents import SAMPLE, sample_drawing, sample_table


def test_all_that_makes_no_document_is_told_at_once():
    with pytest.raises(UnsoundDocument) as wrong:
        Document(
            " ",
            "en",
            (
                Heading("Second", 2),
                Table("", (Column("A"), Column("B")), ((said("1"),),)),
                Numbered(said("x"), 3),
                Figure("", sample_drawing(), "", sample_table(SAMPLE["en"])),
            ),
        )

    assert len(wrong.value.problems) == 6


def test_headings_of_an_annex_stand_below_its_title():
    Document("Title", "en", (Heading("One"), Annex("Annex", (Heading("Two", 2),))))

    with pytest.raises(UnsoundDocument):
        Document("Title", "en", (Annex("Annex", (Heading("Three", 3),)),))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//elsewhere",
        "https://a b",
        "vbscript:x",
        "ftp://x",
    ],
)
def test_an_address_that_nobody_should_follow_is_dropped_and_its_words_stay(address):
    assert Run("words", address=address) == Run("words")


@pytest.mark.parametrize(
    "address", ["https://sample.invalid/?a=b#c", "/en/states/", "#part", "mailto:a@sample.invalid"]
)
def test_an_address_that_leads_somewhere_is_kept(address):
    assert Run("words", address=address).address == address


def test_what_no_file_may_hold_is_left_out():
    assert plain(said("a\x00b\x0b\ud800c\ufffe\td\r\ne")) == "abc d\ne"


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", ["1.", "(a)", "(b)", "(i)", "2.", "(a)"]),
        ("fr", ["1.", "a)", "b)", "i)", "2.", "a)"]),
        ("ru", ["1.", "a)", "b)", "i)", "2.", "a)"]),
        ("ar", ["1 -", "(أ)", "(ب)", "‘1’", "2 -", "(أ)"]),
        ("zh-hans", ["1.", "(a)", "(b)", "(一)", "2.", "(a)"]),
    ],
)
def test_paragraphs_are_numbered_as_the_united_nations_do_in_each_language(language, marks):
    counting = Counting(language)

    assert [counting.paragraph(depth) for depth in (0, 1, 1, 2, 0, 1)] == marks


def test_numbers_go_on_after_the_last_letter():
    assert paragraph_mark(28, 1, "en") == "(bb)"
    assert [roman(number) for number in (4, 9, 14, 1999)] == ["iv", "ix", "xiv", "mcmxcix"]
    assert [chinese(number) for number in (1, 10, 11, 20, 21, 99, 100)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
        "100",
    ]


@pytest.mark.parametrize(("language", "annex"), [("en", "Annex II"), ("ar", "المرفق الثاني"), ("zh-hans", "附件二")])
def test_annexes_are_counted_in_the_language(language, annex):
    counting = Counting(language)
    with translation.override(language):
        counting.annex(is_only=False)

        assert counting.annex(is_only=False) == annex
