"""What came of assistance: whether the record holds the fact, and when it is looked at again.

Assistance contributes; that it caused what a State did is never said. An outcome counts once the fact that it points to
stands in the record of the act, the law, the treaty or the authority itself; until then it is reported, and not counted
(docs/domain/rules.md, “Outcomes”).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority, Finding, Reason
from accede.core.values import months_later

RULES = Authority("docs/domain/rules.md", "Outcomes")
FOLLOW_UP_MONTHS = (6, 12)
"""After how many months an outcome is looked at again."""


class OutcomeKind(StrEnum):
    """What can come of assistance, by the part of the record that holds the fact."""

    ACT = "act"
    """An act by which the State consented to be bound by one of the universal instruments."""
    LAW = "law"
    AUTHORITY = "authority"
    TREATY = "treaty"


class OutcomeStatus(StrEnum):
    """Whether an outcome counts on a day."""

    NOT_YET = "not_yet"
    REPORTED = "reported"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the record. `on`: its day, None where no source gives it; `known_on`: since when it is recorded."""

    key: str
    on: date | None
    known_on: date


@dataclass(frozen=True, slots=True)
class Claim:
    """An outcome as somebody reported it."""

    kind: OutcomeKind
    happened_on: date
    reported_on: date


@dataclass(frozen=True, slots=True)
class Help:
    """Assistance that is said to have contributed. `began_on`: its first day, None while it has not begun."""

    kind: str
    key: str
    began_on: date | None


def status_on(day: date, claim: Claim, facts: Iterable[Fact]) -> Finding[OutcomeStatus]:
    """Return whether an outcome counts on a day, and why.

    It is verified by a fact that the record knew by the end of that day and that bears the day which was reported. A
    fact of another day does not verify it: one of the two is to be corrected.
    """
    if day < claim.reported_on:
        facts_of_it = {"day": claim.reported_on}
        return Finding(OutcomeStatus.NOT_YET, (Reason("outcome.not_yet", facts_of_it, RULES),))
    known = [one for one in facts if one.known_on <= day]
    if not known:
        return Finding(OutcomeStatus.REPORTED, (Reason("outcome.no_fact", {"kind": claim.kind.value}, RULES),))
    fitting = [one for one in known if one.on == claim.happened_on]
    if fitting:
        keys = tuple(one.key for one in fitting)
        return Finding(OutcomeStatus.VERIFIED, (Reason("outcome.held", {"day": claim.happened_on}, RULES, keys),))
    days = sorted(one.on for one in known if one.on is not None)
    if not days:
        return Finding(OutcomeStatus.REPORTED, (Reason("outcome.fact_without_day", {}, RULES),))
    others = {"reported": claim.happened_on, "recorded": days[-1]}
    return Finding(OutcomeStatus.REPORTED, (Reason("outcome.other_day", others, RULES),))


def began_before(happened_on: date, helped: Sequence[Help]) -> Finding[bool]:
    """Return whether every assistance that is named had begun by the day of an outcome; if not, which had not.

    What a State did before assistance began cannot have come of it. Both may fall on one day.
    """
    late = [one for one in helped if one.began_on is None or one.began_on > happened_on]
    reasons = (
        Reason("outcome.not_begun", {"kind": one.kind, "key": one.key}, RULES)
        if one.began_on is None
        else Reason("outcome.before", {"kind": one.kind, "key": one.key, "began": one.began_on}, RULES)
        for one in late
    )
    return Finding(not late, tuple(reasons))


def follow_up_days(happened_on: date) -> tuple[tuple[int, date], ...]:
    """Return when an outcome is looked at again: 6 and 12 months after its day (counted by ETS 76, art. 4(2)).

    Raises:
        ValueError: a day would lie beyond the year 9999.
    """
    return tuple((months, months_later(happened_on, months)) for months in FOLLOW_UP_MONTHS)
