"""Corrections of paragraphs reach the duties read from them; a duty's own correction wins."""

import json

import pytest
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.modules.mandates.models import Correction, Reading
from accede.modules.mandates.queries.duties import DutyLine, duties_due, duties_under
from accede.modules.mandates.queries.mandates import mandate_at, mandate_lines, paragraphs_of
from accede.modules.mandates.queries.rereading import comparison_of, faults_of
from accede.modules.mandates.services.correcting import Correcting, UnableToCorrect, correct_duty, correct_paragraph
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.core.mandates.days import day
from tests.core.mandates.texts import LIGHTHOUSES, TWO_PARTS
from tests.factories.nine_people import signed_in, two_sides
from tests.modules.mandates.test_importing import bring_in

pytestmark = pytest.mark.django_db


def reading() -> int:
    return Reading.objects.get(kind="imported").pk


def place(path: str) -> int:
    return next(one.place for one in paragraphs_of(reading()) if one.path == path)


def duty(key: str, symbol: str = "A/RES/74/901") -> DutyLine:
    line = mandate_at(symbol)
    assert line is not None
    return next(one for one in duties_under(line) if one.key == key)


def amend(path: str, **values: object) -> None:
    correct_paragraph(reading(), place(path), Correcting(values, "misread"), by=SYSTEM, at=TODAY)


def set_right(key: str, **values: object) -> None:
    correct_duty(reading(), key, Correcting(values, "known better"), by=SYSTEM, at=TODAY)


def test_corrected_addressees_owe_the_duties_of_the_paragraph():
    bring_in(LIGHTHOUSES)
    amend("2", addressees=["coastal States that have not yet done so", "the Bureau of Lamps"])

    assert duty("2a").owed_by == ("coastal States that have not yet done so",)
    assert duty("2b").owed_by == ("the Bureau of Lamps",)
    assert [(one.field, one.why) for one in duty("2b").followed] == [("addressees", "misread")]
    assert duty("2a").followed == ()


def test_the_items_of_a_list_follow_the_paragraph_above_and_their_own_correction_more():
    bring_in(LIGHTHOUSES)
    amend("3", addressees=["the Bureau of Lamps"], conditions=["consultation"])
    amend("3(b)", addressees=["the Press of Lamps"])

    assert (duty("3a").owed_by, duty("3b").owed_by) == (("the Bureau of Lamps",), ("the Press of Lamps",))
    assert duty("3a").gates == ("consultation", "as_appropriate")


def test_checks_speak_of_the_text_as_corrected(client: Client):
    nobody_asked = LIGHTHOUSES.replace("requests the\nOffice of Lamps, subject", "requests, subject")
    bring_in(nobody_asked.replace("seventy-sixth", "seventy-second"))
    assert [(one.code, one.paragraph) for one in faults_of(reading())] == [
        ("duty_without_actor", "2"),
        ("due_before_adoption", "4"),
    ]

    amend("4", due_words="at its seventy-sixth session", due_from="2021-09-14", due_until="2022-09-12")
    set_right("2b", owed_by=["the Office of Lamps"])

    assert faults_of(reading()) == ()
    assert client.get("/api/v1/mandates/A-RES-74-901/checks/").json()["items"] == []
    assert "No fault was found." in client.get("/en/mandates/A-RES-74-901/checks/").content.decode()


def test_a_comparison_speaks_of_the_texts_as_corrected():
    bring_in(LIGHTHOUSES)
    first = reading()
    bring_in(LIGHTHOUSES.replace("74/901", "75/901"))
    second = Reading.objects.exclude(pk=first).get(kind="imported").pk
    correct_paragraph(first, 7, Correcting({"conditions": ["upon_request"]}, "misread"), by=SYSTEM, at=TODAY)

    moved = [pair for pair in comparison_of(first, second).pairs if pair.gates_lost]

    assert [(pair.fate, pair.gates_lost) for pair in moved] == [("carried_over", ("upon_request",))]


