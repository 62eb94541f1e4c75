"""What bodies plan, as far as the reader may see it, and what overlaps with it."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import cache

from django.db.models import Q, QuerySet

from accede import data
from accede.core.coordination.overlaps import LONGEST_DAYS, NEAR_DAYS, Planned
from accede.core.coordination.themes import ThemeWords
from accede.foundation.access import ALL, Actor, Scope, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.coordination.access import PLANS_KEEP, PLANS_READ
from accede.modules.coordination.fields.plans import PlanFacts
from accede.modules.coordination.models import BodyFocalPoint, PlanEntry
from accede.modules.coordination.queries.bodies import all_bodies, body_name
from accede.modules.reference.queries.states import short_names
from accede.modules.treaties.queries.register import current_register


@cache
def theme_words() -> ThemeWords:
    """Return the words by which a theme is read from a title."""
    return ThemeWords(data.document("coordination/theme_words.yaml"))


def plan_rows(actor: Actor) -> "QuerySet[PlanEntry]":
    """Return the plans that stand and that the actor may see: of bodies whose plans a role lets them read, no more."""
    rows: QuerySet[PlanEntry] = PlanEntry.objects.visible_to(actor).filter(closed_at__isnull=True)
    if can(actor, PLANS_READ, on=ALL):
        return rows
    return rows.filter(owner__in=[str(one.scope) for one in actor.grants if can(actor, PLANS_READ, on=one.scope)])


def plans_visible_to(actor: Actor) -> RowsOfTable[PlanFacts]:
    """Return the plans that the actor may see, the latest first."""
    return RowsOfTable(plan_rows(actor).order_by("-first_day", "id"), plan_facts)


def plan_visible_to(actor: Actor, number: int) -> PlanFacts | None:
    """Return one plan, None if there is none for this actor."""
    return next(iter(plan_facts(list(plan_rows(actor).filter(pk=number)))), None)


def plans_between(actor: Actor, first: date, last: date) -> Sequence[PlanFacts]:
    """Return the plans of which a day lies between two days."""
    rows = plan_rows(actor).filter(first_day__lte=last, last_day__gte=first)
    rows = rows.filter(first_day__gte=first - timedelta(days=LONGEST_DAYS))
    return plan_facts(list(rows.order_by("first_day", "id")))


def plans_near(actor: Actor, mine: Planned) -> Sequence[PlanFacts]:
    """Return the plans that share a place with one, and lie near it in time; at most two queries."""
    place = Q(states__overlap=sorted(mine.states)) if mine.states else Q(pk__in=[])
    if mine.within or mine.regions:
        place |= Q(regions__overlap=sorted(mine.within | mine.regions))
    if mine.regions:
        place |= Q(within__overlap=sorted(mine.regions))
    first, last = mine.first - timedelta(days=NEAR_DAYS), mine.last + timedelta(days=NEAR_DAYS)
    rows = plan_rows(actor).filter(place, first_day__lte=last, last_day__gte=first, is_cancelled=False)
    rows = rows.filter(first_day__gte=first - timedelta(days=LONGEST_DAYS))
    return plan_facts(list(rows.order_by("first_day", "id")))


def bodies_to_plan_for(actor: Actor, *, on: date) -> dict[str, Scope]:
    """Return the bodies whose plans the actor can enter, each with the organisation that it is here.

    An officer for the whole programme can for every body that exists: one of which no office is recorded is the
    programme's to enter. A body's own people can for the body of which their organisation is the office.
    """
    goes_on = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    offices = BodyFocalPoint.objects.visible_to(actor).filter(goes_on, valid_from__lte=on).order_by("valid_from", "id")
    found: dict[str, Scope] = {}
    for body, organisation in offices.values_list("body", "organisation"):
        scope = Scope("organisation", str(organisation))
        if can(actor, PLANS_KEEP, on=scope):
            found[body] = scope
    if can(actor, PLANS_KEEP, on=ALL):
        found = {key: found.get(key, ALL) for key in all_bodies()}
    return found


def groups_of(states: Collection[str], *, on: date) -> frozenset[str]:
    """Return the regional groups in which States lie on a day."""
    known = current_register().states
    groups = {known[code].group_on(on) for code in states if code in known}
    return frozenset(group for group in groups if group)


def planned_of(plan: PlanFacts) -> Planned:
    """Return a plan as the rule about overlaps reads it."""
    assert plan.first_day is not None  # noqa: S101  (the table has no plan without days)
    assert plan.last_day is not None  # noqa: S101  (as above)
    return Planned(
        key=f"plan:{plan.number}",
        body=plan.body,
        first=plan.first_day,
        last=plan.last_day,
        states=frozenset(plan.codes),
        regions=frozenset(plan.regions),
        within=frozenset(plan.within),
        topics=frozenset(plan.topics),
        title=plan.title,
    )


def plan_facts(rows: Sequence[PlanEntry]) -> list[PlanFacts]:
    """Return rows as plain facts; names by one question."""
    states = short_names({code for row in rows for code in row.states}, language=readers_language()) if rows else {}
    return [
        PlanFacts(
            body=row.body,
            title=row.title,
            states=" ".join(row.states),
            regions=tuple(row.regions),
            topics=tuple(row.topics),
            first_day=row.first_day,
            last_day=row.last_day,
            source=row.source,
            level=row.level,
            is_cancelled=row.is_cancelled,
            number=row.pk,
            owner=row.belongs_to,
            known_as=row.known_as,
            language=row.title_language,
            body_name=body_name(row.body),
            codes=tuple(row.states),
            within=tuple(row.within),
            state_names=tuple(states.get(code, code) for code in row.states),
            brought=row.brought_id,
            recorded_on=row.recorded_at.date(),
        )
        for row in rows
    ]
