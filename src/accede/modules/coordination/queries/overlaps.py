"""What overlaps, as far as the reader may see both sides of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accede.core.coordination.overlaps import NEAR_DAYS, OverlapIndex, Planned, overlap
from accede.core.explain import Finding
from accede.foundation.access import Actor
from accede.modules.coordination.fields.plans import PlanFacts
from accede.modules.coordination.queries.plans import groups_of, planned_of, plans_between, plans_near, theme_words
from accede.modules.coordination.queries.subjects import SubjectFacts, subject_for, subject_kinds

PROGRAMME = "programme"
"""Whose plan an activity or a visit of the programme is: no key of a body."""
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Overlapping:
    """Two plans of which the first is the reader's concern: a thing of the programme, or a body's plan."""

    mine: SubjectFacts | PlanFacts
    theirs: PlanFacts
    finding: Finding[bool]


def overlaps_of(actor: Actor, kind: str, key: str) -> Sequence[Overlapping]:
    """Return the plans that overlap with a thing, as far as the actor may see them."""
    subject = subject_for(actor, kind, key)
    if subject is None:
        return ()
    mine = planned_thing(subject)
    found = ((plan, overlap(mine, planned_of(plan), theme_words())) for plan in plans_near(actor, mine))
    return [Overlapping(subject, plan, finding) for plan, finding in found if finding.answer]


def overlaps_of_plan(actor: Actor, plan: PlanFacts) -> Sequence[Overlapping]:
    """Return the plans of other bodies that overlap with a plan, as far as the actor may see them."""
    mine = planned_of(plan)
    found = ((other, overlap(mine, planned_of(other), theme_words())) for other in plans_near(actor, mine))
    return [Overlapping(plan, other, finding) for other, finding in found if finding.answer]


def overlaps_between(actor: Actor, first: date, last: date) -> Sequence[Overlapping]:
    """Return what overlaps with what lies between two days: the programme's things first, then plans of bodies."""
    near = timedelta(days=NEAR_DAYS)
    plans = [one for one in plans_between(actor, first - near, last + near) if not one.is_cancelled]
    by_key = {f"plan:{one.number}": one for one in plans}
    index = OverlapIndex(map(planned_of, plans), theme_words())
    found = [
        Overlapping(subject, by_key[theirs.key], finding)
        for subject in _subjects(actor, first, last)
        for theirs, finding in index.overlaps_of(planned_thing(subject))
    ]
    for key, plan in by_key.items():
        if plan.first_day is None or plan.last_day is None or plan.first_day > last or plan.last_day < first:
            continue
        for theirs, finding in index.overlaps_of(planned_of(plan)):
            other = by_key[theirs.key]
            is_told_there = (other.first_day, theirs.key) < (plan.first_day, key) and theirs.last >= first
            if not is_told_there:
                found.append(Overlapping(plan, other, finding))
    return found


def planned_thing(subject: SubjectFacts) -> Planned:
    """Return a thing of the programme as the rule about overlaps reads it."""
    return Planned(
        key=f"{subject.kind}:{subject.key}",
        body=PROGRAMME,
        first=subject.first_day,
        last=subject.last_day,
        states=frozenset(subject.states),
        within=groups_of(subject.states, on=subject.first_day),
        topics=frozenset(subject.topics),
        title=subject.title,
    )


def _subjects(actor: Actor, first: date, last: date) -> Iterable[SubjectFacts]:
    for kind in subject_kinds().values():
        yield from kind.between(actor, first, last)
