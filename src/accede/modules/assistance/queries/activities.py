"""Activities, as far as the reader may see them, and what their gates read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from uuid import UUID

from django.db.models import Q, QuerySet

from accede import data
from accede.core.assistance.gates import Rule
from accede.core.assistance.reading_gates import rules_in
from accede.foundation import clock
from accede.foundation.access import ALL, Actor, Level, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.assistance.access import ACTIVITIES_KEEP, ACTIVITIES_READ
from accede.modules.assistance.fields.activities import ROLES, ActivityFacts
from accede.modules.assistance.fields.papers import PaperFacts
from accede.modules.assistance.models import Activity, ActivityPaper, ActivityPartner
from accede.modules.assistance.queries.delivery import Delivery
from accede.modules.assistance.queries.requests import rows_visible_to as requests_for
from accede.modules.identity.queries.people import names_of
from accede.modules.mandates.queries.evidence import Asked, Evidence
from accede.modules.reference.queries.states import short_names
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.queries.commitments import cents_for


@cache
def gate_rules() -> Sequence[Rule]:
    """Return the gates of the resolution for which the programme exists."""
    return rules_in(data.document("assistance/gates-ecosoc-2007-18.yaml"))


def activity_rows(actor: Actor) -> "QuerySet[Activity]":
    """Return the activities that the actor may see: of those whose activities a role lets them read, no more."""
    rows: QuerySet[Activity] = Activity.objects.visible_to(actor)
    if can(actor, ACTIVITIES_READ, on=ALL):
        return rows
    return rows.filter(owner__in=[str(one.scope) for one in actor.grants if can(actor, ACTIVITIES_READ, on=one.scope)])


def activities_visible_to(actor: Actor) -> RowsOfTable[ActivityFacts]:
    """Return the activities that the actor may see, the latest first."""
    return RowsOfTable(activity_rows(actor).order_by("-first_day", "id"), lambda rows: _facts(rows, actor))


def rows_waiting(actor: Actor) -> "QuerySet[Activity]":
    """Return the activities that wait for the actor: to go on with, or to be paid for."""
    waits = Q(pk__in=[])
    if can(actor, ACTIVITIES_KEEP):
        waits |= Q(state__in=["planned", "approved", "in_delivery"])
    if can(actor, MONEY_RECORD):
        waits |= Q(state__in=["planned", "approved"], committed=0)
    return activity_rows(actor).filter(waits)


def count_waiting(actor: Actor) -> int:
    """Return how many activities wait for the actor."""
    return rows_waiting(actor).count()


def activity_visible_to(actor: Actor, number: int) -> ActivityFacts | None:
    """Return one activity, None if there is none for this actor."""
    return next(iter(_facts(list(activity_rows(actor).filter(id=number)), actor)), None)


def requests_to_answer(actor: Actor) -> dict[str, str]:
    """Return the accepted requests that an activity can answer, by key, with their numbers and subjects."""
    rows = requests_for(actor).filter(state__in=["accepted", "in_delivery"]).order_by("received_on", "id")
    found = rows.values_list("id", "reference", "subject")
    return {str(key): f"{reference} – {subject}" for key, reference, subject in found}


def papers_of(actor: Actor, activity: int) -> Sequence[PaperFacts]:
    """Return the papers of an activity in the order in which they came."""
    rows = list(ActivityPaper.objects.visible_to(actor).filter(activity=activity).order_by("made_at", "id"))
    people = {key for row in rows for key in (row.made_by, row.confirmed_by) if key}
    names = names_of(people) if people else {}
    return [
        PaperFacts(
            kind=row.kind,
            about=row.about,
            on=row.on,
            until=row.until,
            answer=row.answer,
            text=row.text,
            codes=tuple(row.codes),
            budget_line=row.budget_line,
            indicator=row.indicator,
            id=row.id,
            document=row.document,
            made_by=row.made_by,
            made_by_name=names.get(row.made_by, "") if row.made_by else "",
            confirmed_by_name=names.get(row.confirmed_by, "") if row.confirmed_by else "",
            is_confirmed=row.confirmed_at is not None,
        )
        for row in rows
    ]


def delivery_of_activities(request: int) -> Delivery:
    """Count the activities for a request, whoever may see them; the caller acts as the product where gates ask."""
    states = list(Activity.objects.filter(requests__contains=[request]).values_list("state", flat=True))
    return Delivery(states.count("in_delivery"), states.count("delivered"))


def count_activities(asked: Asked) -> Evidence | None:
    """Return how many activities began between two days and are in delivery or delivered, as the reader sees them."""
    if not can(asked.reader, ACTIVITIES_READ):
        return None
    rows = activity_rows(asked.reader).filter(state__in=["in_delivery", "delivered"], first_day__lte=asked.until)
    if asked.since is not None:
        rows = rows.filter(first_day__gte=asked.since)
    days = list(rows.values_list("first_day", flat=True))
    return Evidence(len(days), max(days, default=None), "assistance:activities", keeps_day=False)


def activities_between(actor: Actor, first: date, last: date) -> Sequence[ActivityFacts]:
    """Return the activities of which a day lies between two days."""
    rows = activity_rows(actor).filter(last_day__gte=first, first_day__lte=last)
    return _facts(list(rows.order_by("first_day", "id")), actor)


def money_of(rows: Sequence[Activity], *, on: date) -> dict[int, tuple[int, int]]:
    """Return of each activity what the books hold for it, and what is lacking, in cents. At most one query.

    Money that was committed and then released is lacking again.
    """
    booked = cents_for({row.reference for row in rows if row.committed}, on=on)
    found = {}
    for row in rows:
        there = booked.get(row.reference, 0) if row.committed else 0
        found[int(row.pk)] = (there, max(0, row.committed - there) if row.committed else row.gap)
    return found


def found_activities(keys: Collection[str] | None) -> Iterator[tuple[str, str, str, Level, str]]:
    """Yield activities with what says who may see them, all for None."""
    rows = Activity.objects.all()
    if keys is not None:
        rows = rows.filter(id__in=[int(key) for key in keys if key.isdecimal() and len(key) < 19])
    for key, title, objective, level, owner in rows.values_list("id", "title", "objective", "level", "owner"):
        yield str(key), title, objective, Level(level), owner


def written_costs(costs: Mapping[str, int]) -> str:
    """Return budget lines as people write them."""
    return "\n".join(f"{code} {Decimal(cents).scaleb(-2)}" for code, cents in costs.items())


def _facts(rows: Sequence[Activity], reader: Actor) -> list[ActivityFacts]:
    if not rows:
        return []
    states = short_names({code for row in rows for code in row.states}, language=readers_language())
    asked = requests_for(reader).filter(pk__in={key for row in rows for key in row.requests})
    references = dict(asked.values_list("id", "reference"))
    partners: dict[int, list[str]] = {}
    found = ActivityPartner.objects.visible_to(reader).filter(activity__in=[row.pk for row in rows])
    for activity, name, role in found.order_by("role", "id").values_list("activity", "organisation__name", "role"):
        partners.setdefault(activity, []).append(f"{name} ({ROLES[role]})")
    bodies = names_of({UUID(key) for row in rows for key in row.organisations})
    money = money_of(rows, on=clock.today())
    return [_fact(row, states, references, partners.get(row.pk, []), bodies, money[row.pk]) for row in rows]


def _fact(
    row: Activity,
    states: Mapping[str, str],
    references: Mapping[int, str],
    partners: Sequence[str],
    bodies: Mapping[UUID, str],
    money: tuple[int, int],
) -> ActivityFacts:
    committed, gap = money
    names = [states.get(code, code) for code in row.states] + [bodies.get(UUID(key), key) for key in row.organisations]
    return ActivityFacts(
        title=row.title,
        objective=row.objective,
        kind=row.kind,
        states=tuple(row.states),
        organisations=tuple(row.organisations),
        requests=tuple(map(str, row.requests)),
        topics=tuple(row.topics),
        languages=tuple(row.languages),
        cited=tuple(row.cited),
        first_day=row.first_day,
        last_day=row.last_day,
        costs=written_costs(row.costs),
        number=row.pk,
        owner=row.belongs_to,
        outcome=row.outcome,
        state=row.state,
        reason=row.reason,
        beneficiary_names=tuple(names),
        request_names=tuple(references[key] for key in row.requests if key in references),
        partner_names=tuple(partners),
        funding="unfunded" if gap else "funded" if committed else "not_asked",
        committed=Decimal(committed).scaleb(-2),
        gap=Decimal(gap).scaleb(-2),
    )
