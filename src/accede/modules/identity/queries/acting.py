"""Who acts: a person, the organisation in whose name, and the grants that count there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from accede.core.values.period import Period
from accede.foundation.access import ANONYMOUS, Actor, Grant, Scope, role_of
from accede.modules.identity.models import Grant as GrantRow
from accede.modules.identity.models import Membership
from accede.modules.identity.models.grants import ScopeKind


@dataclass(frozen=True, slots=True)
class Standpoint:
    """An organisation for which a person may act."""

    organisation: UUID
    name: str
    state_code: str
    is_coordinator: bool
    roles: tuple[str, ...] = ()


def memberships_on(day: date, *, person: UUID | None) -> QuerySet[Membership]:
    """Return the memberships of a person that count on a day: begun, and not ended."""
    open_then = Q(valid_until__gt=day) | Q(valid_until__isnull=True)
    rows: QuerySet[Membership] = Membership.objects.filter(open_then, person=person, valid_from__lte=day)
    return rows


def coordinated_by(person: UUID | None, *, on: date) -> QuerySet[Membership]:
    """Return the memberships of a person by which they coordinate an organisation on a day."""
    return memberships_on(on, person=person).filter(is_coordinator=True)


def standpoints_of(person: UUID, *, on: date) -> tuple[Standpoint, ...]:
    """Return the organisations for which the person may act on `on`, by name."""
    rows = (
        memberships_on(on, person=person)
        .select_related("organisation")
        .prefetch_related("organisation__roles")
        .order_by("organisation__name", "organisation")
    )
    return tuple(
        Standpoint(
            organisation=row.organisation_id,
            name=row.organisation.name,
            state_code=row.organisation.state_code,
            is_coordinator=row.is_coordinator,
            roles=tuple(one.role for one in row.organisation.roles.all() if one.counts_on(on)),
        )
        for row in rows
    )


def chosen_standpoint(standpoints: tuple[Standpoint, ...], chosen: UUID | None) -> Standpoint | None:
    """Return the standpoint that was chosen, else the first one, None where there is none."""
    return next((one for one in standpoints if one.organisation == chosen), standpoints[0] if standpoints else None)


def actor_for(person: UUID | None, *, acting_for: UUID | None, on: date) -> Actor:
    """Return the actor with the grants that count on `on` while the person acts for that organisation.

    A grant given for one organisation, or over one, counts only while acting for it.
    """
    if person is None:
        return ANONYMOUS
    here = str(acting_for) if acting_for is not None else None
    rows = _grants_counting_on(on, person=person).filter(Q(organisation__isnull=True) | Q(organisation=acting_for))
    return Actor(
        person=person,
        acting_for=acting_for,
        grants=tuple(
            Grant(
                role=row.role, scope=Scope(row.scope_kind, row.scope_key), valid=Period(row.valid_from, row.valid_until)
            )
            for row in rows.order_by("given_at", "id")
            if row.scope_kind != ScopeKind.ORGANISATION or row.scope_key == here
        ),
    )


def needs_second_factor(person: UUID, *, on: date) -> bool:
    """Return whether the person must sign in with a second factor on a day.

    Whoever acts for an organisation sees its people and what is its own; whoever holds a role sees or changes more.
    """
    if memberships_on(on, person=person).exists():
        return True
    held = _grants_counting_on(on, person=person).values_list("role", flat=True)
    return any((role := role_of(key)) is not None and role.needs_second_factor for key in held)


def _grants_counting_on(day: date, *, person: UUID) -> QuerySet[GrantRow]:
    open_then = Q(valid_until__gt=day) | Q(valid_until__isnull=True)
    rows: QuerySet[GrantRow] = GrantRow.objects.filter(open_then, person=person, counts=True, valid_from__lte=day)
    return rows
