"""How long each side has after a visit. Rule sets are data, each with its source and the days on which it counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from accede.core.values import Period, months_later


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The times that count for assessments led by some bodies on some days.

    Attributes:
        leads: by whom an assessment is led for the rule set to count.
        counts: the days of the end of an assessment for which it counts.
        comments_days: days that the State has for factual comments on the draft; None where none are set.
        response_months: months that the State has to respond to the final report; None where none are set.
        source, url: where it is written; is_verified: whether that text itself was read.
    """

    key: str
    leads: frozenset[str]
    counts: Period
    comments_days: int | None
    response_months: int | None
    source: str
    url: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Clocks:
    """The last days of each side's time, by which rule set; None where nothing runs or no rule sets a time."""

    rules: RuleSet | None
    comments_until: date | None
    response_until: date | None


def rules_for(lead: str, on: date, known: Iterable[RuleSet]) -> RuleSet | None:
    """Return the rule set that counts for an assessment that ended on a day; of several the one that began last."""
    found = [one for one in known if lead in one.leads and on in one.counts]
    return max(found, key=lambda one: one.counts.start or date.min, default=None)


def clocks_of(rules: RuleSet | None, *, draft_sent_on: date | None, reported_on: date | None) -> Clocks:
    """Return until when the State may comment on the draft and respond to the report.

    The day on which a time begins is not counted, its last day is (ETS 76, art. 3(1)).
    """
    comments = response = None
    if rules is not None and rules.comments_days is not None and draft_sent_on is not None:
        comments = draft_sent_on + timedelta(days=rules.comments_days)
    if rules is not None and rules.response_months is not None and reported_on is not None:
        response = months_later(reported_on, rules.response_months)
    return Clocks(rules, comments, response)
