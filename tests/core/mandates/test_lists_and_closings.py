"""Lists that begin with a number, lists of an annex, closings of several lines, and days that are just not over."""

import pytest

from accede.core.mandates.cutting.structure import Why
from accede.core.mandates.reading import Reading
from accede.core.mandates.sessions import Calendar, SessionDates, SessionKey
from tests.core.mandates.days import day
from tests.core.mandates.test_languages import FRENCH
from tests.core.mandates.texts import LIGHTHOUSES, SECTIONS, reading

LAST_OF_SECTIONS = "1. Requests the Secretary-General to report on width."


REPORT_NOTED = "Takes note with appreciation of the report of the Secretary-General on lamps (A/74/555);"


def due_in(found: Reading, path: str) -> list[str]:
    (paragraph,) = [one for one in found.paragraphs if one.path == path]
    return [str(one.due_until) for one in paragraph.deadlines]


def paths(text: str) -> list[str]:
    return [one.path for one in reading(text).paragraphs]


def test_a_number_that_has_only_a_list_gives_its_number_to_the_letters():
    text = LIGHTHOUSES.replace("1. Takes note", "1. (a) Takes note").replace("2. Urges", "(b) Urges")

    assert paths(text)[3:6] == ["1", "1(a)", "1(b)"]


def test_a_letter_that_begins_no_list_stays_with_its_number():
    text = LIGHTHOUSES.replace("2. Urges coastal States", "2. (b) Urges coastal States")

    assert paths(text)[3:6] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(f"{SECTIONS}\nAnnex\n\nRules of harbours\n\n", ["1(i)", "1(ii)"], id="of an annex"),
        pytest.param(SECTIONS.replace(LAST_OF_SECTIONS, ""), ["2(i)", "2(ii)"], id="of a section"),
    ],
)
def test_a_list_after_a_heading_is_no_part_of_the_list_before_it(text, last):
    before = text.replace("report on depth;", "report:\n\n(a) On depth;").replace(
        LAST_OF_SECTIONS, "1. Requests the Secretary-General:\n\n(a) To report on width."
    )
    closing = "51st plenary meeting\n12 December 2019\n"
    listed = "(i) Harbours shall be deep;\n\n(ii) They shall be wide.\n\n"
    whole = f"{before}{listed}" if "Annex" in before else before.replace(closing, f"{listed}{closing}")

    assert paths(whole)[-2:] == last


def test_a_closing_has_three_lines_and_what_follows_stands_beside_it():
    found = reading(f"{LIGHTHOUSES}19 December 2019\n20 December 2019\n")

    assert found.closing == ("51st plenary meeting", "12 December 2019", "19 December 2019")
    assert [one.why for one in found.apart][-1] is Why.DATE


@pytest.mark.parametrize(
    ("until", "is_due"),
    [
        pytest.param("12 December 2019", True, id="due on the day of adoption"),
        pytest.param("11 December 2019", False, id="past when it was adopted"),
    ],
)
def test_what_is_due_on_the_day_of_adoption_is_not_over(until, is_due):
    found = reading(LIGHTHOUSES.replace(REPORT_NOTED, f"Notes the meeting to be held on {until};"))

    assert due_in(found, "1") == (["2019-12-12"] if is_due else [])


@pytest.mark.parametrize(("until", "due"), [("19 décembre 2024", ["2024-12-18"]), ("18 décembre 2024", [])])
def test_so_it_is_in_french_where_before_a_day_means_the_day_before(until, due):
    assert due_in(reading(FRENCH.replace("d’ici à 2026", f"avant le {until}")), "3(b)") == due


def test_the_day_on_which_a_session_opens_lies_in_it():
    calendar = Calendar([SessionDates(SessionKey("GA", 79), day("2024-09-10"), day("2025-09-08"), "sample")])

    assert calendar.assembly_session_on(day("2024-09-10")) == 79
    assert calendar.assembly_session_on(day("2024-09-09")) == 78
