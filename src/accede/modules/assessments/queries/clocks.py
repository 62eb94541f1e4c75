"""The rule sets of times that ship."""

from collections.abc import Sequence
from functools import cache

from accede import data
from accede.core.assessments.clocks import RuleSet
from accede.core.values import Period


@cache
def rule_sets() -> Sequence[RuleSet]:
    """Return the rule sets, each with its source."""
    return [
        RuleSet(
            key=one["key"],
            leads=frozenset(one["leads"]),
            counts=Period(one["from"], one["until"]),
            comments_days=one["comments_days"],
            response_months=one["response_months"],
            source=one["source"],
            url=one["url"],
            is_verified=one["is_verified"],
        )
        for one in data.document("assessments/clocks.yaml")["rule_sets"]
    ]
