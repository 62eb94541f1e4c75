"""Ways of asking that are no plain "Requests": each makes a duty, and of the right people. All texts are invented."""

import pytest

from accede.core.mandates.duties import Strength, duties_of
from tests.core.mandates.test_kinds import assembly, council, due, owed


@pytest.mark.parametrize(
    ("asked", "who", "strength"),
    [
        ("Reiterates its request to the Office to write", "the Office", Strength.REQUESTED),
        ("Renews its urgent request, in this regard, to the Office to write", "the Office", Strength.REQUESTED),
        ("Reaffirms the request to the Office to write", "the Office", Strength.REQUESTED),
        ("Reiterates its invitation and encouragement to Member States to pay", "Member States", Strength.INVITED),
        ("Repeats its call upon all States to light lamps", "all States", Strength.URGED),
        ("Reiterates its demand that the parties return the lamps", "the parties", Strength.DECIDED),
        ("Reaffirms its decision that all States shall light lamps", "all States", Strength.DECIDED),
        ("Decides to request the Office to write", "the Office", Strength.REQUESTED),
        ("Agrees to invite Member States to pay", "Member States", Strength.INVITED),
        ("Tasks the Committee with writing", "the Committee", Strength.INVITED),
        ("Welcomes the plan, and calls for donors to pay", "donors", Strength.URGED),
        ("Extends the mandate, requesting the Panel to write", "the Panel", Strength.REQUESTED),
        ("Requests, in this regard, that the Office prepare a list", "the Office", Strength.REQUESTED),
        ("Requests that a list be prepared by the Office", "the Office", Strength.REQUESTED),
        ("Decides that the list shall be kept by the Secretariat", "the Secretariat", Strength.DECIDED),
        ("Decides that, in this context, the Panel shall write", "the Panel", Strength.DECIDED),
        ("Demands that the Keepers’ Union swiftly allow visits", "the Keepers’ Union", Strength.DECIDED),
    ],
)
def test_who_is_asked_in_other_words_owes_a_duty(asked, who, strength):
    duties = duties_of(assembly(f"1. {asked} by 1 May 2025."))

    assert [(one.owed_by, one.strength, due(one)) for one in duties] == [((who,), strength, [("2025-05-01", None)])]


@pytest.mark.parametrize(
    "told",
    [
        "Recalls its resolution 60/288, requesting the Office to write",
        "Welcomes resolution 12/3 of the Fund, inviting the Office to write",
        "Reaffirms its decision to wait",
        "Reiterates its deep concern at the dark",
        "Calls for increased efforts by States to light lamps",
        "Calls for the establishment of a fund to buy lamps",
        "Decides to call an international conference",
        "Emphasizes that lamps matter",
    ],
)
def test_what_is_told_or_wished_makes_no_duty(told):
    assert duties_of(assembly(f"1. {told}.")) == ()


@pytest.mark.parametrize("shall", ["shall", "will", "should", "must", "is to", "has to"])
def test_items_under_a_decision_bind_by_any_word_for_shall(shall):
    found = council(f"1. Decides that:\n\n(a) The Keepers’ Team {shall} write by 1 May 2025;\n\n(b) The lamp is new;")

    assert owed(found) == [("1", ("The Keepers’ Team",))]


def test_items_may_ask_by_verbs_of_their_own():
    by_infinitive = council(
        "1. Decides:\n\n(a) To request the Office to write by 1 May 2025;\n\n(b) To hold a meeting;\n\n"
        "(c) Also to invite Member States to pay;\n\n(d) To invite Member States to pay;"
    )
    by_finite = council("1. Welcomes the plan and:\n\n(a) Requests the Office to write;\n\n(b) Notes the list;")

    assert owed(by_infinitive) == [("1a", ("the Office",)), ("1b", ("Member States",))]
    assert owed(by_finite) == [("1", ("the Office",))]


@pytest.mark.parametrize(
    ("asked", "parties"),
    [
        ("prosecutors, judges and police officers", ("prosecutors", "judges", "police officers")),
        ("Freeland and the Isle", ("Freeland", "the Isle")),
        ("the Office and, as appropriate, the Fund,", ("the Office", "the Fund")),
        ("the Office jointly with the Fund", ("the Office",)),
        ("the Office, alongside the Fund,", ("the Office",)),
        ("the Office, in cooperation with Member States, INTERPOL, and other partners,", ("the Office",)),
        ("States, the private sector and academia", ("States", "the private sector", "academia")),
        ("the Executive Board at its eightieth session", ("the Executive Board",)),
        (
            "the Committee established pursuant to resolution 1373 (2001)",
            ("the Committee established pursuant to resolution 1373 (2001)",),
        ),
        ("developing countries, guided by the spirit of lamps,", ("developing countries",)),
    ],
)
def test_parties_are_told_from_helpers_and_from_words_beside_them(asked, parties):
    found = assembly(f"1. Invites {asked} to light lamps.")

    assert owed(found) == [("1", parties)]


def test_those_through_whom_somebody_is_asked_owe_nothing():
    found = assembly("1. Also requests, through the Secretary-General, the Office to write.")

    assert owed(found) == [("1", ("the Office",))]


@pytest.mark.parametrize(
    ("whom", "owed_to"),
    [
        ("the Human Rights Council at its sixtieth session", "the Human Rights Council"),
        (
            "the Commission on Crime Prevention and Criminal Justice at its next session",
            "the Commission on Crime Prevention and Criminal Justice",
        ),
        ("the Conference of the Parties", "the Conference of the Parties"),
    ],
)
def test_to_whom_a_duty_is_owed_is_a_body_and_nothing_after_it(whom, owed_to):
    assert [one.owed_to for one in duties_of(assembly(f"1. Requests the Office to report to {whom}."))] == [owed_to]


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("Calls upon all parties to fully implement the plan", "all parties"),
        ("Urges the parties to respect the lamps", "the parties"),
        ("Calls upon the parties to the conflict to end the dark", "the parties to the conflict"),
        ("Invites States parties to the Convention to write", "States parties to the Convention"),
        ("Calls on the government of Freeland to urgently write", "the government of Freeland"),
        ("Decides that each year the Commission will evaluate the lamps", "the Commission"),
    ],
)
def test_parties_that_act_are_told_from_what_they_are_parties_to(asked, who):
    assert [one.owed_by for one in duties_of(assembly(f"1. {asked}."))] == [(who,)]


@pytest.mark.parametrize(
    "told", ["Decides that the Conference will consist of two parts", "Decides to authorize an increase of 30 lamps"]
)
def test_what_will_be_and_what_is_allowed_owes_nothing(told):
    assert duties_of(assembly(f"1. {told}.")) == ()
