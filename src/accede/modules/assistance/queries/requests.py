"""Requests, as far as the reader may see them."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import F, Q, QuerySet

from accede.foundation.access import ALL, Actor, Scope, can
from accede.foundation.listings import RowsOfTable
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE, REQUESTS_READ
from accede.modules.assistance.fields.requests import RequestFacts
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.identity.queries.people import names_of
from accede.modules.identity.queries.scopes import names_of as names_of_scopes

_DUE_FIRST = (F("due_on").asc(nulls_last=True), F("received_on").desc(), "begun_at", "running", "id")


def rows_visible_to(actor: Actor) -> "QuerySet[AssistanceRequest]":
    """Return the rows that the actor may see: of those whose requests a role lets them read, no more than these."""
    rows: QuerySet[AssistanceRequest] = AssistanceRequest.objects.visible_to(actor)
    if can(actor, REQUESTS_READ, on=ALL):
        return rows
    return rows.filter(owner__in=[str(scope) for scope in _scopes(actor)])


def requests_visible_to(actor: Actor) -> RowsOfTable[RequestFacts]:
    """Return the requests that the actor may see, what is due first."""
    return RowsOfTable(rows_visible_to(actor).order_by(*_DUE_FIRST), facts_of)


def requests_of_officer(actor: Actor) -> RowsOfTable[RequestFacts]:
    """Return the requests that the actor is the officer of."""
    return _narrowed(actor, Q(officer=actor.person, officer__isnull=False))


def requests_due(actor: Actor, *, on: date) -> RowsOfTable[RequestFacts]:
    """Return the requests of which the next step was due by a day, or is due on it."""
    return _narrowed(actor, Q(due_on__lte=on))


def request_visible_to(actor: Actor, number: int) -> RequestFacts | None:
    """Return one request, None if there is none for this actor."""
    return next(iter(facts_of(list(rows_visible_to(actor).filter(pk=number)))), None)


def others_of(actor: Actor, found: RequestFacts) -> Sequence[RequestFacts]:
    """Return the other requests of whoever asked one, the latest first."""
    rows = rows_visible_to(actor).filter(owner=str(found.owner)).exclude(pk=found.id).exclude(reference="")
    return facts_of(list(rows.order_by("-received_on", "-begun_at", "-running")[:50]))


def joined_into(actor: Actor, number: int) -> Sequence[RequestFacts]:
    """Return the requests that were joined to one."""
    rows = rows_visible_to(actor).filter(joined_to=number, state="joined")
    return facts_of(list(rows.order_by("received_on", "begun_at", "running", "id")))


def requests_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which requests the actor may see, by their keys; for what notices are about."""
    numbers = [int(key) for key in keys if key.isdecimal()]
    return {str(key) for key in rows_visible_to(actor).filter(pk__in=numbers).values_list("pk", flat=True)}


def waiting_for(actor: Actor) -> int:
    """Return how many requests wait for the actor: as an officer, their own and nobody's; else for their State."""
    return _waiting(actor).count()


def first_waiting_for(actor: Actor, *, most: int) -> Sequence[RequestFacts]:
    """Return the first of the requests that wait for the actor, what is due first."""
    return facts_of(list(_waiting(actor).order_by(*_DUE_FIRST)[:most]))


def scopes_to_ask_for(actor: Actor) -> list[Scope]:
    """Return in whose name the actor may ask for assistance: States and organisations."""
    found = (grant.scope for grant in actor.grants if can(actor, REQUESTS_FILE, on=grant.scope))
    return list(dict.fromkeys(scope for scope in found if scope != ALL))


def facts_of(rows: Sequence[AssistanceRequest]) -> list[RequestFacts]:
    """Return rows as plain facts; names by one question for each kind."""
    scopes = names_of_scopes({row.belongs_to for row in rows})
    officers = {row.officer for row in rows if row.officer}
    people = names_of(officers) if officers else {}
    return [_fact(row, scopes.get(row.belongs_to, row.state_code), people) for row in rows]


def _waiting(actor: Actor) -> "QuerySet[AssistanceRequest]":
    rows = rows_visible_to(actor)
    waits = Q(pk__in=[])
    if can(actor, REQUESTS_HANDLE):
        waits |= Q(waits_for="programme") & (Q(officer=actor.person) | Q(officer__isnull=True))
    if can(actor, REQUESTS_FILE):
        owners = [str(scope) for scope in scopes_to_ask_for(actor)]
        waits |= Q(waits_for__in=["state", "writer"], owner__in=owners)
    return rows.filter(waits)


def _narrowed(actor: Actor, condition: Q) -> RowsOfTable[RequestFacts]:
    found = requests_visible_to(actor)
    return RowsOfTable(found.found.filter(condition), facts_of)


def _scopes(actor: Actor) -> list[Scope]:
    return [grant.scope for grant in actor.grants if can(actor, REQUESTS_READ, on=grant.scope)]


def _fact(row: AssistanceRequest, requester: str, people: "dict[UUID, str]") -> RequestFacts:
    return RequestFacts(
        subject=row.subject,
        kinds=tuple(row.kinds),
        beneficiary=row.beneficiary,
        language=row.language,
        text=row.text,
        instruments=tuple(row.instruments),
        recommendations=tuple(row.recommendations),
        wished_from=row.wished_from,
        wished_until=row.wished_until,
        paper=row.paper,
        dated_on=row.dated_on,
        id=row.pk,
        reference=row.reference,
        owner=row.belongs_to,
        state_code=row.state_code,
        requester=requester,
        channel=row.channel,
        received_on=row.received_on,
        state=row.state,
        since=(row.moved_at or row.begun_at).date(),
        reason=row.reason,
        waits_for=row.waits_for,
        due_on=row.due_on,
        officer=row.officer,
        officer_name=people.get(row.officer, "") if row.officer else "",
        clauses=tuple(row.clauses),
        screening=row.screening,
        estimate=Decimal(row.estimate).scaleb(-2) if row.estimate is not None else None,
        joined_to=row.joined_to_id,
    )
