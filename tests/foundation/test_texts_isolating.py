import pytest
from django.utils import translation

from accede.foundation.imports import Problem, explain
from accede.foundation.texts import isolated


@pytest.mark.parametrize(("language", "written"), [("ar", "\u20682007-07-26\u2069"), ("fr", "2007-07-26")])
def test_what_a_sentence_quotes_keeps_its_own_direction(language, written):
    with translation.override(language):
        assert isolated("2007-07-26") == written


def test_what_is_wrong_with_a_file_is_told_in_arabic_with_its_days_in_order():
    problem = Problem("day.future", params={"day": "2030-01-02", "today": "2026-12-01"})

    with translation.override("ar"):
        assert "\u20682030-01-02\u2069" in explain(problem)
