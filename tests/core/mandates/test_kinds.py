"""One short text for each kind of thing that was once misread; all are invented."""

import pytest

from accede.core.mandates.duties import Duty, Strength, duties_of
from accede.core.mandates.identity import Standing
from accede.core.mandates.reading import Reading
from tests.core.mandates.texts import reading

COUNCIL = """\
Resolution 2901 (2024)

Adopted by the Security Council at its 9901st meeting, on 1 December 2024

The Security Council,

Recalling its lamps,

{}
"""
ASSEMBLY = """\
Resolution adopted by the General Assembly on 18 December 2024

79/901. Sample lamps

The General Assembly,

Recalling its lamps,

{}
"""


def council(text: str) -> Reading:
    return reading(COUNCIL.format(text))


def assembly(text: str) -> Reading:
    return reading(ASSEMBLY.format(text))


def owed(found: Reading) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.key, one.owed_by) for one in duties_of(found)]


def due(duty: Duty) -> list[tuple[str, int | None]]:
    return [(str(one.due_until), one.every_months) for one in duty.due]


@pytest.mark.parametrize("heading", ["The Committee", "The Committee of Lamps", "The Commission", "Keepers’ Team"])
def test_a_heading_that_names_a_body_is_no_other_resolution(heading):
    found = council(f"1. Decides to wait;\n\n{heading}\n\n2. Directs the Keepers’ Team to look;\n\n3. Decides to end.")

    assert [one.path for one in found.paragraphs] == ["PP1", "1", "2", "3"]
    assert [one.text for one in found.headings] == [heading]
    assert found.remarks == ()


def test_an_organ_that_opens_is_another_resolution_and_that_is_told():
    found = council("1. Decides to wait.\n\nThe Security Council,\n\nNoting ferries,\n\n1. Decides to sail.")

    assert [one.code for one in found.remarks] == ["another_opening"]
    assert [one.text for one in found.apart][-1] == "1. Decides to sail."


@pytest.mark.parametrize(
    "line",
    [
        "Adopted by the Security Council at its 9901st meeting, on\n1 December 2024",
        "Adopted by the Security Council at its 9901st\nmeeting, on 1 December 2024",
        "Adopted by the Security Council at its\n9901st meeting, on 1\nDecember 2024",
        "Adopted by the Security Council at its 9901st meeting on 1 December\n2024",
    ],
)
def test_the_day_of_adoption_may_stand_on_the_next_line(line):
    text = COUNCIL.format(
        "1. Calls upon all States to report no later than 90 days from the adoption of this resolution."
    )
    found = reading(text.replace("Adopted by the Security Council at its 9901st meeting, on 1 December 2024", line))

    assert str(found.adopted_on) == "2024-12-01"
    assert due(duties_of(found)[0]) == [("2025-03-01", None)]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("in advance of its eightieth session", "2025-09-08"),
        ("prior to the eightieth session of the General Assembly", "2025-09-08"),
        ("before the beginning of its eightieth session", "2025-09-08"),
        ("ahead of its eightieth session", "2025-09-08"),
        ("by the beginning of the eightieth session of the General Assembly", "2025-09-09"),
        ("no later than the opening of its eightieth session", "2025-09-09"),
        ("two months before its eightieth session", "2025-07-09"),
        ("at least six weeks prior to its eightieth session", "2025-07-29"),
        ("by the end of its eightieth session", "2026-09-07"),
        ("at its eightieth session", "2026-09-07"),
    ],
)
def test_what_is_due_before_a_session_is_not_due_at_its_end(words, until):
    found = assembly(f"1. Requests the Office to report {words}.")

    assert due(duties_of(found)[0]) == [(until, None)]


def test_each_item_under_decides_that_with_somebody_who_shall_is_a_duty():
    found = council(
        "1. Decides that:\n\n(a) Member States shall report by 1 March 2025;\n\n"
        "(b) the Keepers’ Team shall submit a list every six months;\n\n(c) the lamp shall not be lit;"
    )

    duties = duties_of(found)
    assert [(one.key, one.owed_by, one.strength) for one in duties] == [
        ("1a", ("Member States",), Strength.DECIDED),
        ("1b", ("the Keepers’ Team",), Strength.DECIDED),
    ]
    assert [due(one) for one in duties] == [[("2025-03-01", None)], [("None", 6)]]


