"""Sessions named by what surrounds them: their programme of work, their margins."""

import pytest

from tests.core.mandates.texts import reading

FRONT = """63/901. Harbours
The General Assembly,
Recalling its resolution 62/1,
1. """


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (
            "Invites the President to meet during the regular programme of work of the next session of the Commission;",
            ["during the regular programme of work of the next session of the Commission"],
        ),
        (
            "Requests the Secretary-General to hold an event on the margins of its sixty-fourth session;",
            ["on the margins of its sixty-fourth session"],
        ),
        ("Welcomes the event held on the margins of its sixty-second session;", []),
    ],
)
def test_the_surroundings_of_a_session_set_a_time(clause, wanted):
    paragraph = reading(FRONT + clause).paragraphs[-1]

    assert [one.text for one in paragraph.deadlines] == wanted
