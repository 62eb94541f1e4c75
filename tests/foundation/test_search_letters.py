"""Words as they are looked up: in any script; symbols stay whole."""

import pytest

from accede.foundation.search.letters import ends_of, lookups, symbols_in, whole, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("205¹ and 205-1", ["205", "and", "205", "1"]),
        ("١٢ و ۱۲", ["12", "و", "12"]),
        ("\uff26\uff55\uff4c\uff4c\uff11\uff12", ["full12"]),
        ("a\x00b\x1bc", ["a", "b", "c"]),
        ("第1373号决议", ["第", "1373", "号决议"]),
        ("مَغْرِب", ["مغرب"]),
        ("\u202eFRA\u202c", ["fra"]),
        ("…!? ¿", []),
    ],
)
def test_figures_scripts_and_marks(text, words):
    assert list(words_of(text)) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("قانون", "القانون"), ("والإرهاب", "ارهاب"), ("فلسطين", "فلسطين"), ("Côte", "cote"), ("Ё", "е")],
)
def test_words_that_mean_the_same_are_looked_up_alike(one, other):
    assert set(lookups(words_of(one)[0])) & set(lookups(words_of(other)[0]))


def test_chinese_is_looked_up_by_pairs():
    assert lookups("司法协助") == ("司法", "法协", "协助")
    assert lookups("法") == ("法",)


def test_symbols_are_no_paths_and_are_known_by_their_ends():
    assert list(symbols_in("See A/RES/60/288, S/RES/1373 (2001) and/or E/RES/2007/18.")) == [
        "a/res/60/288",
        "s/res/1373",
        "e/res/2007/18",
    ]
    assert list(ends_of("a/res/60/288")) == ["a/res/60/288", "res/60/288", "60/288"]


def test_a_whole_name_is_one_whatever_its_case_and_marks():
    assert whole("Côte d’Ivoire") == whole("COTE D'IVOIRE")