@pytest.mark.parametrize(
    "words",
    ["in that regard", "in this respect", "to this end", "to that effect", "for that purpose", "in that context also"],
)
@pytest.mark.parametrize("comma", ["", ","])
def test_a_verb_after_words_that_give_its_reason_makes_a_duty(words, comma):
    found = council(f"1. Welcomes the lamp, and{comma} {words}{comma} requests the Office to write by 1 February 2025.")

    duty = duties_of(found)[0]
    assert (duty.owed_by, duty.strength) == (("the Office",), Strength.REQUESTED)
    assert found.paragraphs[-1].acts[0].object == "the lamp"


def test_two_verbs_may_share_what_they_ask():
    found = assembly(
        "1. Requests the funds and programmes, and invites the specialized agencies, to help by 1 April 2025."
    )

    first, second = duties_of(found)
    assert (first.owed_by, second.owed_by) == (("the funds and programmes",), ("the specialized agencies",))
    assert (first.strength, second.strength) == (Strength.REQUESTED, Strength.INVITED)
    assert first.what == second.what == "to help by 1 April 2025"
    assert due(first) == due(second) == [("2025-04-01", None)]


@pytest.mark.parametrize(
    ("asked", "parties"),
    [
        ("Requests UNODC and INTERPOL to help", ("UNODC", "INTERPOL")),
        (
            "Requests the Secretary-General and members of the Group to help",
            ("the Secretary-General", "members of the Group"),
        ),
        ("Calls upon financial regulators to report", ("financial regulators",)),
        ("Urges national prosecutors to meet", ("national prosecutors",)),
        ("Requests the Office, with the support of the Bank and the Fund, to help", ("the Office",)),
        ("Requests the Office, in cooperation with the Bank, the Fund and the Union, to help", ("the Office",)),
        ("Requests the Office, together with the Bank, to help", ("the Office",)),
        ("Requests the Office, with the help of the Bank, and the Fund, to help", ("the Office", "the Fund")),
        ("Urges all States, as well as other relevant actors, to help", ("all States", "other relevant actors")),
    ],
)
def test_those_who_are_asked_are_told_from_those_who_help(asked, parties):
    assert owed(assembly(f"1. {asked}.")) == [("1", parties)]


@pytest.mark.parametrize("asked", ["Encourages efforts to help", "Urges continued progress to be made"])
def test_what_is_no_party_owes_nothing(asked):
    assert all(parties == () for _key, parties in owed(assembly(f"1. {asked}.")))


def test_a_duty_keeps_all_its_days():
    found = council(
        "1. Requests the Panel to provide a midterm report no later than 31 July 2025 and a final report no later than "
        "15 December 2025."
    )

    assert due(duties_of(found)[0]) == [("2025-07-31", None), ("2025-12-15", None)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("by the end of 2025 and annually thereafter", ("2025-12-31", 12)),
        ("by 1 June 2025, and every six months thereafter", ("2025-06-01", 6)),
        ("at its eightieth session and every two years thereafter", ("2026-09-07", 24)),
        ("by 30 June 2025 and every 60 days thereafter", ("2025-06-30", None)),
        ("annually, starting at its eightieth session", ("2026-09-07", 12)),
    ],
)
def test_a_first_day_and_its_return_are_one_deadline(words, expected):
    assert due(duties_of(assembly(f"1. Requests the Office to report {words}."))[0]) == [expected]


