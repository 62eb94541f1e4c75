import pytest

from accede.core.mandates.cutting.structure import Kind, Part, Why
from accede.core.mandates.identity import Standing
from tests.core.mandates.days import day
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES, reading


def paths(text: str, **options: str) -> list[tuple[str, int | None]]:
    return [(one.path, one.block.level) for one in reading(text, **options).paragraphs]


def test_a_resolution_says_who_adopted_it_when_and_under_which_symbol():
    found = reading(LIGHTHOUSES)

    assert (found.symbol, found.organ, found.session, found.adopted_on) == ("A/RES/74/901", "GA", 74, day("2019-12-12"))
    assert found.title == "Care of lighthouses"
    assert found.standing is Standing.ADOPTED
    assert found.remarks == ()


def test_paragraphs_have_kind_number_and_level():
    assert paths(LIGHTHOUSES) == [
        ("PP1", None),
        ("PP2", None),
        ("PP3", None),
        ("1", 1),
        ("2", 1),
        ("3", 1),
        ("3(a)", 2),
        ("3(b)", 2),
        ("3(b)(i)", 3),
        ("3(b)(ii)", 3),
        ("4", 1),
    ]


def test_lead_verbs_have_base_adverbs_and_phrase():
    leads = [one.lead for one in reading(LIGHTHOUSES).paragraphs if one.lead]

    assert [(one.verb, one.base, one.phrase) for one in leads] == [
        ("Recalling", "recall", "Recalling"),
        ("Mindful", "mindful", "Mindful"),
        ("concerned", "concerned", "Deeply concerned"),
        ("Takes", "take", "Takes note with appreciation"),
        ("Urges", "urge", "Urges"),
        ("requests", "request", "Also requests"),
        ("requests", "request", "Further requests"),
    ]


def test_a_draft_inside_the_resolution_of_another_organ_is_recommended_not_adopted():
    found = reading(FERRIES)

    assert found.standing is Standing.RECOMMENDED
    assert found.framing is not None
    assert (found.framing.recommended_by, found.framing.recommended_to) == ("ECOSOC", "GA")
    assert found.framing.lead is not None
    assert found.framing.lead.base == "recommend"
    assert [one.path for one in found.paragraphs] == ["PP1", "1", "2", "3"]
    assert found.paragraphs[-1].block.text == "Decides that all captains shall carry a lamp."


def test_lines_of_a_fixed_width_make_the_same_paragraphs_as_long_lines():
    long_lines = " ".join(LIGHTHOUSES.split("\n")).replace("  ", "\n\n")

    assert paths(LIGHTHOUSES) == [one for one in paths(long_lines) if one[0]]


@pytest.mark.parametrize("change", [str.upper, lambda text: text.replace(" ", "\u00a0"), lambda text: "\ufeff" + text])
def test_the_coat_of_the_title_does_not_matter(change):
    first, rest = LIGHTHOUSES.split("\n", 1)

    assert [one.path for one in reading(f"{change(first)}\n{rest}").paragraphs][:4] == ["PP1", "PP2", "PP3", "1"]


def test_a_footnote_between_two_halves_of_a_sentence_is_taken_out():
    found = reading(
        "The General Assembly,\n\n1. Requests the Office of\n\n¹ See A/74/555.\n\nLamps to report;\n\n2. Urges "
        "States to pay.\n"
    )

    assert [one.block.text for one in found.paragraphs] == [
        "Requests the Office of Lamps to report;",
        "Urges States to pay.",
    ]
    assert [(one.mark, one.text) for one in found.footnotes] == [("¹", "See A/74/555.")]


def test_page_marks_and_running_heads_lie_apart_with_the_reason():
    found = reading(
        "The General Assembly,\n\nNoting lamps and\n\n<!-- Page 2 -->\n\nGeneral Assembly—Forty-fifth "
        "Session\n\nferries,\n\n"
        "1. Urges States to pay.\n"
    )

    assert found.paragraphs[0].block.text == "Noting lamps and ferries,"
    assert [(one.line, one.why) for one in found.apart] == [(5, Why.PAGE), (7, Why.RUNNING_HEAD)]


def test_a_page_with_several_resolutions_gives_the_one_that_is_meant_and_names_the_others():
    page = (
        "12 (IV). Lamps\n\nThe General Assembly\n\nUrges States to pay.\n\n13 (IV). Ferries\n\nThe General "
        "Assembly,\n\n1. Notes ferries;\n\n2. Urges States to sail.\n"
    )

    found = reading(page, "A_RES_13_(IV).txt")

    assert (found.symbol, found.other_resolutions) == ("A/RES/13(IV)", ("12 (IV)",))
    assert [one.path for one in found.paragraphs] == ["1", "2"]
    assert {one.why for one in found.apart} == {Why.OTHER_RESOLUTION}


def test_an_annex_is_kept_apart_from_the_resolution():
    found = reading(
        f"{LIGHTHOUSES}\nAnnex\n\nRules of lamps\n\n1. Lamps shall burn at night.\n\n2. Keepers may sleep by day.\n"
    )

    annex = [one for one in found.paragraphs if one.block.part is Part.ANNEX]
    assert [(one.block.number, one.block.kind) for one in annex] == [("1", Kind.OPERATIVE), ("2", Kind.OPERATIVE)]
    assert [one.text for one in found.headings] == ["Annex", "Rules of lamps"]


