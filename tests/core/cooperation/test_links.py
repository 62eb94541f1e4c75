"""From which day until which a treaty links two States: half-open, and only while both are bound."""

from datetime import date

import pytest

from accede.core.cooperation.agreements import (
    AgreementReport,
    Link,
    Membership,
    Regional,
    Serves,
    Status,
    links_of,
    settle_agreements,
)
from accede.core.cooperation.bases import conventions
from accede.core.cooperation.opinions import Basis
from accede.core.cooperation.reasons import Code
from tests.core.cooperation.reading import catalogue, facts, question

CONVENTION = Regional("REGIONAL", "A convention on extradition", frozenset({Serves.EXTRADITION}), text_was_read=True)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        pytest.param("2001-04-30", False, id="the day before it is in force"),
        pytest.param("2001-05-01", True, id="the day on which it enters into force"),
        pytest.param("2010-04-30", True, id="its last day"),
        pytest.param("2010-05-01", False, id="the day on which it is no longer in force"),
    ],
)
def test_a_treaty_holds_from_its_first_day_to_its_last(day, holds):
    link = Link(
        ("AAA", "BBB"),
        "treaty",
        frozenset({Serves.EXTRADITION}),
        date(2001, 5, 1),
        since_is_known=True,
        until=date(2010, 5, 1),
    )

    assert link.holds_on(date.fromisoformat(day)) is holds


def report(*, status: Status = Status.IN_FORCE, in_force_on: date | None, until: date | None = None) -> AgreementReport:
    return AgreementReport(
        key="r1",
        states=("AAA", "BBB"),
        serves=frozenset({Serves.EXTRADITION}),
        status=status,
        source="a-source",
        attested_on=date(2014, 7, 1),
        in_force_on=in_force_on,
        terminated_on=until,
    )


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        pytest.param("2010-04-30", True, id="its last day"),
        pytest.param("2010-05-01", False, id="the day on which it is no longer in force"),
    ],
)
def test_a_bilateral_treaty_counts_up_to_its_last_day(day, counts):
    (treaty,) = settle_agreements([report(in_force_on=date(2001, 5, 1), until=date(2010, 5, 1))])

    assert treaty.is_in_force_on(date.fromisoformat(day)) is counts


def test_a_treaty_that_ended_on_the_day_on_which_it_was_to_enter_into_force_counts_on_no_day():
    (treaty,) = settle_agreements([report(in_force_on=date(2001, 5, 1), until=date(2001, 5, 1))])

    assert treaty.since is None


def member(state: str, since: str, until: str | None = None) -> Membership:
    return Membership(
        CONVENTION.key,
        state,
        date.fromisoformat(since),
        since_is_known=True,
        until=date.fromisoformat(until) if until else None,
        sources=("a-source",),
    )


def test_a_state_bound_on_the_day_on_which_another_leaves_is_not_linked_with_it():
    members = [member("AAA", "2000-01-01", until="2005-01-01"), member("BBB", "2005-01-01")]

    assert links_of((), {CONVENTION.key: CONVENTION}, members) == ()


def test_one_day_together_is_a_link_of_one_day():
    members = [member("AAA", "2000-01-01", until="2005-01-02"), member("BBB", "2005-01-01")]

    (link,) = links_of((), {CONVENTION.key: CONVENTION}, members)

    assert (link.since, link.until) == (date(2005, 1, 1), date(2005, 1, 2))


@pytest.mark.parametrize(
    ("treaties", "is_said"),
    [
        pytest.param([{"between": ["AAA", "BBB"], "kind": "extradition", "in_force_on": date(1970, 1, 1)}], True),
        pytest.param([], False),
    ],
    ids=["with a treaty between the two", "without one"],
)
def test_a_convention_modifies_treaties_where_there_are_any(treaties, is_said):
    """Terrorist Bombings art. 9(5): extradition treaties are deemed modified as far as they are incompatible."""
    case = {
        "states": {state: {"bound": {"BOMBINGS-1997": date(2003, 1, 1)}} for state in ("AAA", "BBB")},
        "treaties": treaties,
        "ask": {"requesting": "AAA", "requested": "BBB", "offence": "terrorist-bombing", "day": date(2010, 1, 1)},
    }
    asked = question(case)

    found = conventions(asked, catalogue().by_code[asked.offence], facts(case))

    reasons = [reason for basis in found if isinstance(basis, Basis) for reason in basis.because]
    said = [str(reason.authority) for reason in reasons if reason.code == Code.MODIFIES]
    assert said == (["BOMBINGS-1997 art. 9(5)"] if is_said else [])
