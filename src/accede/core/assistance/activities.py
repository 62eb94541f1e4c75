"""The way of an activity: planned, approved, in delivery, delivered, past the gates that a resolution sets.

Everything but money is asked for before an activity is approved; all of it, money too, before it is delivered. The
gates are those that the facts of a resolution name (`gates.Rule`), so the table is put together from data.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from accede.core.assistance.gate_facts import Activity
from accede.core.assistance.gates import Rule, workflow_gates
from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

KEEP = "assistance.activities-keep"
MONEY = "assistance.resources"
"""The gate that only delivery passes."""
PRACTICE = Authority("docs/domain/rules.md", "Activities")


class ActivityState(StrEnum):
    """Where an activity is."""

    PLANNED = "planned"
    APPROVED = "approved"
    IN_DELIVERY = "in_delivery"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


def _over(activity: Activity) -> Mapping[str, object] | None:
    return None if activity.last_day <= activity.today else {"last": activity.last_day}


def _outcome(activity: Activity) -> Mapping[str, object] | None:
    return None if activity.has_outcome else {}


IS_OVER: Gate[Activity] = Gate("assistance.over", PRACTICE, _over)
HAS_OUTCOME: Gate[Activity] = Gate("assistance.outcome", PRACTICE, _outcome)


def activity_workflow(rules: Sequence[Rule]) -> Workflow[ActivityState, Activity]:
    """Return the workflow of activities under the gates of a resolution."""
    gates = workflow_gates(rules)
    before_approval = tuple(one for one in gates if one.code != MONEY)
    s = ActivityState
    return Workflow(
        key="activity",
        states=ActivityState,
        start=s.PLANNED,
        steps=(
            Step("approve", (s.PLANNED,), s.APPROVED, KEEP, before_approval),
            Step("deliver", (s.APPROVED,), s.IN_DELIVERY, KEEP, gates),
            Step("finish", (s.IN_DELIVERY,), s.DELIVERED, KEEP, (IS_OVER, HAS_OUTCOME)),
            Step("replan", (s.APPROVED,), s.PLANNED, KEEP, with_reason=True),
            Step("cancel", (s.PLANNED, s.APPROVED), s.CANCELLED, KEEP, with_reason=True),
        ),
    )