def test_a_paragraph_corrected_to_one_of_the_preamble_owes_nothing():
    bring_in(LIGHTHOUSES)
    amend("3", kind="preambular")

    line = mandate_at("A/RES/74/901")
    assert line is not None
    assert [one.key for one in duties_under(line)] == ["2a", "2b", "4"]
    assert "4" in {one.key for one in duties_due(mandate_lines())}


def test_a_corrected_time_is_due_in_lists_and_calendar(client: Client):
    bring_in(LIGHTHOUSES)
    amend("4", due_words="at its seventy-seventh session", due_from="2022-09-13", due_until="2023-09-04")

    (due,) = [one for one in duties_due(mandate_lines()) if one.key == "4"]
    assert (due.due_words, due.due_from, due.due_until) == (
        "at its seventy-seventh session",
        day("2022-09-13"),
        day("2023-09-04"),
    )
    assert (due.due_source, due.due_certainty) == ("", "corrected")
    shown = client.get("/api/v1/calendar/?since=2022-01-01&until=2023-12-31&about=A-RES-74-901").json()["items"]
    assert [one["first"] for one in shown if " 4: " in one["title"]] == ["2023-09-04"]


def test_a_time_that_was_overlooked_makes_a_duty_due():
    bring_in(LIGHTHOUSES)
    assert "2b" not in [one.key for one in duties_due(mandate_lines())]

    amend("2", due_words="by the end of 2024", due_until="2024-12-31")

    assert {one.key for one in duties_due(mandate_lines())} >= {"2a", "2b"}


def test_the_day_of_a_duty_without_words_is_due_as_well():
    bring_in(LIGHTHOUSES)
    set_right("2b", due_until="2024-12-31")

    assert "2b" in [one.key for one in duties_due(mandate_lines())]


def test_a_duty_keeps_its_own_correction_whatever_becomes_of_its_paragraph():
    bring_in(LIGHTHOUSES)
    set_right("4", owed_by=["the Bureau of Lamps"], due_until="2022-12-31")
    amend("4", addressees=["the Council of Lamps"], due_until="2023-09-04", conditions=["consent"])

    found = duty("4")
    assert (found.owed_by, found.due_until, found.gates) == (
        ("the Bureau of Lamps",),
        day("2022-12-31"),
        ("consent",),
    )
    assert found.followed_fields == {"gates"}


def test_a_correction_is_taken_back_by_another_and_both_are_kept():
    bring_in(LIGHTHOUSES)
    amend("4", addressees=["the Council of Lamps"])
    amend("4", addressees=["the Secretary-General"])

    assert duty("4").owed_by == ("the Secretary-General",)
    assert [(one.was, one.value) for one in Correction.objects.order_by("pk")] == [
        (["the Secretary-General"], ["the Council of Lamps"]),
        (["the Council of Lamps"], ["the Secretary-General"]),
    ]


def test_what_the_duty_says_after_its_paragraph_can_be_set_back_to_what_was_read():
    bring_in(LIGHTHOUSES)
    amend("4", addressees=["the Council of Lamps"])
    set_right("4", owed_by=["the Secretary-General"])

    assert duty("4").owed_by == ("the Secretary-General",)
    assert Correction.objects.order_by("-pk")[0].was == ["the Council of Lamps"]


def test_the_order_of_days_is_judged_by_the_days_that_hold():
    bring_in(LIGHTHOUSES)
    set_right("4", due_until="2025-12-31")
    set_right("4", due_from="2025-01-01")
    with pytest.raises(UnableToCorrect, match="before the day"):
        set_right("4", due_until="2024-12-31")
    with pytest.raises(UnableToCorrect, match="before the day"):
        set_right("4", due_from="2026-01-01")


def test_the_order_of_days_is_judged_by_the_paragraphs_correction_too():
    bring_in(LIGHTHOUSES)
    amend("4", due_until="2030-12-31")
    set_right("4", due_from="2029-01-01")
    with pytest.raises(UnableToCorrect, match="before the day"):
        amend("4", due_until="2020-01-01")


