"""Organisations, as far as the reader may see them: all for those whose role says so, else one's own."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from accede.foundation.access import Actor, can
from accede.foundation.listings import RowsOfTable
from accede.modules.identity.access import PEOPLE_READ
from accede.modules.identity.fields.organisations import OrganisationFacts, facts_of
from accede.modules.identity.models import Organisation
from accede.modules.identity.queries.acting import memberships_on


def organisations_visible_to(actor: Actor, *, on: date) -> RowsOfTable[OrganisationFacts]:
    """Return the organisations that the actor may see, by name."""

    def facts(rows: Sequence[Organisation]) -> list[OrganisationFacts]:
        return [facts_of(row, on=on) for row in rows]

    return RowsOfTable(_visible_to(actor, on=on).prefetch_related("roles").order_by("name", "id"), facts)


def organisation_visible_to(actor: Actor, organisation: UUID, *, on: date) -> OrganisationFacts | None:
    """Return one organisation, None if there is none for this actor."""
    row = _visible_to(actor, on=on).filter(id=organisation).first()
    return facts_of(row, on=on) if row else None


def others_beside(organisation: UUID) -> dict[str, str]:
    """Return the organisations into which one can be joined: keys and names of those that have not ended."""
    rows = Organisation.objects.filter(ended_on__isnull=True).exclude(id=organisation).order_by("name", "id")
    return {str(key): name for key, name in rows.values_list("id", "name")}


def _visible_to(actor: Actor, *, on: date) -> QuerySet[Organisation]:
    rows = Organisation.objects.all()
    if actor.is_system or can(actor, PEOPLE_READ):
        return rows
    own = memberships_on(on, person=actor.person).filter(organisation=OuterRef("id"))
    return rows.filter(Exists(own))
