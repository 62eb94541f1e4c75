"""What joining an instrument takes."""

from datetime import date
from typing import Any

import pytest

from accede.core.treaties.acts import ActKind
from accede.core.treaties.episodes import Life
from accede.core.treaties.joining import Invitation, JoiningPlan, ParentHow, joining_plan, joining_plans
from accede.core.treaties.joining_clauses import Paper
from accede.core.treaties.whole_record import all_timelines
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.reading import settled
from tests.core.treaties.test_standing import with_lists

TODAY = date(2026, 11, 24)
LISTED = {key: [date(2026, 11, 24)] for key in NINETEEN}


def plan(instrument: str, on: date, *rows: dict[str, Any]) -> JoiningPlan:
    acts = [settled(row, instrument=instrument, state="XXA", number=number) for number, row in enumerate(rows)]
    instruments = with_lists({"lists": LISTED})
    found = {key: changes for (_, key), changes in all_timelines(instruments, acts, {"XXA": Life()}).items()}
    return joining_plan(instruments[instrument], "XXA", on, timelines=found, instruments=instruments)


def test_a_state_outside_accedes_and_is_told_the_day_and_the_papers() -> None:
    found = plan("FINANCING-1999", date(2026, 11, 24))

    assert found.invitation is Invitation.OPEN
    assert found.acts == (ActKind.ACCESSION,)
    assert str(found.acts_authority) == "FINANCING-1999 art. 25(3)"
    assert found.takes_effect.answer == date(2026, 12, 24)
    assert [(p.paper, p.is_required) for p in found.papers] == [
        (Paper.OPTIONAL_JURISDICTION, True),
        (Paper.ANNEX_EXCLUSION, False),
        (Paper.DISPUTES_OPT_OUT, False),
    ]


def test_a_signatory_ratifies() -> None:
    found = plan("NUCLEAR-2005", TODAY, {"kind": "signature", "day": date(2005, 9, 14)})

    assert found.acts == (ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL)
    assert not found.may_sign


def test_a_signatory_of_beijing_may_also_accede() -> None:
    found = plan("BEIJING-CONV-2010", TODAY, {"kind": "signature", "day": date(2010, 9, 10)})

    assert ActKind.ACCESSION in found.acts


def test_while_signature_is_open_a_state_may_sign_as_well() -> None:
    found = plan("NUCLEAR-2005", date(2006, 1, 1))

    assert (found.may_sign, found.signature_until) == (True, date(2006, 12, 31))
    assert found.acts == (ActKind.ACCESSION,)


def test_tokyo_could_be_joined_only_by_signature_until_it_was_in_force() -> None:
    before, after = plan("TOKYO-1963", date(1965, 1, 1)), plan("TOKYO-1963", date(1970, 1, 1))

    assert before.acts == (ActKind.RATIFICATION,)
    assert before.may_sign
    assert after.acts == (ActKind.ACCESSION,)
    assert not after.may_sign


def test_sua_could_be_signed_definitively() -> None:
    assert ActKind.DEFINITIVE_SIGNATURE in plan("SUA-1988", date(1988, 6, 1)).acts


def test_the_amendment_takes_effect_on_the_day_of_deposit_for_a_party_to_the_convention() -> None:
    found = plan("CPPNM-AMD-2005", TODAY, {"instrument": "CPPNM-1980", "kind": "accession", "day": date(2000, 1, 1)})

    assert found.takes_effect.answer == TODAY
    assert found.parents == ()
    assert str(found.acts_authority) == "CPPNM-1980 art. 20(2)"
    assert not found.may_sign


def test_parents_come_first_the_most_distant_one_first() -> None:
    found = plan("FIXEDPLATFORMS-PROT-2005", TODAY)

    assert [(p.instrument, p.how) for p in found.parents] == [
        ("SUA-1988", ParentHow.FIRST),
        ("FIXEDPLATFORMS-1988", ParentHow.FIRST),
    ]


def test_montreal_may_be_joined_together_with_the_airports_protocol() -> None:
    assert [(p.instrument, p.how) for p in plan("AIRPORTS-1988", TODAY).parents] == [
        ("MONTREAL-1971", ParentHow.TOGETHER)
    ]


def test_the_beijing_protocol_includes_hague() -> None:
    found = plan("BEIJING-PROT-2010", TODAY)

    assert [(p.instrument, p.how) for p in found.parents] == [("HAGUE-1970", ParentHow.INCLUDED)]
    assert found.takes_effect.answer == date(2027, 1, 1)


def test_a_party_needs_nothing() -> None:
    found = plan("IPP-1973", TODAY, {"kind": "accession", "day": date(2000, 1, 1)})

    assert found.invitation is Invitation.JOINED
    assert found.acts == ()
    assert not found.may_sign


def test_a_state_that_withdrew_accedes_again() -> None:
    found = plan(
        "IPP-1973",
        TODAY,
        {"kind": "signature", "day": date(1974, 1, 1)},
        {"kind": "ratification", "day": date(1980, 1, 1)},
        {"kind": "denunciation", "day": date(1990, 1, 1)},
    )

    assert found.invitation is Invitation.OPEN
    assert found.acts == (ActKind.ACCESSION,)


@pytest.mark.parametrize(
    ("on", "invitation"),
    [(date(1997, 1, 1), Invitation.NOT_YET_OPEN), (date(1997, 12, 20), Invitation.NOT_YET_OPEN)],
)
def test_before_adoption_and_opening_nobody_can_join(on: date, invitation: Invitation) -> None:
    assert plan("BOMBINGS-1997", on).invitation is invitation


def test_where_the_record_ends_the_steps_are_still_told() -> None:
    found = {key: changes for (_, key), changes in all_timelines(NINETEEN, (), {"XXA": Life()}).items()}

    plans = joining_plans("XXA", TODAY, timelines=found, instruments=NINETEEN)

    assert len(plans) == 19
    assert {one.invitation for one in plans} == {Invitation.PERHAPS_JOINED}
    assert all(one.acts for one in plans)


def test_an_instrument_outside_the_record_has_no_plan() -> None:
    found = {key: changes for (_, key), changes in all_timelines(NINETEEN, (), {"XXA": Life()}).items()}
    del found["IPP-1973"]

    plans = joining_plans("XXA", TODAY, timelines=found, instruments=NINETEEN)

    assert "IPP-1973" not in {one.instrument for one in plans}
    assert len(plans) == 18
