"""The way of an assessment: planned, agreed with the State, made, commented on by the State, reported, closed.

A visit goes no further than `planned` without a consent of the State that covers its days, its topics and everybody who
takes part, and that was not withdrawn (ECOSOC resolution 2007/18, preamble paragraph 10). A desk review enters no
State: it needs no consent to be made; what it finds is shared with nobody without one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.assessments.consents import Consent, days_outside, outside
from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

CONSENT_CLAUSE = Authority("ECOSOC resolution 2007/18", "PP10")
PRACTICE = Authority("docs/domain/rules.md", "Assessments")
VISIT, DESK_REVIEW = "visit", "desk_review"


class Stage(StrEnum):
    """Where an assessment is."""

    PLANNED = "planned"
    AGREED = "agreed"
    MADE = "made"
    COMMENTING = "commenting"
    REPORTED = "reported"
    CLOSED = "closed"
    DECLINED = "declined"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the gates ask of an assessment.

    Attributes:
        topics, participants: by code or key, with what each is called in the reader's language.
        has_team, has_report: somebody is named to make it; the report lies here as a document.
        has_comments: the State has commented on the draft, or said that it will not.
        comments_until: the last day of the State's time for comments; None where no rule sets one.
        open_follow_up: how many recommendations and action points are not carried out or set aside.
    """

    kind: str
    state: str
    first_day: date
    last_day: date
    topics: Mapping[str, str]
    participants: Mapping[str, str]
    consent: Consent | None
    has_team: bool
    has_report: bool
    has_comments: bool
    comments_until: date | None
    open_follow_up: int
    today: date


Missing = Mapping[str, object] | None


def _consent(facts: Assessed) -> Missing:
    is_there = facts.consent is not None and facts.consent.state == facts.state
    return None if facts.kind != VISIT or is_there else {}


def _withdrawal(facts: Assessed) -> Missing:
    withdrawn_on = facts.consent.withdrawn_on if facts.consent else None
    return {"day": withdrawn_on} if withdrawn_on else None


def _days(facts: Assessed) -> Missing:
    if facts.consent is None or not days_outside(facts.consent, facts.first_day, facts.last_day):
        return None
    return {"first": facts.first_day, "last": facts.last_day}


def _topics(facts: Assessed) -> Missing:
    found = outside(facts.consent.topics, [*facts.topics]) if facts.consent else ()
    return {"topics": ", ".join(facts.topics[one] for one in found)} if found else None


def _participants(facts: Assessed) -> Missing:
    found = outside(facts.consent.participants, [*facts.participants]) if facts.consent else ()
    return {"participants": ", ".join(facts.participants[one] for one in found)} if found else None


def _team(facts: Assessed) -> Missing:
    return None if facts.has_team else {}


def _over(facts: Assessed) -> Missing:
    return None if facts.last_day <= facts.today else {"last": facts.last_day}


def _report(facts: Assessed) -> Missing:
    return None if facts.has_report else {}


def _comments(facts: Assessed) -> Missing:
    until = facts.comments_until
    if facts.has_comments or (until is not None and until < facts.today):
        return None
    return {"until": until or "–"}


def _follow_up(facts: Assessed) -> Missing:
    return {"count": facts.open_follow_up} if facts.open_follow_up else None


HAS_CONSENT: Gate[Assessed] = Gate("assessment.consent", CONSENT_CLAUSE, _consent)
NOT_WITHDRAWN: Gate[Assessed] = Gate("assessment.withdrawal", CONSENT_CLAUSE, _withdrawal)
WITHIN_DAYS: Gate[Assessed] = Gate("assessment.days", CONSENT_CLAUSE, _days)
WITHIN_TOPICS: Gate[Assessed] = Gate("assessment.topics", CONSENT_CLAUSE, _topics)
WITHIN_PARTICIPANTS: Gate[Assessed] = Gate("assessment.participants", CONSENT_CLAUSE, _participants)
HAS_TEAM: Gate[Assessed] = Gate("assessment.team", PRACTICE, _team)
IS_OVER: Gate[Assessed] = Gate("assessment.over", PRACTICE, _over)
HAS_REPORT: Gate[Assessed] = Gate("assessment.report", PRACTICE, _report)
HAS_COMMENTS: Gate[Assessed] = Gate("assessment.comments", PRACTICE, _comments)
IS_FOLLOWED_UP: Gate[Assessed] = Gate("assessment.follow_up", PRACTICE, _follow_up)

CONSENT_GATES = (HAS_CONSENT, NOT_WITHDRAWN, WITHIN_DAYS, WITHIN_TOPICS, WITHIN_PARTICIPANTS)
"""What each step asks that leads on from a plan: a consent withdrawn stops whatever rests on it, at any stage."""
KEEP, ANSWER = "assessments.keep", "assessments.answer"

ASSESSMENT: Workflow[Stage, Assessed] = Workflow(
    key="assessment",
    states=Stage,
    start=Stage.PLANNED,
    steps=(
        Step("agree", (Stage.PLANNED,), Stage.AGREED, KEEP, CONSENT_GATES),
        Step("make", (Stage.AGREED,), Stage.MADE, KEEP, (*CONSENT_GATES, HAS_TEAM, IS_OVER)),
        Step("draft", (Stage.MADE,), Stage.COMMENTING, KEEP, (*CONSENT_GATES, HAS_REPORT)),
        Step("report", (Stage.COMMENTING,), Stage.REPORTED, KEEP, (*CONSENT_GATES, HAS_REPORT, HAS_COMMENTS)),
        Step("close", (Stage.REPORTED,), Stage.CLOSED, KEEP, (IS_FOLLOWED_UP,)),
        Step("replan", (Stage.AGREED,), Stage.PLANNED, KEEP, with_reason=True),
        Step("decline", (Stage.PLANNED, Stage.AGREED), Stage.DECLINED, ANSWER, with_reason=True),
        Step("call-off", (Stage.PLANNED, Stage.AGREED), Stage.CALLED_OFF, KEEP, with_reason=True),
    ),
)
