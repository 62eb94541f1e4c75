"""Resolutions in parts: A and B under one number, and sections whose paragraphs begin again at 1."""

import pytest

from accede.core.mandates.comparing import Fate, compare
from accede.core.mandates.cutting.structure import Part, Why
from accede.core.mandates.duties import duties_of
from accede.core.mandates.lint import lint
from tests.core.mandates.texts import LIGHTHOUSES, SECTIONS, TWO_PARTS, reading


def own_paths(text: str, hint: str = "") -> list[str]:
    return [one.path for one in reading(text, hint).paragraphs if one.block.part is Part.RESOLUTION]


WHOLE = ["A.PP1", "A.1", "A.2", "A.2(a)", "A.2(b)", "B.PP1", "B.PP2", "B.1", "B.2"]


def test_every_part_is_read_with_its_own_numbers():
    found = reading(TWO_PARTS)

    assert own_paths(TWO_PARTS) == WHOLE
    assert (found.symbol, found.title, found.remarks) == ("A/RES/74/904", "Lamps and ferries", ())
    assert [(one.mark, one.title, one.before) for one in found.divisions] == [
        ("A", "Lamps of the coast", 0),
        ("B", "Ferries", 6),
    ]


def test_each_part_keeps_the_meeting_that_adopted_it():
    assert [one.closing for one in reading(TWO_PARTS).divisions] == [
        ("51st plenary meeting", "12 December 2019"),
        ("53rd plenary meeting", "14 December 2019"),
    ]


def test_an_annex_of_one_part_does_not_end_the_reading():
    annex = [one for one in reading(TWO_PARTS).paragraphs if one.block.part is Part.ANNEX]

    assert [(one.block.division, one.block.text) for one in annex] == [("A", "Lamps shall burn at night.")]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\nA\n\nLamps", "\n74/904 A. Lamps").replace("\nB\n\nFerries", "\n74/904 B. Ferries"),
        lambda text: text.replace("\nA\n", "\nPart A\n").replace("\nB\n", "\nPART B\n"),
        lambda text: text.replace("\nA\n\n", "\nA. ").replace("\nB\n\n", "\nB. "),
        lambda text: text.replace("\nA\n", "\nI\n").replace("\nB\n", "\nII\n"),
        lambda text: text.replace("\nB\n", "\n<!-- Page 2 -->\n\nB\n\n<!-- Page 3 -->\n"),
    ],
)
def test_a_part_may_be_marked_in_several_ways(change):
    read = [path.replace("II.", "B.").replace("I.", "A.") for path in own_paths(change(TWO_PARTS))]

    assert read == WHOLE


def test_parts_in_lines_of_a_fixed_width_are_the_same_parts():
    wrapped = TWO_PARTS.replace(" at its seventy", "\nat its seventy").replace(", to give", ",\nto give")
    wrapped = wrapped.replace("3 December", "3\nDecember").replace("are far", "are\nfar")

    assert own_paths(wrapped) == WHOLE


def test_duties_of_each_part_have_their_own_keys():
    duties = duties_of(reading(TWO_PARTS))

    assert [one.key for one in duties] == ["A.1", "A.2a", "A.2b", "B.1", "B.2"]
    assert [one.due[0].session.number for one in duties if one.due and one.due[0].session] == [76, 77]


def test_sections_that_begin_again_at_one_count_for_themselves():
    assert own_paths(SECTIONS) == ["PP1", "I.1", "I.2", "II.1"]
    assert [one.key for one in duties_of(reading(SECTIONS))] == ["I.1", "I.2", "II.1"]
    assert lint(reading(SECTIONS)) == ()


def test_sections_whose_numbers_run_on_are_headings_only():
    running = SECTIONS.replace(
        "1. Requests the Secretary-General to report on width", "3. Requests the Secretary-General to report on width"
    )

    assert own_paths(running) == ["PP1", "1", "2", "3"]
    assert reading(running).divisions == ()
    assert [one.text for one in reading(running).headings if one.level == 1] == ["I", "II"]


def test_sections_stand_within_parts():
    text = TWO_PARTS.replace("1. Invites", "I\n\n1. Invites").replace(
        "2. Requests the Secretary-General to report to it at its seventy-seventh",
        "II\n\n1. Requests the Secretary-General to report to it at its seventy-seventh",
    )

    assert own_paths(text)[-4:] == ["B.PP1", "B.PP2", "B I.1", "B II.1"]


def test_another_resolution_after_the_closing_is_no_part():
    found = reading(f"{LIGHTHOUSES}\nB\n\nThe General Assembly,\n\n1. Urges States to pay.\n")

    assert [one.path for one in found.paragraphs][-1] == "4"
    assert [one.code for one in found.remarks] == ["another_opening"]
    assert {one.why for one in found.apart if one.line > 28} == {Why.AFTER_CLOSING, Why.OTHER_RESOLUTION}


def test_a_part_with_an_earlier_mark_is_another_resolution():
    whole, _annex, second = TWO_PARTS.partition("\nAnnex\n")
    found = reading(f"{whole}\nA\n{second.partition('B')[2]}")

    assert [one.mark for one in found.divisions] == ["A"]
    assert [one.code for one in found.remarks] == ["another_opening"]
    assert {one.why for one in found.apart if one.line > 30} == {Why.OTHER_RESOLUTION}


