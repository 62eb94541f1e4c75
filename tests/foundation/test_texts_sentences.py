import pytest

from accede.foundation.texts import begun, in_sentence


@pytest.mark.parametrize(("language", "named"), [("en", "the Oil Convention"), ("fr", "Oil Convention")])
def test_english_sets_an_article_before_the_title_of_a_text(language, named):
    assert in_sentence("Oil Convention", language) == named


def test_a_sentence_begins_with_a_capital():
    assert begun("the Oil Convention is read.") == "The Oil Convention is read."
    assert begun("") == ""
