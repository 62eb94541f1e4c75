import pytest

from accede.core.mandates.sessions import Calendar, Certainty, SessionDates, SessionKey, opening_by_rule
from accede.core.mandates.words.ordinals import cardinal_value, ordinal_value
from tests.core.mandates.days import day


@pytest.mark.parametrize(
    ("session", "opens"),
    # Days on which these sessions opened, as the United Nations Library lists them.
    [
        (62, "2007-09-18"),
        (72, "2017-09-12"),
        (73, "2018-09-18"),
        (74, "2019-09-17"),
        (75, "2020-09-15"),
        (76, "2021-09-14"),
        (77, "2022-09-13"),
    ],
)
def test_the_rule_gives_the_days_on_which_sessions_opened(session, opens):
    assert opening_by_rule(session) == day(opens)


def test_before_the_rule_of_2003_a_session_opened_on_the_third_tuesday():
    assert opening_by_rule(45) == day("1990-09-18")


def test_a_day_on_record_goes_before_the_rule():
    recorded = SessionDates(SessionKey("GA", 78), day("2023-09-05"), day("2024-09-09"), "press")
    calendar = Calendar([recorded])

    assert calendar.find(SessionKey("GA", 78)) == recorded
    by_rule = calendar.find(SessionKey("GA", 77))
    assert by_rule is not None
    assert (by_rule.closes_on, by_rule.certainty) == (day("2023-09-04"), Certainty.BY_RULE)


def test_what_nobody_knows_stays_unknown():
    assert Calendar([]).find(SessionKey("CCPCJ", 18, None, "reconvened")) is None


def test_a_session_named_by_its_year_lies_in_that_year_and_no_day_is_claimed():
    found = Calendar([]).find(SessionKey("ECOSOC", None, 2009, "year"))

    assert found is not None
    assert (found.opens_on, found.closes_on, found.is_exact) == (day("2009-01-01"), day("2009-12-31"), False)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("first", 1),
        ("twelfth", 12),
        ("eightieth", 80),
        ("sixty-third", 63),
        ("one hundred and second", 102),
        ("44th", 44),
        ("lamp", None),
    ],
)
def test_ordinals_in_words(words, value):
    assert ordinal_value(words) == value


@pytest.mark.parametrize(("words", "value"), [("six", 6), ("a", 1), ("twenty-one", 21), ("90", 90), ("lamp", None)])
def test_cardinals_in_words(words, value):
    assert cardinal_value(words) == value
