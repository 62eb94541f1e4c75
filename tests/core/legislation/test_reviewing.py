"""What stands of an obligation: by rating, wordings and the second reading; what is next, and when."""

from datetime import UTC, date, datetime

import pytest

from accede.core.legislation.reviewing import (
    Answered,
    Judgement,
    Reading,
    ToDo,
    When,
    Wording,
    answered,
    reading_of,
    to_do,
    when,
)

ON = date(2026, 11, 1)
EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
PAST, AHEAD, HELD = Wording(ends=date(2020, 1, 1)), Wording(starts=date(2027, 1, 1)), Wording(date(2020, 1, 1))


@pytest.mark.parametrize(
    ("rating", "cited", "found"),
    [
        ("", [], Answered.UNDECIDED),
        ("full", [HELD], Answered.IN_FORCE),
        ("full", [PAST, HELD], Answered.IN_FORCE),
        ("full", [PAST], Answered.NOT_IN_FORCE),
        ("partial", [AHEAD], Answered.NOT_IN_FORCE),
        ("partial", [Wording()], Answered.IN_PART),
        ("none", [], Answered.MISSING),
        ("unclear", [PAST], Answered.UNCLEAR),
        ("not_applicable", [], Answered.NOT_APPLICABLE),
    ],
)
def test_the_day_says_whether_what_was_cited_is_in_force(rating, cited, found):
    assert answered(rating, cited, on=ON) is found


@pytest.mark.parametrize(
    ("judgement", "reading"),
    [
        (None, Reading.NOT_RATED),
        (Judgement("full"), Reading.WAITING),
        (Judgement("full", "full", LATE, EARLY), Reading.CONFIRMED),
        (Judgement("full", "partial", LATE, EARLY), Reading.DIFFERS),
        (Judgement("full", "full", EARLY, LATE), Reading.AGAIN),
    ],
)
def test_a_second_person_confirms_what_they_read(judgement, reading):
    assert reading_of(judgement) is reading


@pytest.mark.parametrize(
    ("found", "reading", "cited", "next_"),
    [
        (Answered.IN_FORCE, Reading.CONFIRMED, [Wording(changed=True)], ToDo.LOOK_AGAIN),
        (Answered.UNDECIDED, Reading.NOT_RATED, [], ToDo.DECIDE),
        (Answered.IN_FORCE, Reading.DIFFERS, [], ToDo.RECONCILE),
        (Answered.IN_FORCE, Reading.AGAIN, [], ToDo.READ),
        (Answered.MISSING, Reading.CONFIRMED, [], ToDo.EXAMINE),
        (Answered.IN_PART, Reading.CONFIRMED, [HELD], ToDo.COMPLETE),
        (Answered.NOT_IN_FORCE, Reading.CONFIRMED, [PAST], ToDo.FOLLOW),
        (Answered.IN_FORCE, Reading.CONFIRMED, [HELD], ToDo.NOTHING),
    ],
)
def test_what_is_next_begins_with_what_shakes_a_decision(found, reading, cited, next_):
    assert to_do(found, reading, cited) is next_


def test_what_binds_the_state_comes_first_and_what_is_answered_has_no_time():
    assert when(Answered.MISSING, binds=True) is When.NOW
    assert when(Answered.IN_PART, binds=False) is When.ON_JOINING
    assert when(Answered.IN_FORCE, binds=True) is When.NONE
