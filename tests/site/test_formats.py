import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "2,895,900"),
        *((language, "2\N{NO-BREAK SPACE}895\N{NO-BREAK SPACE}900") for language in ("ar", "fr", "zh-hans")),
    ],
)
def test_great_numbers_are_written_in_threes(language, written):
    with translation.override(language):
        assert Template('{{ number|floatformat:"0g" }}').render(Context({"number": 2895900})) == written
