"""Who holds a right, for whoever looks for a colleague to ask."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accede.foundation.access import Actor, Permission, Scope, can, roles
from accede.modules.identity.access import PEOPLE_READ
from accede.modules.identity.models import Grant


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds a right."""

    person: UUID
    name: str


def holders_of(permission: Permission, *, over: Scope, on: date, reader: Actor) -> list[Holder]:
    """Return who holds `permission` over a scope on a day, by name; nobody to a reader who may not see all people.

    A role that counts only while its holder acts for one organisation counts here: they can be asked to.
    """
    if not can(reader, PEOPLE_READ):
        return []
    with_it = [role.key for role in roles() if permission in role.permissions]
    open_on = Q(valid_from__lte=on) & (Q(valid_until__isnull=True) | Q(valid_until__gt=on))
    reaches = Q(scope_kind="all") | Q(scope_kind=over.kind, scope_key=over.value)
    found = Grant.objects.visible_to(reader).filter(open_on & reaches, role__in=with_it, counts=True)
    people = found.filter(person__is_active=True).order_by("person__name", "person_id")
    return [Holder(*row) for row in people.values_list("person_id", "person__name").distinct()]
