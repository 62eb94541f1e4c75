"""Times in all the ways in which they are written, and what only looks like one. All texts are invented."""

import pytest

from accede.core.mandates.duties import duties_of
from tests.core.mandates.test_kinds import assembly, due
from tests.core.mandates.texts import reading


def times(words: str) -> list[tuple[str, int | None]]:
    return due(duties_of(assembly(f"1. Requests the Office to report {words}."))[0])


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("by 1 May, 1 August and 1 November 2025", ["2025-05-01", "2025-08-01", "2025-11-01"]),
        ("no later than 31 July and 15 December 2025", ["2025-07-31", "2025-12-15"]),
        ("by 31 July 2025 and 15 January 2026", ["2025-07-31", "2026-01-15"]),
        ("at its eightieth and eighty-second sessions", ["2026-09-07", "2028-09-04"]),
        ("at its eightieth, eighty-first and eighty-second sessions", ["2026-09-07", "2027-09-06", "2028-09-04"]),
        ("before 2 May 2025 and again by 1 May 2026", ["2025-05-01", "2026-05-01"]),
    ],
)
def test_each_of_several_days_is_due(words, days):
    assert times(words) == [(day, None) for day in days]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("on or before 1 May 2025", "2025-05-01"),
        ("by May 1, 2025", "2025-05-01"),
        ("by mid-2025", "2025-06-30"),
        ("by the middle of 2025", "2025-06-30"),
        ("by the first quarter of 2025", "2025-03-31"),
        ("by the first half of 2025", "2025-06-30"),
        ("no later than mid-February 2025", "2025-02-15"),
        ("by the end of the year", "2024-12-31"),
        ("before the end of the following year", "2025-12-31"),
        ("sixty days after the adoption of the present resolution", "2025-02-16"),
        ("three months after the date of the present resolution", "2025-03-18"),
        ("within the next six months", "2025-06-18"),
        ("in time for its eightieth session", "2025-09-09"),
        ("back to its eightieth session", "2026-09-07"),
        ("before the close of its seventy-ninth session", "2025-09-07"),
    ],
)
def test_a_day_is_told_in_many_ways(words, until):
    assert times(words) == [(until, None)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("on a six-monthly basis", [("None", 6)]),
        ("at six-month intervals", [("None", 6)]),
        ("at intervals of no more than two years", [("None", 24)]),
        ("half-yearly", [("None", 6)]),
        ("every year until 2030", [("None", 12)]),
        ("at its eightieth session and annually thereafter until 2030", [("2026-09-07", 12)]),
        ("to it annually, through the Committee, from its eightieth session", [("None", 12)]),
        ("no later than 1 May 2025, and subsequently every year", [("2025-05-01", 12)]),
    ],
)
def test_what_returns_says_how_often_and_from_when(words, wanted):
    assert times(words) == wanted


@pytest.mark.parametrize(
    "given", ["submit annual reports", "submit its annual report", "prepare an annual update on it"]
)
def test_a_report_asked_for_each_year_returns(given):
    assert due(duties_of(assembly(f"1. Requests the Office to {given}."))[0]) == [("None", 12)]


@pytest.mark.parametrize(
    "words",
    [
        "to count the lamps broken annually",
        "to count the keepers lost each year",
        "to use the quarterly bulletin",
        "to cover the yearly costs of lamps",
        "to take part in the annual meeting",
        "to write as in the annual report of the Fund",
        "to heed the discussions at its seventy-eighth session",
        "to look at lamps twenty years after their adoption",
    ],
)
def test_how_a_thing_is_called_sets_no_time(words):
    assert duties_of(assembly(f"1. Requests the Office {words}."))[0].due == ()


@pytest.mark.parametrize(
    "asked",
    [
        "Invites the Human Rights Council to look at lamps",
        "Invites the Committee on Contributions to look at lamps",
        "Invites the World Lamp Assembly to look at them",
        "Requests the Office to report to the Commission on Narcotic Drugs",
        "Requests the Office to report to the Commission",
        "Requests the Executive Board",
    ],
)
def test_the_session_of_a_body_that_is_asked_or_told_is_its_own(asked):
    found = assembly(f"1. {asked} at its eightieth session.")

    assert [one.due_until for one in found.paragraphs[-1].deadlines] == [None]


@pytest.mark.parametrize(
    "asked",
    [
        "Requests the Commission on Narcotic Drugs to report to it",
        "Decides to look at the report of the Committee on Contributions",
        "Requests the Office, in consultation with the Committee on Contributions, to report",
        "Requests the Human Rights Council to report to the General Assembly",
    ],
)
def test_the_session_of_the_assembly_stays_its_own_whoever_else_is_named(asked):
    found = assembly(f"1. {asked} at its eightieth session.")

    assert [str(one.due_until) for one in found.paragraphs[-1].deadlines] == ["2026-09-07"]


@pytest.mark.parametrize(
    "closing",
    [
        "50th (resumed)\nplenary meeting",
        "50th plenary\nmeeting",
        "Resumed 50th plenary meeting",
        "49th and 50th plenary meetings",
        "50th meeting (resumed)",
    ],
)
def test_a_meeting_in_any_writing_closes_the_text(closing):
    found = reading(
        f"79/901. Sample lamps\n\nThe General Assembly,\n\nRecalling lamps,\n\n1. Decides to "
        f"wait.\n\n{closing}\n5 May 2025"
    )

    assert (str(found.adopted_on), [one.path for one in found.paragraphs]) == ("2025-05-05", ["PP1", "1"])
    assert found.remarks == ()


def test_the_states_of_a_recorded_vote_belong_to_the_closing():
    found = reading(
        "79/901. Sample lamps\n\nThe General Assembly,\n\nRecalling lamps,\n\n1. Decides to wait.\n\n5th "
        "plenary meeting\n"
        "5 May 2025\n\n[Adopted by a recorded vote of 3 to 1. The voting was as follows:\n\nIn "
        "favour:\n\nFreeland, Isle "
        "(Republic of), Coast\n\nAgainst:\n\nUpland]"
    )

    assert found.closing[-1] == "Upland]"
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("79/901. 16 days of lamps", "79/901", "16 days of lamps"),
        ("79/901. 1 lamp for all", "79/901", "1 lamp for all"),
        ("79/901. 1994 and beyond", "79/901", "1994 and beyond"),
        ("79/901 2024 Lamp Summit", "79/901", "2024 Lamp Summit"),
        ("79/901\n2030 Lamp Agenda", "79/901", "2030 Lamp Agenda"),
        ("79/901. Éclairage", "79/901", "Éclairage"),
        ("79/901. e-Lamps", "79/901", "e-Lamps"),
        ("S-33/1. 2025 lamps", "S-33/1", "2025 lamps"),
    ],
)
def test_a_title_may_begin_with_any_number_or_letter(line, number, title):
    found = reading(
        f"{line}\n\nThe General Assembly,\n\nRecalling lamps,\n\n1. Decides to wait.\n\n5th meeting\n5 May 2025"
    )

    assert (found.symbol, found.title) == (f"A/RES/{number}", title)


@pytest.mark.parametrize("marks", [("a - ", "b - "), ("a.", "b.")])
def test_letters_of_a_list_may_stand_close_or_before_a_dash(marks):
    found = assembly(f"1. Urges States to act by:\n\n{marks[0]}lighting;\n\n{marks[1]}cleaning;\n\n2. Decides to end.")

    assert [one.path for one in found.paragraphs] == ["PP1", "1", "1a", "1b", "2"]
