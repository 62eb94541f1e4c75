import pytest

from accede.foundation.texts import folded, nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("TÜRKIYE", "türkiye"),
        ("Ёлка", "елка"),
        ("أفغانستان", "افغانستان"),
        ("FINANCING-1999", "financing 1999"),
    ],
)
def test_case_accents_and_punctuation_make_no_difference(one, other):
    assert folded(one) == folded(other)


def test_the_nearest_come_first_and_nothing_is_offered_for_nonsense():
    assert nearest("Frnce", ["Greece", "France", "Fiji"])[0] == "France"
    assert nearest("qqqqqq", ["Greece", "France"]) == ()


def test_a_beginning_is_near():
    assert nearest("FIN", ["FINANCING-1999", "TOKYO-1963"]) == ("FINANCING-1999",)