@pytest.mark.parametrize(
    "values", [{"conditions": ["fair_weather"]}, {"due_until": "soon"}, {"addressees": "the sea"}, {"owed_by": ["x"]}]
)
def test_a_value_that_cannot_be_is_refused(values):
    bring_in(LIGHTHOUSES)

    with pytest.raises(UnableToCorrect):
        amend("4", **values)
    assert not Correction.objects.exists()


def test_a_coded_duty_follows_no_paragraph():
    load_shipped_mandates(at=TODAY)
    text = LIGHTHOUSES.replace("General Assembly on", "Economic and Social Council on").replace(
        "The General Assembly,", "The Economic and Social Council,"
    )
    bring_in(text.replace("74/901. Care", "2007/18. Care"))
    before = duty("10", "E/RES/2007/18")
    amend("4", addressees=["the sea"])

    assert duty("10", "E/RES/2007/18") == before


def test_the_page_says_which_correction_applies():
    bring_in(LIGHTHOUSES)
    officer = signed_in(two_sides()[0].people["programme_officer"])
    start = "/en/mandates/A-RES-74-901/correct/"
    where = f"{start}paragraph/{place('4')}/"

    assert "Duties that follow:" in officer.get(where).content.decode()
    fields = {
        "addressees": "the Council of Lamps",
        "conditions": ["consent"],
        "due_words": "in 2024",
        "due_from": "2024-01-01",
        "due_until": "2024-12-31",
        "why": "misread",
    }
    assert officer.post(where, fields).status_code == 302

    page = officer.get(f"{start}duty/4/").content.decode()
    assert page.count("From the correction of the paragraph.") == 5
    own = {"due_until": "2025-06-30", "gates": ["consent"], "evidence": ["reports"], "why": "later"}
    assert officer.post(f"{start}duty/4/", own).status_code == 302
    page = officer.get(f"{start}duty/4/").content.decode()
    assert (page.count("From the correction of the paragraph."), page.count("Corrected here")) == (4, 1)
    assert "keeps its own correction of: Due until" in officer.get(where).content.decode()
    shown = officer.get("/en/mandates/A-RES-74-901/").content.decode()
    assert "Follows the correction of its paragraph (Addressees): misread" in shown


def test_a_resolution_in_parts_is_stored_shown_and_answered_part_by_part(client: Client):
    assert bring_in(TWO_PARTS)
    assert not bring_in(TWO_PARTS)

    page = client.get("/en/mandates/A-RES-74-904/").content.decode()
    headings = [page.index(words) for words in ("Part A: Lamps of the coast", "Annex to part A", "Part B: Ferries")]
    assert headings == sorted(headings)
    answer = json.loads(client.get("/api/v1/mandates/A-RES-74-904/").content)
    assert [(one["path"], one["division"]) for one in answer["paragraphs"] if one["part"] == "resolution"][-1] == (
        "B.2",
        "B",
    )
    assert [one.key for one in duties_due(mandate_lines())] == ["A.1", "B.2"]
    amend("B.2", due_words="in 2030", due_until="2030-12-31")
    assert [one.key for one in duties_due(mandate_lines())] == ["A.1", "B.2"]
    assert duty("B.2", "A/RES/74/904").due_until == day("2030-12-31")
    officer = signed_in(two_sides()[0].people["programme_officer"])
    assert officer.get("/en/mandates/A-RES-74-904/correct/duty/B.2/").status_code == 200
    preview = officer.post("/en/mandates/import/", {"text": TWO_PARTS.replace("tides", "storms")}).content.decode()
    assert "Part B: Ferries" in preview


def test_resolutions_in_parts_are_compared_under_a_heading_for_each_part(client: Client):
    bring_in(TWO_PARTS)
    bring_in(TWO_PARTS.replace("74/904", "76/904").replace("to ferries", "to ferries and boats"))

    page = client.get("/en/mandates/A-RES-74-904/compare/?with=A-RES-76-904").content.decode()
    assert page.index("Part A</") < page.index("Part B</")
    found = json.loads(client.get("/api/v1/mandates/A-RES-74-904/compare/A-RES-76-904/").content)
    assert [(one["division"], one["fate"]) for one in found["clauses"]][-2:] == [
        ("B", "changed"),
        ("B", "carried_over"),
    ]
