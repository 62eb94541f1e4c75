from dataclasses import replace

import pytest

from accede.core.mandates.amending import When
from accede.core.mandates.comparing import Fate, compare
from accede.core.mandates.corrected import Held, corrected
from accede.core.mandates.cutting.structure import Kind
from accede.core.mandates.duties import Section, Strength, duties_of
from accede.core.mandates.lint import lint
from accede.core.mandates.reading import Reading
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES, reading


def faults(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.paragraph) for one in lint(reading(text))]


def test_each_act_and_each_item_of_a_list_is_a_duty():
    duties = duties_of(reading(LIGHTHOUSES))

    assert [(one.key, one.strength, one.owed_by) for one in duties] == [
        ("2a", Strength.URGED, ("coastal States that have not yet done so",)),
        ("2b", Strength.REQUESTED, ("the Office of Lamps",)),
        ("3a", Strength.REQUESTED, ("the Office of Lamps",)),
        ("3b", Strength.REQUESTED, ("the Office of Lamps",)),
        ("4", Strength.REQUESTED, ("the Secretary-General",)),
    ]


def test_gates_are_those_of_the_act_and_of_the_item():
    duties = {one.key: one for one in duties_of(reading(LIGHTHOUSES))}

    assert duties["2a"].gates == ()
    assert duties["2b"].gates == ("extrabudgetary_resources", "upon_request")
    assert duties["3a"].gates == ("within_mandate", "consultation", "as_appropriate")


def test_evidence_and_section_follow_from_what_is_asked():
    duties = {one.key: one for one in duties_of(reading(LIGHTHOUSES))}

    assert (duties["3a"].evidence, duties["3a"].section) == (("training",), Section.TRAINING)
    assert (duties["4"].evidence, duties["4"].section) == (("reports",), Section.REPORTING)
    assert not duties["4"].is_continuing
    assert duties["2b"].is_continuing


def test_a_decision_that_somebody_shall_act_is_a_duty():
    decided = duties_of(reading(FERRIES))[-1]

    assert (decided.strength, decided.owed_by) == (Strength.DECIDED, ("all captains",))


def test_a_clean_text_has_no_fault():
    assert faults(LIGHTHOUSES) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("seventy-sixth session", "seventy-second session", ("due_before_adoption", "4")),
        ("seventy-sixth session", "seventy-fourth session", ("due_in_session_of_adoption", "4")),
        ("by 2023", "for the biennium 2023–2022", ("period_backwards", "3(b)")),
        ("by 2023", "by 31 June 2023", ("no_such_day", "3(b)")),
        ("by 2023", "at the ninth session of the Commission on Narcotic Drugs", ("session_unknown", "3(b)")),
        ("requests the\nOffice of Lamps, subject", "requests, subject", ("duty_without_actor", "2")),
        ("where appropriate", "subject to fair weather", ("condition_without_evidence", "3(a)")),
        ("To train keepers", "To love keepers", ("duty_without_evidence", "3(a)")),
        ("4. Further", "7. Further", ("number_out_of_order", "")),
        ("4. Further", "3. Further", ("number_twice", "3")),
        ("70/901 of 3 December 2015", "70/901 of 3 December 2025", ("cites_later_document", "PP1")),
        ("12 December 2019", "a day in winter", ("adoption_date_unknown", "")),
    ],
)
def test_each_planted_fault_is_found_and_nothing_else(old, new, fault):
    assert old in LIGHTHOUSES
    found = faults(LIGHTHOUSES.replace(old, new))

    assert fault in found
    assert {code for code, _ in found} <= {fault[0], "number_out_of_order"}


def test_two_resolutions_of_a_series_are_compared_clause_by_clause():
    later = (
        LIGHTHOUSES.replace("74/901", "76/901")
        .replace(", subject to the availability of extrabudgetary resources,", "")
        .replace(
            "1. Takes note with appreciation of the report of the Secretary-General on lamps (A/74/555);",
            "1. Praises the bakers of harbour towns;",
        )
    )

    found = compare(reading(LIGHTHOUSES), reading(later))

    fates = {
        (pair.earlier.path if pair.earlier else "", pair.later.path if pair.later else ""): pair for pair in found.pairs
    }
    assert fates["2", "2"].fate is Fate.CHANGED
    assert fates["2", "2"].gates_lost == ("extrabudgetary_resources",)
    assert fates["4", "4"].fate is Fate.CARRIED
    assert fates["1", ""].fate is Fate.DROPPED
    assert fates["", "1"].fate is Fate.NEW
    assert found.gates["extrabudgetary_resources"] == (1, 0)


AS_READ = Held(Kind.OPERATIVE, "4", 1, (), None)


def place_of(read: Reading, path: str) -> int:
    return next(one.place for one in read.paragraphs if one.path == path)


def test_a_fault_that_an_officer_set_right_is_no_fault_any_more():
    read = reading(LIGHTHOUSES.replace("4. Further", "7. Further").replace("seventy-sixth", "seventy-second"))
    assert {one.code for one in lint(read)} == {"number_out_of_order", "due_before_adoption"}

    right = replace(AS_READ, when=When("at its seventy-sixth session", "2021-09-14", "2022-09-12"))

    assert lint(corrected(read, {place_of(read, "7"): right})) == ()


def test_a_fault_that_a_correction_makes_is_found():
    read = reading(LIGHTHOUSES)

    wrong = replace(AS_READ, number="3", when=When("in 2018", "2018-01-01", "2018-12-31"))

    found = lint(corrected(read, {place_of(read, "4"): wrong}))
    assert [(one.code, one.paragraph) for one in found] == [("number_twice", "4"), ("due_before_adoption", "4")]


def test_a_paragraph_corrected_to_one_of_the_preamble_owes_nothing_and_is_no_clause():
    read = reading(LIGHTHOUSES)

    after = corrected(read, {place_of(read, "4"): replace(AS_READ, kind=Kind.PREAMBULAR)})

    assert "4" not in {one.key for one in duties_of(after)}
    assert [pair.fate for pair in compare(read, after).pairs if pair.fate is not Fate.CARRIED] == [Fate.DROPPED]


def test_a_corrected_condition_moves_in_the_comparison():
    read = reading(LIGHTHOUSES)

    after = corrected(read, {place_of(read, "4"): replace(AS_READ, conditions=("upon_request",))})

    (moved,) = [pair for pair in compare(read, after).pairs if pair.gates_gained]
    assert (moved.fate, moved.gates_gained) == (Fate.CARRIED, ("upon_request",))


def test_a_time_taken_away_leaves_the_other_times_of_the_paragraph():
    read = reading(LIGHTHOUSES)
    place = place_of(read, "4")

    after = corrected(read, {place: replace(AS_READ, when=When("", None, None))})

    assert [one.kind for one in after.paragraphs[place].deadlines] == ["periodic"]


def test_a_resolution_compared_with_itself_carries_everything_over():
    found = compare(reading(LIGHTHOUSES), reading(LIGHTHOUSES))

    assert {pair.fate for pair in found.pairs} == {Fate.CARRIED}
    assert (found.sections_gained, found.sections_lost) == ((), ())
