"""Numbers of provisions: one form of each for citing, and the order of a code."""

import pytest

from accede.core.legislation.numbers import normal, sort_key


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("205¹", "205.1"),
        ("1er", "1"),
        ("1º", "1"),
        ("4 bis", "4bis"),
        ("213 ter", "213ter"),
        ("421–2–1", "421-2-1"),
        ("L. 1333-9", "L1333-9"),
        ("20A", "20A"),
        ("九十八條之二".replace("條", ""), "98-2"),
        ("一百零三", "103"),
        ("5-1", "5-1"),
        ("الثانية والتسعون", "92"),
        ("الأولى", "1"),
        ("الحادية عشرة", "11"),
        ("٤٧", "47"),
        ("premier", "1"),
    ],
)
def test_a_number_has_one_form(written, cited):
    assert normal(written) == cited


def test_numbers_stand_as_in_a_code():
    shuffled = ["10", "4ter", "4", "205.1", "4bis", "205", "20A", "4-A", "20"]

    assert sorted(shuffled, key=sort_key) == ["4", "4bis", "4ter", "4-A", "10", "20", "20A", "205", "205.1"]