def test_lists_lettered_with_dots_are_lists():
    found = council(
        "1. Affirms that keepers shall count all lamps, including by:\n\na. writing the number down;\n\n"
        "b. drawing them, with:\n\ni. their oil;\n\nii. their wick;\n\n2. Decides to wait."
    )

    assert [(one.path, one.block.level) for one in found.paragraphs][1:] == [
        ("1", 1), ("1a", 2), ("1b", 2), ("1bi", 3), ("1bii", 3), ("2", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["2024 Sample Summit Outcome", "10th anniversary of the lamp", "Lamps"])
def test_a_title_may_begin_with_a_number(title):
    found = reading(ASSEMBLY.format("1. Decides to wait.").replace("Sample lamps", title))

    assert (found.symbol, found.title) == ("A/RES/79/901", title)


def test_what_the_reader_says_of_the_symbol_holds_and_a_difference_is_told():
    found = reading(ASSEMBLY.format("1. Decides to wait."), symbol="A/RES/79/902")

    assert found.symbol == "A/RES/79/902"
    assert [(one.code, dict(one.facts)) for one in found.remarks] == [("symbol_differs", {"found": "A/RES/79/901"})]


@pytest.mark.parametrize("meeting", ["50th (resumed) plenary meeting", "50th (closing) plenary meeting", "7th meeting"])
def test_the_closing_may_name_a_resumed_meeting(meeting):
    found = assembly(f"1. Decides to wait.\n\n{meeting}\n18 December 2024")

    assert found.closing == (meeting, "18 December 2024")
    assert [one.path for one in found.paragraphs] == ["PP1", "1"]


CHAPTER = """\
Chapter I
Matters calling for action by the Economic and Social Council

A. Draft resolutions for adoption by the General Assembly

1. The Commission on Crime Prevention and Criminal Justice recommends to the Economic and Social Council that it
recommend to the General Assembly the adoption of the following draft resolutions:

Draft resolution I
Lamps

The General Assembly,

Recalling its resolution 60/901,

1. Requests the Office to light them.

Draft resolution II
Ferries

The General Assembly,

Recalling its resolution 60/902,

1. Urges Member States to sail.

B. Draft decision for adoption by the Economic and Social Council

2. The Commission recommends to the Economic and Social Council the adoption of the following draft decision:

Report of the Commission

The Economic and Social Council takes note of the report.
"""


def test_a_chapter_of_drafts_says_who_recommends_what_to_whom_through_whom():
    found = reading(CHAPTER)

    assert found.standing is Standing.RECOMMENDED
    assert found.framing is not None
    assert (found.framing.recommended_by, found.framing.through, found.framing.recommended_to) == (
        "CCPCJ",
        "ECOSOC",
        "GA",
    )
    assert [one.path for one in found.paragraphs] == ["I.PP1", "I.1", "II.PP1", "II.1"]
    assert "another_opening" in [one.code for one in found.remarks]
    assert [one.text for one in found.apart][-1] == "The Economic and Social Council takes note of the report."


@pytest.mark.parametrize(
    "words",
    [
        "Notes that one third of the children who die every year are hungry, and urges States to help",
        "Urges States to help the children who die every year",
        "Takes note of the annual report on lamps",
    ],
)
def test_how_things_are_every_year_is_no_deadline(words):
    assert assembly(f"1. {words}.").paragraphs[-1].deadlines == ()


DECLARATION = """\
Resolution adopted by the General Assembly on 22 November 2021

76/907. Sample declaration

The General Assembly

Adopts the following political declaration:

1. We, the States Members of the United Nations, reaffirm the Plan of Lamps;

2. We commit to join the Convention by 2025 and to adopt laws, and invite the Bank to help;

3. We request the Secretary-General to report to the Assembly at its seventy-eighth session.

37th plenary meeting
22 November 2021
"""


def test_those_who_declare_speak_for_themselves():
    found = reading(DECLARATION)

    assert [[act.base for act in one.acts] for one in found.paragraphs][1:] == [
        ["reaffirm"], ["commit", "invite"], ["request"],
    ]  # fmt: skip
    assert [(one.strength, one.owed_by) for one in duties_of(found)] == [
        (Strength.COMMITTED, ("the States Members of the United Nations",)),
        (Strength.INVITED, ("the Bank",)),
        (Strength.REQUESTED, ("the Secretary-General",)),
    ]
    assert due(duties_of(found)[-1]) == [("2024-09-09", None)]


def test_a_body_that_the_text_names_is_not_taken_for_another():
    found = assembly("1. Requests the Office to report at the eightieth session of the Commission on Narcotic Drugs.")

    deadline = found.paragraphs[-1].deadlines[0]
    assert deadline.session is not None
    assert (deadline.session.body, deadline.session.number) == ("CND", 80)
    assert deadline.due_until is None
