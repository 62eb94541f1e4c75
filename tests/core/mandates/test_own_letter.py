"""A document that holds one part of a resolution is cited with the part's letter."""

import pytest

from tests.core.mandates.texts import reading

BODY = """The General Assembly,
Recalling its earlier decisions,
1. Requests the Secretary-General to report;
2. Decides to keep the harbours open."""


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("63/901 B. Harbours", ""),
        ("63/901 B Harbours", ""),
        ("63/901. Harbours\nB", ""),
        ("A/RES/63/901 B\n63/901. Harbours", ""),
        ("63/901. Harbours", "A_RES_63_901_B.json"),
    ],
)
def test_the_letter_of_the_only_part_belongs_to_the_symbol(front, hint):
    found = reading(f"{front}\n{BODY}", hint)

    assert (found.symbol, found.title) == ("A/RES/63/901 B", "Harbours")
    assert [one.lead.base for one in found.paragraphs if one.lead] == ["recall", "request", "decide"]


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("63/901. Harbours", "A_RES_63_901.json"),
        ("63/901. A harbour for all", ""),
        (f"63/901. Harbours\nA\n{BODY}\nB", ""),
        ("63/901. Harbours\nI", ""),
    ],
)
def test_several_parts_or_none_leave_the_number_alone(front, hint):
    assert reading(f"{front}\n{BODY}", hint).symbol == "A/RES/63/901"


def test_a_backslash_that_guards_a_number_in_markdown_is_no_part_of_the_text():
    guarded = BODY.replace("1.", "1\\.").replace("2.", "2\\.")
    found = reading(f"63/901. Harbours\n{guarded}")

    assert [one.path for one in found.paragraphs] == ["PP1", "1", "2"]
