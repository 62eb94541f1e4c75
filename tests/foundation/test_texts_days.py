"""Days are written out as readers of each language write them."""

from datetime import date

import pytest

from accede.foundation.texts import format_day


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("ar", "26 تموز/يوليه 2007"),
        ("en", "26 July 2007"),
        ("es", "26 de julio de 2007"),
        ("fr", "26 juillet 2007"),
        ("ru", "26 июля 2007"),
        ("zh-hans", "2007年7月26日"),
    ],
)
def test_a_day_has_its_month_in_words_of_the_language(language, written):
    assert format_day(date(2007, 7, 26), language) == written


def test_arabic_months_have_both_names_as_documents_of_the_united_nations_do():
    assert format_day(date(1970, 1, 1), "ar") == "1 كانون الثاني/يناير 1970"
    assert format_day(date(1970, 12, 31), "ar") == "31 كانون الأول/ديسمبر 1970"


def test_the_first_of_a_month_is_an_ordinal_in_french():
    assert format_day(date(2012, 3, 1), "fr") == "1er mars 2012"
    assert format_day(date(2012, 3, 11), "fr") == "11 mars 2012"
