"""One text that recommends several drafts: each is a part with its own paragraphs."""

import pytest

from accede.core.mandates.identity import Standing
from tests.core.mandates.texts import reading

DRAFTS = """2008/901. Harbours
The Economic and Social Council,
Recommends to the General Assembly the adoption of the following draft resolutions:
Draft resolution I
Lamps of the coast
“The General Assembly,
“Recalling its resolution 50/1,
“1. Requests the Secretary-General to report;
“2. Decides to light the lamps.”
Draft resolution II
Ferries
“The General Assembly,
“Noting the ferries,
“1. Urges Member States to run ferries.”
12th plenary meeting
20 July 2008"""


def unquoted(text: str) -> str:
    return text.replace("“", "").replace("”", "")


@pytest.mark.parametrize("change", [str, unquoted, lambda text: text.replace("Draft resolution", "DRAFT RESOLUTION")])
def test_each_recommended_draft_is_a_part_with_its_own_paragraphs(change):
    found = reading(change(DRAFTS))

    assert [one.path for one in found.paragraphs] == ["I.PP1", "I.1", "I.2", "II.PP1", "II.1"]
    assert [(one.mark, one.title, one.before) for one in found.divisions] == [
        ("I", "Lamps of the coast", 0),
        ("II", "Ferries", 3),
    ]
    assert [one.block.text for one in found.paragraphs][2::2] == [
        "Decides to light the lamps.",
        "Urges Member States to run ferries.",
    ]


def test_what_frames_the_drafts_is_kept_and_they_stand_as_recommended():
    found = reading(DRAFTS)

    assert (found.symbol, found.standing, found.adopting_organ) == ("E/RES/2008/901", Standing.RECOMMENDED, "GA")
    assert found.framing is not None
    assert (found.framing.recommended_by, found.framing.recommended_to) == ("ECOSOC", "GA")
    assert found.remarks == ()


def test_one_draft_alone_takes_no_letter_from_its_mark():
    one = DRAFTS[: DRAFTS.index("Draft resolution II")].replace("Draft resolution I", "Draft resolution A")

    assert reading(one).symbol == "E/RES/2008/901"
