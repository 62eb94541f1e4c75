"""Where people are reached, for the outbox; who may do a thing, to be told of it; which things somebody may see."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Actor, Permission, can, roles
from accede.foundation.access.acting import acting
from accede.foundation.outbox.things import Mailbox
from accede.modules.identity.access import GRANTS_GIVE
from accede.modules.identity.models import Grant, Person
from accede.modules.identity.queries.acting import actor_for, standpoints_of
from accede.modules.identity.queries.grants import grants_visible_to, grants_waiting_for
from accede.modules.identity.queries.invitations import invitations_visible_to


@acting(SYSTEM)
def mailbox_of(person: UUID) -> Mailbox | None:
    """Return where a person with an open account is reached, and as whom they can act; for ACCEDE_MAILBOX_OF."""
    row = Person.objects.filter(id=person, is_active=True).first()
    if row is None:
        return None
    today = clock.today()
    bodies: list[UUID | None] = [one.organisation for one in standpoints_of(person, on=today)] or [None]
    return Mailbox(
        person=person,
        to=row.email,
        language=row.preferred_language,
        time_zone=row.time_zone,
        actors=tuple(actor_for(person, acting_for=body, on=today) for body in bodies),
    )


@acting(SYSTEM)
def people_who_may(permission: Permission, *, on: date) -> list[UUID]:
    """Return who holds a role that gives a permission on a day, over anything at all, by key."""
    giving = [role.key for role in roles() if permission in role.permissions]
    open_then = Q(valid_until__gt=on) | Q(valid_until__isnull=True)
    rows = Grant.objects.filter(open_then, counts=True, valid_from__lte=on, role__in=giving, person__is_active=True)
    return list(rows.order_by("person").values_list("person", flat=True).distinct())


def grants_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which roles that were given the actor may see."""
    return {str(one.id) for one in grants_visible_to(actor)} & set(keys)


def proposals_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which proposed roles wait for the actor to confirm them."""
    return {str(one.id) for one in grants_waiting_for(actor)} & set(keys) if can(actor, GRANTS_GIVE) else set()


def invitations_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which invitations the actor may see."""
    return {str(one.id) for one in invitations_visible_to(actor, on=clock.today())} & set(keys)
