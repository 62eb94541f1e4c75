"""What holds on the very day, and where one of two conditions is met: the edges between the cases of the tables."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.checks import KnownRecord, mismatches_of
from accede.core.treaties.declarations import Effect, StatementCase, statements_on
from accede.core.treaties.episodes import Life
from accede.core.treaties.history import accession_curve
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.mismatches import Mismatch, MismatchCode
from accede.core.treaties.positions import Case, Change, Position, Standing
from accede.core.treaties.reasons import ReasonCode
from accede.core.treaties.settling import SettledBy, settle
from accede.core.treaties.standing import standing_on, timeline
from tests.core.treaties.nineteen import NINETEEN
from tests.core.treaties.reading import report, settled

FINANCING, PLASTIC, AIRPORTS, MONTREAL = "FINANCING-1999", "PLASTIC-1991", "AIRPORTS-1988", "MONTREAL-1971"


def acts_of(*rows: dict[str, Any], instrument: str) -> tuple[SettledAct, ...]:
    return tuple(settled(row, instrument=instrument, state="XXA", number=number) for number, row in enumerate(rows))


def codes(day: date, case: Case) -> list[str]:
    return [str(reason.code) for reason in standing_on(day, case).because]


JOINED_AIRPORTS = {"kind": "accession", "day": date(1995, 3, 1)}


def test_a_protocol_is_answered_where_nothing_is_said_of_its_parent() -> None:
    case = Case(NINETEEN[AIRPORTS], "XXA", acts_of(JOINED_AIRPORTS, instrument=AIRPORTS))

    assert standing_on(date(2000, 1, 1), case).answer.standing is Standing.PARTY
    assert ReasonCode.PARENT_NOT_RECORDED not in codes(date(2000, 1, 1), case)


def test_only_a_protocol_whose_text_asks_for_it_notes_that_its_parent_is_not_recorded() -> None:
    absent = (Change(date.min, Position(Standing.NONE), ()),)
    asks = Case(NINETEEN[AIRPORTS], "XXA", acts_of(JOINED_AIRPORTS, instrument=AIRPORTS), parent=absent)
    row = {"kind": "accession", "day": date(2003, 1, 20)}
    other = Case(NINETEEN[FINANCING], "XXA", acts_of(row, instrument=FINANCING), parent=absent)

    assert ReasonCode.PARENT_NOT_RECORDED in codes(date(2000, 1, 1), asks)
    assert ReasonCode.PARENT_NOT_RECORDED not in codes(date(2004, 1, 1), other)


def test_a_consent_on_the_very_day_on_which_an_earlier_one_ends_opens_a_new_episode() -> None:
    left = {"kind": "denunciation", "day": date(2005, 1, 1), "effective_on": date(2006, 1, 1)}
    rows = ({"kind": "accession", "day": date(2003, 1, 20)}, left, {"kind": "accession", "day": date(2006, 1, 1)})
    case = Case(NINETEEN[FINANCING], "XXA", acts_of(*rows, instrument=FINANCING))

    assert standing_on(date(2006, 6, 1), case).answer.standing is Standing.PARTY


def test_a_succession_of_which_no_day_is_known_binds_from_the_day_of_its_source_only() -> None:
    row = {"kind": "succession", "attested_on": date(2010, 1, 1)}
    case = Case(NINETEEN[FINANCING], "XXA", acts_of(row, instrument=FINANCING))

    assert standing_on(date(2010, 1, 1), case).answer.since is None
    assert standing_on(date(2010, 1, 1), case).answer.standing is Standing.PARTY


def test_a_denunciation_on_the_very_day_of_the_consent_ends_it() -> None:
    joined = {"kind": "accession", "day": date(2003, 1, 20)}
    left = {"kind": "denunciation", "day": date(2003, 1, 20), "effective_on": date(2004, 1, 20)}
    case = Case(NINETEEN[FINANCING], "XXA", acts_of(joined, left, instrument=FINANCING))

    assert standing_on(date(2004, 1, 20), case).answer.standing is Standing.WITHDRAWN


def test_a_protocol_joined_on_the_very_day_on_which_the_parent_ended_does_not_fall_with_it() -> None:
    joined_on = date(1995, 3, 1)
    parent = (
        Change(date.min, Position(Standing.PARTY), ()),
        Change(joined_on, Position(Standing.WITHDRAWN), ()),
    )
    case = Case(NINETEEN[AIRPORTS], "XXA", acts_of(JOINED_AIRPORTS, instrument=AIRPORTS), parent=parent)

    assert standing_on(date(2000, 1, 1), case).answer.standing is Standing.PARTY


@pytest.mark.parametrize(("general", "told"), [(date(1995, 1, 1), date(1995, 1, 1)), (None, date(1992, 1, 1))])
def test_a_succession_takes_effect_with_the_treaty_or_where_that_is_not_in_force_with_the_state(
    general: date | None, told: date
) -> None:
    instrument = Instrument("NEW", 1, date(1990, 1, 1), None, in_force_on=general)
    row = {"kind": "succession", "day": date(1996, 1, 1), "effective_on": date(1992, 1, 1)}
    case = Case(instrument, "XXA", acts_of(row, instrument="NEW"))
    because = standing_on(date(1997, 1, 1), case).because

    assert {r.facts["effective_on"] for r in because if r.code == ReasonCode.SUCCEEDED} == {told}


def test_a_denunciation_of_its_own_on_the_day_of_the_parents_ends_the_protocol_by_itself() -> None:
    ended = Change(date(2006, 1, 1), Position(Standing.WITHDRAWN), ())
    parent = (Change(date.min, Position(Standing.PARTY), ()), ended)
    own = {"kind": "denunciation", "day": date(2005, 1, 1), "effective_on": date(2006, 1, 1)}
    case = Case(NINETEEN[AIRPORTS], "XXA", acts_of(JOINED_AIRPORTS, own, instrument=AIRPORTS), parent=parent)

    assert ReasonCode.WITHDRAWN in codes(date(2006, 1, 1), case)
    assert ReasonCode.FALLS_WITH_PARENT not in codes(date(2006, 1, 1), case)


def reports_of(*rows: dict[str, Any], instrument: str = FINANCING) -> Sequence[SettledAct]:
    told = [report(row, instrument=instrument, state="XXA", number=number) for number, row in enumerate(rows)]
    return settle(told, authority_of={"a": 1, "b": 2}, instruments=NINETEEN).acts


TWICE: tuple[dict[str, Any], ...] = (
    {"kind": "accession", "day": date(2001, 1, 1), "source": "a"},
    {"kind": "succession", "day": date(2003, 1, 1), "source": "a"},
)


def test_a_source_that_names_two_kinds_on_two_days_names_two_acts() -> None:
    assert len(reports_of(*TWICE)) == 2


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"day": date(2001, 1, 1)}, "two kinds on one day are one act in two words"),
        ({"kind": "accession"}, "one kind on two days is one act of which the day differs"),
        ({"kind": "consent_unspecified"}, "who names no kind names no second act"),
        ({"depositary": "RU"}, "each depositary may have the same consent by another act"),
        ({"source": "b"}, "two sources differ on one act"),
    ],
)
def test_otherwise_it_names_one(change: dict[str, Any], why: str) -> None:
    assert len(reports_of(TWICE[0], {**TWICE[1], **change})) == 1, why


def test_a_weaker_source_that_gives_one_kind_two_days_does_not_come_before_a_stronger_one() -> None:
    weak = [{"kind": "accession", "day": date(2001, 1, day), "source": "b"} for day in (1, 2)]

    (act,) = reports_of(*weak, {"kind": "ratification", "day": date(2003, 1, 20), "source": "a"})

    assert (act.kind, act.on) == (ActKind.RATIFICATION, date(2003, 1, 20))


def test_a_weaker_report_of_an_impossible_day_does_not_change_why_the_stronger_is_taken() -> None:
    strong = {"kind": "accession", "day": date(2003, 1, 20), "source": "a"}
    impossible = {"kind": "accession", "day": date(1990, 1, 1), "source": "b"}
    told = [report(row, instrument=FINANCING, state="XXA", number=n) for n, row in enumerate((strong, impossible))]

    (found,) = settle(told, authority_of={"a": 1, "b": 2}, instruments=NINETEEN).disagreements

    assert (found.chosen, found.settled_by) == (date(2003, 1, 20), SettledBy.STRONGER_SOURCE)


def test_where_depositaries_give_two_days_the_earlier_counts_as_the_earliest_deposit_also_when_it_leads() -> None:
    lead = {"kind": "ratification", "day": date(1972, 2, 1), "source": "a", "depositary": "RU"}
    other = {"kind": "ratification", "day": date(1972, 3, 1), "source": "a", "depositary": "US"}
    told = [report(row, instrument=MONTREAL, state="XXA", number=n) for n, row in enumerate((lead, other))]

    (found,) = settle(told, authority_of={"a": 1}, instruments=NINETEEN).disagreements

    assert (found.chosen, found.settled_by) == (date(1972, 2, 1), SettledBy.EARLIEST_DEPOSIT)


def test_the_earliest_deposit_counts_among_depositaries_only_for_consent() -> None:
    first = {"kind": "signature", "day": date(1972, 3, 1), "source": "a", "depositary": "US"}
    second = {"kind": "signature", "day": date(1972, 2, 1), "source": "a", "depositary": "RU"}

    (signature,) = reports_of(first, second, instrument=MONTREAL)
    (consent,) = reports_of({**first, "kind": "ratification"}, {**second, "kind": "ratification"}, instrument=MONTREAL)

    assert consent.on == date(1972, 2, 1)
    assert signature.on in {date(1972, 3, 1), date(1972, 2, 1)}


def effect_on(day: date, *rows: dict[str, Any], instrument: str) -> dict[str, tuple[Effect, date | None]]:
    acts = acts_of(*rows, instrument=instrument)
    changes = timeline(Case(NINETEEN[instrument], "XXA", acts))
    found = statements_on(day, StatementCase(instrument, list(acts), changes, {instrument: changes}))
    return {one.act.subject: (one.effect, one.since) for one in found}


def test_a_declaration_without_a_day_is_made_by_the_very_day_of_its_source() -> None:
    rows = (
        {"kind": "accession", "day": date(2003, 1, 20)},
        {"kind": "declaration", "subject": "art. 24(2)", "attested_on": date(2010, 1, 1)},
    )

    assert effect_on(date(2009, 12, 31), *rows, instrument=FINANCING)["art. 24(2)"][0] is Effect.NOT_KNOWN
    assert effect_on(date(2010, 1, 1), *rows, instrument=FINANCING)["art. 24(2)"][0] is Effect.IN_EFFECT


def test_a_declaration_of_the_deposit_bears_the_day_of_the_deposit_not_of_the_signature() -> None:
    rows = (
        {"kind": "signature", "day": date(1991, 3, 1)},
        {"kind": "ratification", "day": date(1997, 5, 21)},
        {"kind": "declaration", "subject": "producer", "attested_on": date(2015, 11, 25)},
    )

    assert effect_on(date(1997, 5, 20), *rows, instrument=PLASTIC) == {}
    assert set(effect_on(date(1997, 5, 21), *rows, instrument=PLASTIC)) == {"producer"}


@pytest.mark.parametrize(
    ("second", "day", "effect"),
    [
        (date(2010, 1, 1), date(2010, 1, 1), Effect.REPLACED),
        (date(2010, 1, 1), date(2009, 12, 31), Effect.IN_EFFECT),
        (date(2000, 1, 1), date(2010, 1, 1), Effect.IN_EFFECT),
    ],
)
def test_a_declaration_is_replaced_from_the_very_day_of_a_later_one(second: date, day: date, effect: Effect) -> None:
    rows = (
        {"kind": "ratification", "day": date(1999, 1, 1)},
        {"kind": "declaration", "subject": "producer", "day": date(2000, 1, 1)},
        {"kind": "declaration", "subject": "not_producer", "day": second},
    )

    assert effect_on(day, *rows, instrument=PLASTIC)["producer"][0] is effect


def test_a_declaration_about_something_else_replaces_nothing() -> None:
    rows = (
        {"kind": "ratification", "day": date(1999, 1, 1)},
        {"kind": "declaration", "subject": "producer", "day": date(2000, 1, 1)},
        {"kind": "declaration", "subject": "art. XI(2)", "day": date(2010, 1, 1)},
    )

    assert effect_on(date(2011, 1, 1), *rows, instrument=PLASTIC)["producer"][0] is Effect.IN_EFFECT


@pytest.mark.parametrize(("day", "times"), [({"day": date(2004, 1, 1)}, 1), ({"attested_on": date(2004, 1, 1)}, 1)])
def test_that_a_declaration_was_made_is_said_once(day: dict[str, date], times: int) -> None:
    rows = ({"kind": "accession", "day": date(2003, 1, 20)}, {"kind": "declaration", "subject": "art. 24(2)", **day})
    acts = acts_of(*rows, instrument=FINANCING)
    changes = timeline(Case(NINETEEN[FINANCING], "XXA", acts))
    (found,) = statements_on(
        date(2011, 1, 1), StatementCase(FINANCING, list(acts), changes, {FINANCING: changes}, NINETEEN[FINANCING].annex)
    )

    told = [reason.code for reason in found.because]
    assert told.count(ReasonCode.DECLARATION_MADE) == times
    assert (ReasonCode.DECLARATION_UNDATED in told) == ("day" not in day)


def found_by(new: dict[str, Any], *record: dict[str, Any], instrument: str = FINANCING) -> dict[MismatchCode, Mismatch]:
    acts = acts_of(*record, instrument=instrument)
    known = KnownRecord(
        instruments=NINETEEN,
        lives={"XXA": Life()},
        today=date(2026, 11, 24),
        acts={(instrument, "XXA"): list(acts)},
        predecessors={},
        identities=frozenset(),
    )
    told = report({"attested_on": date(2020, 1, 1), **new}, instrument=instrument, state="XXA")
    return {problem.code: problem for problem in mismatches_of(told, known)}


def test_a_reservation_may_be_withdrawn_on_the_very_day_on_which_it_was_made() -> None:
    made = {"kind": "reservation", "subject": "art. 24(1)", "day": date(2003, 1, 20)}
    same = {"kind": "withdrawal", "subject": "art. 24(1)", "day": date(2003, 1, 20)}
    before = {**same, "day": date(2003, 1, 19)}

    assert found_by(before, made).keys() - found_by(same, made).keys() == {MismatchCode.WITHDRAWN_BEFORE_MADE}


def test_what_was_to_be_withdrawn_is_named_by_its_subject_where_it_has_no_key() -> None:
    found = found_by({"kind": "withdrawal", "subject": "art. 24(1)", "day": date(2003, 1, 20)})

    assert found[MismatchCode.NOTHING_TO_WITHDRAW].facts["withdraws"] == "art. 24(1)"


def test_accession_too_early_is_held_against_the_article_on_accession() -> None:
    found = found_by({"kind": "accession", "day": date(1968, 1, 1)}, instrument="TOKYO-1963")

    assert str(found[MismatchCode.ACCESSION_NOT_OPEN].authority) == "TOKYO-1963 art. 22(1)"


@pytest.mark.parametrize("left_on", [date(2003, 1, 20), date(2005, 1, 1)])
def test_a_denunciation_on_the_day_of_either_consent_lies_not_between_them(left_on: date) -> None:
    first = {"kind": "accession", "day": date(2003, 1, 20)}
    left = {"kind": "denunciation", "day": left_on}
    again = {"kind": "accession", "day": date(2005, 1, 1)}

    assert found_by(again, first, {**left, "day": date(2004, 1, 1)}).keys() < found_by(again, first, left).keys()


def test_the_days_on_which_one_may_accede_are_asked_of_accessions_only() -> None:
    early, instrument = date(1968, 1, 1), "TOKYO-1963"

    assert MismatchCode.ACCESSION_NOT_OPEN in found_by({"kind": "accession", "day": early}, instrument=instrument)
    assert MismatchCode.ACCESSION_NOT_OPEN not in found_by(
        {"kind": "ratification", "day": early}, instrument=instrument
    )
    assert MismatchCode.ACCESSION_NOT_OPEN not in found_by({"kind": "accession"}, instrument=instrument)


def test_a_state_that_left_before_the_first_day_of_a_curve_is_not_in_it() -> None:
    changes = (
        Change(date.min, Position(Standing.NONE), ()),
        Change(date(1980, 1, 1), Position(Standing.PARTY), ()),
        Change(date(1985, 1, 1), Position(Standing.WITHDRAWN), ()),
    )

    assert list(accession_curve([changes], date(1990, 1, 1), date(1990, 1, 5)).bound) == [0] * 5
    assert list(accession_curve([changes], date(1984, 12, 30), date(1985, 1, 2)).bound) == [1, 1, 0, 0]