@pytest.mark.parametrize(
    "text",
    [
        "Requests the Office to train keepers, and urges States to pay.\n\nRequests the Office to train pilots.\n",
        "1. Requests the Office to train keepers;\n\n1. Requests the Office to train pilots.\n",
    ],
)
def test_no_two_duties_share_a_key_even_where_numbers_fail(text):
    found = reading(f"74/906. Lamps\n\nThe General Assembly,\n\n{text}")
    keys = [one.key for one in duties_of(found)]

    assert len(keys) == len(set(keys)) > 1
    assert all(keys)


def test_parts_are_compared_with_their_like():
    later = (
        TWO_PARTS.replace("74/904", "76/904")
        .replace("2019", "2021")
        .replace(
            "1. Invites States, with the consent of the islands concerned, to give support to ferries;",
            "1. Requests the Office of Lamps, upon request, to train keepers:\n\n(a) In workshops at night;",
        )
    )

    found = compare(reading(TWO_PARTS), reading(later))

    fates = {
        (one.division, one.later.path if one.later else one.earlier and one.earlier.path): one.fate
        for one in found.pairs
    }
    assert fates["A", "A.2"] is Fate.CARRIED
    assert fates["B", "B.1"] is Fate.NEW
    assert [one.division for one in found.pairs] == sorted(one.division for one in found.pairs)


FAULTS = {
    "due_before_adoption": (
        "to report to it at its seventy-seventh session on",
        "to report to it at its seventy-second session on",
    ),
    "due_in_session_of_adoption": ("seventy-seventh session", "seventy-fourth session"),
    "session_unknown": (
        "to report to it at its seventy-seventh session",
        "to report at the ninetieth session of the Commission on Narcotic Drugs",
    ),
    "period_backwards": ("to it at its seventy-seventh session", "for the biennium 2023–2022"),
    "no_such_day": ("to it at its seventy-seventh session", "by 31 February 2021"),
    "duty_without_actor": (
        "Requests the Secretary-General to report to it at its seventy-seventh session on ferries",
        "Requests the submission of a report on ferries",
    ),
    "duty_without_evidence": ("give support to ferries", "paint ferries"),
    "condition_without_evidence": ("with the consent of the islands concerned", "without prejudice to other rules"),
    "number_out_of_order": (
        "2. Requests the Secretary-General to report to it at its seventy-seventh",
        "4. Requests the Secretary-General to report to it at its seventy-seventh",
    ),
    "number_twice": (
        "2. Requests the Secretary-General to report to it at its seventy-seventh",
        "1. Requests the Secretary-General to report to it at its seventy-seventh",
    ),
    "cites_later_document": ("Noting also the tides", "Recalling its resolution 76/901 of 3 December 2021"),
}


def test_a_clean_text_in_parts_has_no_fault():
    assert lint(reading(TWO_PARTS)) == ()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_planted_in_the_second_part_is_found_there(code):
    before, after = FAULTS[code]
    assert TWO_PARTS.count(before) == 1

    found = lint(reading(TWO_PARTS.replace(before, after)))

    assert code in {one.code for one in found}
    assert all(one.paragraph.startswith("B") or not one.paragraph for one in found)
    assert all(one.line > 36 for one in found)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("The General Assembly,", "The Society of Lamps,", "organ_unknown"),
        ("12 December 2019", "in winter", "adoption_date_unknown"),
    ],
)
def test_what_the_whole_text_lacks_is_a_fault(before, after, code):
    text = TWO_PARTS.replace(before, after).replace("14 December 2019", "in winter").replace("74/904. ", "")
    text = text.replace("in December 2019", "") if code == "adoption_date_unknown" else text

    assert code in {one.code for one in lint(reading(text))}


ONE_PART = """\
63/912 B. Care of sample ferries

The General Assembly,

Recalling its resolution 63/912 A of 3 December 2008,

1. Requests the Secretary-General to report to it at its sixty-fourth session;

2. Decides to remain seized of the matter.

72nd plenary meeting
24 December 2008
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("63/912 B. Care of sample ferries\n", "63/912. Care of sample ferries\n\nB\n"),
        ("63/912 B. Care", "A/RES/63/912 B\n\nCare"),
        ("63/912 B. Care", "United Nations A/RES/63/912 B*\n\nCare"),
    ],
)
def test_a_document_that_holds_one_part_bears_its_letter(old, new):
    assert reading(ONE_PART.replace(old, new, 1)).symbol == "A/RES/63/912 B"


@pytest.mark.parametrize("symbol", ["A/RES/S-19/902", "E/RES/2007/918", "S/RES/9901(2011)"])
def test_a_symbol_that_stands_by_itself_names_the_resolution(symbol):
    text = ONE_PART.replace("63/912 B. Care", f"{symbol}\n\nCare", 1)
    organs = {"A": "General Assembly", "E": "Economic and Social Council", "S": "Security Council"}

    assert reading(text.replace("General Assembly", organs[symbol[0]], 1)).symbol == symbol


def test_a_symbol_behind_the_opening_is_another_one():
    text = ONE_PART.replace("63/912 B. Care", "Care", 1) + "\nA/RES/63/913\n"

    assert reading(text).symbol == ""
