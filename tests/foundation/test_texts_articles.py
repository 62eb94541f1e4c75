"""Articles are cited as documents of the United Nations do in each language."""

import pytest

from accede.foundation.texts import cite_articles, unbroken


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("ar", "المادة 2 (1) (ز)"),
        ("en", "art. 2(1)(g)"),
        ("es", "art. 2, párr. 1 g)"),
        ("fr", "art. 2, par. 1 g)"),
        ("ru", "ст. 2, п. 1 (g)"),
        ("zh-hans", "第2条第1款(g)项"),
    ],
)
def test_an_article_with_paragraph_and_letter_is_cited_in_the_form_of_each_language(language, cited):
    assert cite_articles("2(1)(g)", language) == cited


@pytest.mark.parametrize(
    ("article", "language", "cited"),
    [
        ("16", "zh-hans", "第16条"),
        ("XIII(2)", "zh-hans", "第XIII条第2款"),
        ("XXII(a)", "fr", "art. XXII a)"),
        ("18(a)", "ru", "ст. 18 (a)"),
        ("11bis", "fr", "art. 11 bis"),
        ("3quater", "zh-hans", "第3条之四"),
        ("2A", "es", "art. 2A"),
        ("2A", "ar", "المادة 2 ألف"),
        ("11ter", "ar", "المادة 11 مكررا ثانيا"),
    ],
)
def test_roman_numbers_added_articles_and_bare_letters_have_their_form(article, language, cited):
    assert cite_articles(article, language) == cited


def test_several_articles_are_each_cited_and_joined_by_the_language():
    assert cite_articles("13(1), 13(2)", "zh-hans") == "第13条第1款、第13条第2款"
    assert cite_articles("19, 20", "es") == "art. 19; art. 20"
    assert cite_articles("13(1), 13(2)", "en") == "art. 13(1), 13(2)"


@pytest.mark.parametrize(
    ("language", "cited"),
    [("fr", "art. 5 to 7"), ("ru", "ст. 5 to 7"), ("zh-hans", "条款 5 to 7"), ("ar", "المادة 5 to 7")],
)
def test_what_has_another_shape_is_given_as_written(language, cited):
    assert cite_articles("5 to 7", language) == cited


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh-hans"])
@pytest.mark.parametrize("article", ["8(2)", "2(1)(g)", "11bis", "XXII(a)", "13(2)(b)(ii)"])
def test_a_citation_is_held_together_where_lines_are_set(article, language):
    cited = cite_articles(article, language)

    held = unbroken(f"So it is [{cited}].")

    assert " " not in held.removeprefix("So it is ")
    assert held.replace("\u00a0", " ") == f"So it is [{cited}]."
