import pytest

from accede.foundation.texts import listed


@pytest.mark.parametrize(
    ("language", "row", "row_apart"),
    [
        ("en", "a, b", "a; b"),
        ("fr", "a, b", "a\N{NARROW NO-BREAK SPACE}; b"),
        ("ar", "a، b", "a؛ b"),
        ("zh-hans", "a、b", "a；b"),
    ],
)
def test_each_language_lists_with_its_own_marks(language, row, row_apart):
    assert listed(["a", "b"], language) == row
    assert listed(["a", "b"], language, apart=True) == row_apart


def test_one_item_and_none_need_no_mark():
    assert (listed(["a"], "en"), listed([], "en")) == ("a", "")