def test_a_text_quoted_by_a_paragraph_is_no_paragraph_of_the_resolution():
    found = reading(
        "The General Assembly,\n\n1. Decides to amend rule 4 to read:\n\n“1. Requests shall be in writing.”;\n\n2. "
        "Urges States to pay.\n"
    )

    quoted = found.paragraphs[1]
    assert (quoted.block.is_quoted, quoted.block.level, quoted.lead) == (True, 2, None)
    assert [one.path for one in found.paragraphs if not one.block.is_quoted] == ["1", "2"]


def test_a_resolution_of_the_security_council_is_read_as_one():
    found = reading(
        "Resolution 9901 (2013)\n\nAdopted by the Security Council at its 6999th meeting, on 4 June 2013\n\nThe "
        "Security Council,\n\n"
        "Reaffirming that lamps matter,\n\nActing under Chapter VII of the Charter of the United Nations,\n\n1. "
        "Decides that all "
        "States shall:\n\n(a) Keep lamps;\n\n(b) Report thereon within 90 days from the date of adoption of this "
        "resolution;\n\n"
        "2. Decides to remain seized of the matter.\n"
    )

    assert (found.symbol, found.organ, found.adopted_on) == ("S/RES/9901(2013)", "SC", day("2013-06-04"))
    assert [one.path for one in found.paragraphs] == ["PP1", "PP2", "1", "1(a)", "1(b)", "2"]
    assert [one.lead.base for one in found.paragraphs if one.lead] == ["reaffirm", "act", "decide", "decide"]


@pytest.mark.parametrize("text", ["", "Dear colleague,\n\nthe lamps are out.\n\nYours\n", "%%%\n\n12\n\n13\n"])
def test_a_text_that_is_no_resolution_is_said_to_be_none(text):
    assert "no_resolution" in {one.code for one in reading(text).remarks}


def test_what_cannot_be_told_is_said_not_guessed():
    found = reading("Noting lamps,\n\n1. Urges States to pay.\n\n4. Requests the Office to report.\n")

    codes = {one.code: one.line for one in found.remarks}
    assert codes["no_opening"] == 1
    assert codes["number_out_of_order"] == 5
    assert {"organ_unknown", "adoption_date_unknown", "number_unknown"} <= set(codes)
    assert (found.symbol, found.organ, found.adopted_on) == ("", "", None)


DECLARATION = """
The keepers of every lighthouse depend on each other when the sea is rough and the nights are long.
Extensive efforts have been made by keepers at all harbours to keep the lamps burning in winter storms.
We, the keepers of the harbours:
Undertake to keep the lamps burning;
"""


def test_sentences_of_a_declaration_without_opening_or_numbers_are_operative():
    found = reading(DECLARATION)

    assert [(one.block.kind, one.block.level) for one in found.paragraphs[:3]] == [(Kind.OPERATIVE, 1)] * 3
    assert [one.code for one in found.remarks].count("no_opening") == 1


def test_a_sentence_after_the_preamble_of_a_text_without_opening_is_operative():
    preamble = "Recalling its resolution 70/900 on the care of lighthouses,\n"

    found = reading(preamble + DECLARATION.strip().split("\n")[0])

    assert [one.block.kind for one in found.paragraphs] == [Kind.PREAMBULAR, Kind.OPERATIVE]


def test_a_participle_that_begins_a_whole_sentence_under_a_heading_opens_no_preamble():
    heading = "The General Assembly,\n1. Adopts the Declaration annexed hereto;\nAnnex\nI. Lamps\n"
    sentence = "Promoting the care of lamps remains the first task of keepers and of those who pay them every month."

    assert reading(heading + sentence).paragraphs[-1].block.kind is Kind.OPERATIVE
    assert reading(heading + "Recalling the storms,").paragraphs[-1].block.kind is Kind.PREAMBULAR


def test_the_letter_of_a_section_may_stand_close_to_its_title():
    found = reading("The General Assembly,\n1. Adopts the Programme;\nAnnex\nA.Lamps and lanterns\n1. Lamps burn.")

    assert [one.text for one in found.headings] == ["Annex", "A. Lamps and lanterns"]


def test_a_participle_that_ends_with_a_semicolon_in_an_annex_is_an_item_of_its_list():
    text = "The General Assembly,\n1. Adopts the Programme;\nAnnex\nI. Lamps\nAll keepers should act now, by:\n"

    found = reading(text + "Improving the supply of oil;\nTraining keepers;")

    assert [(one.block.kind, one.block.level) for one in found.paragraphs[-2:]] == [(Kind.OPERATIVE, 2)] * 2


def test_a_heading_in_capitals_stands_alone_even_after_a_line_without_full_stop():
    text = "The General Assembly,\n1. Adopts the Programme;\nAnnex\n1. The keepers are needed, see note\n"

    found = reading(text + "THE TASKS AHEAD\nAll keepers should act at once.")

    assert "THE TASKS AHEAD" in [one.text for one in found.headings]
    assert found.paragraphs[-1].block.text == "All keepers should act at once."
