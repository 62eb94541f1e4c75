"""Organisations, as far as the reader may see them: all for those whose role says so, else one's own."""

from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from accede.foundation.access import Actor, can
from accede.foundation.listings import RowsOfTable
from accede.modules.identity.access import PEOPLE_READ
from accede.modules.identity.fields.organisations import ROLE, OrganisationFacts, facts_of, facts_of_all
from accede.modules.identity.models import Organisation, OrganisationRole
from accede.modules.identity.queries.acting import memberships_on


def organisations_visible_to(actor: Actor, *, on: date) -> RowsOfTable[OrganisationFacts]:
    """Return the organisations that the actor may see, by name."""
    roles = OrganisationRole.objects.on(on).filter(organisation=OuterRef("id")).in_order()
    return RowsOfTable(
        _visible_to(actor, on=on).order_by("name", "id"),
        lambda rows: facts_of_all(rows, on=on),
        further={ROLE.key: ArraySubquery(roles.values("role"))},
    )


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
