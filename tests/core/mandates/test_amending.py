"""A duty follows the corrections of its paragraph."""

import pytest

from accede.core.mandates.amending import Amended, When, amended_gates, amended_names, amended_when

NOTHING = Amended()


def names(before: str, after: str) -> Amended:
    return Amended(addressees=(before.split(), after.split()))


@pytest.mark.parametrize(
    ("owed_by", "before", "after", "holds"),
    [
        ("keepers", "keepers", "pilots sailors", "pilots sailors"),
        ("keepers", "keepers sailors", "pilots sailors", "pilots"),
        ("sailors", "keepers sailors", "pilots sailors", "sailors"),
        ("keepers sailors", "keepers sailors bakers", "sailors bakers", "sailors"),
        ("keepers", "keepers sailors", "keepers sailors bakers", "keepers bakers"),
        ("", "", "pilots", "pilots"),
    ],
)
def test_names_are_taken_out_changed_where_they_stood_and_added_to_every_duty(owed_by, before, after, holds):
    assert amended_names(owed_by.split(), names(before, after)) == tuple(holds.split())


@pytest.mark.parametrize(
    ("gates", "before", "after", "holds"),
    [
        ("consent", "consent voluntary", "voluntary", ""),
        ("consent", "consent voluntary", "consent upon_request", "consent upon_request"),
        ("", "", "consent", "consent"),
    ],
)
def test_a_condition_taken_out_or_added_is_so_in_every_duty(gates, before, after, holds):
    change = Amended(conditions=(before.split(), after.split()))

    assert amended_gates(gates.split(), change) == tuple(holds.split())


def test_a_value_that_was_not_corrected_stays():
    when = When("in May", None, "2024-05-31")

    assert amended_names(["a"], NOTHING) == ("a",)
    assert amended_gates(["b"], NOTHING) == ("b",)
    assert amended_when(when, NOTHING, NOTHING, words_above=None) == when


MAY, JUNE, NEVER = When("in May", None, "2024-05-31"), When("in June", None, "2024-06-30"), When("", None, None)
JULY = When("in July", None, "2024-07-31")


@pytest.mark.parametrize(
    ("read", "above", "own", "words_above", "holds"),
    [
        (MAY, None, (MAY, JUNE), None, JUNE),
        (NEVER, None, (MAY, JUNE), None, NEVER),
        (NEVER, None, (NEVER, JUNE), None, JUNE),
        (MAY, (MAY, JUNE), None, "in May", JUNE),
        (MAY, (MAY, JUNE), (NEVER, JULY), "in May", JULY),
        (MAY, None, (MAY, NEVER), None, NEVER),
        (MAY, (NEVER, JUNE), None, "", MAY),
    ],
)
def test_a_time_goes_to_the_duties_due_then_and_the_nearer_paragraph_wins(read, above, own, words_above, holds):
    assert amended_when(read, Amended(when=above), Amended(when=own), words_above=words_above) == holds
